import type { Timestamp } from '../../domain/aws.ts';
import { countsFrom } from './image-age.ts';
import type { LifecycleImage, LifecyclePolicy, LifecycleRule } from './lifecycle-policy.ts';
import { type ImageFate, replayLifecycle } from './replay-lifecycle.ts';

/** An image that a rule will act on. */
export interface Departure {
  readonly digest: string;
  readonly rule: LifecycleRule;
  /** The earliest moment for it; ECR acts within a day. `null`: not before one newer image is in the rule's pool. */
  readonly at: Timestamp | null;
  /** It shares its time with another, and only one of them goes: AWS does not say which, so that both are named. */
  readonly isTied: boolean;
}

const DAY = 86_400_000;

/**
 * What a policy will do in the coming days if nobody pushes, pulls or deletes anything, run once a day as ECR runs it,
 * and what it would do after one push more. The soonest come first.
 */
export function forecastLifecycle(
  policy: LifecyclePolicy,
  images: readonly LifecycleImage[],
  now: Timestamp,
  days: number,
): readonly Departure[] {
  const departures = new Map<string, Departure & { readonly at: Timestamp }>();
  let present = images;
  for (let day = 0; day <= days; day += 1) {
    const at = new Date(Date.parse(now) + day * DAY).toISOString();
    const { fates } = replayLifecycle(policy, present, at);
    for (const [index, { digest, takenBy, shieldedBy, isTied }] of fates.entries()) {
      const image = present[index];
      const rule = isTied ? (takenBy ?? shieldedBy) : takenBy;
      if (image === undefined || rule === null || departures.has(digest)) continue;
      departures.set(digest, { digest, rule, at: dueAt(rule, image, now), isTied });
    }
    present = present.flatMap((image, index) => afterwards(image, fates[index], at));
  }
  const timed = [...departures.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [...timed, ...afterNextPush(policy, images, now).filter(({ digest }) => !departures.has(digest))];
}

/** One image more in the pool of a rule that counts is as if it kept one less of those that are there. */
function afterNextPush(
  { rules }: LifecyclePolicy,
  images: readonly LifecycleImage[],
  now: Timestamp,
): readonly Departure[] {
  return rules
    .filter(({ count }) => count.type === 'imageCountMoreThan')
    .flatMap((rule) => {
      const tightened = { ...rule, count: { ...rule.count, number: rule.count.number - 1 } };
      const { fates } = replayLifecycle(
        { rules: rules.map((each) => (each === rule ? tightened : each)) },
        images,
        now,
      );
      return fates
        .filter(({ takenBy }) => takenBy === tightened)
        .map(({ digest, isTied }) => ({ digest, rule, at: null, isTied }));
    });
}

/** Rules that count act as soon as they run; the others at the age that they name, or now where that has passed. */
function dueAt({ count }: LifecycleRule, image: LifecycleImage, now: Timestamp): Timestamp {
  const from = count.type === 'imageCountMoreThan' ? null : countsFrom(count.type, image);
  if (from === null) return now;
  return new Date(Math.max(Date.parse(now), from + count.number * DAY)).toISOString();
}

function afterwards(image: LifecycleImage, fate: ImageFate | undefined, at: Timestamp): readonly LifecycleImage[] {
  const action = fate?.takenBy?.action;
  if (action === 'expire') return [];
  return [action === 'transition' ? { ...image, status: 'ARCHIVED', lastArchivedAt: at } : image];
}
