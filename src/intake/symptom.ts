import type { Symptom } from '../domain/incident.ts';
import { nextOccurrence, occurrencesOf, squeeze, type MessageText, type Occurrence } from './message-text.ts';
import { SIGNATURES } from './signatures.ts';
import type { Signature } from './signatures/signature.ts';
import { positionOf, type Circumstances } from './symptom-position.ts';

/** As much of the message's own words as fits a line of an answer. */
const LONGEST_QUOTE = 160;

/** Fewer letters than these could begin many wordings; where a clause begins, these many say enough. */
const SHORTEST_BEGINNING = 9;
const SHORTEST_CLAUSE = 6;

/** As far back as a word is looked at that a wording speaks of. */
const LONGEST_FILE_NAME = 40;

/** Longer than any wording with the marks that may close the message after it. */
const FARTHEST_CUT = 200;

/** The symptom with its place in the order of a pull. */
export function symptomOf(circumstances: Circumstances): Symptom {
  const { message } = circumstances;
  const found = stated(message) ?? begun(message) ?? { kind: 'other', quote: clauseAround(message.flat, 0, 0) };
  return { ...found, ...positionOf(found.kind, circumstances) };
}

/** Whether a text says what went wrong, and not only that something did. */
export function statesSymptom(message: MessageText): boolean {
  return stated(message) !== null;
}

type Statement = Pick<Symptom, 'kind' | 'quote'>;

/** The most specific wording of the message. */
function stated(message: MessageText): Statement | null {
  for (const signature of SIGNATURES) {
    const found = meant(message, signature);
    if (found !== undefined) return { kind: signature.kind, quote: clauseAround(message.flat, found.begin, found.end) };
  }
  return null;
}

/** Where the wording stands first and speaks of the pull. */
function meant(message: MessageText, { wording, unlessAfter }: Signature): Occurrence | undefined {
  if (unlessAfter === undefined) return nextOccurrence(message, wording, 0) ?? undefined;
  return occurrencesOf(message, wording).find(
    ({ begin }) => !unlessAfter.test(message.flat.slice(Math.max(0, begin - LONGEST_FILE_NAME), begin)),
  );
}

/** A wording that the end of the message cuts off: ECS keeps 1,024 characters of a reason, Batch 255. */
function begun({ flat, squeezed }: MessageText): Statement | null {
  // What closes a quote or a fence around the message comes after the cut.
  const last = squeezed.slice(-FARTHEST_CUT).replace(/[^a-z0-9]+$/, '');
  for (const { kind, wording } of SIGNATURES) {
    const needle = squeeze(wording);
    for (let length = needle.length - 1; length >= SHORTEST_CLAUSE; length -= 1) {
      const beginning = needle.slice(0, length);
      const isLong = length >= Math.max(SHORTEST_BEGINNING, needle.length / 2);
      const isCut = last.endsWith(isLong || beginning.startsWith(':') ? beginning : `:${beginning}`);
      if (isCut) return { kind, quote: clauseAround(flat, flat.length, flat.length) };
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
  const stop = end + endOfValue(words.slice(end, end + LONGEST_QUOTE));
  const quote = words
    .slice(from === 0 && clause < 0 ? 0 : start, Math.min(stop, Math.max(end, start + LONGEST_QUOTE)))
    .slice(0, LONGEST_QUOTE);
  return (start + LONGEST_QUOTE < stop ? quote.replace(/\s\S{0,40}$/, '') : quote).trim();
}

/** Where the value ends that a wording stands in: before the next key of JSON, of a dump or of logfmt. */
function endOfValue(rest: string): number {
  const next = /["'] ?(?:, ?["'][\w.-]{1,60}["'] ?[:=]|[\]}]| [a-z]\w{1,30}=)/.exec(rest);
  return next?.index ?? rest.length;
}
