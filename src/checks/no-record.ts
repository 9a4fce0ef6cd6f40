import type { EcrIncident } from '../domain/check.ts';

/** How late CloudTrail may write down what happened, with a margin: five minutes are usual, none are promised. */
const DELAY_MS = 15 * 60_000;

/** What a silent record leaves open, said wherever it is silent. */
export const RECORD_LIMITS =
  'CloudTrail remembers 90 days, and may write down what happened some minutes late: give it 15.';

/** What to answer when nothing is on record: for a failure this fresh, the record may still be on its way. */
export function noRecord({ failedAt, reportedAt }: EcrIncident): 'no-record' | 'too-early' {
  if (failedAt === null) return 'no-record';
  return Date.parse(reportedAt) - Date.parse(failedAt) < DELAY_MS ? 'too-early' : 'no-record';
}
