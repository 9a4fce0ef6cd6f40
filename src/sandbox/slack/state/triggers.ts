import { newSecret } from './identifiers.ts';

/** How long Slack lets an app open a modal after an interaction. docs.slack.dev, "Handling user interaction" */
const TRIGGER_LIFETIME_MS = 3_000;

export type TriggerUse =
  | { readonly kind: 'good'; readonly user: string }
  | { readonly kind: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };

/** The one-time permissions to open a modal that every interaction carries. */
export class Triggers {
  readonly #now: () => number;
  readonly #issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(user: string): string {
    const id = `${this.#now()}.${newSecret()}`;
    this.#issued.set(id, { user, at: this.#now(), used: false });
    return id;
  }

  use(id: string): TriggerUse {
    const trigger = this.#issued.get(id);
    if (trigger === undefined) return { kind: 'invalid_trigger_id' };
    if (trigger.used) return { kind: 'exchanged_trigger_id' };
    if (this.#now() - trigger.at > TRIGGER_LIFETIME_MS) return { kind: 'expired_trigger_id' };
    trigger.used = true;
    return { kind: 'good', user: trigger.user };
  }
}
