import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { Gap } from '../../../../src/domain/evidence.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { anImageFact } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';
import { aRemoval } from '../../../support/history.ts';

const OLD = `sha256:${'1'.repeat(64)}`;
const NOBODY = { image: null, frozenImage: null } as const;

const learn = (
  facts: Partial<Facts>,
  {
    gaps = [],
    image = anImage(),
    name = 'imageRemoval',
  }: { gaps?: readonly Gap[]; image?: ReturnType<typeof anImage>; name?: 'imageRemoval' | 'removalProof' } = {},
) => withDerivedFacts(new FakeFactSource(facts, gaps)).learn(name, anIncident({ image }));

describe('imageRemoval', () => {
  it('is the newest removal of the wanted tag', async () => {
    const newer = aRemoval({ at: '2026-03-02T00:00:00Z' });
    const removals = [aRemoval({ tags: ['v9'], at: '2026-03-02T12:00:00Z' }), newer, aRemoval()];
    expect(await learn({ ...NOBODY, removals })).toMatchObject({ value: newer });
  });

  it('is the removal of the wanted digest, not of one that has its tag', async () => {
    const removals = [aRemoval({ tags: ['v2.1.0'] }), aRemoval({ digest: OLD, tags: [] })];
    const image = anImage({ tag: 'v2.1.0', digest: OLD });
    expect(await learn({ ...NOBODY, removals }, { image })).toMatchObject({ value: { digest: OLD } });
  });

  it('puts the rule of the record into words', async () => {
    const lifecycleEventSelection = { tagStatus: 'Any', countType: 'Image count more than', countNumber: 2 };
    const text = JSON.stringify({ rulePriority: 1, lifecycleEventSelection, action: 'expire' });
    const removals = [aRemoval({ kind: 'expired', rule: { priority: 1, description: null, text } })];
    expect(await learn({ ...NOBODY, removals })).toMatchObject({
      value: { takes: { selects: 'images whatever their tags', condition: 'there are more than 2 such images' } },
    });
  });

  it('is about the digest that ECS froze when that one is gone, though the tag is there', async () => {
    const frozenImage = {
      digest: OLD,
      tag: 'v2.1.0',
      frozenAt: '2026-02-01T00:00:00Z',
      image: null,
      tagged: anImageFact(),
    };
    const removals = [aRemoval({ tags: ['v2.1.0'], digest: 'sha256:other' }), aRemoval({ digest: OLD, tags: [] })];
    const learned = await learn({ image: anImageFact(), frozenImage, removals });
    expect(learned).toMatchObject({ value: { digest: OLD } });
  });

  it('is who archived it where it lies in the archive', async () => {
    const image = anImageFact({ status: 'ARCHIVED' });
    const removals = [aRemoval(), aRemoval({ kind: 'archived', tags: [], digest: image.digest })];
    expect(await learn({ image, frozenImage: null, removals })).toMatchObject({ value: { kind: 'archived' } });
  });

  it('is not what archived an image that is gone', async () => {
    expect(await learn({ ...NOBODY, removals: [aRemoval({ kind: 'archived' })] })).toMatchObject({ value: null });
  });

  it('does not need to know who pulls', async () => {
    const gaps = [aGap('frozenImage', { reason: 'puller-not-named' })];
    expect(await learn({ image: null, removals: [aRemoval()] }, { gaps })).toMatchObject({
      value: { kind: 'deleted' },
    });
  });

  it.each(['removals', 'image'] as const)('is a gap where %s is', async (fact) => {
    const learned = await learn({ ...NOBODY, removals: [] }, { gaps: [aGap(fact)] });
    expect(learned).toMatchObject({ known: false, gap: { fact: 'imageRemoval' } });
  });
});

describe('removalProof', () => {
  it('is the same', async () => {
    const learned = await learn({ ...NOBODY, removals: [aRemoval()] }, { name: 'removalProof' });
    expect(learned).toMatchObject({ value: aRemoval() });
  });

  it('is unknown, not a gap, where CloudTrail cannot be read', async () => {
    const learned = await learn(NOBODY, { name: 'removalProof', gaps: [aGap('removals')] });
    expect(learned).toMatchObject({ known: true, value: 'unknown' });
  });
});
