import { expect, it } from 'vitest';
import { findRepository, removeRepository } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });

it.each([
  [{ team: 'shop', tier: '' }, 'tags team=shop, tier='],
  [{}, 'no tags'],
])('are %j', async (tags, observed) => {
  const learned = await readFact('repositoryTags', incident, (estate) => {
    findRepository(estate, 'my-app').tags = tags;
  });
  expect(learned).toMatchObject({
    known: true,
    value: tags,
    evidence: [{ action: 'ecr:ListTagsForResource', subject: 'my-app', observed }],
  });
});

it('are none of a repository that does not exist', async () => {
  const learned = await readFact('repositoryTags', incident, (estate) => removeRepository(estate, 'my-app'));
  expect(learned).toEqual({ known: true, value: null, evidence: [] });
});

it('are a gap where they may not be read', async () => {
  const learned = await readFact('repositoryTags', incident, (estate) => {
    estate.deniedToReader = { '123456789012': ['ecr:ListTagsForResource'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action: 'ecr:ListTagsForResource' } });
});
