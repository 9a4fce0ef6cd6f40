import { describe, expect, it } from 'vitest';
import type { WorkloadRef } from '../../../src/domain/incident.ts';
import type { Estate } from '../../../src/sandbox/aws/estate.ts';
import { findNetwork } from '../../../src/sandbox/worlds/parts/find.ts';
import { addFunction, workloadsIn } from '../../../src/sandbox/worlds/parts/functions.ts';
import { addMachineRole, instance } from '../../../src/sandbox/worlds/parts/instances.ts';
import {
  addCluster,
  addFargateProfile,
  EKS_CLUSTER,
  NODE,
  NODE_INSTANCE,
  NODE_ROLE,
  POD_ROLE,
} from '../../../src/sandbox/worlds/parts/kubernetes.ts';
import { roleArn } from '../../../src/sandbox/worlds/parts/names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP } from '../../../src/sandbox/worlds/parts/network.ts';
import { anImage, anIncident, HOST } from '../../support/an-incident.ts';
import { readFact } from '../../support/read-fact.ts';

const ACCOUNT = '444455556666';
const HERE = { account: ACCOUNT, region: 'us-east-1' };
const node = { arn: roleArn(ACCOUNT, NODE_ROLE), source: 'node-role' };

const read = (workload: WorkloadRef | null, change: (estate: Estate) => void, parts = {}) =>
  readFact('puller', anIncident({ platform: 'kubernetes', workload, ...parts }), change);

describe('on Kubernetes', () => {
  it.each<[string, WorkloadRef]>([
    ['its private DNS name', { kind: 'kubernetes-pod', node: NODE }],
    ['its instance', { kind: 'kubernetes-pod', node: NODE_INSTANCE }],
    ['a name made of its instance', { kind: 'kubernetes-pod', node: `${NODE_INSTANCE}.us-east-1.compute.internal` }],
  ])('the node pulls that is named by %s, in whatever account it is', async (_how, ref) => {
    expect(await read(ref, (estate) => addCluster(estate))).toMatchObject({
      known: true,
      value: {
        ...HERE,
        kind: 'eks-node',
        name: expect.stringContaining(`of cluster ${EKS_CLUSTER}`),
        roles: [node],
        placement: { kind: 'machines', sources: [{ subnet: PRIVATE_SUBNETS[0], securityGroups: [TASK_GROUP] }] },
        architecture: 'X86_64',
      },
    });
  });

  it('the node pulls whose session was denied', async () => {
    const denial = {
      principal: `arn:aws:sts::${ACCOUNT}:assumed-role/${NODE_ROLE}/${NODE_INSTANCE}`,
      action: 'ecr:BatchGetImage',
      resource: null,
      layer: null,
      explicit: false,
      policy: null,
    } as const;
    const learned = await read(null, (estate) => addCluster(estate), { denial });
    expect(learned).toMatchObject({ known: true, value: { kind: 'eks-node', roles: [node] } });
  });

  it.each<[string, WorkloadRef]>([
    ['no node is named', { kind: 'kubernetes-pod', namespace: 'shop' }],
    ['its name is none of EC2’s', { kind: 'kubernetes-pod', node: 'worker-1' }],
  ])('nobody is guessed when %s', async (_when, ref) => {
    expect(await read(ref, (estate) => addCluster(estate))).toMatchObject({
      known: false,
      gap: { reason: 'puller-on-node' },
    });
  });

  it('a node that is gone is no node of another name', async () => {
    const learned = await read({ kind: 'kubernetes-pod', node: 'i-0fffffffffffffff0' }, (estate) => addCluster(estate));
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-not-found' } });
  });

  it.each(['i-0fffffffffffffff0', 'worker-1'])(
    'another node of the cluster stands for %s, which is not seen',
    async (gone) => {
      const ref: WorkloadRef = { kind: 'kubernetes-pod', cluster: EKS_CLUSTER, node: gone };
      expect(await read(ref, (estate) => addCluster(estate))).toMatchObject({
        known: true,
        value: { name: `a node of cluster ${EKS_CLUSTER}`, roles: [node] },
      });
    },
  );

  it('does not choose between two machines of one address', async () => {
    const learned = await read({ kind: 'kubernetes-pod', node: NODE }, (estate) => {
      addCluster(estate);
      const twin = instance('i-0123456789abcde02', NODE_ROLE, { privateDnsName: NODE, tags: {} });
      findNetwork(estate).instances?.push(twin);
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'several-pullers' } });
  });
});

