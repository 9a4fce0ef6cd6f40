import { onlySomeSubnetsShut } from '../../../src/checks/network/only-some-subnets-shut.ts';
import { testCheck } from '../../support/test-check.ts';

const open = { here: 'subnet-a', there: 'subnet-b' };

testCheck(onlySomeSubnetsShut, {
  other: [
    {
      when: 'it has another route table',
      facts: { openSubnet: { ...open, differences: [{ what: 'route table', here: 'rtb-a', there: 'rtb-b' }] } },
      says: 'From `subnet-b`, where the same workload may start too, the pull gets through. Not the same: route table (`rtb-b` there, `rtb-a` here).',
    },
  ],
  'seems-alike': [{ when: 'only its addresses are others', facts: { openSubnet: { ...open, differences: [] } } }],
  none: [{ when: 'all are shut', facts: { openSubnet: null } }],
});
