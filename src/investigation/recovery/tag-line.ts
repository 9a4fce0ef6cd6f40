import type { Timestamp } from '../../domain/aws.ts';
import type { Image } from '../../domain/facts/registry.ts';

/** An image that was released before the one that is gone, under a tag of the same kind. */
export interface OlderRelease {
  readonly tag: string;
  readonly pushedAt: Timestamp;
}

const VERSION = /^(?<head>\D*)(?<numbers>\d+(?:\.\d+)*)(?<tail>(?:[-_+.][A-Za-z][\w.+-]*)?)$/;
const COMMIT = /^(?<head>(?:.*[-_.])?)(?<commit>(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,40})$/;

/** The commit in a tag such as `3f9c2ab` or `main-3f9c2ab`; digits alone are a date or a build, and letters alone a word. */
export function commitIn(tag: string): string | null {
  return COMMIT.exec(tag)?.groups?.['commit'] ?? null;
}

/**
 * The newest older release of the same line that can be pulled. Versions say themselves which is older; commits do not,
 * so there it takes the time at which the missing one was pushed. A tag that is moved, such as `latest`, has no line.
 */
export function olderRelease(
  wanted: string,
  pushedAt: Timestamp | null,
  images: readonly Image[],
): OlderRelease | null {
  const releases = images
    .filter(({ status }) => status === 'ACTIVE')
    .flatMap((image) => image.tags.map((tag) => ({ tag, pushedAt: image.pushedAt })));
  const line = commitIn(wanted) === null ? olderVersions(wanted, releases) : olderCommits(wanted, pushedAt, releases);
  return line[0] ?? null;
}

function olderVersions(wanted: string, releases: readonly OlderRelease[]): readonly OlderRelease[] {
  const version = versionOf(wanted);
  if (version === null) return [];
  return releases
    .flatMap((release) => {
      const other = versionOf(release.tag);
      return other !== null && isSameLine(version, other) && compare(other, version) < 0 ? [{ release, other }] : [];
    })
    .toSorted((a, b) => compare(b.other, a.other))
    .map(({ release }) => release);
}

function olderCommits(
  wanted: string,
  pushedAt: Timestamp | null,
  releases: readonly OlderRelease[],
): readonly OlderRelease[] {
  if (pushedAt === null) return [];
  const head = COMMIT.exec(wanted)?.groups?.['head'];
  return releases
    .filter(({ tag }) => tag !== wanted && COMMIT.exec(tag)?.groups?.['head'] === head)
    .filter((release) => release.pushedAt < pushedAt)
    .toSorted((a, b) => b.pushedAt.localeCompare(a.pushedAt));
}

interface Version {
  readonly head: string;
  readonly numbers: readonly number[];
  readonly tail: string;
}

function versionOf(tag: string): Version | null {
  const { head, numbers, tail } = VERSION.exec(tag)?.groups ?? {};
  if (head === undefined || numbers === undefined || tail === undefined) return null;
  return { head, numbers: numbers.split('.').map(Number), tail };
}

/** `v2.0.9` and `v2.1.0`, but not `v2`, which is moved from release to release, nor another suffix. */
function isSameLine(a: Version, b: Version): boolean {
  return a.head === b.head && a.tail === b.tail && a.numbers.length === b.numbers.length;
}

function compare(a: Version, b: Version): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
