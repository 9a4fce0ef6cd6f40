import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findRole } from '../../../../src/sandbox/worlds/parts/find.ts';
import { allow, deny, policy, PULL_ACTIONS } from '../../../../src/sandbox/worlds/parts/policy.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';
import { readRecorded } from '../read-recorded.ts';

const WORKLOAD = '444455556666';
const ROLE = `arn:aws:iam::${WORKLOAD}:role/checkout-exec`;
const REPOSITORY = 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api';
const incident = anIncident({
  image: anImage({ repository: 'shop/api' }),
  workload: { kind: 'role', role: ROLE },
});

async function simulated(change?: (estate: Estate) => void) {
  const learned = await readFact('simulations', incident, change);
  if (!learned.known || learned.value === 'not-asked') throw new Error('the simulator can be asked');
  return { ...learned, role: learned.value[0]?.role, actions: learned.value[0]?.actions ?? [] };
}

describe('the simulator', () => {
  it('is asked about the token on everything, and about pulls on the one repository', async () => {
    const { role, actions, evidence } = await simulated();
    expect(role).toBe(ROLE);
    const allowed = { isAllowed: true, isAllowedByOrganization: true, missingKeys: [] };
    expect(actions).toEqual([
      { action: 'ecr:GetAuthorizationToken', resource: '*', ...allowed },
      { action: 'ecr:BatchGetImage', resource: REPOSITORY, ...allowed },
      { action: 'ecr:GetDownloadUrlForLayer', resource: REPOSITORY, ...allowed },
    ]);
    expect(evidence).toHaveLength(3);
    expect(evidence[1]).toMatchObject({
      action: 'iam:SimulatePrincipalPolicy',
      place: { account: WORKLOAD },
      subject: `ecr:BatchGetImage on ${REPOSITORY}`,
      observed: 'the simulator allows it; the organization allows it',
    });
  });

  it('tells a policy of the organization from those of the role', async () => {
    const { actions } = await simulated((estate) => {
      estate.serviceControlPolicies[WORKLOAD] = [policy(deny(PULL_ACTIONS))];
    });
    expect(actions.map(({ isAllowed, isAllowedByOrganization }) => [isAllowed, isAllowedByOrganization])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
  });

  it('knows which Region is asked, so that a rule about others denies nothing', async () => {
    const { actions } = await simulated((estate) => {
      const elsewhere = { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } } };
      estate.serviceControlPolicies[WORKLOAD] = [policy({ ...deny(['ecr:*']), ...elsewhere })];
    });
    expect(actions.every(({ isAllowed }) => isAllowed)).toBe(true);
  });

  it.each([
    ['over TLS', { BoolIfExists: { 'aws:SecureTransport': 'false' } }],
    ['by nobody on behalf of another', { BoolIfExists: { 'aws:ViaAWSService': 'true' } }],
    ['by no service', { BoolIfExists: { 'aws:PrincipalIsAWSService': 'true' } }],
  ])('knows that every pull is %s', async (_how, Condition) => {
    const { actions } = await simulated((estate) => {
      estate.serviceControlPolicies[WORKLOAD] = [policy({ ...deny(['ecr:*']), Condition })];
    });
    expect(actions.map(({ isAllowed }) => isAllowed)).toEqual([true, true, true]);
  });

  it('denies what the role lacks', async () => {
    const { actions } = await simulated((estate) => {
      const role = findRole(estate, WORKLOAD, 'checkout-exec');
      role.attachedPolicies = [];
      role.inlinePolicies = [{ name: 'token', document: policy(allow(['ecr:GetAuthorizationToken'])) }];
    });
    expect(actions.map(({ isAllowed }) => isAllowed)).toEqual([true, false, false]);
  });
});

describe('it was not asked, which is no gap', () => {
  it.each([
    [
      'where we may not',
      (estate: Estate) => {
        estate.deniedToReader = { [WORKLOAD]: ['iam:SimulatePrincipalPolicy'] };
      },
    ],
    [
      'where it is throttled',
      (estate: Estate) => {
        estate.throttled = ['iam:SimulatePrincipalPolicy'];
      },
    ],
    [
      'where the role is gone',
      (estate: Estate) => {
        for (const account of estate.accounts) {
          account.roles = account.roles.filter(({ name }) => name !== 'checkout-exec');
        }
      },
    ],
  ])('%s', async (_where, change) => {
    expect(await readFact('simulations', incident, change)).toEqual({ known: true, value: 'not-asked', evidence: [] });
  });

  it('where nobody knows who pulls', async () => {
    const learned = await readFact('simulations', anIncident({ platform: 'kubernetes' }));
    expect(learned).toMatchObject({ known: true, value: 'not-asked' });
  });
});

it('is asked about no role that does not exist', async () => {
  const { operations } = await readRecorded('simulations', incident, (estate) => {
    for (const account of estate.accounts) account.roles = account.roles.filter(({ name }) => name !== 'checkout-exec');
  });
  expect(operations).toContain('GetRole');
  expect(operations).not.toContain('SimulatePrincipalPolicy');
});
