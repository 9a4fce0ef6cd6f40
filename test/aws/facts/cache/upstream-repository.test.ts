import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findAccount } from '../../../../src/sandbox/worlds/parts/find.ts';
import { ABROAD, WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { image, registry, repository } from '../../../../src/sandbox/worlds/parts/registry.ts';
import { cacheHub, firstPull } from '../../../support/caches.ts';
import { readFact } from '../../../support/read-fact.ts';

const NAME = 'golden/library/nginx';

const fetchFrom = (estate: Estate, account: string): void =>
  cacheHub(estate, {
    upstreamUrl: `${account}.dkr.ecr.${ABROAD}.amazonaws.com`,
    upstream: 'ecr',
    upstreamPrefix: 'golden',
    customRoleArn: 'arn:aws:iam::123456789012:role/ecr-cache',
  });

const holding =
  (...tags: string[]) =>
  (estate: Estate): void => {
    fetchFrom(estate, WORKLOAD);
    findAccount(estate, WORKLOAD).registries[ABROAD] = registry([
      repository(NAME, estate.now, [image(NAME, tags, estate.now)]),
    ]);
  };

it.each([
  ['holds the image', ['1.29'], 'ACTIVE'],
  ['holds another', ['1.28'], null],
])('is looked for under its name there, and %s', async (_what, tags, status) => {
  expect(await readFact('upstreamRepository', firstPull(), holding(...tags))).toMatchObject({
    known: true,
    value: {
      account: WORKLOAD,
      region: ABROAD,
      name: NAME,
      exists: true,
      image: status,
      repositoryPolicy: { name: 'repository policy' },
      registryPolicy: null,
    },
  });
});

it('may hold the image in its archive', async () => {
  const learned = await readFact('upstreamRepository', firstPull(), (estate) => {
    holding('1.29')(estate);
    const [upstream] = findAccount(estate, WORKLOAD).registries[ABROAD]?.repositories ?? [];
    Object.assign(upstream?.images[0] ?? {}, { status: 'ARCHIVED' });
  });
  expect(learned).toMatchObject({ value: { exists: true, image: 'ARCHIVED' } });
});

it('may not exist', async () => {
  const learned = await readFact('upstreamRepository', firstPull(), (estate) => fetchFrom(estate, WORKLOAD));
  expect(learned).toMatchObject({ value: { exists: false, image: null, repositoryPolicy: null } });
});

it('is null where the upstream is no registry of ECR', async () => {
  expect(await readFact('upstreamRepository', firstPull(), cacheHub)).toEqual({
    known: true,
    value: null,
    evidence: [],
  });
});

it('is a gap where its account is not ours to see', async () => {
  const learned = await readFact('upstreamRepository', firstPull(), (estate) => fetchFrom(estate, '777788889999'));
  expect(learned).toMatchObject({ known: false, gap: { reason: 'account-not-configured', account: '777788889999' } });
});
