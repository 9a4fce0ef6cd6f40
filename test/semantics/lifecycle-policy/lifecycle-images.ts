import { replayLifecycle } from '../../../src/semantics/lifecycle-policy/index.ts';
import type { LifecycleImage, LifecyclePolicy, LifecycleRule } from '../../../src/semantics/lifecycle-policy/index.ts';

export const NOW = '2026-11-24T12:00:00.000Z';
const DAY = 86_400_000;

/** The moment so many days before `NOW`. */
export function daysAgo(days: number): string {
  return new Date(Date.parse(NOW) - days * DAY).toISOString();
}

export function image(name: string, age: number, tags: readonly string[] = [], more: Partial<LifecycleImage> = {}) {
  return { digest: `sha256:${name}`, tags, pushedAt: daysAgo(age), ...more } satisfies LifecycleImage;
}

type Count = readonly [LifecycleRule['count']['type'], number];

/** `tags`: a list of patterns, or the tag status. */
export function rule(
  priority: number,
  tags: readonly string[] | 'any' | 'untagged',
  [type, number]: Count,
): LifecycleRule {
  return {
    priority,
    selection: typeof tags === 'string' ? { tagStatus: tags } : { tagStatus: 'tagged', listOf: 'patterns', list: tags },
    storageClass: 'standard',
    count: { type, number },
    action: 'expire',
  };
}

export function policy(...rules: readonly LifecycleRule[]): LifecyclePolicy {
  return { rules };
}

/** The names of the images on which some rule acts. */
export function taken(rules: LifecyclePolicy, images: readonly LifecycleImage[]): readonly string[] {
  const { fates } = replayLifecycle(rules, images, NOW);
  return fates.filter(({ takenBy }) => takenBy !== null).map(({ digest }) => digest.slice('sha256:'.length));
}