describe('in a cluster of EKS', () => {
  const cluster: WorkloadRef = { kind: 'kubernetes-pod', cluster: EKS_CLUSTER };

  it('any of its nodes may pull, each role once', async () => {
    const learned = await read(cluster, (estate) => addCluster(estate));
    expect(learned).toMatchObject({
      known: true,
      value: { ...HERE, kind: 'eks-node', roles: [node], placement: { kind: 'machines' }, os: 'linux' },
    });
  });

  it('a node that no group manages brings its own role', async () => {
    const learned = await read(cluster, (estate) => {
      addCluster(estate);
      addMachineRole(estate, 'self-managed', []);
      const tags = { [`kubernetes.io/cluster/${EKS_CLUSTER}`]: 'owned' };
      findNetwork(estate).instances?.push(instance('i-0123456789abcde03', 'self-managed', { tags }));
    });
    expect(learned).toMatchObject({
      known: true,
      value: { roles: [node, { arn: roleArn(ACCOUNT, 'self-managed'), source: 'node-role' }] },
    });
  });

  it('a node group without nodes says where they would be', async () => {
    const learned = await read({ ...cluster, nodegroup: 'general' }, (estate) => {
      addCluster(estate);
      findNetwork(estate).instances = [];
    });
    expect(learned).toMatchObject({
      known: true,
      value: {
        roles: [node],
        placement: {
          kind: 'subnets',
          subnets: PRIVATE_SUBNETS,
          securityGroups: [TASK_GROUP],
          hasPublicAddress: 'unknown',
        },
      },
    });
  });

  it('a launch template leaves the groups of its nodes open', async () => {
    const learned = await read({ ...cluster, nodegroup: 'general' }, (estate) => {
      const [group] = addCluster(estate).nodegroups;
      if (group !== undefined) group.hasLaunchTemplate = true;
      findNetwork(estate).instances = [];
    });
    expect(learned).toMatchObject({ known: true, value: { placement: { securityGroups: 'unknown' } } });
  });

  it('Auto Mode has a role for its nodes', async () => {
    const auto = roleArn(ACCOUNT, 'auto');
    const learned = await read(cluster, (estate) => {
      addCluster(estate, { autoModeRole: auto, nodegroups: [] });
      findNetwork(estate).instances = [];
    });
    expect(learned).toMatchObject({
      known: true,
      value: { roles: [{ arn: auto, source: 'node-role' }], placement: { kind: 'unseen' } },
    });
  });

  it('Fargate pulls for a namespace that a profile takes', async () => {
    const learned = await read({ ...cluster, namespace: 'shop' }, (estate) =>
      addFargateProfile(estate, addCluster(estate)),
    );
    expect(learned).toMatchObject({
      known: true,
      value: {
        kind: 'eks-fargate',
        roles: [
          {
            arn: roleArn(ACCOUNT, POD_ROLE),
            source: 'pod-execution-role',
            assumedFor: expect.stringContaining(`:fargateprofile/${EKS_CLUSTER}/shop/`),
          },
        ],
        placement: { kind: 'subnets', subnets: PRIVATE_SUBNETS, hasPublicAddress: false },
      },
    });
  });

  it('a node pulls for another namespace', async () => {
    const learned = await read({ ...cluster, namespace: 'other' }, (estate) =>
      addFargateProfile(estate, addCluster(estate)),
    );
    expect(learned).toMatchObject({ known: true, value: { kind: 'eks-node', roles: [node] } });
  });

  it.each<[string, WorkloadRef, Record<string, string> | undefined]>([
    ['nobody says the namespace', cluster, undefined],
    ['the profile asks for labels', { ...cluster, namespace: 'shop' }, { tier: 'jobs' }],
  ])('either may pull when %s', async (_when, ref, labels) => {
    const learned = await read(ref, (estate) => {
      const found = addCluster(estate);
      addFargateProfile(estate, found);
      for (const profile of found.fargateProfiles)
        profile.selectors = [{ namespace: 'shop', ...(labels !== undefined && { labels }) }];
    });
    expect(learned).toMatchObject({
      known: true,
      value: { roles: [node, { source: 'pod-execution-role' }], placement: { kind: 'unseen' } },
    });
  });

  it('is a gap when it is nowhere', async () => {
    const learned = await read({ kind: 'kubernetes-pod', cluster: 'nowhere' }, (estate) => addCluster(estate));
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-not-found' } });
  });

  it('is a gap when its node groups may not be seen', async () => {
    const learned = await read(cluster, (estate) => {
      addCluster(estate);
      estate.deniedToReader = { [ACCOUNT]: ['eks:ListNodegroups'] };
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action: 'eks:ListNodegroups' } });
  });
});

