import { endpointPolicyDenies } from '../../../src/checks/layers/endpoint-policy-denies.ts';
import { endpointsNetwork, withEndpoint } from '../../support/network.ts';
import { ELSEWHERE, factsOf, pathsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(endpointPolicyDenies, {
  open: [
    { when: 'they give full access', facts: factsOf(endpointsNetwork()) },
    {
      when: 'they allow what is needed',
      facts: { networkPaths: [pathsOf(withEndpoint(endpointsNetwork(), 'vpce-s3', { policy: { text: '{}' } }))] },
    },
  ],
  'endpoint-policy-denies': [
    {
      when: 'that of S3 names other buckets',
      facts: {
        networkPaths: [
          pathsOf(withEndpoint(endpointsNetwork(), 'vpce-s3', { policy: { text: '{}' } }), {}, () => 'denied'),
        ],
      },
      says: 'The policy of endpoint `vpce-s3` does not allow `s3:GetObject` for this pull, so S3 (the layers) is answered with a denial there.',
    },
  ],
  'endpoint-policy-undecided': [
    {
      when: 'it asks what nobody knows',
      facts: {
        networkPaths: [
          pathsOf(withEndpoint(endpointsNetwork(), 'vpce-s3', { policy: { text: '{}' } }), {}, () => 'unknown'),
        ],
      },
    },
  ],
  'endpoint-policy-unknown': [
    {
      when: 'it could not be read',
      facts: factsOf(withEndpoint(endpointsNetwork(), 'vpce-s3', { policy: 'unknown' })),
    },
  ],
  perhaps: [perhaps({ kind: 'endpoint-policy', reason: 'endpoint-policy-denies' })],
  'not-on-the-way': [ELSEWHERE],
});
