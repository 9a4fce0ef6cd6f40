import { describe, expect, it } from 'vitest';
import { DERIVED } from '../../../src/investigation/derived/index.ts';
import type { FactName } from '../../../src/domain/facts.ts';
import { anIncident } from '../../support/an-incident.ts';
import { aGap, FakeFactSource } from '../../support/fake-fact-source.ts';

/** The facts that are an answer when nothing can be read, because they are an addition to what others say. */
const SAID_OTHERWISE: Readonly<Partial<Record<FactName, unknown>>> = {
  secondWitness: 'not-asked',
  removalProof: 'unknown',
  pullerPlatform: { os: null, architecture: null },
};

const incident = anIncident({ workload: { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' } });

describe.each(Object.values(DERIVED).map((fact) => [fact.name, fact] as const))('%s', (name, fact) => {
  it('is a gap when nothing that it builds on can be read, unless it is a word beside others', async () => {
    const source = new FakeFactSource(
      {},
      fact.from.map((each) => aGap(each)),
    );
    const learned = await fact.derive((each) => source.learn(each), incident);
    const otherwise = SAID_OTHERWISE[name];
    expect(learned).toMatchObject(otherwise === undefined ? { known: false } : { known: true, value: otherwise });
  });
});
