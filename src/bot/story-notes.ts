import type { JobNotes } from '../jobs/index.ts';
import type { StoryNotes } from '../slack/telling/story.ts';

/** What a job noted of its story. The queue hands back plain JSON, so each part is looked at before it is believed. */
export function readStoryNotes({
  parentTs,
  progressTs,
  verdictTs,
  failureTs,
  isWhispered,
  isPictured,
}: JobNotes): StoryNotes {
  return {
    ...(typeof parentTs === 'string' && { parentTs }),
    ...(typeof progressTs === 'string' && { progressTs }),
    ...(typeof verdictTs === 'string' && { verdictTs }),
    ...(typeof failureTs === 'string' && { failureTs }),
    ...(typeof isWhispered === 'boolean' && { isWhispered }),
    ...(typeof isPictured === 'boolean' && { isPictured }),
  };
}

/** How long the looking took, in milliseconds, beside what was found. */
export function tookNote(durationMs: number): JobNotes {
  return { tookMs: durationMs };
}

/** What `tookNote` noted; 0 when nothing was. */
export function readDuration({ tookMs }: JobNotes): number {
  return typeof tookMs === 'number' ? tookMs : 0;
}
