/** Gives each message a `ts` that no other has, in the order in which they were asked for. */
export type NextTimestamp = () => string;

/** @param now the time in milliseconds since 1970 */
export function createTimestamps(now: () => number): NextTimestamp {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
}
