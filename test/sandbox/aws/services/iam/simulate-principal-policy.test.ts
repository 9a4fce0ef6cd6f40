import { NoSuchEntityException, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findAccount, findRole } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { allow, deny, policy } from '../../../../../src/sandbox/worlds/parts/policy.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const ROLE = `arn:aws:iam::${WORKLOAD}:role/checkout-exec`;
const ACTION = 'ecr:BatchGetImage';

async function simulate(change: (estate: Estate) => void = () => undefined) {
  const estate = healthyEstate();
  change(estate);
  const { iam } = reader(estate, WORKLOAD);
  const { EvaluationResults = [] } = await iam.send(
    new SimulatePrincipalPolicyCommand({ PolicySourceArn: ROLE, ActionNames: [ACTION], ResourceArns: ['*'] }),
  );
  return EvaluationResults[0];
}

function bound(estate: Estate, document: string): void {
  const arn = `arn:aws:iam::${WORKLOAD}:policy/limits`;
  findRole(estate, WORKLOAD, 'checkout-exec').permissionsBoundary = arn;
  findAccount(estate, WORKLOAD).policies.push({
    arn,
    name: 'limits',
    path: '/',
    versionId: 'v1',
    createdAt: estate.now,
    document,
  });
}

describe('SimulatePrincipalPolicy', () => {
  it('allows what the policies of the role allow', async () => {
    expect(await simulate()).toMatchObject({
      EvalActionName: ACTION,
      EvalDecision: 'allowed',
      OrganizationsDecisionDetail: { AllowedByOrganizations: true },
    });
  });

  it.each([
    ['implicitDeny', policy(allow(['logs:*']))],
    ['explicitDeny', policy(allow(['*']), deny([ACTION]))],
  ])('is %s by a boundary of %s', async (decision, document) => {
    expect(await simulate((estate) => bound(estate, document))).toMatchObject({
      EvalDecision: decision,
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    });
  });

  it('tells what the organization denies', async () => {
    const forbid = (estate: Estate): void => {
      estate.serviceControlPolicies[WORKLOAD] = [policy(deny([ACTION]))];
    };
    expect(await simulate(forbid)).toMatchObject({
      EvalDecision: 'explicitDeny',
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    });
  });

  it('may be late', async () => {
    const late = (estate: Estate): void => {
      estate.simulatorLag[ROLE] = [policy(allow(['logs:*']))];
    };
    expect((await simulate(late))?.EvalDecision).toBe('implicitDeny');
  });

  it('knows no role of another name', async () => {
    const { iam } = reader(healthyEstate(), WORKLOAD);
    const command = new SimulatePrincipalPolicyCommand({ PolicySourceArn: `${ROLE}-x`, ActionNames: [ACTION] });
    await expect(iam.send(command)).rejects.toBeInstanceOf(NoSuchEntityException);
  });
});
