import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { StoryStep } from '../../src/domain/story.ts';
import { investigate } from '../../src/investigation/investigate.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';
import { aGap, FakeFactSource } from '../support/fake-fact-source.ts';
import { anAccess, anImageFact, aPuller, aRepository, aWorkload, NOTHING_TO_IMPORT } from '../support/facts.ts';
import { OPEN_PATHS } from '../support/paths.ts';

const HEALTHY: Partial<Facts> = {
  repository: aRepository(),
  image: anImageFact(),
  ...NOTHING_TO_IMPORT,
  roleTrust: [],
  tokenAccess: anAccess({ action: 'ecr:GetAuthorizationToken', resource: '*' }),
  secondWitness: 'not-asked',
  pullAccess: anAccess({}),
  networkPaths: OPEN_PATHS,
  sidePaths: [],
  images: [],
  lifecyclePolicy: null,
  leavingInUse: null,
  registryScanning: { type: 'BASIC', rules: [] },
  workload: aWorkload(),
  puller: aPuller(),
  pullerRoles: [],
  frozenImage: null,
  lastGoodImage: null,
  frozenInstead: null,
  latePush: null,
  repushedTags: [],
  imageRemoval: null,
  removalProof: null,
  tagMove: 'no-digest',
  pullThroughRule: null,
  repositoryKey: null,
  imageElsewhere: [],
  replications: [],
  secretLogins: null,
  imagePlatforms: { kind: 'unsaid' },
  pullerPlatform: { os: 'linux', architecture: 'amd64' },
  indexChildren: [],
};

function run(source: FakeFactSource, incident = anIncident({ symptom: SYMPTOMS.notFound })) {
  const stories: (readonly StoryStep[])[] = [];
  const onBug = (check: string, error: unknown): void => expect.unreachable(`${check}: ${String(error)}`);
  const diagnosis = investigate(incident, { source, tell: (story) => stories.push(story), onBug });
  return diagnosis.then((result) => ({ result, stories }));
}

describe('investigate', () => {
  it('asks second questions only of what failed', async () => {
    const source = new FakeFactSource(HEALTHY);
    const { result } = await run(source);
    expect(result.conclusion.kind).toBe('would-pull-now');
    expect(source.asked).not.toContain('repositoryNames');
    expect(source.asked).not.toContain('lifecycleRemoval');
  });

  it('calls nothing fine before it has asked what the text does not speak of', async () => {
    const index = {
      kind: 'index',
      entries: [{ digest: 'sha256:c0', os: 'linux', architecture: 'arm64', variant: null, osVersion: null }],
    } as const;
    const { result } = await run(new FakeFactSource({ ...HEALTHY, imagePlatforms: index }));
    expect(result.conclusion).toMatchObject({ kind: 'would-fail-now', next: { check: 'wrong-platform' } });
    const source = new FakeFactSource({ ...HEALTHY, image: null, lifecycleRemoval: null, pushes: [], removals: [] });
    expect((await run(source)).result.conclusion.kind).toBe('explained');
    expect(source.asked).not.toContain('imagePlatforms');
  });

  it('lists findings in the order of a pull, second questions behind their check', async () => {
    const source = new FakeFactSource({
      ...HEALTHY,
      image: null,
      lifecycleRemoval: null,
      pushes: [],
      removals: [],
    });
    const { result } = await run(source);
    const order = result.findings.map(({ check }) => check);
    expect(order).toEqual(CHECKS.map(({ id }) => id).filter((id) => order.includes(id)));
    expect(order).toEqual(expect.arrayContaining(['missing-image', 'mistyped-tag', 'deleted-image']));
    expect(order).not.toContain('misspelt-repository');
  });

  it('tells a story that ends with a verdict for every stage', async () => {
    const { stories } = await run(new FakeFactSource(HEALTHY));
    expect(stories[0]?.map(({ status }) => status)).toContain('asking');
    expect(stories.at(-1)?.map(({ status }) => status)).not.toContain('asking');
    expect(new Set(stories.map((story) => story.map(({ id }) => id).join())).size).toBe(1);
  });

  it('looks into no registry but ECR', async () => {
    const image = {
      text: 'nginx:1',
      registry: { kind: 'other', host: 'docker.io' },
      repository: 'library/nginx',
      tag: '1',
    } as const;
    const source = new FakeFactSource({});
    const { result } = await run(source, { ...anIncident(), image } as never);
    expect(result).toMatchObject({ conclusion: { kind: 'out-of-sight' }, findings: [] });
    expect(source.asked).toEqual([]);
  });

  it('never says "not found" of what it may not see', async () => {
    const { result } = await run(new FakeFactSource(HEALTHY, [aGap('image')]));
    expect(result.conclusion).toMatchObject({
      kind: 'undetermined',
      unknown: expect.arrayContaining([expect.objectContaining({ check: 'missing-image' })]),
    });
  });

  it('gives a diagnosis that survives a queue', async () => {
    const { result } = await run(new FakeFactSource(HEALTHY));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
