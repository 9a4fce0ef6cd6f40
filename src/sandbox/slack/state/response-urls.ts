import { newSecret } from './identifiers.ts';

/** Figures of docs.slack.dev, "Handling user interaction": five answers within thirty minutes. */
const MOST_USES = 5;
const LIFETIME_MS = 30 * 60 * 1000;

/** Where the interaction came from, and so what an answer to it may replace. */
export interface ResponseOrigin {
  readonly user: string;
  readonly channel: string;
  /** The message that was clicked; absent for a slash command. */
  readonly message?: { readonly ts: string; readonly isEphemeral: boolean; readonly threadTs?: string | undefined };
}

export type ResponseUse =
  | { readonly kind: 'good'; readonly origin: ResponseOrigin }
  | { readonly kind: 'expired_url' | 'used_url' };

/** The addresses that an app may answer an interaction at, without being a member of the channel. */
export class ResponseUrls {
  readonly #base: string;
  readonly #now: () => number;
  readonly #issued = new Map<string, { readonly origin: ResponseOrigin; readonly at: number; uses: number }>();

  /** @param base what the secret is appended to, such as `http://127.0.0.1:3141/response/` */
  constructor(base: string, now: () => number) {
    this.#base = base;
    this.#now = now;
  }

  issue(origin: ResponseOrigin): string {
    const secret = newSecret();
    this.#issued.set(secret, { origin, at: this.#now(), uses: 0 });
    return this.#base + secret;
  }

  use(secret: string): ResponseUse {
    const issued = this.#issued.get(secret);
    if (issued === undefined || this.#now() - issued.at > LIFETIME_MS) return { kind: 'expired_url' };
    if (issued.uses >= MOST_USES) return { kind: 'used_url' };
    issued.uses += 1;
    return { kind: 'good', origin: issued.origin };
  }
}
