import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { PullerRole } from '../../../../src/domain/facts/puller.ts';
import { pullAccess } from '../../../../src/investigation/derived/access/pull-access.ts';
import { tokenAccess } from '../../../../src/investigation/derived/access/token-access.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { aPuller } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';

const incident = anIncident();
const text = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const TRUST = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
const TAGGING = text({ ...TRUST, Action: ['sts:AssumeRole', 'sts:TagSession'] });

interface Case {
  readonly condition?: object;
  readonly role?: Partial<PullerRole>;
  /** Those of the repository. */
  readonly tags?: Facts['repositoryTags'];
}

function source({ condition = {}, role = {}, tags = { team: 'shop' } }: Case): FakeFactSource {
  const own = { Effect: 'Allow', Action: 'ecr:*', Resource: '*', Condition: condition };
  const puller: PullerRole = {
    arn: 'arn:aws:iam::123456789012:role/checkout-exec',
    account: '123456789012',
    source: 'execution-role',
    exists: true,
    trustPolicy: text(TRUST),
    policies: [{ name: 'inline policy pull', text: text(own) }],
    permissionsBoundary: null,
    tags: { team: 'shop' },
    ...role,
  };
  return new FakeFactSource({
    pullerRoles: [puller],
    puller: aPuller(),
    repositoryPolicy: null,
    registryPolicy: null,
    repositoryTags: tags,
    controlPolicies: { service: 'not-asked', resource: 'not-asked' },
  });
}

async function pull(example: Case) {
  const learned = await pullAccess.derive((name) => source(example).learn(name), incident);
  return learned.known ? learned.value.actions[0] : undefined;
}

const SAME_TEAM = { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } };
const OF_SHOP = { StringEquals: { 'aws:PrincipalTag/team': 'shop' } };

describe('a policy that asks for tags', () => {
  it.each<[string, Case, string]>([
    ['of the repository and of the role, which are alike', { condition: SAME_TEAM }, 'allowed'],
    ['which differ', { condition: SAME_TEAM, role: { tags: { team: 'payments' } } }, 'denied'],
    ['and the role has none', { condition: SAME_TEAM, role: { tags: {} } }, 'denied'],
    ['and the repository has none', { condition: SAME_TEAM, tags: {} }, 'denied'],
    ['and there is no repository', { condition: SAME_TEAM, tags: null }, 'denied'],
    ['by ECR’s own name for them', { condition: { StringEquals: { 'ecr:ResourceTag/team': 'shop' } } }, 'allowed'],
    ['in another case', { condition: { StringEquals: { 'AWS:resourcetag/TEAM': 'shop' } } }, 'allowed'],
    [
      'of which the repository has two that differ in case alone',
      { condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } }, tags: { team: 'shop', Team: 'payments' } },
      'unknown',
    ],
    ['that the repository must not have', { condition: { Null: { 'aws:ResourceTag/secret': 'true' } } }, 'allowed'],
    ['of the role', { condition: OF_SHOP }, 'allowed'],
    ['that the role does not have', { condition: OF_SHOP, role: { tags: {} } }, 'denied'],
  ])('%s', async (_what, example, outcome) => {
    expect((await pull(example))?.outcome).toBe(outcome);
  });

  it('says what both are', async () => {
    const access = await pull({ condition: SAME_TEAM, role: { tags: { team: 'payments' } } });
    expect(access?.lack?.nearly).toMatchObject([
      {
        conditions: [
          {
            key: 'aws:ResourceTag/team',
            actual: ['shop'],
            variables: [{ key: 'aws:PrincipalTag/team', actual: ['payments'] }],
          },
        ],
      },
    ]);
  });

  it('takes a default and an escaped character of a value for what they are', async () => {
    const values = ["${aws:PrincipalTag/squad, 'none'}-${*}", '${aws:PrincipalTag/team}'];
    const access = await pull({ condition: { StringEquals: { 'aws:ResourceTag/owner': values } } });
    expect(access?.lack?.nearly[0]?.conditions[0]?.variables).toEqual([
      { key: 'aws:PrincipalTag/squad', actual: 'absent' },
      { key: 'aws:PrincipalTag/team', actual: ['shop'] },
    ]);
  });

  it('names no variables where there are none', async () => {
    const access = await pull({ condition: OF_SHOP, role: { tags: {} } });
    expect(access?.lack?.nearly[0]?.conditions[0]).not.toHaveProperty('variables');
  });
});

describe('a session that may bring tags of its own', () => {
  const named = (trustPolicy: string | null, by: PullerRole['source'] = 'named-by-message'): Case => ({
    condition: OF_SHOP,
    role: { source: by, trustPolicy },
  });

  it.each<[string, Case, string]>([
    ['leaves open which tags come', named(TAGGING), 'unknown'],
    ['leaves it open where a person names the role', named(TAGGING, 'named-by-person'), 'unknown'],
    ['leaves it open where its trust policy was not read', named(null), 'unknown'],
    ['leaves it open where its trust policy is none', named('{}'), 'unknown'],
    ['may, where its trust policy allows all of STS', named(text({ ...TRUST, Action: 'sts:*' })), 'unknown'],
    ['may not, without a statement about it', named(text(TRUST)), 'allowed'],
    [
      'may not, where it is denied alone',
      named(text(TRUST, { ...TRUST, Effect: 'Deny', Action: 'sts:TagSession' })),
      'allowed',
    ],
    ['is none where a service of AWS took the role on', named(TAGGING, 'execution-role'), 'allowed'],
  ])('%s', async (_what, example, outcome) => {
    expect((await pull(example))?.outcome).toBe(outcome);
  });
});

it('reads the tags of the repository only where a decision hangs on them', async () => {
  const facts = source({ condition: OF_SHOP });
  await pullAccess.derive((name) => facts.learn(name), incident);
  expect(facts.asked).not.toContain('repositoryTags');
});

it('is a gap where a decision hangs on tags that could not be read', async () => {
  const known = source({ condition: SAME_TEAM });
  const gaps = new FakeFactSource({}, [aGap('repositoryTags')]);
  const learned = await pullAccess.derive(
    (name) => (name === 'repositoryTags' ? gaps.learn(name) : known.learn(name)),
    incident,
  );
  expect(learned).toMatchObject({ known: false, gap: { fact: 'repositoryTags' } });
});

it('grants no token by a tag: a token is of no repository', async () => {
  const facts = source({ condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } } });
  const learned = await tokenAccess.derive((name) => facts.learn(name), incident);
  expect(learned).toMatchObject({ known: true, value: { actions: [{ outcome: 'denied' }] } });
  expect(facts.asked).not.toContain('repositoryTags');
});
