import type { StreamContent } from './stream-content.ts';

/** A stream ends by itself after about five minutes, even while it is written to (slackapi/node-slack-sdk#2702). */
const LIFETIME_MS = 5 * 60 * 1000;

/** The messages that an app is streaming into, by their `ts`. */
export class Streams {
  readonly #now: () => number;
  readonly #open = new Map<string, { readonly startedAt: number; content: StreamContent }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  start(ts: string, content: StreamContent): void {
    this.#open.set(ts, { startedAt: this.#now(), content });
  }

  /** @returns `undefined` when nothing is streamed into this message, or no longer */
  content(ts: string): StreamContent | undefined {
    const stream = this.#open.get(ts);
    return stream === undefined || this.#now() - stream.startedAt > LIFETIME_MS ? undefined : stream.content;
  }

  replace(ts: string, content: StreamContent): void {
    const stream = this.#open.get(ts);
    if (stream !== undefined) stream.content = content;
  }

  end(ts: string): void {
    this.#open.delete(ts);
  }
}
