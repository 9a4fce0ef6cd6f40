import type { CountType, LifecycleImage } from './lifecycle-policy.ts';

/**
 * The moment from which a rule counts, in milliseconds since 1970; `null` when the image has none, so that the rule
 * cannot act on it. A restored image counts from its restoration, not from its push (Amazon ECR User Guide,
 * "Lifecycle policies").
 */
export function countsFrom(type: CountType, image: LifecycleImage): number | null {
  switch (type) {
    case 'imageCountMoreThan':
    case 'sinceImagePushed':
      return Date.parse(image.lastActivatedAt ?? image.pushedAt);
    case 'sinceImagePulled':
      return lastUse(image);
    case 'sinceImageTransitioned':
      return image.lastArchivedAt === undefined ? null : Date.parse(image.lastArchivedAt);
  }
}

/** The last pull; the push when it was never pulled; the restoration when it was not pulled since. */
function lastUse(image: LifecycleImage): number {
  const pulled = Date.parse(image.lastPulledAt ?? image.pushedAt);
  return image.lastActivatedAt === undefined ? pulled : Math.max(pulled, Date.parse(image.lastActivatedAt));
}
