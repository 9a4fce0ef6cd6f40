import { expect, it } from 'vitest';
import type { Estate, Secret } from '../../../../src/sandbox/aws/estate.ts';
import { findAccount } from '../../../../src/sandbox/worlds/parts/find.ts';
import { HOME, REGISTRY } from '../../../../src/sandbox/worlds/parts/names.ts';
import { cacheHub, firstPull, SECRET_ARN } from '../../../support/caches.ts';
import { readFact } from '../../../support/read-fact.ts';

const withSecret =
  (parts: Partial<Secret>) =>
  (estate: Estate): void => {
    cacheHub(estate);
    for (const secret of findAccount(estate, REGISTRY).secrets[HOME] ?? []) Object.assign(secret, parts);
  };

it.each<[string, Partial<Secret>, object]>([
  ['under the key of AWS', {}, { deletedAt: null, kmsKey: null }],
  ['under that key by its name', { kmsKeyId: 'alias/aws/secretsmanager' }, { kmsKey: null }],
  ['marked for deletion', { deletedAt: '2026-03-01T12:00:00.000Z' }, { deletedAt: '2026-03-01T12:00:00.000Z' }],
])('is described: %s', async (_what, parts, value) => {
  expect(await readFact('upstreamSecret', firstPull(), withSecret(parts))).toMatchObject({
    known: true,
    value: { name: 'ecr-pullthroughcache/hub', ...value },
    evidence: [{ action: 'secretsmanager:DescribeSecret' }],
  });
});

const keyOf = (account: string): string => `arn:aws:kms:us-east-1:${account}:key/1`;
const OWN = keyOf('123456789012');
const FOREIGN = keyOf('444455556666');

const withKey = (manager: 'AWS' | 'CUSTOMER', kmsKeyId = OWN) => [
  withSecret({ kmsKeyId }),
  (estate: Estate): void => {
    const createdAt = estate.now;
    findAccount(estate, REGISTRY).keys[HOME] = [
      { arn: OWN, createdAt, state: 'Enabled', manager, deletionAt: null, repositories: [] },
    ];
  },
];

const describedUnder = (changes: readonly ((estate: Estate) => void)[]) =>
  readFact('upstreamSecret', firstPull(), (estate) => changes.forEach((change) => change(estate)));

it.each([
  ['of the account’s own', withKey('CUSTOMER'), OWN, [`a key of the account’s own`]],
  ['of AWS, named by its id', withKey('AWS'), null, ['a key of AWS']],
  ['that is gone', [withSecret({ kmsKeyId: OWN })], OWN, ['KMS knows no such key']],
  ['of another account, which is not asked', withKey('CUSTOMER', FOREIGN), FOREIGN, []],
])('asks whose a named key is: one %s', async (_what, changes, kmsKey, observed) => {
  expect(await describedUnder(changes)).toMatchObject({
    known: true,
    value: { kmsKey },
    evidence: [{ action: 'secretsmanager:DescribeSecret' }, ...observed.map((each) => ({ observed: each }))],
  });
});

it('is a gap when we may not ask whose the key is', async () => {
  const denied = (estate: Estate): void => {
    estate.deniedToReader = { '123456789012': ['kms:DescribeKey'] };
  };
  const gap = { reason: 'denied', action: 'kms:DescribeKey' };
  expect(await describedUnder([...withKey('CUSTOMER'), denied])).toMatchObject({ known: false, gap });
});

it('is null when AWS knows none', async () => {
  expect(await readFact('upstreamSecret', firstPull(), withSecret({ arn: 'arn:another' }))).toMatchObject({
    known: true,
    value: null,
    evidence: [{ subject: SECRET_ARN, observed: 'no such secret' }],
  });
});

it.each([
  ['in another account', 'us-east-1:444455556666:secret:ecr-pullthroughcache/hub-a1B2c3'],
  ['in another Region', 'eu-west-1:123456789012:secret:ecr-pullthroughcache/hub-a1B2c3'],
  ['of a name that ECR does not take', 'us-east-1:123456789012:secret:hub-a1B2c3'],
])('is not asked for when it is %s', async (_what, rest) => {
  const learned = await readFact('upstreamSecret', firstPull(), (estate) =>
    cacheHub(estate, { credentialArn: `arn:aws:secretsmanager:${rest}` }),
  );
  expect(learned).toEqual({ known: true, value: null, evidence: [] });
});

it('is a gap when we may not look', async () => {
  const learned = await readFact('upstreamSecret', firstPull(), (estate) => {
    cacheHub(estate);
    estate.deniedToReader = { '123456789012': ['secretsmanager:DescribeSecret'] };
  });
  expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action: 'secretsmanager:DescribeSecret' } });
});
