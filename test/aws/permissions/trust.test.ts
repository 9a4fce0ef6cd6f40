import { describe, expect, it } from 'vitest';
import { fixingTrust, ownStatements, readingTrust } from '../../../src/aws/permissions/trust.ts';

const PRINCIPAL = 'arn:aws:iam::999900001111:role/ecr-why';
const TRUST = { principal: PRINCIPAL, externalId: '7f3c9a' };

/** The condition keys that these actions know, after the service authorization reference of STS. */
const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  'sts:AssumeRole': ['sts:ExternalId', 'sts:SourceIdentity'],
  'sts:SetSourceIdentity': ['sts:SourceIdentity'],
  'sts:TagSession': ['aws:TagKeys'],
};

describe.each([
  ['reading', readingTrust],
  ['fixing', fixingTrust],
])('the trust of the %s role', (_name, trust) => {
  it('names one principal, and never everybody', () => {
    for (const { Principal, Effect } of trust(TRUST)) {
      expect([Principal, Effect]).toEqual([{ AWS: PRINCIPAL }, 'Allow']);
    }
  });

  it('asks for the external id to be assumed, or for none where there is none', () => {
    const conditionOf = (externalId: string | null) =>
      trust({ ...TRUST, externalId }).find(({ Action }) => Action === 'sts:AssumeRole')?.Condition?.['StringEquals'];
    expect(conditionOf('7f3c9a')).toEqual({ 'sts:ExternalId': '7f3c9a' });
    expect(conditionOf(null)).toBeUndefined();
  });

  it('puts on each action only conditions that it knows: any other could never hold', () => {
    for (const { Action, Condition = {} } of trust(TRUST)) {
      const keys = Object.values(Condition).flatMap((values) => Object.keys(values));
      expect(KNOWN_KEYS[String(Action)]).toEqual(expect.arrayContaining(keys));
    }
  });
});

it('the fixing role opens only in the name of a person', () => {
  const [assume, name] = fixingTrust(TRUST);
  for (const statement of [assume, name]) {
    expect(statement?.Condition?.['StringLike']).toEqual({ 'sts:SourceIdentity': 'slack-*' });
  }
});

it('our own identity gets no statement about roles that there are not', () => {
  expect(ownStatements(['arn:aws:iam::1:role/r'], []).map(({ Sid }) => Sid)).toEqual(['TakeOnReadingRoles']);
  expect(ownStatements([], ['arn:aws:iam::1:role/f']).map(({ Action }) => Action)).toEqual([
    ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
  ]);
});
