import { occurrencesOf, placesAfter, type MessageText } from './message-text.ts';
import { readPartialHost, readPartialImage } from './partial-image.ts';
import { readReference } from './read-reference.ts';
import { PUBLIC_REGISTRIES } from './registry-host.ts';
import type { Sighting } from './sighting.ts';

/** As much of a command line as stands before its image. */
const LONGEST_COMMAND = 400;

/** Commands on an image that is made here, not pulled, and the options of a build that name one. */
const MAKING =
  /(?:docker|podman|buildah|nerdctl|crane|skopeo) (?:push|tag|build|buildx|login|copy)\b|get-login-password|--password-stdin|(?:^|\s)(?:-t|--tag|--destination|--cache-from|--cache-to)[ =]["']?$/;

/** An address whose host goes on in the next line: `https://auth.` is the begin of no registry's name. */
const CUT_HOST = /\/\/[\w.-]*\.\n$/;
const LONGEST_LABELS = 80;

/** Every reference that shows by its host that it is one, wherever it stands. */
export function bareSightings(message: MessageText): Sighting[] {
  return [...ecrImages(message), ...publicImages(message)].filter(({ place }) => !isMadeHere(message.flat, place));
}

function isMadeHere(flat: string, place: number): boolean {
  const before = flat.slice(Math.max(0, place - LONGEST_COMMAND), place);
  return MAKING.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** A private ECR registry: its host cannot be anything else. */
function ecrImages(message: MessageText): Sighting[] {
  return [...placesAfter(message, '.dkr.ecr'), ...placesAfter(message, '.dkr-ecr')].flatMap((place) => {
    const begin = beginOfHost(message.flat, place);
    const found = readReference(message.flat, begin, true);
    const written = found.written.replace(/\/v2(?:\/.*)?$/, '');
    if (!/\.dkr[.-]ecr/.test(written)) return [];
    const slash = written.indexOf('/');
    const image = slash < 0 ? readPartialHost(written) : readPartialImage(written);
    return [{ image, weight: image.repository === null || found.mayBeCut ? 1 : 2, standing: 'bare', place: begin }];
  });
}

/** An image of a registry that everybody knows. */
function publicImages(message: MessageText): Sighting[] {
  return PUBLIC_REGISTRIES.flatMap((host) =>
    occurrencesOf(message, `${host}/`).flatMap(({ begin }): Sighting[] => {
      if (!/(?:^|[\s"'`(=:])$/.test(message.flat.slice(Math.max(0, begin - 1), begin))) return [];
      if (CUT_HOST.test(message.flat.slice(Math.max(0, begin - LONGEST_LABELS), begin))) return [];
      const found = readReference(message.flat, begin, true);
      if (!found.written.startsWith(`${host}/`)) return [];
      const image = readPartialImage(withoutCall(found.written));
      return image.repository === null
        ? []
        : [{ image, weight: found.mayBeCut ? 1 : 2, standing: 'bare', place: begin }];
    }),
  );
}

/** `HOST/v2/NAME/manifests/TAG`, of which the begin is cut off that shows it to be a URL. */
function withoutCall(written: string): string {
  return written
    .replace(/^([^/]+)\/v2\/(.+)\/manifests\/(?!sha256:)([\w.-]+)$/, '$1/$2:$3')
    .replace(/^([^/]+)\/v2\/.*$/, '$1');
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
