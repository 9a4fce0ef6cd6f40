import { describe, expect, it } from 'vitest';
import type { PullerRole } from '../../../../src/domain/facts/puller.ts';
import type { PolicyText, RegistryPolicyText } from '../../../../src/domain/facts/registry.ts';
import { judgePullAccess, judgeTokenAccess } from '../../../../src/investigation/derived/access/access.ts';
import { anIncident } from '../../../support/an-incident.ts';

const HERE = '123456789012';
const ELSEWHERE = '444455556666';
const ACTIONS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

const text = (...statements: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const ALLOW_OWN = text({ Effect: 'Allow', Action: 'ecr:*', Resource: '*' });
const grant = (account: string): object => ({
  Sid: 'Grant',
  Effect: 'Allow',
  Principal: { AWS: account },
  Action: ACTIONS,
});
const deny = (more: object = { Principal: '*' }): object => ({ Sid: 'Shut', Effect: 'Deny', Action: 'ecr:*', ...more });

const roleIn = (account: string, parts: Partial<PullerRole> = {}): PullerRole => ({
  arn: `arn:aws:iam::${account}:role/exec`,
  account,
  source: 'execution-role',
  exists: true,
  trustPolicy: null,
  policies: [{ name: 'inline policy pull', text: ALLOW_OWN }],
  permissionsBoundary: null,
  tags: {},
  ...parts,
});

const repositoryPolicy = (...statements: object[]): PolicyText => ({
  name: 'repository policy',
  text: text(...statements),
});

const registryPolicy = (scope: RegistryPolicyText['scope'], ...statements: object[]): RegistryPolicyText => ({
  name: 'registry policy',
  text: text(...statements),
  scope,
});

const outcomes = (...asked: Parameters<typeof judgePullAccess>): readonly string[] => [
  ...new Set(judgePullAccess(...asked).actions.map(({ outcome }) => outcome)),
];

describe('the policy of the registry', () => {
  it('denies what the role and the repository allow, and is named for it', () => {
    const access = judgePullAccess(roleIn(HERE), null, registryPolicy('V2', deny()), anIncident());
    expect(access.actions[0]).toMatchObject({
      outcome: 'denied',
      // AWS's own sentence calls it so, and a denial in a message is compared with this.
      layer: 'resource-based',
      explicit: true,
      statement: 'statement 1 (Shut) of registry policy',
    });
  });

  it('grants to another account what no repository policy does', () => {
    expect(outcomes(roleIn(ELSEWHERE), null, null, anIncident())).toEqual(['denied']);
    expect(outcomes(roleIn(ELSEWHERE), null, registryPolicy('V2', grant(ELSEWHERE)), anIncident())).toEqual([
      'allowed',
    ]);
  });

  it.each([
    ['V1', 'allowed'],
    ['V2', 'denied'],
    ['unknown', 'unknown'],
  ] as const)('with scope %s makes a pull %s', (scope, outcome) => {
    expect(outcomes(roleIn(HERE), null, registryPolicy(scope, deny()), anIncident())).toEqual([outcome]);
  });

  it('has no say in tokens', () => {
    expect(judgeTokenAccess(roleIn(HERE), anIncident()).actions).toMatchObject([{ outcome: 'allowed' }]);
  });

  it('leaves everything open that it could deny, when it could not be read', () => {
    expect(outcomes(roleIn(HERE), null, 'unknown', anIncident())).toEqual(['unknown']);
    expect(outcomes(roleIn(HERE), repositoryPolicy(deny()), 'unknown', anIncident())).toEqual(['denied']);
  });
});

describe('what an open question hangs on', () => {
  const unknownsOf = (...asked: Parameters<typeof judgePullAccess>): readonly string[] =>
    judgePullAccess(...asked).actions[0]?.unknowns ?? [];

  it.each([
    [
      'a condition',
      judgePullAccess(
        roleIn(HERE),
        repositoryPolicy(deny({ Principal: '*', Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } })),
        null,
        anIncident(),
      ),
      ['the condition key `aws:SourceVpce`, whose value is not known'],
    ],
    [
      'a policy that could not be read',
      judgePullAccess(roleIn(ELSEWHERE), 'unknown', null, anIncident()),
      ['the resource-based policy, which could not be read'],
    ],
    [
      'a document that is no policy',
      judgePullAccess(
        roleIn(HERE, { policies: [{ name: 'inline policy pull', text: '{' }] }),
        null,
        null,
        anIncident(),
      ),
      ['the identity-based policy, which could not be read'],
    ],
    [
      'the scope of the registry policy',
      judgePullAccess(roleIn(HERE), null, registryPolicy('unknown', deny()), anIncident()),
      ['the registry policy, whose scope could not be read'],
    ],
    [
      'principals that AWS does not say how to match',
      judgePullAccess(
        roleIn(HERE),
        repositoryPolicy(deny({ NotPrincipal: { AWS: `arn:aws:iam::${HERE}:root` } })),
        null,
        anIncident(),
      ),
      ['statement 1 (Shut) of repository policy, which names principals in a way that AWS does not say how to decide'],
    ],
  ])('is %s', (_what, access, unknowns) => {
    expect(access.actions[0]).toMatchObject({ outcome: 'unknown', unknowns });
  });

  it('is everything together', () => {
    const both = repositoryPolicy(
      deny({
        Principal: '*',
        Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1', 'aws:SourceVpc': 'vpc-1' } },
      }),
    );
    expect(unknownsOf(roleIn(HERE), both, 'unknown', anIncident())).toEqual([
      'the condition keys `aws:SourceVpce` and `aws:SourceVpc`, whose values are not known',
      'the registry policy, which could not be read',
    ]);
  });
});
