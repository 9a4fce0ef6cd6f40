import { expect, it } from 'vitest';
import { AwsFactSource } from '../../../../src/aws/fact-source.ts';
import { Identities } from '../../../../src/aws/identities.ts';
import { CallMeter } from '../../../../src/aws/meter.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../../../src/sandbox/accounts.ts';
import { worldHandler } from '../../../../src/sandbox/aws/handler.ts';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { findRegistry } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const asked = (repository: string, tag = 'v2.1.0') => anIncident({ image: anImage({ repository, tag }) });

const cache =
  (...prefixes: string[]) =>
  (estate: Estate): void => {
    const { now } = estate;
    Object.assign(findRegistry(estate), {
      pullThroughCacheRules: prefixes.map((prefix) => ({
        prefix,
        upstreamUrl: `${prefix.toLowerCase()}.example`,
        upstream: 'docker-hub',
        createdAt: now,
      })),
    });
  };

it.each([
  ['hub/library/nginx', ['hub'], 'hub'],
  ['hub/library/nginx', ['hub', 'hub/library'], 'hub/library'],
  ['hub/library/nginx', ['ROOT', 'hub'], 'hub'],
  ['hub/library/nginx', ['ROOT', 'quay'], 'ROOT'],
])('%s is covered by the closest of %j', async (repository, prefixes, prefix) => {
  const learned = await readFact('pullThroughRule', asked(repository), cache(...prefixes));
  expect(learned).toMatchObject({ known: true, value: { prefix, upstream: `${prefix.toLowerCase()}.example` } });
});

it.each([
  ['no rule has its prefix', 'hub/library/nginx', ['quay']],
  ['its name only begins like the prefix', 'hubble/nginx', ['hub']],
  ['there is no rule at all', 'hub/library/nginx', []],
])('is null when %s', async (_why, repository, prefixes) => {
  expect(await readFact('pullThroughRule', asked(repository), cache(...prefixes))).toMatchObject({
    known: true,
    value: null,
  });
});

it('is read whether anything is missing or not', async () => {
  const learned = await readFact('pullThroughRule', asked('my-app'), cache('ROOT'));
  expect(learned).toMatchObject({
    known: true,
    value: { prefix: 'ROOT' },
    evidence: [
      { action: 'ecr:DescribePullThroughCacheRules', subject: 'my-app', observed: 'cached from root.example' },
    ],
  });
});

it('is a gap when the rules may not be read', async () => {
  const learned = await readFact('pullThroughRule', asked('hub/nginx'), (estate) => {
    estate.deniedToReader = { '123456789012': ['ecr:DescribePullThroughCacheRules'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { action: 'ecr:DescribePullThroughCacheRules' } });
});

it('is null where the registry does not know such rules', async () => {
  const estate = healthyEstate();
  const world = worldHandler(() => estate);
  const handle: typeof world.handle = async (request, options) => {
    const answered = await world.handle(request, options);
    if (request.headers['x-amz-target']?.endsWith('.DescribePullThroughCacheRules') !== true) return answered;
    return { response: { ...answered.response, statusCode: 500, body: new TextEncoder().encode('<!doctype html>') } };
  };
  const identities = new Identities({
    accounts: SANDBOX_ACCOUNTS,
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: selfCredentials(estate),
    requestHandler: { ...world, handle },
  });
  const source = new AwsFactSource(identities, new CallMeter());
  expect(await source.learn('pullThroughRule', asked('hub/nginx'))).toMatchObject({ known: true, value: null });
});
