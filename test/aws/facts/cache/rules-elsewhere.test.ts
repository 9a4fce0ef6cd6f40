import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findAccount } from '../../../../src/sandbox/worlds/parts/find.ts';
import { ABROAD, REGISTRY } from '../../../../src/sandbox/worlds/parts/names.ts';
import { firstPull } from '../../../support/caches.ts';
import { readFact } from '../../../support/read-fact.ts';

const abroad =
  (...prefixes: string[]) =>
  (estate: Estate): void => {
    findAccount(estate, REGISTRY).registries[ABROAD]?.pullThroughCacheRules.push(
      ...prefixes.map((prefix) => ({ prefix, upstreamUrl: 'quay.io', upstream: 'quay', createdAt: estate.now })),
    );
  };

it('are those of other Regions that would cover the name', async () => {
  expect(await readFact('rulesElsewhere', firstPull(), abroad('hub', 'quay'))).toMatchObject({
    known: true,
    value: [{ region: ABROAD, rule: { prefix: 'hub' } }],
    evidence: [{ place: { account: REGISTRY, region: ABROAD }, observed: 'rule hub would cover it here' }],
  });
});

it.each([
  ['there is none', []],
  ['they are for other names', ['quay']],
  ['one is for whatever nobody else covers', ['ROOT']],
])('are none when %s', async (_why, prefixes) => {
  expect(await readFact('rulesElsewhere', firstPull(), abroad(...prefixes))).toMatchObject({ known: true, value: [] });
});
