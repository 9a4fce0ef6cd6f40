import { noEgressToPrefixList } from '../../../src/checks/network/no-egress-to-prefix-list.ts';
import { allowGroup, endpointsNetwork, withGroup } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(noEgressToPrefixList, {
  open: [{ when: 'the list of S3 is allowed', facts: factsOf(endpointsNetwork()) }],
  'no-egress-to-prefix-list': [
    {
      when: 'only the endpoints are allowed',
      facts: factsOf(withGroup(endpointsNetwork(), 'sg-task', { egress: [allowGroup('sg-endpoints')] })),
      says: 'No outbound rule of `sg-task`, which the task wears, allows HTTPS to S3: through a gateway endpoint, too, layers come from its public addresses, so its prefix list must be allowed.',
    },
  ],
  perhaps: [perhaps({ kind: 'egress-rule', reason: 'no-egress-to-prefix-list' })],
  'not-on-the-way': [ELSEWHERE],
});
