import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { encrypt } from '../../../../src/sandbox/worlds/parts/encrypted.ts';
import { findAccount, findRepository, removeRepository } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const asked = anIncident({ image: anImage({ repository: 'my-app' }) });
const read = (change: (estate: Estate) => void) => readFact('repositoryKey', asked, change);

it('is enabled, with ECR’s grant for this repository', async () => {
  expect(await read((estate) => encrypt(estate, 'my-app'))).toMatchObject({
    known: true,
    value: { state: 'Enabled', deletionAt: null, hasGrant: true },
    evidence: [
      { action: 'kms:DescribeKey', observed: 'the key is Enabled' },
      { action: 'kms:ListGrants', observed: 'ECR has its grant for this repository' },
    ],
  });
});

it('finds the grant on whatever page it stands', async () => {
  const others = Array.from({ length: 120 }, (_, number) => `arn:aws:ecr:us-east-1:123456789012:repository/r${number}`);
  const learned = await read((estate) => encrypt(estate, 'my-app').repositories.unshift(...others));
  expect(learned).toMatchObject({ value: { hasGrant: true } });
});

it('has no grant when those that are left are for other repositories', async () => {
  const learned = await read((estate) => {
    encrypt(estate, 'my-app').repositories = ['arn:aws:ecr:us-east-1:123456789012:repository/my-app-2'];
  });
  expect(learned).toMatchObject({ known: true, value: { state: 'Enabled', hasGrant: false } });
});

it.each([
  ['out of use', { state: 'PendingDeletion', deletionAt: '2026-03-09T00:00:00.000Z' }],
  ['AWS’s own', { manager: 'AWS' }],
] as const)('asks for no grant of a key that is %s', async (_title, change) => {
  const learned = await read((estate) => Object.assign(encrypt(estate, 'my-app'), { repositories: [] }, change));
  const { state = 'Enabled', deletionAt = null } = { state: undefined, deletionAt: undefined, ...change };
  expect(learned).toMatchObject({
    value: { state, deletionAt, hasGrant: null },
    evidence: [{ action: 'kms:DescribeKey' }],
  });
});

it('is a key that KMS does not know when it was deleted', async () => {
  const learned = await read((estate) => {
    encrypt(estate, 'my-app');
    findAccount(estate, '123456789012').keys = {};
  });
  expect(learned).toMatchObject({
    known: true,
    value: { arn: expect.stringMatching(/^arn:aws:kms:/), state: null },
    evidence: [{ observed: 'KMS knows no such key' }],
  });
});

it.each(['kms:DescribeKey', 'kms:ListGrants'] as const)('is a gap without %s', async (action) => {
  const learned = await read((estate) => {
    encrypt(estate, 'my-app');
    estate.deniedToReader = { '123456789012': [action] };
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action } });
});

it('is null, and KMS is not asked, where S3’s own keys encrypt or nothing is there', async () => {
  expect(await read((estate) => findRepository(estate, 'my-app'))).toMatchObject({ value: null, evidence: [] });
  expect(await read((estate) => removeRepository(estate, 'my-app'))).toMatchObject({ value: null, evidence: [] });
});

it('says where it was asked, and nothing else of the repository', async () => {
  const learned = await read((estate) => encrypt(estate, 'my-app'));
  expect(learned.known && learned.evidence[0]?.place).toEqual({
    account: '123456789012',
    region: 'us-east-1',
  });
});

it('asks about a key of another account that is configured in that account', async () => {
  const learned = await read((estate) => {
    const key = encrypt(estate, 'my-app');
    key.arn = key.arn.replace('123456789012', '444455556666');
    findAccount(estate, '123456789012').keys = {};
    findAccount(estate, '444455556666').keys = { 'us-east-1': [key] };
    findRepository(estate, 'my-app').encryption = { type: 'KMS', key: key.arn };
  });
  const place = { account: '444455556666', region: 'us-east-1' };
  expect(learned).toMatchObject({ value: { state: 'Enabled', hasGrant: true }, evidence: [{ place }, { place }] });
});
