import { expect, it } from 'vitest';
import { encrypt } from '../../../../src/sandbox/worlds/parts/encrypted.ts';
import { findRepository, removeRepository } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const incident = anIncident({ image: anImage({ repository: 'my-app' }) });

it('reads what checks and fixes need of a repository', async () => {
  const learned = await readFact('repository', incident, (estate) => {
    const repository = findRepository(estate, 'my-app');
    repository.tagMutability = 'IMMUTABLE_WITH_EXCLUSION';
    repository.exclusionFilters = ['latest', 'dev-*'];
  });
  expect(learned).toMatchObject({
    known: true,
    value: {
      account: '123456789012',
      region: 'us-east-1',
      name: 'my-app',
      arn: 'arn:aws:ecr:us-east-1:123456789012:repository/my-app',
      tagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      exclusionFilters: ['latest', 'dev-*'],
      scanOnPush: true,
    },
    evidence: [
      {
        action: 'ecr:DescribeRepositories',
        place: { account: '123456789012', region: 'us-east-1' },
        subject: 'my-app',
        observed: 'the repository exists, tags IMMUTABLE_WITH_EXCLUSION latest dev-*',
      },
    ],
  });
});

it('is null, with evidence, when ECR says that there is none', async () => {
  const learned = await readFact('repository', incident, (estate) => removeRepository(estate, 'my-app'));
  expect(learned).toMatchObject({ known: true, value: null, evidence: [{ observed: 'no such repository' }] });
});

it('asks in the Region of the image, never in another', async () => {
  const image = { ...anImage({ repository: 'my-app' }), registry: { ...anImage().registry, region: 'eu-west-1' } };
  expect(await readFact('repository', anIncident({ image }))).toMatchObject({ known: true, value: null });
});

it('names the KMS key that encrypts it', async () => {
  const learned = await readFact('repository', incident, (estate) => encrypt(estate, 'my-app'));
  expect(learned).toMatchObject({
    value: { encryption: { type: 'KMS', key: expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\//) } },
  });
});
