import { expect, it } from 'vitest';
import type { Push } from '../../../../src/domain/facts/history.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { anImageFact } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';
import { aPush, PIPELINE } from '../../../support/history.ts';

const X = `sha256:${'1'.repeat(64)}`;
const Y = `sha256:${'2'.repeat(64)}`;
const Z = `sha256:${'3'.repeat(64)}`;

/** Pushes as `tag digest` or `digest`, newest first, a day apart. */
const pushes = (...texts: readonly string[]): Push[] =>
  texts.map((text, index) => {
    const [digest = '', tag = null] = text.split(' ').toReversed();
    return aPush({ tag, digest, at: `2026-02-${28 - index}T00:00:00Z` });
  });

const learn = (image: ReturnType<typeof anImage>, history: readonly Push[]) =>
  withDerivedFacts(new FakeFactSource({ image: null, frozenImage: null, pushes: history })).learn(
    'tagMove',
    anIncident({ image }),
  );

it.each([
  [
    'the next push of the tag',
    pushes(`v1 ${Y}`, `v1 ${X}`),
    { tag: 'v1', from: X, to: Y, at: '2026-02-28T00:00:00Z', by: PIPELINE },
  ],
  [
    'the first of many',
    pushes(`v1 ${Z}`, `v1 ${Y}`, `v1 ${X}`),
    { tag: 'v1', from: X, to: Y, at: '2026-02-27T00:00:00Z' },
  ],
  ['nothing, where the same image was pushed again', pushes(`v1 ${X}`, `v1 ${X}`), null],
  ['nothing, where the tag came back to it', pushes(`v1 ${X}`, `v1 ${Y}`, `v1 ${X}`), null],
  ['nothing, where another tag moved', pushes(`v2 ${Y}`, `v1 ${X}`), null],
  ['nothing of a push without a tag', pushes(Y, X), null],
])('finds, for a digest with its tag, %s', async (_what, history, value) => {
  const learned = await learn(anImage({ tag: 'v1', digest: X }), history);
  expect(learned.known && learned.value).toEqual(value === null ? null : expect.objectContaining(value));
});

it('finds the tag itself when the digest stands alone', async () => {
  const history = pushes(`main ${Y}`, `v1 ${X}`, `main ${X}`);
  expect(await learn(anImage({ digest: X }), history)).toMatchObject({ value: { tag: 'main', from: X, to: Y } });
});

it('says no more than that the tag was pushed, where the wanted digest never was on record', async () => {
  expect(await learn(anImage({ tag: 'v1', digest: X }), pushes(`v1 ${Z}`, `v1 ${Y}`))).toMatchObject({
    value: { from: null, to: Z },
  });
  expect(await learn(anImage({ digest: X }), pushes(`v1 ${Z}`))).toMatchObject({ value: null });
});

it('asks no trail where no digest is wanted', async () => {
  const source = withDerivedFacts(new FakeFactSource({ image: null, frozenImage: null }));
  expect(await source.learn('tagMove', anIncident())).toMatchObject({ value: 'no-digest' });
});

it('is about the digest that ECS froze, when that one is gone', async () => {
  const frozenImage = { digest: X, tag: 'v1', frozenAt: '2026-02-01T00:00:00Z', image: null, tagged: anImageFact() };
  const source = withDerivedFacts(
    new FakeFactSource({ image: anImageFact(), frozenImage, pushes: pushes(`v1 ${Y}`, `v1 ${X}`) }),
  );
  expect(await source.learn('tagMove', anIncident())).toMatchObject({ value: { tag: 'v1', from: X, to: Y } });
});

it('is a gap where the pushes are', async () => {
  const source = withDerivedFacts(new FakeFactSource({ image: null, frozenImage: null }, [aGap('pushes')]));
  expect(await source.learn('tagMove', anIncident({ image: anImage({ digest: X }) }))).toMatchObject({
    gap: { fact: 'tagMove' },
  });
});
