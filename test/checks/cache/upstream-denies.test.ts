import { upstreamDenies } from '../../../src/checks/cache/upstream-denies.ts';
import { anAccess, anUpstream } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const upstreamRepository = anUpstream();

testCheck(upstreamDenies, {
  allowed: [{ when: 'its policies say so', facts: { upstreamRepository, upstreamAccess: anAccess({}) } }],
  denied: [
    {
      when: 'no policy there grants it',
      facts: { upstreamRepository, upstreamAccess: anAccess({ outcome: 'denied', layer: 'resource-based' }) },
      says: 'The upstream registry 444455556666 eu-west-1 does not let `arn:aws:iam::444455556666:role/checkout-exec`, the role of the cache, ecr:BatchGetImage on arn:aws:ecr:us-east-1:123456789012:repository/shop/api.',
    },
    {
      when: 'a statement denies it',
      facts: {
        upstreamRepository,
        upstreamAccess: anAccess({ outcome: 'denied', layer: 'resource-based', explicit: true }),
      },
    },
  ],
  unsure: [
    {
      when: 'a condition is open',
      facts: { upstreamRepository, upstreamAccess: anAccess({ outcome: 'unknown', unknowns: ['aws:SourceVpce'] }) },
    },
  ],
  'no-upstream': [
    { when: 'it is no registry of ECR', facts: { upstreamRepository: null, upstreamAccess: null } },
    { when: 'it is of the same account', facts: { upstreamRepository, upstreamAccess: null } },
    {
      when: 'there is no repository to be let into',
      facts: { upstreamRepository: anUpstream({ exists: false }), upstreamAccess: anAccess({ outcome: 'denied' }) },
    },
  ],
});
