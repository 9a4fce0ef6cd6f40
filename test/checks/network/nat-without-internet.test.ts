import { natWithoutInternet } from '../../../src/checks/network/nat-without-internet.ts';
import { natNetwork, withRoutes } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(natWithoutInternet, {
  open: [{ when: 'it stands in a public subnet', facts: factsOf(natNetwork()) }],
  'nat-subnet-has-no-igw': [
    {
      when: 'its own subnet has no way out',
      facts: factsOf(withRoutes(natNetwork(), 'rtb-public', [])),
      says: 'Route table `rtb-public`, which counts for NAT gateway `nat-1`, leads to no internet gateway, so the way from subnet `subnet-task` to ECR and S3 ends there.',
    },
  ],
  'nat-is-private': [
    {
      when: 'it is for private networks',
      facts: factsOf({
        ...natNetwork(),
        natGateways: [{ id: 'nat-1', state: 'available', connectivity: 'private', subnet: 'subnet-public' }],
      }),
    },
  ],
  perhaps: [perhaps({ kind: 'nat', reason: 'nat-is-private' })],
  'not-on-the-way': [ELSEWHERE],
});
