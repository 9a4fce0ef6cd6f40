import { startsRecord } from './hard-wraps.ts';
import { splitReference } from './image-grammar.ts';
import { beforeEllipsis, withoutLastPart } from './shortened-reference.ts';

/** Longer than any reference with all the line ends that a wrap can put into it. */
const FARTHEST = 900;

/** `sha256:` and 64 digits. */
const DIGEST_LENGTH = 71;

/**
 * Characters of references, and of the marks that people leave in place of what they hide. The first and the last range are
 * the halves of emoji: a tag that one stands in is no shorter tag.
 */
const REFERENCE_CHARACTER = /[\udc00-\udfffA-Za-z0-9._\-/:@+%{}<>$*_[\]\u2026\ud83c-\ud83e]/;

const REFERENCE = new RegExp(`^${REFERENCE_CHARACTER.source}*$`);

/** What may close a quote or a fence around a message that was cut off. */
const NOTHING_MORE = /^(?!["'`])[\s`~|>]*$/;

/** A whole command, pasted where its image belongs. */
const COMMAND = /^(?:docker|podman|nerdctl|crictl|kubectl|ctr)\s/;

/** How the sentence goes on after an image, in any product; a line that begins so does not continue the image. */
const CONTINUATIONS =
  /^(?:repository|failed|not|no|unexpected|pulling|pull|rpc|error|errors?|manifest|there|from|check|please|with|does|is|has|was|because|denied|unauthorized|access|connection|dial|head|get|using|unable|unsupported|status|warning|normal|and|the|in|on|to|for|or|provide|image|reading|pinging|context|timeout|x509|toomanyrequests|unknown|requested|docker|run|reason|resolve|exit|command|trying|output|https?)(?![A-Za-z0-9/@_-]|\.[A-Za-z0-9])/i;

/** A reference as written, and the place where the text after it begins. */
export interface WrittenReference {
  readonly written: string;
  readonly end: number;
  /** Whether it ends at the end of a line where nothing tells if the next line continues it. */
  readonly mayBeCut: boolean;
}

/**
 * The reference that begins at a place of a message's flat view, as written but for the white space that a wrap put into it.
 * Empty when there is none.
 *
 * @param mayWrap whether a line end may fall inside it: so in a product's sentence, not so in a command line.
 */
export function readReference(flat: string, place: number, mayWrap: boolean): WrittenReference {
  const begin = skip(flat, place);
  const quote = /(["'`])\s?(?:docker:\/\/)?$/.exec(flat.slice(Math.max(0, begin - 12), begin))?.[1] ?? null;
  const quoted = quote === null ? null : readQuoted(flat, begin, quote);
  const { written, end } = quoted ?? beforeCut(readBare(flat, begin, mayWrap), flat, quote);
  const mayBeCut =
    mayWrap && flat[end] === '\n' && trimmed(written) === written && !CONTINUATIONS.test(flat.slice(end + 1, end + 40));
  return { written: trimmed(written), end, mayBeCut };
}

/** Without its last part, when the text ends before the quote that it began: `"host/shop/ca` may have been `shop/cart`. */
function beforeCut<T extends Pick<WrittenReference, 'written' | 'end'>>(
  found: T,
  flat: string,
  quote: string | null,
): T {
  if (quote === null || !NOTHING_MORE.test(flat.slice(found.end, found.end + 40))) return found;
  return { ...found, written: withoutLastPart(found.written) };
}

/** Past white space, one opening quote and the transport that podman and skopeo write before an image. */
function skip(flat: string, place: number): number {
  const isQuoted = /["'`]/.test(flat[place - 1] ?? '');
  const lead = isQuoted ? /\s?(?:docker:\/\/)?/y : /[\s=:[]{0,4}["'`]?\s?(?:docker:\/\/)?/y;
  lead.lastIndex = place;
  lead.exec(flat);
  return Math.max(place, lead.lastIndex);
}

/** Up to the closing quote, however the text is wrapped, if everything before it may belong to a reference. */
function readQuoted(flat: string, begin: number, quote: string): Pick<WrittenReference, 'written' | 'end'> | null {
  const length = flat.slice(begin, begin + FARTHEST).indexOf(quote);
  if (length < 0) return null;
  const end = begin + length;
  const quoted = flat.slice(begin, end).trim();
  // A quote that closes in the next entry of a log was never closed.
  if (quoted.split('\n').slice(1).some(startsRecord)) return null;
  const inside = quoted.replace(/\n/g, '');
  if (REFERENCE.test(inside) && !COMMAND.test(quoted)) return { written: beforeEllipsis(inside), end: end + 1 };
  // Words in the place of an image, such as a whole command, are none; a sentence there means that the quote is another's.
  return /[:,;] |["'`]/.test(inside) ? null : { written: '', end: end + 1 };
}

function readBare(flat: string, begin: number, mayWrap: boolean): Pick<WrittenReference, 'written' | 'end'> {
  const run = new RegExp(`${REFERENCE_CHARACTER.source}*`, 'y');
  const text = flat.slice(begin, begin + FARTHEST);
  let written = '';
  for (let place = 0; place <= text.length; place = run.lastIndex + 1) {
    run.lastIndex = place;
    written += run.exec(text)?.[0] ?? '';
    const lineEnd = run.lastIndex;
    const continues = mayWrap && text[lineEnd] === '\n' && continuesAt(text, lineEnd + 1, written);
    if (!continues) return { written, end: begin + lineEnd };
  }
  return { written, end: begin + text.length };
}

/** Whether the line that begins at a place is the rest of a reference that the line before it began. */
function continuesAt(flat: string, place: number, reference: string): boolean {
  const next = flat.slice(place, place + 200);
  const chunk = /^[^\s"'`,]*/.exec(next)?.[0] ?? '';
  if (chunk === '' || CONTINUATIONS.test(next)) return false;
  const { tag, digest } = splitReference(reference);
  if (digest !== undefined) return digest.length < DIGEST_LENGTH && `${digest}${chunk}`.startsWith('sha256:');
  if (reference.endsWith(':')) return tag === '' && /^[\w.-]+(?:[:"'@]|$)/.test(chunk);
  // A tag has no colon within: what has one is the next thing in a list, such as an ARN.
  if (tag !== undefined && /^[^@]*:./.test(chunk)) return false;
  if (/[/@_.-]$/.test(reference) || /^[/@:_.-]/.test(chunk)) return true;
  return !reference.includes('/') || /[\d/@:_-]/.test(chunk);
}

/** Without what belongs to the sentence: its full stop, its colon, the bracket it stands in. */
function trimmed(written: string): string {
  const end = /[.,:;)\]}>\u2026-]+$/.exec(written);
  if (end === null) return written;
  const closesPlaceholder = /[>}]$/.test(written) && /[<{]/.test(written);
  return closesPlaceholder ? written : written.slice(0, end.index);
}

/** The reference between a place and the words that follow it, however both are wrapped. Empty when there is none. */
export function readReferenceBefore(flat: string, place: number, words: string): WrittenReference {
  const text = flat.slice(place, place + FARTHEST).replace(/\n/g, '');
  const length = text.search(new RegExp(words.replaceAll(' ', ' ?'), 'i'));
  const inside = text
    .slice(0, Math.max(0, length))
    .trim()
    .replace(/^["'`]|["'`]$/g, '');
  return { written: REFERENCE.test(inside) ? trimmed(inside) : '', end: place + length, mayBeCut: false };
}
