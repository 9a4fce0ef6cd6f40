import { GetPolicyCommand, GetPolicyVersionCommand, NoSuchEntityException } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findAccount } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const EXECUTION = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';
const OWN = 'arn:aws:iam::444455556666:policy/pull';

function withOwnPolicy() {
  const estate = healthyEstate();
  const policy = {
    arn: OWN,
    name: 'pull',
    path: '/',
    versionId: 'v3',
    createdAt: '2026-01-01T00:00:00.000Z',
    document: '{"Statement":[]}',
  };
  findAccount(estate, WORKLOAD).policies.push(policy);
  return estate;
}

describe('IAM managed policies', () => {
  it.each([
    [EXECUTION, 'v1', 'ecr:GetAuthorizationToken'],
    [OWN, 'v3', 'Statement'],
  ])('gives the default version of %s', async (PolicyArn, version, text) => {
    const { iam } = reader(withOwnPolicy(), WORKLOAD);
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
    expect(Policy).toMatchObject({ Arn: PolicyArn, DefaultVersionId: version, CreateDate: expect.any(Date) });
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: version }));
    expect(PolicyVersion).toMatchObject({ VersionId: version, IsDefaultVersion: true });
    expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toContain(text);
  });

  it('does not know other policies or versions', async () => {
    const { iam } = reader(withOwnPolicy(), WORKLOAD);
    await expect(iam.send(new GetPolicyCommand({ PolicyArn: `${OWN}-more` }))).rejects.toBeInstanceOf(
      NoSuchEntityException,
    );
    await expect(iam.send(new GetPolicyVersionCommand({ PolicyArn: OWN, VersionId: 'v1' }))).rejects.toBeInstanceOf(
      NoSuchEntityException,
    );
  });
});
