import { expect, it } from 'vitest';
import { findImage } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const asked = (parts: Parameters<typeof anImage>[0]) =>
  anIncident({ image: anImage({ repository: 'my-app', ...parts }) });

it('finds an image by its tag', async () => {
  expect(await readFact('image', asked({ tag: 'v2.1.0' }))).toMatchObject({
    known: true,
    value: { tags: ['v2.1.0'], status: 'ACTIVE' },
  });
});

it('finds an image by its digest, whatever the tag says', async () => {
  const byTag = await readFact('image', asked({ tag: 'v2.1.0' }));
  const digest = byTag.known ? (byTag.value?.digest ?? '') : '';
  expect(await readFact('image', asked({ tag: 'gone', digest }))).toMatchObject({
    known: true,
    value: { tags: ['v2.1.0'] },
  });
});

it('sees an archived image, which a pull does not', async () => {
  const learned = await readFact('image', asked({ tag: 'v2.1.0' }), (estate) => {
    findImage(estate, 'my-app', 'v2.1.0').status = 'ARCHIVED';
  });
  expect(learned).toMatchObject({ known: true, value: { status: 'ARCHIVED' } });
});

it.each([
  ['there is no such tag', asked({ tag: 'v9' })],
  ['there is no such digest', asked({ digest: `sha256:${'0'.repeat(64)}` })],
  ['there is no such repository', asked({ repository: 'nobody/knows' })],
])('is null when %s', async (_why, incident) => {
  expect(await readFact('image', incident)).toMatchObject({ known: true, value: null });
});
