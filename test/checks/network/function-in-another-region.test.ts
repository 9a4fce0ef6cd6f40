import { functionInAnotherRegion } from '../../../src/checks/network/function-in-another-region.ts';
import type { Puller } from '../../../src/domain/puller.ts';
import { aPuller } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const aFunction = (parts: Partial<Puller> = {}): Puller =>
  aPuller({ kind: 'lambda-function', name: 'function resize', placement: { kind: 'aws' }, ...parts });

testCheck(functionInAnotherRegion, {
  same: [
    {
      when: 'both are in one Region, whatever their accounts',
      facts: { puller: aFunction() },
      says: 'Lambda pulls out of a network of its own, and function resize and the repository are both in us-east-1.',
    },
  ],
  other: [
    {
      when: 'they are not',
      facts: { puller: aFunction({ region: 'eu-west-1' }) },
      says: 'Lambda pulls only within a Region: function resize is in eu-west-1, and the repository is in us-east-1.',
    },
  ],
  'other-service': [
    {
      when: 'App Runner pulls, from wherever it is',
      facts: {
        puller: aFunction({ kind: 'apprunner-service', name: 'service web of App Runner', region: 'eu-west-1' }),
      },
      says: 'Service web of App Runner pulls out of a network of AWS’s own, which nothing of yours shuts.',
    },
  ],
  'own-network': [
    { when: 'a task pulls', facts: { puller: aPuller({ region: 'eu-west-1' }) } },
    { when: 'nobody can see from where', facts: { puller: aPuller({ kind: 'build', placement: { kind: 'unseen' } }) } },
  ],
});
