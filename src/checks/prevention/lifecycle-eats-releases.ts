import type { Image } from '../../domain/facts/registry.ts';
import {
  type LifecyclePolicy,
  type LifecycleRule,
  parseLifecyclePolicy,
  poolOf,
} from '../../semantics/lifecycle-policy/index.ts';
import { isReleaseTag } from '../../semantics/release-tag.ts';
import { defineCheck } from '../define-check.ts';

/** A quarter. Services that nobody deploys for so long are common; whoever keeps releases longer has thought of them. */
const DAYS_TO_KEEP = 90;

export const lifecycleEatsReleases = defineCheck({
  id: 'lifecycle-eats-releases',
  stage: 'prevention',
  step: 'object',
  question: 'Does the lifecycle policy leave releases alone?',
  needs: ['lifecyclePolicy', 'images'],
  answers: {
    'by-age': {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} expires releases such as `{{tag}}` {{number}} days after their push, also while they run.',
    },
    'by-count': {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} keeps only the newest {{number}} images of every kind, so that builds push out releases such as `{{tag}}`.',
    },
    kept: { verdict: 'pass', says: 'No lifecycle rule expires releases that may still be wanted.' },
    'no-releases': { verdict: 'not-applicable', says: 'No tag of the repository reads as a release.' },
    'no-policy': { verdict: 'not-applicable', says: 'The repository has no lifecycle policy.' },
    unreadable: { verdict: 'unknown', says: 'The lifecycle policy is not written in a way that I understand.' },
  },
  evaluate({ lifecyclePolicy, images }) {
    if (lifecyclePolicy === null) return { answer: 'no-policy' };
    const parsed = parseLifecyclePolicy(lifecyclePolicy.text);
    if ('problem' in parsed) return { answer: 'unreadable' };
    if (!images.some(isRelease)) return { answer: 'no-releases' };
    for (const { rule, reach } of reaches(parsed.policy, images)) {
      const tag = reach.find(isRelease)?.tags.find(isReleaseTag);
      if (tag === undefined || rule.action !== 'expire' || rule.storageClass !== 'standard') continue;
      const { type, number } = rule.count;
      const data = { rule: String(rule.priority), tag, number: String(number) };
      if (type === 'sinceImagePushed' && number < DAYS_TO_KEEP) return { answer: 'by-age', data };
      if (type === 'imageCountMoreThan' && !reach.every(isRelease)) return { answer: 'by-count', data };
    }
    return { answer: 'kept' };
  },
});

function isRelease({ tags }: Image): boolean {
  return tags.some(isReleaseTag);
}

/** What each rule can act on: its pool without the pools of the rules before it. */
function reaches(
  { rules }: LifecyclePolicy,
  images: readonly Image[],
): readonly { readonly rule: LifecycleRule; readonly reach: readonly Image[] }[] {
  const shielded = new Set<string>();
  return rules.map((rule) => {
    const inPool = new Set(poolOf(rule, images).map(({ digest }) => digest));
    const reach = images.filter(({ digest }) => inPool.has(digest) && !shielded.has(digest));
    for (const digest of inPool) shielded.add(digest);
    return { rule, reach };
  });
}
