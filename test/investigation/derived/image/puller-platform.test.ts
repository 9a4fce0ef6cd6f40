import { expect, it } from 'vitest';
import type { SymptomKind } from '../../../../src/domain/incident.ts';
import type { EcsWorkload } from '../../../../src/domain/facts/puller.ts';
import { pullerPlatform } from '../../../../src/investigation/derived/image/puller-platform.ts';
import { anIncident, SYMPTOMS } from '../../../support/an-incident.ts';
import { aWorkload } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';

async function derive(workload: EcsWorkload | null, quote = '', kind: SymptomKind = 'platform_mismatch') {
  const gaps = [aGap('puller'), ...(workload === null ? [aGap('workload')] : [])];
  const source = new FakeFactSource(workload === null ? {} : { workload }, gaps);
  const symptom = { ...SYMPTOMS.notFound, kind, quote };
  const learned = await pullerPlatform.derive((name) => source.learn(name), anIncident({ symptom }));
  return learned.known ? learned.value : learned.gap;
}

const UNKNOWN = { os: null, architecture: null };

it.each([
  ['no matching manifest for linux/arm64/v8 in the manifest list entries', { os: 'linux', architecture: 'arm64' }],
  [
    'was found but does not match the specified platform: wanted linux/amd64, actual: linux/arm64/v8',
    { os: 'linux', architecture: 'amd64' },
  ],
  ['no match for platform in manifest', UNKNOWN],
])('reads the platform that the text names: %s', async (quote, platform) => {
  expect(await derive(null, quote)).toEqual(platform);
});

it('believes no text about another thing', async () => {
  expect(await derive(null, 'path linux/amd64 not found', 'not_found')).toEqual(UNKNOWN);
});

it.each<[Partial<EcsWorkload>, object]>([
  [{}, { os: 'linux', architecture: 'amd64' }],
  [{ architecture: 'ARM64' }, { os: 'linux', architecture: 'arm64' }],
  [{ os: 'windows' }, { os: 'windows', architecture: 'amd64' }],
  [{ os: 'unknown', architecture: 'unknown' }, UNKNOWN],
])('else reads what ECS runs: %j', async (parts, platform) => {
  expect(await derive(aWorkload(parts), 'no match for platform in manifest')).toEqual(platform);
});
