import { siblingPulled } from '../../../src/checks/network/sibling-pulled.ts';
import type { SiblingPull } from '../../../src/domain/facts/siblings.ts';
import { testCheck } from '../../support/test-check.ts';

const pull: SiblingPull = {
  task: 'ab12',
  pulledAt: '2026-03-01T14:02:00Z',
  here: 'subnet-a',
  there: 'subnet-b',
  differences: [
    { what: 'zone', here: 'us-east-1a', there: 'us-east-1b' },
    { what: 'route table', here: 'rtb-a', there: 'rtb-b' },
  ],
};

testCheck(siblingPulled, {
  elsewhere: [
    {
      when: 'it stood in another subnet',
      facts: { siblingPull: pull },
      says: 'Task `ab12` of the same workload pulled at 2026-03-01T14:02:00Z from `subnet-b`, and not from `subnet-a`. Not the same: zone (`us-east-1b` there, `us-east-1a` here) and route table (`rtb-b` there, `rtb-a` here).',
    },
  ],
  otherwise: [
    {
      when: 'it stood in the same subnet with other groups',
      facts: {
        siblingPull: {
          ...pull,
          there: 'subnet-a',
          differences: [{ what: 'security groups', here: 'sg-a', there: 'sg-b' }],
        },
      },
      says: 'Task `ab12` of the same workload pulled at 2026-03-01T14:02:00Z from the same subnet `subnet-a`. Not the same: security groups (`sg-b` there, `sg-a` here).',
    },
  ],
  'other-subnet': [{ when: 'nothing else of it is known', facts: { siblingPull: { ...pull, differences: [] } } }],
  none: [{ when: 'none pulled', facts: { siblingPull: null } }],
});
