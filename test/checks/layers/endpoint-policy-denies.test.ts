import type { Denial } from '../../../src/domain/incident.ts';
import { endpointPolicyDenies } from '../../../src/checks/layers/endpoint-policy-denies.ts';
import { endpointsNetwork, withEndpoint } from '../../support/network.ts';
import { ELSEWHERE, factsOf, pathsOf, perhaps } from '../../support/paths.ts';
import { anIncident } from '../../support/an-incident.ts';
import { testCheck } from '../../support/test-check.ts';
import { describe, expect, it } from 'vitest';

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

describe('a denial at an endpoint', () => {
  const shut = (endpoint: string) => ({
    networkPaths: [pathsOf(withEndpoint(endpointsNetwork(), endpoint, { policy: { text: '{}' } }), {}, () => 'denied')],
  });
  const denial = (action: Denial['action']): Denial => ({
    principal: 'arn:aws:sts::444455556666:assumed-role/checkout-exec/1',
    action,
    resource: null,
    layer: 'VPC endpoint',
    explicit: false,
    policy: null,
  });

  it('is what IAM’s sentence is about, when it names one of the actions', () => {
    const incident = anIncident({ denial: denial('ecr:BatchGetImage') });
    expect(endpointPolicyDenies.evaluate(shut('vpce-dkr'), incident).data).toMatchObject({
      layer: 'VPC endpoint',
      action: 'ecr:BatchGetImage',
    });
  });

  it('is not, when it names another', () => {
    const incident = anIncident({ denial: denial('ecr:GetAuthorizationToken') });
    expect(endpointPolicyDenies.evaluate(shut('vpce-dkr'), incident).data).not.toHaveProperty('layer');
  });

  it.each([
    ['vpce-dkr', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], /:123456789012:repository\/shop\/api$/],
    ['vpce-s3', ['s3:GetObject'], /^arn:aws:s3:::prod-.*-starport-layer-bucket\/\*$/],
  ])('comes with the statement for %s', (endpoint, actions, resource) => {
    const [change] = endpointPolicyDenies.evaluate(shut(endpoint), anIncident()).statements ?? [];
    expect(change).toMatchObject({ kind: 'add', where: expect.stringContaining(`\`${endpoint}\``) });
    expect(JSON.parse(change?.statement ?? '')).toMatchObject({
      Effect: 'Allow',
      Action: actions,
      Resource: expect.stringMatching(resource),
    });
  });
});
