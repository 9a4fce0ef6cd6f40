import { expect, it } from 'vitest';
import type { Gap } from '../../../../src/domain/evidence.ts';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { Incident } from '../../../../src/domain/incident.ts';
import type { FrozenImage } from '../../../../src/domain/facts/puller.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { anImageFact } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';

const CHECKOUT = { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' } as const;
const TASK = { kind: 'ecs-task', place: {}, task: 'a1b2' } as const;
const ROLE = { kind: 'role', role: 'arn:aws:iam::123456789012:role/exec' } as const;

const kept = anImageFact({ digest: `sha256:${'f0'.repeat(32)}`, tags: [] });
const frozen = (image: FrozenImage['image']): FrozenImage => ({
  digest: kept.digest,
  tag: 'v2.1.0',
  frozenAt: '2026-02-21T10:00:00.000Z',
  image,
  tagged: null,
});

const learn = (facts: Partial<Facts>, workload: Incident['workload'] = CHECKOUT, gaps: readonly Gap[] = []) =>
  withDerivedFacts(new FakeFactSource(facts, gaps)).learn('frozenInstead', anIncident({ workload }));

it.each([
  ['a service', CHECKOUT, null],
  ['a task', TASK, null],
  ['a service whose tag lies in the archive', CHECKOUT, anImageFact({ status: 'ARCHIVED' })],
] as const)('is what ECS froze for %s, when it is there', async (_what, workload, image) => {
  const frozenImage = frozen(kept);
  expect(await learn({ image, frozenImage }, workload)).toMatchObject({ known: true, value: frozenImage });
});

it.each([
  ['nothing was frozen', CHECKOUT, { image: null, frozenImage: null }],
  ['what was frozen is gone as well', CHECKOUT, { image: null, frozenImage: frozen(null) }],
  ['what was frozen is archived', CHECKOUT, { image: null, frozenImage: frozen({ ...kept, status: 'ARCHIVED' }) }],
  ['the image is there', CHECKOUT, { image: anImageFact(), frozenImage: frozen(kept) }],
  ['nobody names a task', null, { image: null, frozenImage: frozen(kept) }],
  ['only a role is named', ROLE, { image: null, frozenImage: frozen(kept) }],
] as const)('is nothing when %s', async (_what, workload, facts) => {
  expect(await learn(facts, workload)).toMatchObject({ known: true, value: null });
});

it('leaves a missing image missing when nobody knows what was frozen, and is a gap when the image is', async () => {
  expect(await learn({ image: null }, CHECKOUT, [aGap('frozenImage')])).toMatchObject({ known: true, value: null });
  expect(await learn({ frozenImage: frozen(kept) }, CHECKOUT, [aGap('image')])).toMatchObject({ known: false });
});
