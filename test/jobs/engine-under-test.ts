import { EventEmitter, once } from 'node:events';
import { type JobHandlers, type Jobs, openJobs, type QueueOptions } from '../../src/jobs/index.ts';

interface Pasted {
  readonly text: string;
}

interface Verdict {
  readonly cause: string;
}

interface PlannedFix {
  readonly calls: readonly string[];
}

interface Choice {
  readonly kind: 'approved' | 'rejected';
  readonly by: string;
}

export interface Shapes {
  readonly diagnosis: { readonly data: Pasted; readonly result: Verdict };
  readonly request: { readonly data: PlannedFix };
  readonly decision: { readonly data: Choice; readonly result: string };
}

/** Where one test's jobs live: an empty queue of its own. */
export interface Place {
  readonly url: string | null;
  readonly dataDir: string;
}

export interface EngineUnderTest {
  readonly name: string;
  /** Whether several processes can have the same queue open. */
  readonly isShared: boolean;
  emptyPlace(): Promise<Place>;
}

export async function openAt(place: Place, options: Partial<QueueOptions> = {}): Promise<Jobs<Shapes>> {
  return openJobs<Shapes>({ ...place, log: () => {}, ...options });
}

export function handlers(some: Partial<JobHandlers<Shapes>> = {}): JobHandlers<Shapes> {
  return {
    diagnose: async ({ data }) => ({ cause: data.text }),
    carryOut: async ({ data }) => `${data.kind} by ${data.by}`,
    expire: async () => {},
    giveUp: async () => {},
    tellRepeats: async () => {},
    ...some,
  };
}

export const CONCURRENCY = { concurrency: 4 };

const POLL_MS = 20;

/** Asks until there is an answer. The test's own timeout is what ends it otherwise. */
export async function eventually<Answer>(ask: () => Promise<Answer | null | false>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export function inAnHour(): Date {
  return new Date(Date.now() + 3_600_000);
}

/** A promise and the function that resolves it. */
export function latch(): { readonly opened: Promise<void>; open(): void } {
  const opening = new EventEmitter();
  return { opened: once(opening, 'open').then(() => {}), open: () => void opening.emit('open') };
}
