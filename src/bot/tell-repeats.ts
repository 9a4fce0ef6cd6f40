import type { Jobs, Repeats, Work } from '../jobs/index.ts';
import { createRepeatTeller } from '../slack/telling/repeats.ts';
import type { TellerDesk } from '../slack/telling/teller.ts';
import type { BotShapes } from './shapes.ts';
import { readStoryNotes } from './story-notes.ts';

/** Shows how often a failure was reported again, in the thread of its diagnosis. */
export function createTellRepeats(
  jobs: Pick<Jobs<BotShapes>, 'findDiagnosis'>,
  tellerDesk: Pick<TellerDesk, 'clients' | 'log'>,
): (work: Pick<Work<Repeats>, 'data'>) => Promise<void> {
  const repeats = createRepeatTeller(tellerDesk);
  return async ({ data: { id, count } }) => {
    const job = await jobs.findDiagnosis(id);
    if (job === null) return;
    const { conversation, incident } = job.data;
    const threadTs = conversation.threadTs ?? readStoryNotes(job.notes).parentTs;
    if (threadTs !== undefined)
      return repeats.tell({ id, channel: conversation.channel, threadTs, count, since: incident.reportedAt });
    // Told to one person alone, there is no thread. A diagnosis that still waits will open one: the queue asks again.
    if (job.state === 'waiting' || job.state === 'active') throw new Error(`Diagnosis ${id} has no thread yet.`);
  };
}
