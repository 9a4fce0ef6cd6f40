import type { FixOutcome } from '../domain/fix.ts';
import type { GivenUp, Jobs, Work } from '../jobs/index.ts';
import { tellFixOutcome } from '../slack/fixes/fix-messages.ts';
import { tellGivenUp } from '../slack/telling/give-up.ts';
import type { StoryNotes } from '../slack/telling/story.ts';
import { openTeller, type TellerDesk } from '../slack/telling/teller.ts';
import { failedOutcome, finished, fixRequestOf } from './fix-request.ts';
import { readFound } from './found-note.ts';
import { readKeptDiagnosis, type KeptDiagnosis } from './kept-diagnosis.ts';
import type { BotShapes } from './shapes.ts';
import { readDuration, readStoryNotes } from './story-notes.ts';

/** Where somebody waits for what will not come any more, they are told. Whatever was found in time is told instead. */
export function createGiveUp(
  jobs: Pick<Jobs<BotShapes>, 'findDiagnosis' | 'findRequest' | 'findDecision'>,
  tellerDesk: TellerDesk,
): (work: Work<GivenUp>) => Promise<void> {
  async function giveUpDiagnosis(work: Work<GivenUp>): Promise<void> {
    const job = await jobs.findDiagnosis(work.data.id);
    if (job === null) return;
    const story = {
      ...job.data,
      notes: { ...readStoryNotes(job.notes), ...readStoryNotes(work.notes) },
      // The work that failed may have posted more than it noted.
      isRerun: true,
      remember: (kept: StoryNotes) => work.remember({ ...kept }),
    };
    const found = readFound<KeptDiagnosis>(job.notes);
    if (found === null) return tellGivenUp(tellerDesk, story);
    const teller = await openTeller(tellerDesk, story);
    await teller.finish(readKeptDiagnosis(found), readDuration(job.notes));
  }

  async function giveUpFix({ data: { id, failure, at } }: Work<GivenUp>): Promise<void> {
    const [request, record] = await Promise.all([jobs.findRequest(id), jobs.findDecision(id)]);
    if (request === null || record === null || record.decision.kind !== 'approve') return;
    const outcome = readFound<FixOutcome>(record.notes) ?? failedOutcome(failure, at);
    const state = finished(request.data, record.decision, outcome);
    await tellFixOutcome(tellerDesk, { ...fixRequestOf(request, null), state }, true);
  }

  return (work) => (work.data.kind === 'diagnosis' ? giveUpDiagnosis(work) : giveUpFix(work));
}
