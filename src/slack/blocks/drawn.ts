import type { KnownBlock } from '@slack/types';

/** A message as chat.postMessage takes it. `text` is all that a screen reader and a notification get. */
export interface Drawn {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Under half of what Slack was seen to refuse (slackapi/bolt-js#2509), counted as JSON. */
export const MOST_CHARACTERS_OF_BLOCKS = 8_000;

/** Slack cuts or splits the text of a message at about 4,000 characters. */
export const MOST_CHARACTERS_OF_TEXT = 3_000;

/** How much of a long message is shown: Slack refuses messages above sizes that it does not document. */
export interface Detail {
  readonly linesAPart: number;
  readonly charactersALine: number;
}

const DETAILS: readonly [Detail, ...Detail[]] = [
  { linesAPart: 1, charactersALine: 90 },
  { linesAPart: 2, charactersALine: 120 },
  { linesAPart: 3, charactersALine: 200 },
  { linesAPart: 5, charactersALine: 300 },
  { linesAPart: 8, charactersALine: 500 },
];

/** The fullest drawing that is at most `most` characters long. The barest one must always fit: tests see to that. */
export function fullestThatFits<Drawing extends string | KnownBlock[]>(
  draw: (detail: Detail) => Drawing,
  most: number,
): Drawing {
  const [barest, ...fuller] = DETAILS;
  let drawing = draw(barest);
  for (const detail of fuller) {
    const next = draw(detail);
    if (sizeOf(next) > most) return drawing;
    drawing = next;
  }
  return drawing;
}

function sizeOf(drawing: string | KnownBlock[]): number {
  return typeof drawing === 'string' ? drawing.length : JSON.stringify(drawing).length;
}
