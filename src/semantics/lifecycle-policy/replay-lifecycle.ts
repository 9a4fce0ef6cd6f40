import type { Timestamp } from '../../domain/aws.ts';
import { countsFrom } from './image-age.ts';
import type { LifecycleImage, LifecyclePolicy, LifecycleRule } from './lifecycle-policy.ts';
import { poolOf } from './rule-pool.ts';

/** What a policy does to a repository when it is run once. */
export interface Replay {
  /** One for each image, in the order of the images. */
  readonly fates: readonly ImageFate[];
}

export interface ImageFate {
  readonly digest: string;
  /** The rule that acts on the image; `null` when none does. */
  readonly takenBy: LifecycleRule | null;
  /** The first rule whose pool holds an image that is not taken: no later rule can act on it. `null` when no rule is about it. */
  readonly shieldedBy: LifecycleRule | null;
  /** The rule that would have acted, had no manifest list named the image. It is asked again once the list is gone. */
  readonly sparedFrom: LifecycleRule | null;
  /**
   * True when the image shares its time with one that meets the opposite fate: AWS does not say which of the two goes,
   * and the fate given here is one of the two possible ones.
   */
  readonly isTied: boolean;
}

/**
 * Runs a lifecycle policy over all images of a repository. Source: Amazon ECR User Guide, "Lifecycle policy evaluation
 * rules" and its examples. At most one rule acts on an image, and a rule's whole pool is out of reach for later rules,
 * whether or not the rule acted. Images that count towards `imageCountMoreThan` include those that earlier rules took.
 */
export function replayLifecycle(policy: LifecyclePolicy, images: readonly LifecycleImage[], now: Timestamp): Replay {
  const claims = new Map<LifecycleImage, Claim>();
  for (const rule of policy.rules.toSorted((a, b) => a.priority - b.priority)) {
    const pool = poolOf(rule, images);
    const { taken, tied } = candidates(rule, pool, Date.parse(now));
    for (const image of pool) {
      if (!claims.has(image)) claims.set(image, { rule, acts: taken.has(image), isTied: tied.has(image) });
    }
  }
  const present = new Set(images.map(({ digest }) => digest));
  return { fates: images.map((image) => fateOf(image, claims.get(image), present)) };
}

/** The rule that would act on this image beside the others of its repository; `null` when none would. It need not be there any more. */
export function ruleThatWouldTake(
  policy: LifecyclePolicy,
  images: readonly LifecycleImage[],
  image: LifecycleImage,
  now: Timestamp,
): LifecycleRule | null {
  const others = images.filter(({ digest }) => digest !== image.digest);
  return replayLifecycle(policy, [image, ...others], now).fates[0]?.takenBy ?? null;
}

/** The first rule whose pool holds the image, and what that rule does. */
interface Claim {
  readonly rule: LifecycleRule;
  readonly acts: boolean;
  readonly isTied: boolean;
}

interface Candidates {
  readonly taken: ReadonlySet<LifecycleImage>;
  readonly tied: ReadonlySet<LifecycleImage>;
}

function candidates(rule: LifecycleRule, pool: readonly LifecycleImage[], now: number): Candidates {
  return rule.count.type === 'imageCountMoreThan' ? beyondCount(rule, pool) : olderThan(rule, pool, now);
}

const DAY = 86_400_000;

function olderThan(rule: LifecycleRule, pool: readonly LifecycleImage[], now: number): Candidates {
  const isOld = (image: LifecycleImage): boolean => {
    const from = countsFrom(rule.count.type, image);
    return from !== null && now - from > rule.count.number * DAY;
  };
  return { taken: new Set(pool.filter(isOld)), tied: new Set() };
}

/** All but the newest. Images of equal time are taken in order of digest, and marked as tied where the cut divides them. */
function beyondCount(rule: LifecycleRule, pool: readonly LifecycleImage[]): Candidates {
  const time = (image: LifecycleImage): number => countsFrom(rule.count.type, image) ?? 0;
  const newestFirst = pool.toSorted((a, b) => time(b) - time(a) || compareText(a.digest, b.digest));
  const taken = newestFirst.slice(rule.count.number);
  const [lastKept, firstTaken] = [newestFirst[rule.count.number - 1], taken[0]];
  const cutTime = lastKept === undefined || firstTaken === undefined ? null : time(lastKept);
  const isDivided = cutTime !== null && firstTaken !== undefined && time(firstTaken) === cutTime;
  return { taken: new Set(taken), tied: new Set(isDivided ? pool.filter((image) => time(image) === cutTime) : []) };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A manifest list protects what it names for as long as it is there, also when this very run takes the list itself. */
function fateOf(image: LifecycleImage, claim: Claim | undefined, present: ReadonlySet<string>): ImageFate {
  const { digest } = image;
  if (claim === undefined) return { digest, takenBy: null, shieldedBy: null, sparedFrom: null, isTied: false };
  const { rule, acts, isTied } = claim;
  const isReferenced = (image.referencedBy ?? []).some((list) => present.has(list));
  return {
    digest,
    takenBy: acts && !isReferenced ? rule : null,
    shieldedBy: acts ? null : rule,
    sparedFrom: acts && isReferenced ? rule : null,
    isTied,
  };
}
