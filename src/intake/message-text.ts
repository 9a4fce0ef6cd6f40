/**
 * A text in two views. A pasted message may be broken anywhere, also within a word, so its wording is looked for in a view
 * without any white space; names are then read from the view that still has it, where it says where a name ends.
 */
export interface MessageText {
  /** Every run of white space is one space, or one line feed if the run had one. */
  readonly flat: string;
  /** `flat` without white space, ASCII letters in lower case. */
  readonly squeezed: string;
  /** For each character of `squeezed`, its place in `flat`; one more entry for the end. */
  readonly places: Uint32Array;
}

export function messageText(text: string): MessageText {
  const flat = text.replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '));
  const places = new Uint32Array(flat.length + 1);
  let count = 0;
  for (let place = 0; place < flat.length; place += 1) {
    const character = flat[place];
    if (character !== ' ' && character !== '\n') {
      places[count] = place;
      count += 1;
    }
  }
  places[count] = flat.length;
  return { flat, squeezed: squeeze(flat), places: places.subarray(0, count + 1) };
}

/** A wording as it stands in the squeezed view. Only ASCII letters change case: others may change length. */
export function squeeze(wording: string): string {
  return wording.replace(/\s+/g, '').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether the message has these words, however it is wrapped and capitalised. */
export function says(message: MessageText, wording: string): boolean {
  return nextOccurrence(message, wording, 0) !== null;
}

/** Whether the message has any of these wordings. */
export function saysAny(message: MessageText, wordings: readonly string[]): boolean {
  return wordings.some((wording) => says(message, wording));
}

/** Where in `flat` the text after each occurrence of a wording begins. */
export function placesAfter(message: MessageText, wording: string): number[] {
  return occurrencesOf(message, wording).map(({ end }) => end);
}

/** Every occurrence of a wording, in their order. */
export function occurrencesOf(message: MessageText, wording: string): Occurrence[] {
  const found: Occurrence[] = [];
  let occurrence = nextOccurrence(message, wording, 0);
  while (occurrence !== null) {
    found.push(occurrence);
    occurrence = nextOccurrence(message, wording, occurrence.next);
  }
  return found;
}

/** An occurrence of a wording: where it stands in `flat`, and where in `squeezed` to go on looking. */
export interface Occurrence {
  readonly begin: number;
  readonly end: number;
  readonly next: number;
}

/**
 * The first occurrence of a wording at or after a place of the squeezed view. Line ends may stand anywhere in it, spaces only
 * where it has some: the registry's `toomanyrequests` is not anybody's `too many requests`. A wording that ends in a space
 * ends a word: `failed to resolve ref ` is not found in `failed to resolve reference`.
 */
export function nextOccurrence(message: MessageText, wording: string, from: number): Occurrence | null {
  const { flat, squeezed, places } = message;
  const needle = squeeze(wording);
  for (let at = squeezed.indexOf(needle, from); at >= 0; at = squeezed.indexOf(needle, at + 1)) {
    const next = at + needle.length;
    const end = (places[next - 1] ?? 0) + 1;
    const begin = places[at] ?? 0;
    const endsWord = !wording.endsWith(' ') || end === flat.length || places[next] !== end;
    if (endsWord && spacesIn(flat.slice(begin, end)) <= spacesIn(wording)) return { begin, end, next };
  }
  return null;
}

function spacesIn(text: string): number {
  return text.split(' ').length - 1;
}
