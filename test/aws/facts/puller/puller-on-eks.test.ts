import { describe, expect, it } from 'vitest';
import type { WorkloadRef } from '../../../../src/domain/incident.ts';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findNetwork } from '../../../../src/sandbox/worlds/parts/find.ts';
import { addMachineRole, instance } from '../../../../src/sandbox/worlds/parts/instances.ts';
import {
  addCluster,
  addFargateProfile,
  EKS_CLUSTER,
  NODE,
  NODE_INSTANCE,
  NODE_ROLE,
  POD_ROLE,
} from '../../../../src/sandbox/worlds/parts/kubernetes.ts';
import { roleArn } from '../../../../src/sandbox/worlds/parts/names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP } from '../../../../src/sandbox/worlds/parts/network.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

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

  it('the node pulls that is named and seen, whatever others its cluster has', async () => {
    const ref: WorkloadRef = { kind: 'kubernetes-pod', cluster: EKS_CLUSTER, node: NODE };
    expect(await read(ref, (estate) => addCluster(estate))).toMatchObject({
      known: true,
      value: { name: `node ${NODE} of cluster ${EKS_CLUSTER}` },
    });
  });

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

  it('a node group that is named has no role of Auto Mode', async () => {
    const learned = await read({ ...cluster, nodegroup: 'general' }, (estate) =>
      addCluster(estate, { autoModeRole: roleArn(ACCOUNT, 'auto') }),
    );
    expect(learned).toMatchObject({ known: true, value: { roles: [node] } });
  });

  it('of more node groups than one reads, none is guessed', async () => {
    const learned = await read(cluster, (estate) => {
      const { nodegroups } = addCluster(estate);
      const [model] = nodegroups;
      if (model === undefined) throw new Error('the cluster has a node group');
      nodegroups.push(...Array.from({ length: 50 }, (_, number) => ({ ...model, name: `group-${number}` })));
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'too-much', action: 'eks:ListNodegroups' } });
  });

  it('is windows where its node group is', async () => {
    const learned = await read(cluster, (estate) => {
      for (const group of addCluster(estate).nodegroups) group.amiType = 'WINDOWS_CORE_2022_x86_64';
    });
    expect(learned).toMatchObject({ known: true, value: { os: 'windows' } });
  });

  it('Fargate pulls where the node says so, for any profile that may take the pod', async () => {
    const pod: WorkloadRef = {
      kind: 'kubernetes-pod',
      cluster: EKS_CLUSTER,
      node: 'fargate-ip-10-20-16-9.ec2.internal',
    };
    const learned = await read(pod, (estate) => addFargateProfile(estate, addCluster(estate)));
    expect(learned).toMatchObject({
      known: true,
      value: { kind: 'eks-fargate', roles: [{ source: 'pod-execution-role' }] },
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

  it('has no node of another cluster', async () => {
    const ref: WorkloadRef = { kind: 'kubernetes-pod', cluster: 'other', node: NODE };
    const learned = await read(ref, (estate) => addCluster(estate));
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-not-found' } });
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
