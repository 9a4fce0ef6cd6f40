import { endpointNotAvailable } from '../../../src/checks/network/endpoint-not-available.ts';
import { endpointsNetwork, withEndpoint } from '../../support/network.ts';
import { ELSEWHERE, factsOf, perhaps } from '../../support/paths.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(endpointNotAvailable, {
  open: [{ when: 'all are', facts: factsOf(endpointsNetwork()) }],
  'endpoint-not-available': [
    {
      when: 'that of S3 failed',
      facts: factsOf(withEndpoint(endpointsNetwork(), 'vpce-s3', { state: 'failed' })),
      says: 'Endpoint `vpce-s3` of `com.amazonaws.eu-west-1.s3` is failed, and the way from subnet `subnet-task` to S3 (the layers) leads through it.',
    },
  ],
  'endpoint-state-unknown': [
    { when: 'AWS invented a state', facts: factsOf(withEndpoint(endpointsNetwork(), 'vpce-s3', { state: 'unknown' })) },
  ],
  perhaps: [perhaps({ kind: 'endpoint', reason: 'endpoint-not-available' })],
  'not-on-the-way': [ELSEWHERE],
});
