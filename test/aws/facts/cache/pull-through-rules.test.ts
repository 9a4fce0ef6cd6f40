import { expect, it } from 'vitest';
import { findRegistry } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

it('are all rules of the registry, whatever they cover', async () => {
  const credentialArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:ecr-pullthroughcache/hub-a1B2c3';
  const customRoleArn = 'arn:aws:iam::123456789012:role/ecr-cache';
  const learned = await readFact('pullThroughRules', anIncident(), (estate) => {
    const common = { createdAt: estate.now };
    findRegistry(estate).pullThroughCacheRules = [
      { ...common, prefix: 'hub/', upstreamUrl: 'registry-1.docker.io', upstream: 'docker-hub', credentialArn },
      {
        ...common,
        prefix: 'base',
        upstreamUrl: '444455556666.dkr.ecr.eu-west-1.amazonaws.com',
        upstream: 'ecr',
        upstreamPrefix: 'golden',
        customRoleArn,
      },
    ];
  });
  expect(learned).toMatchObject({
    known: true,
    value: [
      {
        prefix: 'hub',
        upstream: 'registry-1.docker.io',
        kind: 'docker-hub',
        upstreamPrefix: null,
        credential: credentialArn,
        customRole: null,
      },
      { prefix: 'base', kind: 'ecr', upstreamPrefix: 'golden', credential: null, customRole: customRoleArn },
    ],
    evidence: [{ subject: 'registry 123456789012 us-east-1', observed: 'pull through cache rules hub, base' }],
  });
});

it('are none in a registry without any', async () => {
  expect(await readFact('pullThroughRules', anIncident())).toMatchObject({
    known: true,
    value: [],
    evidence: [{ observed: 'no pull through cache rule' }],
  });
});
