import type { Timestamp } from '../../domain/aws.ts';
import { HISTORY_DAYS } from '../../domain/facts/history.ts';

/** From when to when CloudTrail is asked. What is narrow can be read whole in a busy registry. */
export interface TrailWindow {
  readonly from: Date;
  readonly to: Date;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Two services write the two times down, and CloudTrail may count what it says to the second. */
const DOUBT_MS = 60 * MINUTE_MS;

/** All that CloudTrail remembers, or what of it came after `since`: a time at which nothing can have happened yet. */
export function windowSince(since: Timestamp | null, now: Date): TrailWindow {
  const memory = now.getTime() - HISTORY_DAYS * DAY_MS;
  const from = since === null ? memory : Math.max(memory, Date.parse(since) - DOUBT_MS);
  return { from: new Date(Math.min(from, now.getTime())), to: now };
}

/** The same up to what had happened when a pull failed; `null`: that is not before `readBackTo`, so it was read already. */
export function untilFailure(
  { from }: TrailWindow,
  failedAt: Timestamp | null,
  readBackTo: Timestamp,
): TrailWindow | null {
  if (failedAt === null) return null;
  const to = Date.parse(failedAt) + MINUTE_MS;
  return to >= Date.parse(readBackTo) || to <= from.getTime() ? null : { from, to: new Date(to) };
}

/** `in 90 days`, or since when a narrower window begins. */
export function windowWords({ from, to }: TrailWindow): string {
  const isWhole = to.getTime() - from.getTime() >= HISTORY_DAYS * DAY_MS;
  return isWhole ? `in ${HISTORY_DAYS} days` : `since ${from.toISOString()}`;
}
