import type { ImageReference } from '../domain/image-reference.ts';
import { formatImage, parseReference } from './parse-image.ts';
import { isDigest, isRepository, isTag, splitReference } from './image-grammar.ts';
import { DOCKER_HUB, isHost, namesRegistry, readEcrHost, registryOf } from './registry-host.ts';

/**
 * What is certain about an image of which a part is masked, cut off or misspelt. A field is `null` when the text does not
 * say it, or says it in a way that cannot be true: a wrong name sends a person to the wrong place.
 */
export interface PartialImage {
  /** The host as written, while it is a possible host; Docker Hub is `docker.io` under all its names. */
  readonly registry: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly repository: string | null;
  readonly tag: string | null;
  readonly digest: string | null;
}

/** The parts of an image, in their order. */
export const IMAGE_FIELDS = ['registry', 'account', 'region', 'repository', 'tag', 'digest'] as const;

export const NOTHING_KNOWN: PartialImage = {
  registry: null,
  account: null,
  region: null,
  repository: null,
  tag: null,
  digest: null,
};

/** Reads a reference that stands where only an image can stand. */
export function readPartialImage(written: string): PartialImage {
  const { name, tag, digest } = splitReference(written);
  // Two tags: what was meant to be what is open, unless a host says where the name begins.
  if (tag?.includes(':') && !namesRegistry(name.split('/')[0] ?? '')) return NOTHING_KNOWN;
  return {
    ...readName(name),
    tag: tag !== undefined && isTag(tag) ? tag : null,
    digest: digest !== undefined && isDigest(digest) ? digest : null,
  };
}

/** What a registry's host alone says. */
export function readPartialHost(host: string): PartialImage {
  const parts = readEcrHost(host);
  if (parts === null && /\.dkr[.-]ecr/.test(host))
    return { ...NOTHING_KNOWN, account: /^(\d{12})\./.exec(host)?.[1] ?? null };
  const registry = isHost(host) ? (registryOf(host)?.host ?? host) : null;
  const { account = null, region = null } = parts ?? {};
  return { ...NOTHING_KNOWN, registry, account, region };
}

/** The reference that the certain parts make up; `null` while one that it needs is missing. */
export function toReference(image: PartialImage): ImageReference | null {
  if (image.registry === null || image.repository === null) return null;
  const registry = registryOf(image.registry);
  if (registry === null) return null;
  const { repository, tag, digest } = image;
  const parts = { text: '', registry, repository, ...(tag !== null && { tag }), ...(digest !== null && { digest }) };
  return parseReference(formatImage(parts));
}

function readName(name: string): PartialImage {
  const slash = name.indexOf('/');
  if (slash < 0 && /\.dkr[.-]ecr/.test(name)) return readPartialHost(name);
  const first = slash < 0 ? '' : name.slice(0, slash);
  if (namesRegistry(first) || isMasked(first)) {
    const host = readPartialHost(first);
    const rest = name.slice(slash + 1);
    // Behind a mask that is not a host's may stand any part of the name, so that the rest is no whole name.
    const isWhole = host.registry !== null || readEcrHost(first) !== null;
    return { ...host, repository: isWhole ? wholeRepository(rest, host.registry) : null };
  }
  const repository = wholeRepository(name, DOCKER_HUB);
  return repository === null ? NOTHING_KNOWN : { ...NOTHING_KNOWN, registry: DOCKER_HUB, repository };
}

function isMasked(part: string): boolean {
  return /[^A-Za-z0-9_-]/.test(part);
}

/** Docker Hub keeps its official images in the namespace `library`, which nobody writes. */
function wholeRepository(name: string, registry: string | null): string | null {
  if (!isRepository(name)) return null;
  return registry === DOCKER_HUB && !name.includes('/') ? `library/${name}` : name;
}
