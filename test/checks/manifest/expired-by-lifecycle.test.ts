import { expiredByLifecycle } from '../../../src/checks/manifest/expired-by-lifecycle.ts';
import { anImage } from '../../support/an-incident.ts';
import { anImageFact } from '../../support/facts.ts';
import { aRemoval } from '../../support/history.ts';
import { testCheck } from '../../support/test-check.ts';

const takes = { selects: 'images whatever their tags', condition: 'they were pushed more than 14 days ago' };
const facts = {
  image: null,
  lifecyclePolicy: { text: '{"rules":[]}', lastEvaluatedAt: null },
  lifecycleRemoval: { rulePriority: 2, ...takes },
  removalProof: null,
};
const rule = { priority: 1, description: 'keep two weeks', text: '{}' };
const expired = aRemoval({ kind: 'expired', by: null, rule, takes });

testCheck(expiredByLifecycle, {
  removed: [
    {
      when: 'CloudTrail names the run',
      facts: { ...facts, removalProof: expired },
      says: 'Lifecycle rule 1 “keep two weeks” expired it at 2026-03-01T10:00:00Z: it takes images whatever their tags when they were pushed more than 14 days ago. The image was `sha256:a1a1a1a1a1a1…`.',
    },
    {
      when: 'the policy has been taken back since, and the rule cannot be put into words',
      facts: { ...facts, lifecyclePolicy: null, lifecycleRemoval: null, removalProof: { ...expired, takes: null } },
      says: 'Lifecycle rule 1 “keep two weeks” expired it at 2026-03-01T10:00:00Z. The image was `sha256:a1a1a1a1a1a1…`.',
    },
    {
      when: 'what is gone is a digest that ECS froze, and the tag is there',
      facts: { ...facts, image: anImageFact(), removalProof: expired },
    },
  ],
  removes: [
    {
      when: 'a rule takes such a tag, and no run is on record',
      facts,
      says: 'Lifecycle rule 2 expires images whatever their tags when they were pushed more than 14 days ago: if the image was ever there, this rule may have removed it, but nothing shows that it did. CloudTrail remembers 90 days, and may write down what happened some minutes late: give it 15.',
    },
  ],
  'removes-unproven': [
    {
      when: 'a rule takes such a tag, and CloudTrail is shut',
      facts: { ...facts, removalProof: 'unknown' },
      says: 'Lifecycle rule 2 expires images whatever their tags when they were pushed more than 14 days ago: if the image was ever there, this rule may have removed it. CloudTrail, which would prove it, could not be read.',
    },
  ],
  'removed-otherwise': [{ when: 'somebody deleted it', facts: { ...facts, removalProof: aRemoval() } }],
  keeps: [
    { when: 'no rule takes it', facts: { ...facts, lifecycleRemoval: null } },
    {
      when: 'no rule takes it, and CloudTrail is shut',
      facts: { ...facts, lifecycleRemoval: null, removalProof: 'unknown' },
    },
  ],
  'no-policy': [{ when: 'there is no policy', facts: { ...facts, lifecyclePolicy: null, lifecycleRemoval: null } }],
  unreadable: [{ when: 'the policy is no policy', facts: { ...facts, lifecycleRemoval: 'unreadable' } }],
  digest: [
    {
      when: 'the image is named by digest',
      facts,
      incident: { image: anImage({ digest: `sha256:${'0'.repeat(64)}` }) },
    },
    { when: 'the tag is there, and a digest that ECS froze is not', facts: { ...facts, image: anImageFact() } },
  ],
  'still-there': [
    { when: 'it is archived, not gone', facts: { ...facts, image: anImageFact({ status: 'ARCHIVED' }) } },
  ],
});
