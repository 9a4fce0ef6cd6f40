import type { KnownBlock } from '@slack/types';
import type { ApiCall } from '../../domain/fix.ts';
import { paragraph, preformatted, richText, sentence } from './rich-text.ts';
import { code, nameAccounts } from './text.ts';
import type { AccountNames } from './text.ts';

/** Well under the 3,000 characters that Slack allows the other text blocks. */
const MOST_CHARACTERS_A_PIECE = 2_500;

/** One call as it will be sent, whole: nobody approves what they were not shown, so a long input takes several blocks. */
export function drawCall(
  heading: string,
  { action, place, resource, input }: ApiCall,
  names: AccountNames,
): KnownBlock[] {
  const where = nameAccounts(`${code(action)} in ${place.account}, ${place.region}, on ${code(resource)}:`, names);
  const [first = '', ...more] = pieces(visibleJson(input));
  return [
    richText(paragraph(...sentence(heading, { bold: true })), paragraph(...sentence(where)), preformatted(first)),
    ...more.map((piece) => richText(preformatted(piece))),
  ];
}

/** JSON in which every character can be seen: one that turns the direction of reading could hide what is sent. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(
    /[^\x20-\x7E\n]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function pieces(text: string): string[] {
  const count = Math.ceil(text.length / MOST_CHARACTERS_A_PIECE);
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * MOST_CHARACTERS_A_PIECE, (index + 1) * MOST_CHARACTERS_A_PIECE),
  );
}
