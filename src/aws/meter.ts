import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

/** Counts what one investigation really sent, apart from what it asked for: retries are not counted, repeats are. */
export class CallMeter {
  readonly #sent = new Map<string, number>();

  record(call: { service: string; operation: string; place: string; input: unknown }): void {
    const key = createHash('sha256').update(JSON.stringify(call)).digest('base64');
    this.#sent.set(key, (this.#sent.get(key) ?? 0) + 1);
  }

  get calls(): number {
    return [...this.#sent.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Calls that asked again what had been asked already. */
  get duplicates(): number {
    return this.calls - this.#sent.size;
  }
}

/** Clients are shared by all investigations; this says whose call is under way. */
export const currentMeter = new AsyncLocalStorage<CallMeter>();
