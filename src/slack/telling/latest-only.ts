import { setTimeout as sleep } from 'node:timers/promises';

export interface LatestOnly<Value> {
  /** Takes the place of whatever still waits. */
  offer(value: Value): void;
  /** Drops what waits and settles once nothing is under way. */
  close(): Promise<void>;
}

/**
 * Sends the newest value only, one at a time. Values that come while one is under way replace each other.
 * @param send must not reject; answers for how many milliseconds to stay silent afterwards
 */
export function latestOnly<Value>(send: (value: Value) => Promise<number>): LatestOnly<Value> {
  const waiting: Value[] = [];
  const closing = new AbortController();
  let underWay: Promise<void> | null = null;

  async function drain(): Promise<void> {
    for (let value = waiting.pop(); value !== undefined && !closing.signal.aborted; value = waiting.pop()) {
      const silence = await send(value);
      await sleep(silence, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
    underWay = null;
  }

  return {
    offer(value) {
      waiting.splice(0, waiting.length, value);
      underWay ??= drain();
    },
    async close() {
      closing.abort();
      await underWay;
    },
  };
}
