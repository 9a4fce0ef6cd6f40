import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { PullerRole } from '../../../../src/domain/facts/puller.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';
import { aRepository, aRule } from '../../../support/facts.ts';

const HERE = '123456789012';
const ELSEWHERE = '444455556666';
const IMPORT = 'ecr:BatchImportUpstreamImage';
const CREATE = 'ecr:CreateRepository';

const text = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: statement });

const roleIn = (account: string, ...actions: string[]): PullerRole => ({
  arn: `arn:aws:iam::${account}:role/exec`,
  account,
  source: 'execution-role',
  exists: true,
  trustPolicy: null,
  policies: [{ name: 'inline policy own', text: text({ Effect: 'Allow', Action: actions, Resource: '*' }) }],
  permissionsBoundary: null,
  tags: {},
});

const granting = (name: string, ...actions: string[]) => ({
  name,
  text: text({ Effect: 'Allow', Principal: { AWS: ELSEWHERE }, Action: actions, Resource: '*' }),
});
const registryGranting = (scope: 'V1' | 'V2', ...actions: string[]) => ({
  ...granting('registry policy', ...actions),
  scope,
});

const FACTS: Partial<Facts> = {
  importingRule: aRule(),
  repository: aRepository(),
  repositoryPolicy: null,
  registryPolicy: null,
  controlPolicies: { service: 'not-asked', resource: 'not-asked' },
};

/** What an organization says of the account that asks, or of the registry's: no import, and no pull. */
const ALL = { name: 'FullAWSAccess', text: text({ Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' }) };
const NEVER = { name: 'Never', text: text({ Effect: 'Deny', Action: 'ecr:*', Resource: '*', Principal: '*' }) };
const forbidding = (account: string) => ({ account, levels: [{ target: 'root r-ab12', policies: [ALL, NEVER] }] });

async function outcomes(facts: Partial<Facts>): Promise<Record<string, string> | null> {
  const source = new FakeFactSource({ ...FACTS, ...facts });
  const learned = await withDerivedFacts(source).learn('importAccess', anIncident());
  if (!learned.known) throw new Error('a gap');
  if (learned.value === null) return null;
  return Object.fromEntries(learned.value.actions.map(({ action, outcome }) => [action, outcome]));
}

describe('importAccess', () => {
  it('is null where nothing is to be imported, whoever pulls', async () => {
    const source = new FakeFactSource({ importingRule: null });
    expect(await withDerivedFacts(source).learn('importAccess', anIncident())).toMatchObject({
      known: true,
      value: null,
    });
  });

  it.each<[string, Partial<Facts>, Record<string, string>]>([
    ['the managed policy of ECS', { pullerRoles: [roleIn(HERE, 'ecr:BatchGetImage')] }, { [IMPORT]: 'denied' }],
    ['the role’s own policy', { pullerRoles: [roleIn(HERE, IMPORT)] }, { [IMPORT]: 'allowed' }],
    [
      'the right to import alone, where the repository must be made',
      { repository: null, pullerRoles: [roleIn(HERE, IMPORT)] },
      { [CREATE]: 'denied', [IMPORT]: 'allowed' },
    ],
    [
      'both rights, where it must be made',
      { repository: null, pullerRoles: [roleIn(HERE, IMPORT, CREATE)] },
      { [CREATE]: 'allowed', [IMPORT]: 'allowed' },
    ],
    ['nothing on the other account’s side', { pullerRoles: [roleIn(ELSEWHERE, IMPORT)] }, { [IMPORT]: 'denied' }],
    [
      'a repository policy across accounts',
      { pullerRoles: [roleIn(ELSEWHERE, IMPORT)], repositoryPolicy: granting('repository policy', IMPORT) },
      { [IMPORT]: 'allowed' },
    ],
    [
      'a registry policy of scope V1 across accounts',
      {
        repository: null,
        pullerRoles: [roleIn(ELSEWHERE, IMPORT, CREATE)],
        registryPolicy: registryGranting('V1', IMPORT, CREATE),
      },
      { [CREATE]: 'allowed', [IMPORT]: 'allowed' },
    ],
    [
      'a repository policy, which cannot let anybody make a repository',
      {
        repository: null,
        pullerRoles: [roleIn(ELSEWHERE, IMPORT, CREATE)],
        repositoryPolicy: granting('repository policy', IMPORT, CREATE),
      },
      { [CREATE]: 'denied', [IMPORT]: 'allowed' },
    ],
  ])('with %s', async (_with, facts, expected) => {
    expect(await outcomes(facts)).toEqual(expected);
  });

  it.each<[string, Partial<Facts>['controlPolicies']]>([
    ['a service control policy over who asks', { service: forbidding(HERE), resource: 'not-asked' }],
    ['a resource control policy over the registry', { service: 'not-asked', resource: forbidding(HERE) }],
  ])('is no by %s', async (_by, controlPolicies) => {
    const facts = { pullerRoles: [roleIn(HERE, IMPORT)], ...(controlPolicies !== undefined && { controlPolicies }) };
    expect(await outcomes(facts)).toEqual({ [IMPORT]: 'denied' });
  });

  it.each([
    ['is a gap when a policy that could grant it could not be read', roleIn(ELSEWHERE, IMPORT), false],
    ['is no when the role lacks what no other policy mends', roleIn(ELSEWHERE, 'ecr:BatchGetImage'), true],
  ])('%s', async (_title, role, isKnown) => {
    const source = new FakeFactSource({ ...FACTS, pullerRoles: [role] }, [aGap('registryPolicy')]);
    expect(await withDerivedFacts(source).learn('importAccess', anIncident())).toMatchObject({ known: isKnown });
  });
});

describe('newRepositoryAccess', () => {
  const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
  const NEW: Partial<Facts> = { ...FACTS, repository: null, pullerRoles: [roleIn(ELSEWHERE, ...PULL)] };
  const template = (...actions: string[]) => ({
    prefix: 'ROOT',
    repositoryPolicy: granting('repository policy of creation template ROOT', ...actions),
    customRole: null,
  });
  const learn = (facts: Partial<Facts>) =>
    withDerivedFacts(new FakeFactSource({ ...NEW, ...facts })).learn('newRepositoryAccess', anIncident());

  it.each<[string, Partial<Facts>, string]>([
    ['no template', { creationTemplate: null }, 'denied'],
    ['a template whose policy grants it', { creationTemplate: template(...PULL) }, 'allowed'],
    ['a template whose policy grants something else', { creationTemplate: template(IMPORT) }, 'denied'],
    ['the registry policy', { creationTemplate: null, registryPolicy: registryGranting('V2', ...PULL) }, 'allowed'],
    [
      'the own account, which needs no grant',
      { creationTemplate: null, pullerRoles: [roleIn(HERE, ...PULL)] },
      'allowed',
    ],
  ])('with %s', async (_with, facts, outcome) => {
    expect(await learn(facts)).toMatchObject({ value: { actions: [{ outcome }, { outcome }] } });
  });

  it('is no by a service control policy, whatever the template grants', async () => {
    const facts: Partial<Facts> = {
      creationTemplate: template(...PULL),
      controlPolicies: { service: forbidding(ELSEWHERE), resource: 'not-asked' },
    };
    expect(await learn(facts)).toMatchObject({ value: { actions: [{ layer: 'service control' }, {}] } });
  });

  it.each<[string, Partial<Facts>]>([
    ['the repository is there', { repository: aRepository() }],
    ['nothing is to be imported', { importingRule: null }],
  ])('is null when %s', async (_when, facts) => {
    expect(await learn(facts)).toMatchObject({ known: true, value: null });
  });
});
