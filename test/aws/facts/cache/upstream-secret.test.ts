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
  [
    'under another key',
    { kmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/1' },
    { kmsKey: 'arn:aws:kms:us-east-1:123456789012:key/1' },
  ],
  ['marked for deletion', { deletedAt: '2026-03-01T12:00:00.000Z' }, { deletedAt: '2026-03-01T12:00:00.000Z' }],
])('is described: %s', async (_what, parts, value) => {
  expect(await readFact('upstreamSecret', firstPull(), withSecret(parts))).toMatchObject({
    known: true,
    value: { name: 'ecr-pullthroughcache/hub', ...value },
    evidence: [{ action: 'secretsmanager:DescribeSecret' }],
  });
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
