import type { JobNotes } from '../jobs/index.ts';
import type { StoryNotes } from '../slack/telling/story.ts';

/** What a job noted of its story. The queue hands back plain JSON, so each part is looked at before it is believed. */
export function readStoryNotes({ parentTs, progressTs, verdictTs, isWhispered, isPictured }: JobNotes): StoryNotes {
  return {
    ...(typeof parentTs === 'string' && { parentTs }),
    ...(typeof progressTs === 'string' && { progressTs }),
    ...(typeof verdictTs === 'string' && { verdictTs }),
    ...(typeof isWhispered === 'boolean' && { isWhispered }),
    ...(typeof isPictured === 'boolean' && { isPictured }),
  };
}
