import { expiredByLifecycle } from '../../../src/checks/manifest/expired-by-lifecycle.ts';
import { anImage } from '../../support/an-incident.ts';
import { anImageFact } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const image = null;
const lifecyclePolicy = { text: '{"rules":[]}', lastEvaluatedAt: null };
const lifecycleRemoval = {
  rulePriority: 2,
  description: null,
  selects: 'images whatever their tags',
  condition: 'they were pushed more than 14 days ago',
};

testCheck(expiredByLifecycle, {
  removes: [
    {
      when: 'a rule takes such a tag',
      facts: { image, lifecyclePolicy, lifecycleRemoval },
      says: 'Lifecycle rule 2 expires images whatever their tags when they were pushed more than 14 days ago: if the image was ever there, this rule may have removed it.',
    },
  ],
  keeps: [{ when: 'no rule takes it', facts: { image, lifecyclePolicy, lifecycleRemoval: null } }],
  'no-policy': [{ when: 'there is no policy', facts: { image, lifecyclePolicy: null, lifecycleRemoval: null } }],
  unreadable: [{ when: 'the policy is no policy', facts: { image, lifecyclePolicy, lifecycleRemoval: 'unreadable' } }],
  digest: [
    {
      when: 'the image is named by digest',
      facts: { image, lifecyclePolicy, lifecycleRemoval },
      incident: { image: anImage({ digest: `sha256:${'0'.repeat(64)}` }) },
    },
  ],
  'still-there': [
    {
      when: 'it is archived, not gone',
      facts: { image: anImageFact({ status: 'ARCHIVED' }), lifecyclePolicy, lifecycleRemoval },
    },
  ],
});
