import { noWayToUpstream } from '../../../src/checks/cache/no-way-to-upstream.ts';
import type { LegPathFact, SubnetPaths } from '../../../src/domain/network-path.ts';
import { aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const importingRule = aRule();
const way = (subnet: string, verdict: LegPathFact['verdict']): SubnetPaths => ({
  subnet,
  legs: [{ leg: 'manifest', verdict, via: null, hops: [] }],
});

testCheck(noWayToUpstream, {
  open: [{ when: 'every subnet has one', facts: { importingRule, upstreamPaths: [way('subnet-a', 'reachable')] } }],
  shut: [
    {
      when: 'one subnet has none',
      facts: {
        importingRule,
        upstreamPaths: [way('subnet-a', 'blocked'), way('subnet-b', 'unknown'), way('subnet-c', 'reachable')],
      },
      says: 'The image is not cached yet, and no way leads to the internet from `subnet-a`: through an endpoint of ECR a first pull needs one, later pulls do not.',
    },
  ],
  unsure: [{ when: 'it cannot be seen', facts: { importingRule, upstreamPaths: [way('subnet-a', 'unknown')] } }],
  'no-endpoint': [{ when: 'the registry is reached over the internet', facts: { importingRule, upstreamPaths: [] } }],
  'nothing-to-import': [{ when: 'nothing is missing', facts: { importingRule: null, upstreamPaths: [] } }],
});
