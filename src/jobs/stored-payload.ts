import { randomUUID } from 'node:crypto';
import type { JobNotes } from './contract.ts';

/**
 * How a payload lies in a queue.
 *
 * Its JSON is kept as text, because PostgreSQL's `jsonb` would sort the keys and refuses U+0000, and what a person
 * approved must come back byte for byte. The ticket tells the one who added a job from those who came after.
 */
export interface StoredPayload {
  readonly ticket: string;
  readonly json: string;
}

export function storePayload(data: unknown): StoredPayload {
  return { ticket: randomUUID(), json: toText(data) };
}

/** The JSON text of a value; nothing at all becomes `null`. */
export function toText(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** The value of a text that `toText` wrote. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what it had written
export function fromText<Value>(text: string): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one program reads what it wrote itself
  return JSON.parse(text) as Value;
}

/** The notes in a job's progress, which is a number until the first note. */
export function notesIn(progress: unknown): JobNotes {
  return typeof progress === 'string' ? fromText<JobNotes>(progress) : {};
}
