import { expect, it } from 'vitest';
import { roleArnOf } from '../../src/aws/role-arn.ts';

it.each([
  ['arn:aws:sts::444455556666:assumed-role/checkout-exec/0af1', 'arn:aws:iam::444455556666:role/checkout-exec'],
  ['arn:aws-cn:sts::444455556666:assumed-role/node/i-0a', 'arn:aws-cn:iam::444455556666:role/node'],
  ['arn:aws:iam::444455556666:role/service-role/exec', 'arn:aws:iam::444455556666:role/service-role/exec'],
  ['arn:aws:iam::444455556666:user/ann', null],
  ['not an arn', null],
])('%s: %s', (principal, role) => {
  expect(roleArnOf(principal)).toBe(role);
});
