import type { Delivery } from '../delivery/socket-mode.ts';
import type { HumanAction, Outcome } from './human-actions.ts';

/** One kind of thing that a person does. */
export type Doing<Kind extends HumanAction['kind']> = Extract<HumanAction, { kind: Kind }>;

export const DONE: Outcome = { kind: 'done' };

/** What the person sees of a delivery to the app. */
export function outcomeOf(delivery: Delivery): Outcome {
  return delivery.kind === 'acknowledged' ? DONE : failed(`This ${excuse(delivery)}`);
}

export function excuse(delivery: Delivery): string {
  return delivery.kind === 'not-connected'
    ? 'failed, because the app is not connected.'
    : 'failed, because the app did not respond in time.';
}

export function failed(reason: string): Outcome {
  return { kind: 'failed', reason };
}
