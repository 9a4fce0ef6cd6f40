import { describe, expect, it } from 'vitest';
import type { EcrIncident } from '../../src/domain/check.ts';
import type { EcsWorkload } from '../../src/domain/facts/puller.ts';
import type { Connection, Incident, WorkloadRef } from '../../src/domain/incident.ts';
import { locate } from '../../src/investigation/locate.ts';
import { anImage, anIncident, HOST, SYMPTOMS } from '../support/an-incident.ts';
import { aGap, FakeFactSource } from '../support/fake-fact-source.ts';
import { aPuller, aWorkload } from '../support/facts.ts';

const { tag: _tag, ...UNTAGGED } = anImage();
const SERVICE = { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' } as const;
const API = `${HOST}/shop/api:v3`;
const WEB = `${HOST}/shop/web:v1`;
const ABROAD = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const HUB = 'docker.io/library/nginx:1';

const running = (images: readonly string[], failedImage: string | null = null): FakeFactSource =>
  new FakeFactSource({ workload: aWorkload({ images, failedImage }) });

const noBug = (what: string, error: unknown): never => expect.unreachable(`${what}: ${String(error)}`);

const imageAfter = async (incident: Incident, source: FakeFactSource) =>
  (await locate(incident, source, noBug)).image?.text ?? null;

/** A message that names no image. */
const imageless = (parts: Partial<EcrIncident> = {}): Incident => ({
  ...anIncident({ symptom: SYMPTOMS.timeout, ...parts }),
  image: null,
});

const dialled = (host: string, leg: Connection['leg'] = null): Connection => ({
  host,
  address: null,
  port: null,
  leg,
  addressOf: null,
});

describe('a message that names no image', () => {
  it.each<[string, EcsWorkload['images'], string | null, Partial<EcrIncident>, string | null]>([
    ['the only one', [API], null, {}, API],
    ['the only one, wherever it lies', [HUB], null, { registry: null }, HUB],
    ['the same in two containers', [API, API], null, {}, API],
    ['the one that failed', [API, WEB], WEB, {}, WEB],
    ['the one that failed, wherever it lies', [API, HUB], HUB, { registry: null }, HUB],
    ['the only one of the registry that the message names', [HUB, API], null, {}, API],
    ['none of two of that registry', [API, WEB], null, {}, null],
    ['none, when nothing says which', [HUB, API], null, { registry: null }, null],
    ['none of another registry than the message names', [`${ABROAD}/shop/api:v3`], null, {}, null],
    [
      'none of the registry of another account in the same Region',
      ['444455556666.dkr.ecr.us-east-1.amazonaws.com/shop/api:v3'],
      null,
      {},
      null,
    ],
    ['none of another registry, even if that is what failed', [API, HUB], HUB, {}, null],
    [
      'none of another registry than was dialled',
      [API],
      null,
      { registry: null, connection: dialled('registry-1.docker.io', 'manifest') },
      null,
    ],
    [
      'the one of the registry that was dialled',
      [API, HUB],
      null,
      { registry: null, connection: dialled('registry-1.docker.io', 'manifest') },
      HUB,
    ],
    [
      'the one whose layers were dialled',
      [API, HUB],
      null,
      { registry: null, connection: dialled('production.cloudflare.docker.com', 'layers') },
      HUB,
    ],
    [
      'the only one of ECR when layers of its upstream registry were dialled',
      [API, 'quay.io/acme/tool:v1'],
      null,
      { registry: null, connection: dialled('production.cloudflare.docker.com', 'layers') },
      API,
    ],
    [
      'none of two of ECR then',
      [API, WEB],
      null,
      { registry: null, connection: dialled('production.cloudflare.docker.com', 'layers') },
      null,
    ],
    [
      'one of ECR when its token was asked for',
      [API],
      null,
      { registry: null, connection: dialled('api.ecr.us-east-1.amazonaws.com', 'token') },
      API,
    ],
    [
      'the only one when a proxy was dialled',
      [API],
      null,
      { registry: null, connection: dialled('proxy.internal') },
      API,
    ],
    [
      'the one of the same registry under another of its names',
      [API, HUB],
      null,
      { registry: null, connection: dialled('123456789012.dkr-ecr.us-east-1.on.aws', 'manifest') },
      API,
    ],
    [
      'the one of a registry that only the workload knows',
      [API, 'registry.corp/api:v1'],
      null,
      { registry: null, connection: dialled('registry.corp') },
      'registry.corp/api:v1',
    ],
    ['nothing that is no reference', ['UPPER/case'], null, {}, null],
  ])('takes %s', async (_what, images, failedImage, parts, expected) => {
    expect(await imageAfter(imageless(parts), running(images, failedImage))).toBe(expected);
  });

  it('is looked for by a person who names the workload alone', async () => {
    expect(await imageAfter({ ...anIncident({ workload: SERVICE }), image: null }, running([API]))).toBe(API);
  });
});

describe('a workload that is none of ECS', () => {
  const place = {};
  const workloadGap = aGap('workload', { reason: 'puller-not-named' });
  const pulling = (images: readonly string[]): FakeFactSource =>
    new FakeFactSource({ puller: aPuller({ images }) }, [workloadGap]);

  it.each<WorkloadRef>([
    { kind: 'lambda-function', place, functionName: 'resize' },
    { kind: 'batch-job', place, job: 'a-job' },
    { kind: 'build-project', place, project: 'shop-api' },
    { kind: 'apprunner-service', place, service: 'arn:aws:apprunner:us-east-1:123456789012:service/shop/1' },
  ])('says what it pulls: $kind', async (workload) => {
    expect(await imageAfter(imageless({ workload }), pulling([API]))).toBe(API);
    expect(await imageAfter(imageless({ workload }), pulling([API, WEB]))).toBeNull();
  });

  it.each<[string, WorkloadRef | null]>([
    ['a pod', { kind: 'kubernetes-pod' }],
    ['a role', { kind: 'role', role: 'arn:aws:iam::123456789012:role/x' }],
    ['a service that was not found', SERVICE],
    ['nobody', null],
  ])('is not asked for its images when it is %s', async (_who, workload) => {
    const source = pulling([API]);
    expect(await imageAfter(imageless({ workload }), source)).toBeNull();
    expect(source.asked).toEqual(['workload']);
  });

  it('leaves the incident as it is when it cannot be read either', async () => {
    const incident = imageless({ workload: { kind: 'batch-job', place, job: 'a-job' } });
    expect(await locate(incident, new FakeFactSource({}, [workloadGap, aGap('puller')]), noBug)).toEqual(incident);
  });
});

describe('a message that lost the tag', () => {
  it.each<[string, EcsWorkload['images'], string | null, string]>([
    ['the workload has it of this repository', [WEB, API], null, API],
    ['the workload runs something else', [WEB], null, UNTAGGED.text],
    ['two containers run two tags', [API, `${HOST}/shop/api:v4`], null, UNTAGGED.text],
    ['one of two tags failed', [API, `${HOST}/shop/api:v4`], `${HOST}/shop/api:v4`, `${HOST}/shop/api:v4`],
    ['something else failed', [API, WEB], WEB, UNTAGGED.text],
  ])('when %s', async (_when, images, failedImage, expected) => {
    const incident = anIncident({ image: UNTAGGED, symptom: SYMPTOMS.notFound });
    expect(await imageAfter(incident, running(images, failedImage))).toBe(expected);
  });
});

describe('locate', () => {
  it.each([
    ['the message is whole', anIncident({ symptom: SYMPTOMS.notFound })],
    ['a person asked without a tag: that is latest', anIncident({ image: UNTAGGED })],
    ['there is neither a message nor a workload', { ...anIncident(), image: null, registry: null }],
  ])('asks nothing when %s', async (_why, incident) => {
    const source = running([API]);
    expect(await locate(incident, source, noBug)).toEqual(incident);
    expect(source.asked).toEqual([]);
  });

  it('keeps the incident when looking for the workload crashes, and tells of the bug', async () => {
    const bugs: string[] = [];
    const incident = anIncident({ image: UNTAGGED, symptom: SYMPTOMS.notFound });
    const located = await locate(incident, new FakeFactSource({}), (what, error) =>
      bugs.push(`${what}: ${String(error)}`),
    );
    expect(located).toEqual(incident);
    expect(bugs).toEqual(['locate: Error: nobody told the fake source about workload']);
  });
});
