import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findImage, findRegistry } from '../../../../src/sandbox/worlds/parts/find.ts';
import { makeIndex } from '../../../../src/sandbox/worlds/parts/platforms.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';
import { readRecorded } from '../read-recorded.ts';

const asked = anIncident({ image: anImage({ repository: 'shop/api', tag: 'v4.12.1' }) });

function withIndex(estate: Estate): void {
  makeIndex(estate, 'shop/api', 'v4.12.1', 'amd64', 'arm64');
}

function cached(estate: Estate): void {
  const { now: createdAt } = estate;
  const upstreamUrl = 'registry-1.docker.io';
  findRegistry(estate).pullThroughCacheRules.push({ prefix: 'ROOT', upstreamUrl, upstream: 'docker-hub', createdAt });
}

it('are the entries of an index, without attestations', async () => {
  expect(await readFact('imagePlatforms', asked, withIndex)).toMatchObject({
    known: true,
    value: {
      kind: 'index',
      entries: [
        { os: 'linux', architecture: 'amd64', variant: null, osVersion: null },
        { os: 'linux', architecture: 'arm64', variant: 'v8', osVersion: null },
      ],
    },
    evidence: [{ action: 'ecr:BatchGetImage', observed: 'an index of linux/amd64, linux/arm64' }],
  });
});

it('are not said by a single manifest, which is not even asked for', async () => {
  const { learned, operations } = await readRecorded('imagePlatforms', asked);
  expect(learned).toMatchObject({ known: true, value: { kind: 'unsaid' } });
  expect(operations).not.toContain('BatchGetImage');
});

it('are never asked for where a pull-through cache rule covers the repository', async () => {
  const { learned, operations } = await readRecorded('imagePlatforms', asked, (estate) => {
    withIndex(estate);
    cached(estate);
  });
  expect(learned).toEqual({ known: true, value: 'not-asked', evidence: [] });
  expect(operations).toContain('DescribePullThroughCacheRules');
  expect(operations).not.toContain('BatchGetImage');
});

it('are a gap where the rules may not be read', async () => {
  const learned = await readFact('imagePlatforms', asked, (estate) => {
    withIndex(estate);
    estate.deniedToReader = { '123456789012': ['ecr:DescribePullThroughCacheRules'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { action: 'ecr:DescribePullThroughCacheRules' } });
});

it('are a gap without the permission', async () => {
  const learned = await readFact('imagePlatforms', asked, (estate) => {
    withIndex(estate);
    estate.deniedToReader = { '123456789012': ['ecr:BatchGetImage'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action: 'ecr:BatchGetImage' } });
});

it('are a gap when the manifest of what was just described is not given', async () => {
  const learned = await readFact('imagePlatforms', asked, (estate) => {
    withIndex(estate);
    findImage(estate, 'shop/api', 'v4.12.1').status = 'ARCHIVED';
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'unavailable', action: 'ecr:BatchGetImage' } });
});

it('are none of an image that is missing', async () => {
  const missing = anIncident({ image: anImage({ repository: 'shop/api', tag: 'v9' }) });
  expect(await readFact('imagePlatforms', missing, withIndex)).toEqual({ known: true, value: null, evidence: [] });
});
