import { expect, it } from 'vitest';
import { findRepository, removeRepository } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });

it.each([
  [{ 'aws:cloudformation:stack-name': 'shop' }, 'CloudFormation stack shop'],
  [{ terraform: 'true' }, 'Terraform'],
  [{ ManagedBy: 'Pulumi' }, 'Pulumi'],
  [{ team: 'shop' }, null],
])('of %j is %s', async (tags, manager) => {
  const learned = await readFact('repositoryManager', incident, (estate) => {
    findRepository(estate, 'my-app').tags = tags;
  });
  expect(learned).toMatchObject({ known: true, value: manager });
});

it('is null for a repository that does not exist', async () => {
  const learned = await readFact('repositoryManager', incident, (estate) => removeRepository(estate, 'my-app'));
  expect(learned).toMatchObject({ known: true, value: null });
});
