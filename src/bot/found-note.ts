import type { JobNotes } from '../jobs/index.ts';

/**
 * What a job has found, noted before it is told: the buttons of a verdict work while its job is still busy, be it with
 * Slack's rate limit or with starting again after a crash.
 */
export function foundNote(found: object): JobNotes {
  return { found: JSON.stringify(found) };
}

/** What `foundNote` noted; `null` when nothing is found yet. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who noted it knows what it is
export function readFound<Found>({ found }: JobNotes): Found | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one program reads what it wrote itself
  return typeof found === 'string' ? (JSON.parse(found) as Found) : null;
}
