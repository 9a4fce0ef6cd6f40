import { expect, it } from 'vitest';
import { GAP_REASONS } from '../../src/domain/evidence.ts';
import { describeGap } from '../../src/investigation/describe-gap.ts';
import { aGap } from '../support/fake-fact-source.ts';

it.each(GAP_REASONS)('%s is one sentence with everything filled in', (reason) => {
  const sentence = describeGap(aGap('image', { reason }));
  expect(sentence).toMatch(/^[A-Z`].*\.$/);
  expect(sentence).not.toMatch(/null|undefined/);
});

it('names the role that could not be assumed and whom its trust policy must name', () => {
  const gap = aGap('image', {
    reason: 'role-not-assumable',
    action: 'sts:AssumeRole',
    self: 'arn:aws:iam::999900001111:role/ecr-why',
  });
  expect(describeGap(gap)).toBe(
    'In account 123456789012, role `arn:aws:iam::123456789012:role/EcrWhyRead` could not be assumed: its trust policy must allow `sts:AssumeRole` to `arn:aws:iam::999900001111:role/ecr-why`.',
  );
});

it('says of what is too much how far it was read', () => {
  const read = { count: 1_000, what: 'PolicyExecutionEvent', backTo: '2026-11-12T03:00:00.000Z' };
  expect(describeGap(aGap('removals', { reason: 'too-much', action: 'cloudtrail:LookupEvents', read }))).toBe(
    '`cloudtrail:LookupEvents` in 123456789012 us-east-1 has more to say than one diagnosis may read: I read the newest 1,000 of `PolicyExecutionEvent`, back to 2026-11-12T03:00:00.000Z, and what is older is open.',
  );
});
