import { expect, it } from 'vitest';
import { findRegistry } from '../../../../src/sandbox/worlds/parts/find.ts';
import { cacheHub, firstPull } from '../../../support/caches.ts';
import { readFact } from '../../../support/read-fact.ts';

const NONE = { known: true, value: null, evidence: [] };

it('says that ECR got in', async () => {
  expect(await readFact('pullThroughValidation', firstPull(), cacheHub)).toMatchObject({
    known: true,
    value: { isValid: true, failure: null },
    evidence: [{ action: 'ecr:ValidatePullThroughCacheRule', observed: 'registry-1.docker.io lets ECR in' }],
  });
});

it('quotes why it did not', async () => {
  const learned = await readFact('pullThroughValidation', firstPull(), (estate) =>
    cacheHub(estate, { upstreamRefuses: 'The token has expired.' }),
  );
  expect(learned).toMatchObject({ value: { isValid: false, failure: 'The token has expired.' } });
});

it('is not asked for where nothing is to be imported, or nobody logs in', async () => {
  expect(await readFact('pullThroughValidation', firstPull('my-app'), cacheHub)).toEqual(NONE);
  const learned = await readFact('pullThroughValidation', firstPull(), (estate) => {
    cacheHub(estate);
    for (const rule of estate.accounts.flatMap(({ registries }) => Object.values(registries)))
      for (const each of rule.pullThroughCacheRules) delete each.credentialArn;
  });
  expect(learned).toEqual(NONE);
});

it('is a gap when we may not have it tried', async () => {
  const learned = await readFact('pullThroughValidation', firstPull(), (estate) => {
    cacheHub(estate);
    estate.deniedToReader = { '123456789012': ['ecr:ValidatePullThroughCacheRule'] };
  });
  expect(learned).toMatchObject({
    known: false,
    gap: { reason: 'denied', action: 'ecr:ValidatePullThroughCacheRule' },
  });
});

it('is asked for where ECR gets in with a role, and no secret', async () => {
  const learned = await readFact('pullThroughValidation', firstPull(), (estate) => {
    cacheHub(estate, { customRoleArn: 'arn:aws:iam::123456789012:role/ecr-cache' });
    for (const rule of findRegistry(estate).pullThroughCacheRules) delete rule.credentialArn;
  });
  expect(learned).toMatchObject({ known: true, value: { isValid: true } });
});
