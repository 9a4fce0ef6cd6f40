import type { EcrIncident } from '../../../domain/check.ts';
import { tagAsked } from '../../../domain/image-reference.ts';
import type { Image, LifecycleRemoval } from '../../../domain/facts/registry.ts';
import {
  conditionOf,
  parseLifecyclePolicy,
  ruleThatWouldTake,
  selectionOf,
} from '../../../semantics/lifecycle-policy/index.ts';
import { defineDerived, known } from '../define-derived.ts';

/** Long before ECR existed: an image of this age meets every rule about time and comes last in every count. */
const LONG_AGO = '2000-01-01T00:00:00.000Z';

export const lifecycleRemoval = defineDerived({
  name: 'lifecycleRemoval',
  from: ['lifecyclePolicy', 'images'],
  async derive(learn, incident) {
    const [policy, images] = await Promise.all([learn('lifecyclePolicy'), learn('images')]);
    if (!policy.known) return policy;
    if (policy.value === null) return known(null, policy.evidence);
    if (!images.known) return images;
    return known(findLifecycleRemoval(policy.value.text, images.value, incident), [
      ...policy.evidence,
      ...images.evidence,
    ]);
  },
});

/**
 * The rule that removes images with the wanted tag once they are old enough; `null` when no rule ever does. The image is
 * gone, so its age is not known: what is asked is whether any age would have saved it.
 */
function findLifecycleRemoval(
  policyText: string,
  images: readonly Image[],
  { image, reportedAt }: EcrIncident,
): LifecycleRemoval | 'unreadable' | null {
  const parsed = parseLifecyclePolicy(policyText);
  if ('problem' in parsed) return 'unreadable';
  const tags = image.digest === undefined ? [tagAsked(image)] : [];
  const gone = { digest: 'sha256:gone', tags, pushedAt: LONG_AGO };
  const rule = ruleThatWouldTake(parsed.policy, images, gone, reportedAt);
  if (rule === null || rule.action !== 'expire') return null;
  return {
    rulePriority: rule.priority,
    condition: conditionOf(rule),
    selects: selectionOf(rule),
  };
}
