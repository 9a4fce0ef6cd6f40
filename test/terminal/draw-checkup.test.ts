import { describe, expect, it } from 'vitest';
import type { AccountCheckup, Checkup, Trouble } from '../../src/domain/checkup.ts';
import { drawCheckup } from '../../src/terminal/draw-checkup.ts';

const READ = 'arn:aws:iam::123456789012:role/EcrWhyRead';
const FIX = 'arn:aws:iam::123456789012:role/EcrWhyFix';

const HEALTHY: AccountCheckup = {
  account: '123456789012',
  name: 'registry',
  regions: ['us-east-1', 'eu-west-1'],
  reader: READ,
  fixRole: FIX,
  allowed: ['ecr:DescribeImages', 'ecr:DescribeRepositories'],
  notTried: [],
  troubles: [],
  additions: [],
};

const checkup = (...accounts: readonly AccountCheckup[]): Checkup => ({
  version: 1,
  self: 'arn:aws:iam::999900001111:role/ecr-why',
  obstacle: null,
  accounts,
});

const trouble = (parts: Partial<Trouble> & Pick<Trouble, 'kind'>): Trouble => ({
  region: null,
  role: READ,
  action: null,
  found: null,
  ...parts,
});

const rowsOf = (...troubles: readonly Trouble[]): readonly string[] =>
  drawCheckup(checkup({ ...HEALTHY, troubles }))
    .trim()
    .split('\n')
    .slice(3);

describe('drawCheckup', () => {
  it('says who we are, and a healthy account in one line', () => {
    expect(drawCheckup(checkup(HEALTHY))).toBe(`ecr-why is arn:aws:iam::999900001111:role/ecr-why.

✓ 123456789012 registry: ${READ} may make all 2 calls that were tried in us-east-1 and eu-west-1; the fixing role opens.
`);
    expect(drawCheckup(checkup({ ...HEALTHY, fixRole: null }))).toContain('; no fixing role is configured.');
  });

  it('says once what was not tried, and of no account that it is fine', () => {
    const notTried = [{ action: 'kms:DescribeKey', because: 'each key’s own policy decides as well' }] as const;
    const drawn = drawCheckup(checkup({ ...HEALTHY, notTried }, { ...HEALTHY, account: '444455556666', notTried }));
    expect(drawn.split('kms:DescribeKey')).toHaveLength(2);
    expect(drawn).toContain('Not tried:\n  kms:DescribeKey: each key’s own policy decides as well\n');
  });

  it('gives a row to each trouble, and one to the same in several Regions', () => {
    const denied = trouble({ kind: 'denied', action: 'ecr:DescribeImages' });
    expect(rowsOf({ ...denied, region: 'us-east-1' }, { ...denied, region: 'eu-west-1' })).toEqual([
      '123456789012 registry  all     ecr:DescribeImages is denied',
    ]);
    expect(rowsOf({ ...denied, region: 'eu-west-1' }, { ...denied, action: 'iam:GetRole' })).toEqual([
      '123456789012 registry  eu-west-1  ecr:DescribeImages is denied',
      '123456789012 registry  all        iam:GetRole is denied',
    ]);
  });

  it.each<[Trouble, string]>([
    [
      trouble({ kind: 'no-reading-role', role: null }),
      'ecr-why.yml names no readRole, and our own identity is in another account',
    ],
    [trouble({ kind: 'role-shut', action: 'sts:AssumeRole' }), `${READ} does not let us in: sts:AssumeRole is denied`],
    [
      trouble({ kind: 'role-shut', role: FIX, action: 'sts:TagSession' }),
      `${FIX} does not let us in: sts:TagSession is denied`,
    ],
    [trouble({ kind: 'external-id-not-asked' }), `${READ} lets us in without the external id`],
    [
      trouble({ kind: 'wrong-account', found: '444455556666' }),
      `${READ} is in account 444455556666, not in 123456789012`,
    ],
    [
      trouble({ kind: 'no-answer', action: 'ecr:DescribeImages', found: 'ThrottlingException' }),
      'ecr:DescribeImages was answered neither yes nor no: ThrottlingException',
    ],
    [
      trouble({ kind: 'no-answer', role: FIX, action: 'sts:AssumeRole', found: 'TimeoutError' }),
      `sts:AssumeRole of ${FIX} was answered neither yes nor no: TimeoutError`,
    ],
  ])('describes %j', (each, sentence) => {
    expect(rowsOf(each)).toEqual([expect.stringContaining(`  all     ${sentence}`)]);
  });

  it('prints what to add as it is to be pasted', () => {
    const statements = [{ Sid: 'See', Effect: 'Allow', Action: ['ecr:DescribeImages'], Resource: '*' }] as const;
    const additions = [
      { to: 'policy', of: READ, statements },
      { to: 'trust', of: FIX, statements },
    ] as const;
    const drawn = drawCheckup(checkup({ ...HEALTHY, troubles: [trouble({ kind: 'denied' })], additions }));
    expect(drawn).toContain(`Add to a policy of ${READ}:\n${JSON.stringify(statements, null, 2)}\n`);
    expect(drawn).toContain(`The trust policy of ${FIX} must say of us this and no more:\n[`);
  });

  it.each([
    [
      'CredentialsProviderError',
      'No AWS credentials were found: run it where ecr-why runs, or set some, such as AWS_PROFILE=tools ecr-why doctor.\n',
    ],
    ['ExpiredToken', 'AWS does not say who we are (sts:GetCallerIdentity: ExpiredToken), so nothing was tried.\n'],
  ])('says that nothing was tried after %s', (obstacle, drawn) => {
    expect(drawCheckup({ version: 1, self: null, obstacle, accounts: [] })).toBe(drawn);
  });
});
