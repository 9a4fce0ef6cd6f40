import { describe, expect, it } from 'vitest';
import { holds } from '../../../../src/sandbox/aws/policy/condition.ts';

const context = new Map([
  ['sts:externalid', ['sandbox']],
  ['aws:principalarn', ['arn:aws:iam::1:role/ci/push']],
  ['aws:securetransport', ['true']],
  ['aws:tagkeys', ['Request', 'Team']],
]);

describe('holds', () => {
  it.each([
    ['StringEquals', 'sts:ExternalId', ['other', 'sandbox'], true],
    ['StringEquals', 'sts:ExternalId', ['Sandbox'], false],
    ['StringEqualsIgnoreCase', 'STS:externalid', ['Sandbox'], true],
    ['StringNotEquals', 'sts:ExternalId', ['other'], true],
    ['StringNotEquals', 'sts:ExternalId', ['other', 'sandbox'], false],
    ['StringLike', 'sts:ExternalId', ['sand*'], true],
    ['StringNotLike', 'sts:ExternalId', ['sand*'], false],
    ['ArnLike', 'aws:PrincipalArn', ['arn:aws:iam::*:role/ci/*'], true],
    ['ArnNotEquals', 'aws:PrincipalArn', ['arn:aws:iam::*:role/ci/*'], false],
    ['Bool', 'aws:SecureTransport', ['True'], true],
    ['Null', 'sts:ExternalId', ['false'], true],
    ['Null', 'sts:SourceIdentity', ['true'], true],
    ['Null', 'sts:SourceIdentity', ['false'], false],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['Request', 'Team', 'Plan'], true],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['Request'], false],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['Request'], true],
  ])('%s %s %j is %s', (operator, key, values, expected) => {
    expect(holds({ operator, key, values }, context)).toBe(expected);
  });

  it.each([
    ['StringEquals', false],
    ['StringEqualsIfExists', true],
    ['StringNotEquals', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
  ])('%s of an absent key is %s', (operator, expected) => {
    expect(holds({ operator, key: 'aws:SourceVpce', values: ['vpce-1'] }, context)).toBe(expected);
  });

  it('stops at an operator that it does not know', () => {
    expect(() => holds({ operator: 'NumericLessThan', key: 'sts:ExternalId', values: ['1'] }, context)).toThrow(
      'NumericLessThan',
    );
  });
});
