import { AwsFactSource } from '../aws/fact-source.ts';
import { CallMeter } from '../aws/meter.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import { withDerivedFacts } from '../investigation/derived-facts.ts';
import { investigate } from '../investigation/investigate.ts';
import type { OnBug } from '../investigation/run-check.ts';
import type { JobNotes, Work } from '../jobs/index.ts';
import type { StoryNotes } from '../slack/telling/story.ts';
import { openTeller } from '../slack/telling/teller.ts';
import { foundNote } from './found-note.ts';
import { sameAsBefore } from './same-as-before.ts';
import type { DiagnosisJob } from './shapes.ts';
import { readStoryNotes, tookNote } from './story-notes.ts';
import type { Workbench } from './workbench.ts';

/** Looks into an incident and tells of it while it does. Run again after a crash, it goes on in the same messages. */
export async function diagnose(
  { identities, jobs, tellerDesk, log }: Workbench,
  onBug: OnBug,
  work: Work<DiagnosisJob>,
): Promise<Diagnosis> {
  const { incident, conversation } = work.data;
  let notes = work.notes;
  const remember = (more: JobNotes): Promise<void> => {
    notes = { ...notes, ...more };
    return work.remember(notes);
  };
  const started = performance.now();
  const teller = await openTeller(tellerDesk, {
    incident,
    conversation,
    notes: readStoryNotes(notes),
    isRerun: work.attempt > 1,
    remember: (kept: StoryNotes) => remember({ ...kept }),
  });
  try {
    const meter = new CallMeter();
    const source = withDerivedFacts(new AwsFactSource(identities(), meter));
    const diagnosis = await investigate(incident, { source, tell: teller.step, onBug });
    const durationMs = performance.now() - started;
    const earlier = await sameAsBefore(jobs, work.data, diagnosis);
    await remember({ ...foundNote(diagnosis), ...tookNote(durationMs), isSameAsBefore: earlier !== null });
    await teller.finish(diagnosis, durationMs, earlier);
    log.info(
      { incident: incident.id, conclusion: diagnosis.conclusion.kind, durationMs, awsCalls: meter.calls },
      'a diagnosis was told',
    );
    return diagnosis;
  } finally {
    // A step that is still on its way would take the place of what is told next, by whoever tells it.
    await teller.stop();
  }
}
