import { expect, it } from 'vitest';
import type { Gap } from '../../../../src/domain/evidence.ts';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { Puller } from '../../../../src/domain/puller.ts';
import type { IndexEntry } from '../../../../src/domain/facts/registry.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { anImageFact, aPuller } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';

const entry = (os: string, architecture: string): IndexEntry => ({
  digest: `sha256:${architecture}`,
  os,
  architecture,
  variant: null,
  osVersion: null,
});
const ARM = anImageFact({ digest: 'sha256:arm64', tags: [] });
const INDEX = {
  kind: 'index',
  entries: [entry('linux', 'arm64'), entry('linux', 'amd64'), entry('windows', 'x')],
} as const;

const learn = (facts: Partial<Facts>, gaps: readonly Gap[] = []) =>
  withDerivedFacts(new FakeFactSource(facts, gaps)).learn('indexChildren', anIncident());
const on = (architecture: Puller['architecture'], os: Puller['os'] = 'linux') =>
  ({ imagePlatforms: INDEX, images: [ARM], puller: aPuller({ os, architecture }) }) as const;

it('is the image for the platform of the puller', async () => {
  const value = [{ platform: 'linux/arm64', digest: 'sha256:arm64', image: ARM }];
  expect(await learn(on('ARM64'))).toMatchObject({ known: true, value });
});

it('is said to be missing where the repository does not hold it', async () => {
  const value = [{ platform: 'linux/amd64', digest: 'sha256:amd64', image: null }];
  expect(await learn(on('X86_64'))).toMatchObject({ known: true, value });
});

it.each([
  ['the architecture', on('unknown'), 2],
  ['anything', on('unknown', 'unknown'), 3],
])('is every one that it may be where nobody says %s', async (_what, facts, count) => {
  expect(await learn(facts)).toMatchObject({ known: true, value: { length: count } });
});

it.each([null, 'not-asked', { kind: 'unsaid' }] as const)(
  'is none of %j, and lists no images',
  async (imagePlatforms) => {
    expect(await learn({ imagePlatforms })).toMatchObject({ known: true, value: [] });
  },
);

it.each(['imagePlatforms', 'images'] as const)('is a gap where %s is one', async (name) => {
  const { [name]: _hidden, ...rest } = on('ARM64');
  expect(await learn(rest, [aGap(name)])).toEqual({ known: false, gap: aGap('indexChildren') });
});
