import type { ImageRemoval } from '../../domain/facts/history.ts';
import { shortDigest } from '../../domain/image-reference.ts';
import { defineCheck } from '../define-check.ts';
import { RECORD_LIMITS } from '../no-record.ts';
import { ruleName } from '../rule-name.ts';

export const expiredByLifecycle = defineCheck({
  id: 'expired-by-lifecycle',
  stage: 'manifest',
  step: 'object',
  question: 'Does the lifecycle policy of the repository remove images with this tag?',
  needs: ['image', 'lifecyclePolicy', 'lifecycleRemoval', 'removalProof'],
  after: ['missing-image', 'frozen-digest'],
  supersedes: ['lifecycle-eats-releases'],
  answers: {
    removed: {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} expired it at {{at}}{{why}}. The image was {{digest}}.',
    },
    removes: {
      verdict: 'fail',
      says: `Lifecycle rule {{rule}} expires {{selects}} when {{condition}}: if the image was ever there, this rule may have removed it, but nothing shows that it did. ${RECORD_LIMITS}`,
    },
    'removes-unproven': {
      verdict: 'fail',
      says: 'Lifecycle rule {{rule}} expires {{selects}} when {{condition}}: if the image was ever there, this rule may have removed it. CloudTrail, which would prove it, could not be read.',
    },
    'removed-otherwise': { verdict: 'pass', says: 'The lifecycle policy did not remove it: it was deleted at {{at}}.' },
    keeps: { verdict: 'pass', says: 'No rule of the lifecycle policy expires an image with this tag.' },
    'no-policy': { verdict: 'pass', says: 'The repository has no lifecycle policy.' },
    unreadable: { verdict: 'unknown', says: 'The lifecycle policy is not written in a way that I understand.' },
    digest: { verdict: 'not-applicable', says: 'A digest was asked for: which tags it had is not known.' },
    'still-there': { verdict: 'not-applicable', says: 'The image was not removed.' },
  },
  evaluate({ image: found, lifecyclePolicy, lifecycleRemoval, removalProof }, { image }) {
    if (removalProof !== null && removalProof !== 'unknown') {
      if (removalProof.kind === 'expired') return { answer: 'removed', data: dataOf(removalProof) };
      if (removalProof.kind === 'deleted') return { answer: 'removed-otherwise', data: { at: removalProof.at } };
    }
    if (found !== null && found.status !== 'ACTIVE') return { answer: 'still-there' };
    if (lifecyclePolicy === null) return { answer: 'no-policy' };
    // Where the tag is there, a digest that ECS froze is not.
    if (image.digest !== undefined || found !== null) return { answer: 'digest' };
    if (lifecycleRemoval === null) return { answer: 'keeps' };
    if (lifecycleRemoval === 'unreadable') return { answer: 'unreadable' };
    const { rulePriority, selects, condition } = lifecycleRemoval;
    const answer = removalProof === 'unknown' ? 'removes-unproven' : 'removes';
    return { answer, data: { rule: String(rulePriority), selects, condition } };
  },
});

/** The rule as it was when it ran: it may have been changed since. */
function dataOf({ at, digest, rule, takes }: ImageRemoval): Record<'at' | 'digest' | 'rule' | 'why', string> {
  return {
    at,
    digest: `\`${shortDigest(digest ?? '')}\``,
    rule: rule === null ? '?' : ruleName(rule),
    why: takes === null ? '' : `: it takes ${takes.selects} when ${takes.condition}`,
  };
}
