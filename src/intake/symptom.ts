import type { Symptom } from '../domain/incident.ts';
import { nextOccurrence, squeeze, type MessageText } from './message-text.ts';
import { SIGNATURES } from './signatures.ts';
import { positionOf, type Circumstances } from './symptom-position.ts';

/** As much of the message's own words as fits a line of an answer. */
const LONGEST_QUOTE = 160;

/** Fewer letters than these could begin many wordings. */
const SHORTEST_BEGINNING = 9;

/** Longer than any wording with the marks that may close the message after it. */
const FARTHEST_CUT = 200;

/** The symptom with its place in the order of a pull. */
export function symptomOf(circumstances: Circumstances): Symptom {
  const { message } = circumstances;
  const found = stated(message) ?? begun(message) ?? { kind: 'other', quote: clauseAround(message.flat, 0, 0) };
  return { ...found, ...positionOf(found.kind, circumstances) };
}

type Statement = Pick<Symptom, 'kind' | 'quote'>;

/** The most specific wording of the message. */
function stated(message: MessageText): Statement | null {
  for (const { kind, wording } of SIGNATURES) {
    const found = nextOccurrence(message, wording, 0);
    if (found !== null) return { kind, quote: clauseAround(message.flat, found.begin, found.end) };
  }
  return null;
}

/** A wording that the end of the message cuts off: ECS keeps 1,024 characters of a reason, Batch 255. */
function begun({ flat, squeezed }: MessageText): Statement | null {
  // What closes a quote or a fence around the message comes after the cut.
  const last = squeezed.slice(-FARTHEST_CUT).replace(/[^a-z0-9]+$/, '');
  for (const { kind, wording } of SIGNATURES) {
    const needle = squeeze(wording);
    for (let length = needle.length - 1; length >= Math.max(SHORTEST_BEGINNING, needle.length / 2); length -= 1) {
      if (last.endsWith(needle.slice(0, length))) return { kind, quote: clauseAround(flat, flat.length, flat.length) };
    }
  }
  return null;
}

/** The words that state the symptom, with what they are said of: `not found` alone convinces nobody. */
function clauseAround(flat: string, begin: number, end: number): string {
  const words = flat.replaceAll('\n', ' ');
  const from = Math.max(0, begin - LONGEST_QUOTE / 2);
  const clause = words.lastIndexOf(': ', begin - 24);
  const start = clause < from ? words.indexOf(' ', from) : clause + 2;
  const quote = words
    .slice(from === 0 && clause < 0 ? 0 : start, Math.max(end, start + LONGEST_QUOTE))
    .slice(0, LONGEST_QUOTE);
  return (start + LONGEST_QUOTE < words.length ? quote.replace(/\s\S{0,40}$/, '') : quote).trim();
}
