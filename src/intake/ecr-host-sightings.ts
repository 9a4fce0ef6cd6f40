import { placesAfter, type MessageText } from './message-text.ts';
import { readPartialHost, readPartialImage } from './partial-image.ts';
import { readReference } from './read-reference.ts';
import type { Sighting } from './sighting.ts';

/** Every reference to a private ECR registry, wherever it stands: its host cannot be anything else. */
export function ecrHostSightings(message: MessageText): Sighting[] {
  return [...placesAfter(message, '.dkr.ecr'), ...placesAfter(message, '.dkr-ecr')].flatMap((place) => {
    const begin = beginOfHost(message.flat, place);
    const found = readReference(message.flat, begin, true);
    const written = found.written.replace(/\/v2(?:\/.*)?$/, '');
    if (!/\.dkr[.-]ecr/.test(written)) return [];
    const slash = written.indexOf('/');
    const image = slash < 0 ? readPartialHost(written) : readPartialImage(written);
    return [{ image, weight: image.repository === null || found.mayBeCut ? 1 : 2, place: begin }];
  });
}

/** Where the host begins that goes on to a place. A line end in its account or in `.dkr` cannot be the begin. */
function beginOfHost(flat: string, place: number): number {
  let begin = place;
  for (let at = place - 1; at >= Math.max(0, place - 80); at -= 1) {
    const character = flat[at] ?? '';
    if (character !== '\n' && /[\s"'`=/(,:|]/.test(character)) break;
    if (character === '\n' && !isCutBefore(flat, begin, at)) break;
    if (character !== '\n') begin = at;
  }
  // Letters before the twelve digits are the end of a word that a join of lines has left without its space.
  return begin + (/^[a-z]+(?=\d{12}\.dkr)/.exec(flat.slice(begin, place))?.[0].length ?? 0);
}

function isCutBefore(flat: string, begin: number, lineEnd: number): boolean {
  const host = flat.slice(begin, begin + 80).replace(/\n/g, '');
  const [account = ''] = /^\d+(?=\.dkr)/.exec(host) ?? [];
  const [before = ''] = /\d*$/.exec(flat.slice(Math.max(0, lineEnd - 12), lineEnd)) ?? [];
  return !/^[^.]+\.dkr/.test(host) || (account !== '' && before !== '' && before.length + account.length === 12);
}
