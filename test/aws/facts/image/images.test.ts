import { expect, it } from 'vitest';
import { findImage } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

it('lists every image, archived ones included', async () => {
  const learned = await readFact('images', anIncident({ image: anImage({ repository: 'my-app' }) }), (estate) => {
    findImage(estate, 'my-app', 'v1.9.0').status = 'ARCHIVED';
  });
  if (!learned.known) throw new Error(learned.gap.reason);
  expect(learned.value.flatMap(({ tags }) => tags).toSorted()).toEqual(['v1.9.0', 'v2.0.9', 'v2.1.0']);
});

it('is empty for a repository that does not exist', async () => {
  const learned = await readFact('images', anIncident({ image: anImage({ repository: 'nobody/knows' }) }));
  expect(learned).toMatchObject({ known: true, value: [] });
});
