import type { Ledgers } from './ledgers.ts';
import { storePayload } from './stored-payload.ts';

/** However many repetitions come within this time, they are told together. Slack takes some 50 edits a minute of all. */
const TOGETHER_MS = 5_000;

/**
 * Sees to it that the repetitions of this diagnosis are told at the end of the present span of time. The job of each span
 * has one id, so a storm leads to one telling a span, and the last repetition is never left untold.
 */
export async function tellOfRepeats({ repeats }: Ledgers, id: string): Promise<void> {
  const now = Date.now();
  const span = Math.floor(now / TOGETHER_MS);
  const endsIn = (span + 1) * TOGETHER_MS - now;
  await repeats.writeOnce(`${span}/${id}`, storePayload(id), endsIn);
}
