import type { Conclusion, Diagnosis } from '../domain/diagnosis.ts';
import type { DiagnosisRecord, Jobs } from '../jobs/index.ts';
import type { EarlierAnswer } from '../slack/blocks/records.ts';
import { questionOf } from './question.ts';
import type { BotShapes, DiagnosisJob } from './shapes.ts';

/** An answer of today is still in mind. An older one is given again. */
const LOOK_BACK_MS = 24 * 60 * 60_000;
/** How far back the same question is looked for among all. */
const SEARCHED = 50;

/**
 * The answer that was given to the same question before and holds as it stands: whatever was checked is as it was.
 * `null` when there is none, when the newest one differs, and in its own thread, where somebody wants to see it anew.
 */
export async function sameAsBefore(
  jobs: Pick<Jobs<BotShapes>, 'recentDiagnoses'>,
  { incident, conversation, scene }: DiagnosisJob,
  diagnosis: Diagnosis,
): Promise<EarlierAnswer | null> {
  const question = questionOf(incident, conversation);
  const recent = await jobs.recentDiagnoses(SEARCHED);
  const whole = recent.find(
    ({ id, data, state, notes }) =>
      id !== incident.id &&
      state === 'done' &&
      notes['isSameAsBefore'] !== true &&
      data.scene === scene &&
      questionOf(data.incident, data.conversation) === question,
  );
  if (whole?.result == null || digestOf(whole.result) !== digestOf(diagnosis)) return null;
  const at = whole.data.incident.reportedAt;
  const isOld = Date.parse(incident.reportedAt) - Date.parse(at) > LOOK_BACK_MS;
  const threadTs = threadOf(whole);
  if (isOld || threadTs === null || threadTs === conversation.threadTs) return null;
  return { channel: conversation.channel, threadTs, at };
}

/** All that was concluded, and what every check says; the evidence and its times are left out. */
function digestOf({ conclusion, findings, fixes }: Pick<Diagnosis, 'conclusion' | 'findings' | 'fixes'>): string {
  const said = findings.map(({ check, verdict, summary }) => [check, verdict, summary]);
  return JSON.stringify([conclusion.kind, pointOf(conclusion), said, fixes.map(({ id }) => id)]);
}

/** The checks may say the same, and another text be explained by another of them, or by none. */
function pointOf(conclusion: Conclusion): readonly string[] {
  if (conclusion.kind === 'explained') return [conclusion.certainty, conclusion.cause.check];
  return [conclusion.says];
}

/** Where the verdict stands; `null` when it was told to one person alone, or in no place that we know. */
function threadOf({ data, notes }: DiagnosisRecord<BotShapes>): string | null {
  const { parentTs, verdictTs } = notes;
  if (typeof verdictTs !== 'string') return null;
  return typeof parentTs === 'string' ? parentTs : data.conversation.threadTs;
}
