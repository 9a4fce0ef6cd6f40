import { describe, expect, it } from 'vitest';
import { parseAccounts } from '../../src/config/accounts-file.ts';
import { ConfigProblem } from '../../src/config/problem.ts';

const read = (text: string) => parseAccounts(text, 'ecr-why.yml');

describe('parseAccounts', () => {
  it('reads accounts, and makes ARNs of role names', () => {
    const text = `
accounts:
  - id: "012345678901"
    name: registry
    regions: [us-east-1]
    readRole: EcrWhyRead
    fixRole: arn:aws:iam::012345678901:role/tools/EcrWhyFix
    externalId: abc
    organization: o-a1b2c3d4e5
    readsOrganization: true
    owners: [U012AB3CD, S987ZY6XW]
    production: true
`;
    expect(read(text)).toEqual([
      {
        id: '012345678901',
        name: 'registry',
        regions: ['us-east-1'],
        readRole: 'arn:aws:iam::012345678901:role/EcrWhyRead',
        fixRole: 'arn:aws:iam::012345678901:role/tools/EcrWhyFix',
        externalId: 'abc',
        organization: 'o-a1b2c3d4e5',
        readsOrganization: true,
        owners: ['U012AB3CD', 'S987ZY6XW'],
        isProduction: true,
      },
    ]);
  });

  it('denies by default: no roles, no owners', () => {
    expect(read('accounts: [{id: "123456789012", name: a, regions: [eu-west-1]}]')).toMatchObject([
      { readRole: null, fixRole: null, externalId: null, owners: [], isProduction: false },
    ]);
  });

  it.each(['', ', readsOrganization: false'])('reads no organization that it is not told to%s', (more) => {
    const [account] = read(`accounts: [{id: "123456789012", name: a, regions: [eu-west-1]${more}}]`);
    expect(account).not.toHaveProperty('readsOrganization');
  });

  it.each([
    [
      'accounts: [{id: 123456789012, name: a, regions: [eu-west-1]}]',
      /accounts\[0\]\.id must be twelve digits in quotes/,
    ],
    ['accounts: [{id: "12", name: a, regions: [eu-west-1]}]', /accounts\[0\]\.id must be twelve digits/],
    [
      'accounts: [{id: "123456789012", name: a, regions: [europe]}]',
      /accounts\[0\]\.regions\[0\] must be a Region code/,
    ],
    ['accounts: [{id: "123456789012", name: a, regions: []}]', /regions must list at least one Region/],
    [
      'accounts: [{id: "123456789012", name: a, regions: [eu-west-1], owners: [ben]}]',
      /owners\[0\] must be a Slack user id/,
    ],
    ['accounts: [{id: "123456789012", name: a, regions: [eu-west-1], reedRole: x}]', /accounts\[0\].*reedRole/],
    [
      'accounts: [{id: "123456789012", name: a, regions: [eu-west-1], readsOrganization: o-a1b2c3d4e5}]',
      /accounts\[0\]\.readsOrganization/,
    ],
    ['accounts: []', /accounts must list at least one account/],
    ['', /the file/],
    ['accounts: [', /not valid YAML/],
    [
      'accounts: [{id: "123456789012", name: a, regions: [eu-west-1]}, {id: "123456789012", name: b, regions: [eu-west-1]}]',
      /lists 123456789012 twice/,
    ],
  ])('says in one line what is wrong with %s', (text, problem) => {
    expect(() => read(text)).toThrow(ConfigProblem);
    expect(() => read(text)).toThrow(problem);
    expect(() => read(text)).toThrow(/^[^\n]*$/);
  });
});