it('Lambda pulls in its own name, for the function that has the name in the one place', async () => {
  const learned = await read({ kind: 'lambda-function', place: {}, functionName: 'thumbnails' }, (estate) =>
    addFunction(estate),
  );
  expect(learned).toMatchObject({
    known: true,
    value: {
      ...HERE,
      kind: 'lambda-function',
      roles: [],
      service: {
        principal: 'lambda.amazonaws.com',
        sourceArn: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:thumbnails`,
        sourceAccount: ACCOUNT,
      },
      placement: { kind: 'aws' },
      images: [`${HOST}/shop/api:v4.12.1`],
    },
  });
});

describe('for a build', () => {
  const ref: WorkloadRef = { kind: 'build-project', place: {}, project: 'ci' };
  const serviceRole = roleArn(ACCOUNT, 'ci');
  const addProject = (by: 'CODEBUILD' | 'SERVICE_ROLE', vpcId?: string) => (estate: Estate) => {
    workloadsIn(estate).builds = [
      {
        name: 'ci',
        image: anImage().text,
        imagePullCredentialsType: by,
        serviceRole,
        architecture: 'arm64',
        ...(vpcId !== undefined && { vpcId }),
      },
    ];
  };

  it('CodeBuild pulls in its own name unless the project says otherwise', async () => {
    expect(await read(ref, addProject('CODEBUILD'))).toMatchObject({
      known: true,
      value: { roles: [], service: { principal: 'codebuild.amazonaws.com' }, placement: { kind: 'aws' } },
    });
    expect(await read(ref, addProject('SERVICE_ROLE'))).toMatchObject({
      known: true,
      value: { roles: [{ arn: serviceRole, source: 'build-role' }], service: null, architecture: 'ARM64' },
    });
  });

  it('a command of the build pulls any other image, with the service role', async () => {
    const image = anImage({ repository: 'other' });
    expect(await read(ref, addProject('CODEBUILD'), { image })).toMatchObject({
      known: true,
      value: { roles: [{ arn: serviceRole }], service: null },
    });
  });

  it('out of which network a VPC’s build is pulled for is not known', async () => {
    const learned = await read(ref, addProject('SERVICE_ROLE', 'vpc-1'));
    expect(learned).toMatchObject({ known: true, value: { placement: { kind: 'unseen' } } });
  });
});

describe('for a job of Batch', () => {
  const environment = `arn:aws:batch:us-east-1:${ACCOUNT}:compute-environment/nightly`;
  const addJob = (platform: 'FARGATE' | 'EC2') => (estate: Estate) => {
    addMachineRole(estate, 'batch-instances', []);
    const workloads = workloadsIn(estate);
    workloads.computeEnvironments = [
      {
        arn: environment,
        type: platform,
        subnets: [...PRIVATE_SUBNETS],
        securityGroupIds: [TASK_GROUP],
        instanceProfile: `arn:aws:iam::${ACCOUNT}:instance-profile/batch-instances`,
      },
    ];
    const executionRole = roleArn(ACCOUNT, 'report-exec');
    workloads.batchJobs = [
      { id: 'job-1', name: 'report', computeEnvironment: environment, platform, image: anImage().text, executionRole },
    ];
  };
  const ref: WorkloadRef = { kind: 'batch-job', place: {}, job: 'job-1' };
  const execution = { arn: roleArn(ACCOUNT, 'report-exec'), source: 'execution-role' };
  const placement = { kind: 'subnets', subnets: PRIVATE_SUBNETS, securityGroups: [TASK_GROUP] };

  it('on Fargate its execution role pulls', async () => {
    expect(await read(ref, addJob('FARGATE'))).toMatchObject({
      known: true,
      value: { ...HERE, kind: 'batch-job', roles: [execution], placement: { ...placement, hasPublicAddress: false } },
    });
  });

  it('on instances that role or theirs pulls', async () => {
    expect(await read(ref, addJob('EC2'))).toMatchObject({
      known: true,
      value: {
        kind: 'ecs-instance',
        roles: [execution, { arn: roleArn(ACCOUNT, 'batch-instances'), source: 'instance-role' }],
        placement: { ...placement, hasPublicAddress: 'unknown' },
      },
    });
  });

  it('is a gap when Batch has forgotten the job', async () => {
    const learned = await read({ ...ref, job: 'job-2' }, addJob('FARGATE'));
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-not-found' } });
  });
});

it('App Runner pulls with the access role of the service', async () => {
  const service = `arn:aws:apprunner:us-east-1:${ACCOUNT}:service/web/8fe1e10304f84fd2b0df550fe98a71fa`;
  const learned = await read({ kind: 'apprunner-service', place: HERE, service }, (estate) => {
    const accessRole = roleArn(ACCOUNT, 'web-access');
    workloadsIn(estate).appRunner = [{ arn: service, name: 'web', image: anImage().text, accessRole }];
  });
  expect(learned).toMatchObject({
    known: true,
    value: {
      kind: 'apprunner-service',
      name: 'service web of App Runner',
      roles: [{ arn: roleArn(ACCOUNT, 'web-access'), source: 'access-role' }],
      placement: { kind: 'aws' },
    },
  });
});
