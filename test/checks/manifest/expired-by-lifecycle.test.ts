import { expiredByLifecycle } from '../../../src/checks/manifest/expired-by-lifecycle.ts';
import { testCheck } from '../../support/test-check.ts';

const lifecyclePolicy = { text: '{"rules":[]}', lastEvaluatedAt: null };

testCheck(expiredByLifecycle, {
  removes: [
    {
      when: 'a rule takes such a tag',
      facts: {
        lifecyclePolicy,
        lifecycleRemoval: {
          rulePriority: 2,
          description: null,
          selects: 'images whatever their tags',
          condition: 'they were pushed more than 14 days ago',
        },
      },
      says: 'Lifecycle rule 2 expires images whatever their tags when they were pushed more than 14 days ago: an image with this tag would have been removed by it.',
    },
  ],
  keeps: [{ when: 'no rule takes it', facts: { lifecyclePolicy, lifecycleRemoval: null } }],
  'no-policy': [{ when: 'there is no policy', facts: { lifecyclePolicy: null, lifecycleRemoval: null } }],
});
