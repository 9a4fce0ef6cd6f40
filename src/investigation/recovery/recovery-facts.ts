import type { Facts } from '../../domain/facts.ts';

/** What a plan is made from. */
export const RECOVERY_FACTS = [
  'image',
  'images',
  'imageElsewhere',
  'replications',
  'pushes',
  'removals',
  'frozenImage',
  'lastGoodImage',
  'workload',
] as const;

/** What could be learned of it. A fact that is left out is a gap: nothing may be concluded from it. */
export type RecoveryFacts = Partial<Pick<Facts, (typeof RECOVERY_FACTS)[number]>>;

/** What exactly is gone. */
export interface Loss {
  /** The digest of the image; `null` when nobody knows it. */
  readonly digest: string | null;
  /** ECS asks for this digest, whatever the tag names now. */
  readonly isFrozen: boolean;
  readonly isRepositoryThere: boolean;
  /** Why history is silent, as a sentence; `null` when it could be read. */
  readonly unread: string | null;
}
