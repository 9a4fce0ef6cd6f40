import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateClusterCommand, CreateFargateProfileCommand, CreateNodegroupCommand } from '@aws-sdk/client-eks';
import { AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand } from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownerOf, REGION, roleIn, WORKLOADS } from '../accounts.ts';
import { createRole } from '../iam.ts';
import { useMoto } from '../moto.ts';
import { type BuiltVpc, createVpc } from '../network.ts';
import { aPull, know, learn, NOT_SEEN } from '../reading.ts';

useMoto();

const CLUSTER = 'shop';
let built: BuiltVpc;

beforeEach(async () => {
  const owner = ownerOf(WORKLOADS);
  built = await createVpc(owner);
  const resourcesVpcConfig = { subnetIds: [built.subnet] };
  await owner.eks.send(
    new CreateClusterCommand({ name: CLUSTER, roleArn: await createRole(owner, 'eks'), resourcesVpcConfig }),
  );
});

/** An instance with a profile of the same name as its role, and the tag of a node. */
async function runNode(role: string): Promise<string> {
  const { ec2, iam, ...others } = ownerOf(WORKLOADS);
  await createRole({ ec2, iam, ...others }, role);
  const profile = { InstanceProfileName: role };
  await iam.send(new CreateInstanceProfileCommand(profile));
  await iam.send(new AddRoleToInstanceProfileCommand({ ...profile, RoleName: role }));
  const { Instances = [] } = await ec2.send(
    new RunInstancesCommand({
      ImageId: 'ami-12c6146b',
      MinCount: 1,
      MaxCount: 1,
      SubnetId: built.subnet,
      SecurityGroupIds: [built.taskGroup],
      IamInstanceProfile: { Name: role },
      TagSpecifications: [
        { ResourceType: 'instance', Tags: [{ Key: `kubernetes.io/cluster/${CLUSTER}`, Value: 'owned' }] },
      ],
    }),
  );
  return Instances[0]?.InstanceId ?? '';
}

describe('puller', () => {
  it('is the node that is named, with the role and out of the subnet of its instance', async () => {
    const node = await runNode('self-managed');
    const { value, evidence } = await know('puller', aPull({ workload: { kind: 'kubernetes-pod', node } }));
    expect(value).toMatchObject({
      account: WORKLOADS,
      region: REGION,
      kind: 'eks-node',
      name: `node ${node} of cluster ${CLUSTER}`,
      roles: [{ arn: roleIn(WORKLOADS, 'self-managed'), source: 'node-role' }],
      placement: { kind: 'machines', sources: [{ subnet: built.subnet, securityGroups: [built.taskGroup] }] },
      architecture: 'X86_64',
    });
    expect(evidence.map(({ action }) => action)).toEqual(['ec2:DescribeInstances', 'iam:GetInstanceProfile']);
  });

  it('is any node of the cluster, of a group or of none', async () => {
    const { eks } = ownerOf(WORKLOADS);
    await runNode('self-managed');
    const nodeRole = roleIn(WORKLOADS, 'nodes');
    await eks.send(
      new CreateNodegroupCommand({ clusterName: CLUSTER, nodegroupName: 'general', nodeRole, subnets: [built.subnet] }),
    );
    const { value } = await know('puller', aPull({ workload: { kind: 'kubernetes-pod', cluster: CLUSTER } }));
    expect(value).toMatchObject({
      kind: 'eks-node',
      roles: [{ arn: nodeRole }, { arn: roleIn(WORKLOADS, 'self-managed') }],
    });
  });

  it('is the Fargate profile of the namespace', async () => {
    const { eks } = ownerOf(WORKLOADS);
    const podExecutionRoleArn = roleIn(WORKLOADS, 'pods');
    await eks.send(
      new CreateFargateProfileCommand({
        clusterName: CLUSTER,
        fargateProfileName: 'jobs',
        podExecutionRoleArn,
        subnets: [built.subnet],
        selectors: [{ namespace: 'jobs' }],
      }),
    );
    const workload = { kind: 'kubernetes-pod', cluster: CLUSTER, namespace: 'jobs' } as const;
    expect((await know('puller', aPull({ workload }))).value).toMatchObject({
      kind: 'eks-fargate',
      roles: [{ arn: podExecutionRoleArn, assumedFor: expect.stringContaining(':fargateprofile/shop/jobs/') }],
      placement: { kind: 'subnets', subnets: [built.subnet], hasPublicAddress: false },
    });
  });

  it('is the service role of a build that pulls with it', async () => {
    const serviceRole = await createRole(ownerOf(WORKLOADS), 'ci');
    const pull = aPull({ workload: { kind: 'build-project', place: {}, project: 'shop-ci' } });
    await ownerOf(WORKLOADS).codebuild.send(
      new CreateProjectCommand({
        name: 'shop-ci',
        serviceRole,
        source: { type: 'S3', location: 'shop-sources/ci.zip' },
        artifacts: { type: 'NO_ARTIFACTS' },
        environment: {
          type: 'LINUX_CONTAINER',
          image: pull.image.text,
          computeType: 'BUILD_GENERAL1_SMALL',
          imagePullCredentialsType: 'SERVICE_ROLE',
        },
      }),
    );
    expect((await know('puller', pull)).value).toMatchObject({
      kind: 'build',
      roles: [{ arn: serviceRole, source: 'build-role' }],
    });
  });

  it.each([
    { kind: 'kubernetes-pod', cluster: 'nowhere' },
    { kind: 'lambda-function', place: {}, functionName: 'nowhere' },
    { kind: 'batch-job', place: {}, job: '00000000-0000-0000-0000-000000000000' },
    { kind: 'build-project', place: {}, project: 'nowhere' },
  ] as const)('is a gap when $kind is nowhere', async (workload) => {
    expect(await learn('puller', aPull({ workload }))).toMatchObject({ known: false, gap: { reason: NOT_SEEN } });
  });

  it('is a gap where moto has nothing behind it', async () => {
    const service = `arn:aws:apprunner:${REGION}:${WORKLOADS}:service/web1/${'0'.repeat(32)}`;
    const place = { account: WORKLOADS, region: REGION };
    expect(await learn('puller', aPull({ workload: { kind: 'apprunner-service', place, service } }))).toMatchObject({
      known: false,
      gap: { reason: 'unavailable', action: 'apprunner:DescribeService' },
    });
  });
});
