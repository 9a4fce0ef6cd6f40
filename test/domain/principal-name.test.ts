import { expect, it } from 'vitest';
import { principalName } from '../../src/domain/principal-name.ts';

it.each([
  ['arn:aws:sts::123456789012:assumed-role/ci-push/build', 'role `ci-push` (session `build`)'],
  [
    'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Dev_Ops_4f1c2d3e5a6b7c8d/ann@example.com',
    '`ann@example.com` (permission set `Dev_Ops`)',
  ],
  ['arn:aws:iam::123456789012:user/people/ann', 'user `ann`'],
  ['arn:aws:iam::123456789012:role/ci-push', 'role `ci-push`'],
  ['arn:aws:sts::123456789012:federated-user/ann', 'federated user `ann`'],
  ['arn:aws:iam::123456789012:root', 'the root user of account 123456789012'],
  ['arn:aws:other::123456789012:thing/x', '`arn:aws:other::123456789012:thing/x`'],
  [null, 'AWS itself'],
])('%s is %s', (arn, name) => {
  expect(principalName(arn)).toBe(name);
});
