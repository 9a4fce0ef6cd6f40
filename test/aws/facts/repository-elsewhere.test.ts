import { expect, it } from 'vitest';
import { removeRepository } from '../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../support/an-incident.ts';
import { readFact } from '../../support/read-fact.ts';

const asked = anIncident({ image: anImage({ repository: 'shop/api' }) });

it('finds the other configured places that have the name', async () => {
  const learned = await readFact('repositoryElsewhere', asked, (estate) => removeRepository(estate, 'shop/api'));
  expect(learned).toMatchObject({ known: true, value: [{ account: '123456789012', region: 'eu-west-1' }] });
});

it('finds nothing where nothing is', async () => {
  const learned = await readFact('repositoryElsewhere', anIncident({ image: anImage({ repository: 'nobody/knows' }) }));
  expect(learned).toMatchObject({ known: true, value: [] });
});

it('passes over a place that it may not see', async () => {
  const learned = await readFact('repositoryElsewhere', asked, (estate) => {
    estate.deniedToReader = { '444455556666': ['ecr:DescribeRepositories'] };
  });
  expect(learned).toMatchObject({ known: true, value: [{ account: '123456789012', region: 'eu-west-1' }] });
});
