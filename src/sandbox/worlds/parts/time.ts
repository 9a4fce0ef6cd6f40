import type { Timestamp } from '../../../domain/aws.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time before `now`, to the second. */
export function ago(
  now: Timestamp,
  { days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number },
): Timestamp {
  const time = Date.parse(now) - days * DAY - hours * HOUR - minutes * MINUTE;
  return new Date(time - (time % 1000)).toISOString();
}
