import { describe, expect, it } from 'vitest';
import type { EcsWorkload } from '../../src/domain/facts.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { locate } from '../../src/investigation/locate.ts';
import { anImage, anIncident, HOST, SYMPTOMS } from '../support/an-incident.ts';
import { FakeFactSource } from '../support/fake-fact-source.ts';

const { tag: _tag, ...UNTAGGED } = anImage();
const SERVICE = { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' } as const;

const running = (...images: string[]) =>
  new FakeFactSource({
    workload: { images } as unknown as EcsWorkload,
  });

const imageAfter = async (incident: Incident, source: FakeFactSource) => (await locate(incident, source)).image?.text;

describe('locate', () => {
  it('takes the image of the workload when the message names none, ECR before others', async () => {
    const incident = { ...anIncident({ workload: SERVICE }), image: null };
    expect(await imageAfter(incident, running('nginx:1', `${HOST}/shop/api:v3`))).toBe(`${HOST}/shop/api:v3`);
    expect(await imageAfter(incident, running('nginx:1'))).toBe('nginx:1');
  });

  it('takes the image of the failing workload when the message names only the registry', async () => {
    const incident = { ...anIncident({ symptom: SYMPTOMS.timeout }), image: null };
    expect(await imageAfter(incident, running('nginx:1', `${HOST}/shop/api:v3`))).toBe(`${HOST}/shop/api:v3`);
  });

  it('takes the tag of the workload when the message lost it', async () => {
    const incident = anIncident({ image: UNTAGGED, symptom: SYMPTOMS.notFound });
    expect(await imageAfter(incident, running(`${HOST}/shop/web:v1`, `${HOST}/shop/api:v3`))).toBe(
      `${HOST}/shop/api:v3`,
    );
  });

  it.each([
    ['the message is whole', anIncident({ symptom: SYMPTOMS.notFound })],
    ['a person asked without a tag: that is latest', anIncident({ image: UNTAGGED })],
    ['there is neither a message nor a workload', { ...anIncident(), image: null, registry: null }],
  ])('asks nothing when %s', async (_why, incident) => {
    const source = running(`${HOST}/shop/api:v3`);
    expect(await locate(incident, source)).toEqual(incident);
    expect(source.asked).toEqual([]);
  });

  it('keeps what was said when the workload runs something else', async () => {
    const incident = anIncident({ image: UNTAGGED, symptom: SYMPTOMS.denied });
    expect(await imageAfter(incident, running(`${HOST}/other:v3`))).toBe(UNTAGGED.text);
  });
});
