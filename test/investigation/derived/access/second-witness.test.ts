import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { Controls } from '../../../../src/domain/facts/organization.ts';
import type { PullerRole } from '../../../../src/domain/facts/puller.ts';
import { secondWitness } from '../../../../src/investigation/derived/access/second-witness.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';

const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const REPOSITORY = 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api';
const text = (Effect: string, Action: string, more: object = {}): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource: '*', ...more }] });

const role = (parts: Partial<PullerRole> = {}): PullerRole => ({
  arn: ROLE,
  account: '444455556666',
  source: 'execution-role',
  exists: true,
  trustPolicy: null,
  policies: [{ name: 'inline policy pull', text: text('Allow', 'ecr:*') }],
  permissionsBoundary: null,
  tags: {},
  ...parts,
});

const SIMULATED = {
  action: 'ecr:BatchGetImage',
  resource: REPOSITORY,
  isAllowed: true,
  isAllowedByOrganization: null,
  missingKeys: [],
} as const;

async function ownReading(puller: PullerRole) {
  const facts = {
    pullerRoles: [puller],
    simulations: [{ role: ROLE, actions: [SIMULATED] }],
    controlPolicies: { service: 'not-asked', resource: 'not-asked' },
  } as const;
  const learned = await secondWitness.derive((name) => new FakeFactSource(facts).learn(name), anIncident());
  return learned.known && learned.value !== 'not-asked' ? learned.value[0]?.ownReading : undefined;
}

describe('our own reading of what the simulator reads', () => {
  it.each([
    ['its policy is enough, whatever the repository of another account says', role(), 'allowed'],
    ['nothing allows it', role({ policies: [] }), 'denied'],
    [
      'the boundary is silent',
      role({ permissionsBoundary: { name: 'managed policy ceiling', text: text('Allow', 'logs:*') } }),
      'denied',
    ],
    [
      'a condition needs what we do not know',
      role({
        policies: [
          { name: 'x', text: text('Allow', 'ecr:*', { Condition: { StringEquals: { 'aws:SourceVpc': 'v' } } }) },
        ],
      }),
      'unknown',
    ],
    ['a policy could not be read', role({ policies: [{ name: 'x', text: '{' }] }), 'unknown'],
  ])('when %s', async (_when, puller, expected) => {
    expect(await ownReading(puller)).toBe(expected);
  });
});

describe('nothing is open for want of it', () => {
  it.each([
    ['when the simulator was not asked', { simulations: 'not-asked', pullerRoles: [role()] }, []],
    ['when the roles could not be read', { simulations: [] }, [aGap('pullerRoles')]],
    ['when nobody knows who pulls', { pullerRoles: [] }, [aGap('simulations')]],
  ] as const)('%s', async (_when, facts: Partial<Facts>, gaps) => {
    const learned = await secondWitness.derive(
      (name) =>
        new FakeFactSource({ controlPolicies: { service: 'not-asked', resource: 'not-asked' }, ...facts }, gaps).learn(
          name,
        ),
      anIncident(),
    );
    expect(learned).toMatchObject({ known: true, value: 'not-asked' });
  });
});

describe('the service control policies that we read ourselves', () => {
  const ACCOUNT = '444455556666';
  const over = (...texts: readonly string[]) => ({
    account: ACCOUNT,
    levels: [
      { target: 'root r-ab12', policies: texts.map((each) => ({ name: 'service control policy x', text: each })) },
    ],
  });
  const unlessVpc = { Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } };

  it.each<[string, Controls, object]>([
    ['deny it', over(text('Deny', 'ecr:*')), { isDeniedByReadControl: true }],
    ['are silent', over(text('Allow', 's3:*')), { isDeniedByReadControl: true }],
    ['allow it', over(text('Allow', '*')), { isAllowedByReadControl: true }],
    ['are not in use', { account: ACCOUNT, levels: null }, { isAllowedByReadControl: true }],
    ['hang on a key', over(text('Allow', '*'), text('Deny', 'ecr:*', unlessVpc)), {}],
    ['could not be read', { account: ACCOUNT, gap: aGap('controlPolicies') }, {}],
    ['are nobody’s to read', 'not-asked', {}],
  ])('beside the simulator when they %s', async (_when, service, expected) => {
    const facts = {
      pullerRoles: [role()],
      simulations: [{ role: ROLE, actions: [SIMULATED] }],
      controlPolicies: { service, resource: 'not-asked' },
    } as const;
    const learned = await secondWitness.derive((name) => new FakeFactSource(facts).learn(name), anIncident());
    const { isDeniedByReadControl, isAllowedByReadControl } =
      learned.known && learned.value !== 'not-asked' ? (learned.value[0] ?? {}) : {};
    expect({
      ...(isDeniedByReadControl && { isDeniedByReadControl }),
      ...(isAllowedByReadControl && { isAllowedByReadControl }),
    }).toEqual(expected);
  });
});
