import { natNotAvailable } from '../../../src/checks/network/nat-not-available.ts';
import { natNetwork } from '../../support/network.ts';
import { ELSEWHERE, factsOf, pathsWith, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

const NAT = { id: 'nat-1', state: 'available', connectivity: 'public', subnet: 'subnet-public' } as const;

testCheck(natNotAvailable, {
  open: [{ when: 'it is', facts: factsOf(natNetwork()) }],
  'nat-not-available': [
    {
      when: 'it failed',
      facts: factsOf({ ...natNetwork(), natGateways: [{ ...NAT, state: 'failed' }] }),
      says: 'NAT gateway `nat-1` is failed, and the way from subnet `subnet-task` to ECR and S3 leads through it.',
    },
  ],
  'nat-not-found': [{ when: 'there is none of this id', facts: factsOf({ ...natNetwork(), natGateways: [] }) }],
  'nat-unknown': [{ when: 'they could not be read', facts: factsOf({ ...natNetwork(), natGateways: 'unknown' }) }],
  'nat64-not-judged': [
    {
      when: 'IPv6 goes through it',
      facts: { networkPaths: [pathsWith(['token'], { kind: 'nat', verdict: 'unknown', reason: 'nat64-not-judged' })] },
    },
  ],
  perhaps: [perhaps({ kind: 'nat', reason: 'nat-not-available' })],
  'not-on-the-way': [ELSEWHERE],
});
