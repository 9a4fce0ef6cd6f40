import { describe, expect, it } from 'vitest';
import { SENDERS } from '../../../src/aws/apply-fix.ts';
import { FACTS } from '../../../src/aws/facts/index.ts';
import { FIXING } from '../../../src/aws/permissions/fixing.ts';
import { READING } from '../../../src/aws/permissions/reading/index.ts';
import { type Purpose, statementsFor } from '../../../src/aws/permissions/statements.ts';
import type { Action } from '../../../src/domain/aws.ts';
import type { PolicyStatement } from '../../../src/domain/policy-statement.ts';

const SCOPE = { partition: 'aws', account: '123456789012' };
const DECLARED = [...new Set(Object.values(FACTS).flatMap(({ actions }) => actions))];

const actionsIn = (statements: readonly PolicyStatement[]): readonly string[] =>
  statements.flatMap(({ Action }) => Action);

describe('the reading policy', () => {
  const draw = () => statementsFor(READING, DECLARED, SCOPE);

  it('allows every action that a fact declares, each once, and nothing else', () => {
    const statements = draw();
    expect(actionsIn(statements).toSorted()).toEqual(DECLARED.toSorted());
  });

  it('is small enough for one managed policy', () => {
    expect(JSON.stringify({ Version: '2012-10-17', Statement: draw() }).length).toBeLessThan(6144);
  });

  it('leaves no ARN open, and takes everything only where nothing narrower works', () => {
    const statements = draw();
    const wide = statements.filter(({ Resource }) => Resource === '*').map(({ Sid }) => Sid);
    const may = ['SeeRegistrySettings', 'SeeWhatChangedLately', 'FindEcsWorkloads', 'FindOtherWorkloads'];
    expect([...may, 'SeeNetworkAroundThePuller', 'SeePoliciesOfTheOrganization']).toEqual(expect.arrayContaining(wide));
    for (const arn of statements.flatMap(({ Resource }) => Resource)) {
      // A hosted zone is of no account, and neither is AWS's own.
      expect(arn).toMatch(
        /^(\*|arn:aws:route53:::hostedzone\/\*|arn:aws:[a-z]+:\*?:(123456789012|aws):[a-z-]+[/:].*\*)$/,
      );
    }
  });
});

it('the fixing policy allows every call that can be sent, each once, and nothing else', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The keys of a record of actions are actions.
  const sent = Object.keys(SENDERS) as Action[];
  const statements = statementsFor(FIXING, sent, SCOPE);
  expect(actionsIn(statements).toSorted()).toEqual(sent.toSorted());
  expect(statements.map(({ Resource }) => Resource)).not.toContain('*');
});

describe.each([
  ['reading', READING],
  ['fixing', FIXING],
])('the purposes of %s', (_name, purposes) => {
  it('know no action twice, and have Sids that IAM takes', () => {
    const actions = purposes.flatMap(({ grants }) => grants.flatMap((grant) => grant.actions));
    expect(actions.toSorted()).toEqual([...new Set(actions)].toSorted());
    expect(new Set(purposes.map(({ sid }) => sid)).size).toBe(purposes.length);
    for (const { sid } of purposes) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
  });

  it('never reach content, nor into permissions', () => {
    const actions = purposes.flatMap(({ grants }) => grants.flatMap((grant) => grant.actions));
    const never =
      /GetDownloadUrlForLayer|GetAuthorizationToken|GetSecretValue|GetParameter|Decrypt|GetObject|PassRole|:Delete|logs:/;
    expect(actions.filter((action) => never.test(action))).toEqual([]);
  });
});

describe('statementsFor', () => {
  const purposes: readonly Purpose[] = [
    {
      sid: 'SeeThings',
      grants: [
        { on: ['arn:PARTITION:ecs:*:ACCOUNT_ID:task/*'], actions: ['ecs:DescribeTasks'] },
        { on: ['arn:PARTITION:ecs:*:ACCOUNT_ID:service/*'], actions: ['ecs:DescribeServices'] },
      ],
    },
    { sid: 'Unused', grants: [{ on: ['*'], actions: ['ec2:DescribeVpcs'] }] },
  ];

  it('names only what is used', () => {
    expect(statementsFor(purposes, ['ecs:DescribeTasks'], { partition: 'aws-cn', account: '1' })).toEqual([
      { Sid: 'SeeThings', Effect: 'Allow', Action: ['ecs:DescribeTasks'], Resource: 'arn:aws-cn:ecs:*:1:task/*' },
    ]);
  });

  it('says what to do for an action that nobody has placed', () => {
    expect(() => statementsFor(purposes, ['ecr:GetDownloadUrlForLayer'], SCOPE)).toThrow(
      /^ecr:GetDownloadUrlForLayer is called, but no purpose in src\/aws\/permissions has it: look up .*, and add it there\.$/,
    );
  });
});
