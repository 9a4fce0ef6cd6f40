import { expect, it } from 'vitest';
import { findRepository } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });

it('reads the document', async () => {
  const learned = await readFact('repositoryPolicy', incident);
  expect(learned).toMatchObject({
    known: true,
    value: { name: 'repository policy', text: expect.stringContaining('444455556666') },
  });
});

it('is null when the repository has none', async () => {
  const learned = await readFact('repositoryPolicy', incident, (estate) => {
    findRepository(estate, 'my-app').policy = null;
  });
  expect(learned).toMatchObject({ known: true, value: null });
});
