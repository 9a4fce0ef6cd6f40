import type { ImageReference, Registry } from '../domain/image-reference.ts';
import { isDigest, isRepository, isTag, splitReference } from './image-grammar.ts';
import { DOCKER_HUB, namesRegistry, readEcrHost, registryOf } from './registry-host.ts';

const EXAMPLE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v2.1.0';

/** Longer than any host, name, tag and digest together. */
const LONGEST_REFERENCE = 800;

/**
 * One image, as a person types it: a reference with a registry, a namespace, a tag or a digest. One bare word is not
 * enough, for any word would do. `null` when the text is no valid reference; then `explainBadImage` says why.
 */
export function parseImage(text: string): ImageReference | null {
  const written = text.trim();
  return /[/:@]/.test(written) ? parseReference(written) : null;
}

/**
 * One image in a place where only an image can stand, such as after `docker pull`: there `nginx` is one too, and means
 * `docker.io/library/nginx`.
 */
export function parseReference(text: string): ImageReference | null {
  if (text.length === 0 || text.length > LONGEST_REFERENCE) return null;
  const { name, tag, digest } = splitReference(text);
  if (tag !== undefined && !isTag(tag)) return null;
  if (digest !== undefined && !isDigest(digest)) return null;
  const { registry, repository } = splitName(name);
  if (registry === null || !isRepository(repository)) return null;
  return { text, registry, repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

/** The reference in full: registry, repository, tag and digest. Parsed again, it gives the same reference. */
export function formatImage(image: ImageReference): string {
  const tag = image.tag === undefined ? '' : `:${image.tag}`;
  const digest = image.digest === undefined ? '' : `@${image.digest}`;
  return `${image.registry.host}/${image.repository}${tag}${digest}`;
}

/** One sentence for a person whose text is no image: what is wrong with it, and what a right one looks like. */
export function explainBadImage(text: string): string {
  return `${whatIsWrong(text.trim())}; a right one looks like this: ${EXAMPLE}`;
}

function splitName(name: string): { registry: Registry | null; repository: string } {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hub: Registry = { kind: 'other', host: DOCKER_HUB };
  if (!namesRegistry(first)) return { registry: hub, repository: slash < 0 ? `library/${name}` : name };
  const registry = registryOf(first);
  const rest = name.slice(slash + 1);
  const isOfficial = registry?.host === DOCKER_HUB && !rest.includes('/');
  return { registry, repository: isOfficial ? `library/${rest}` : rest };
}

function whatIsWrong(text: string): string {
  if (text === '') return 'Name the image';
  if (/\s/.test(text)) return 'An image is one word, without spaces';
  if (text.includes('://')) return 'An image has no scheme: leave out what stands before the registry';
  if (/[<>{}$*]/.test(text)) return 'A placeholder in this image was never filled in';
  if (!/[/:@]/.test(text) && !namesRegistry(text)) return 'This names no registry and no tag, so it could be anything';
  const { name, tag, digest } = splitReference(text);
  if (digest !== undefined && !isDigest(digest)) return 'A digest is sha256: and 64 hexadecimal digits';
  if (tag !== undefined && !isTag(tag)) return 'A tag has 1 to 128 letters, digits, dots, hyphens and underscores';
  const slash = name.indexOf('/');
  const host = slash < 0 ? name : name.slice(0, slash);
  return (namesRegistry(host) && whatIsWrongWithHost(host, slash)) || whatIsWrongWithRepository(name.slice(slash + 1));
}

function whatIsWrongWithHost(host: string, slash: number): string | null {
  const parts = readEcrHost(host);
  if (parts !== null && parts.account === null) return 'The account of the registry is not a number of 12 digits';
  if (parts !== null && parts.region === null)
    return 'The Region of the registry is not the code of a Region, such as eu-west-1';
  if (parts !== null && !parts.hasAwsDomain)
    return 'The registry does not end in a domain of AWS, such as amazonaws.com';
  if (slash < 0) return 'This is a registry only: the repository is missing';
  return registryOf(host) === null ? 'The registry is not the name of a host' : null;
}

function whatIsWrongWithRepository(repository: string): string {
  if (repository === '') return 'The repository is missing';
  if (/[A-Z]/.test(repository)) return 'The name of a repository is written in small letters';
  return 'The name of the repository is not one that a registry allows';
}
