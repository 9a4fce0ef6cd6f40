import type { Drawn } from './blocks/drawn.ts';
import { drawRefusal } from './blocks/refusal.ts';
import type { Edge } from './edge.ts';

/** Does what somebody asked for, and does not leave them without an answer when we fail. The log has the details. */
export async function orApologise(
  { log }: Edge,
  say: (drawn: Drawn) => Promise<unknown>,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    log.error({ err: error }, 'what somebody asked for failed');
    await say(drawRefusal('our-fault')).catch((second: unknown) =>
      log.warn({ err: second }, 'and they could not be told'),
    );
  }
}
