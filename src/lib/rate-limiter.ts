/** Spaces calls out, so that no more than so many go in any second. It keeps no timer: the caller waits for himself. */
export class RateLimiter {
  readonly #gapMs: number;
  readonly #now: () => number;
  #nextTurn = Number.NEGATIVE_INFINITY;

  /** @param perSecond `Infinity` for no limit at all. */
  constructor(perSecond: number, now: () => number = Date.now) {
    this.#gapMs = 1000 / perSecond;
    this.#now = now;
  }

  /** Takes the next free turn. Returns how long to wait for it, in milliseconds. */
  takeTurn(): number {
    const now = this.#now();
    const turn = Math.max(now, this.#nextTurn);
    this.#nextTurn = turn + this.#gapMs;
    return turn - now;
  }
}
