import { describe, expect, it } from 'vitest';
import { FACTS } from '../../../../src/aws/facts/index.ts';
import type { Incident } from '../../../../src/domain/incident.ts';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { failPull, stoppedTaskId } from '../../../../src/sandbox/worlds/parts/failed-pull.ts';
import {
  findAccount,
  findCluster,
  findNetwork,
  findRole,
  findService,
} from '../../../../src/sandbox/worlds/parts/find.ts';
import { runOnInstance } from '../../../../src/sandbox/worlds/parts/instances.ts';
import { REGISTRY, STAGING, WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP, VPC } from '../../../../src/sandbox/worlds/parts/network.ts';
import { allow, policy } from '../../../../src/sandbox/worlds/parts/policy.ts';
import { useEndpoints } from '../../../../src/sandbox/worlds/parts/private-network.ts';
import { ownVpcIn } from '../../../../src/sandbox/worlds/parts/shared-vpc.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { listOf } from '../../../support/network.ts';
import { readFact } from '../../../support/read-fact.ts';

const PLACE = { account: WORKLOAD, region: 'us-east-1' } as const;
const SERVICE = anIncident({ workload: { kind: 'ecs-service', place: PLACE, cluster: 'prod', service: 'my-app' } });
const TASK = anIncident({
  workload: { kind: 'ecs-task', place: PLACE, cluster: 'prod', task: stoppedTaskId('my-app') },
});

const healthy = (): void => undefined;
const withEndpoints = (estate: Estate): void => useEndpoints(findNetwork(estate));

async function read(incident: Incident, change: (estate: Estate) => void = healthy) {
  const learned = await readFact('network', incident, change);
  if (!learned.known) throw new Error(`a gap: ${JSON.stringify(learned.gap)}`);
  const [estate] = learned.value.estates;
  if (estate === undefined) throw new Error('no estate');
  return { ...learned.value, estate, evidence: learned.evidence };
}

describe('the network of a service', () => {
  it('is one estate for each of its subnets', async () => {
    const { estates, gaps } = await read(SERVICE);
    expect(estates.map(({ source }) => source)).toEqual(
      PRIVATE_SUBNETS.map((id) => ({
        id,
        subnet: id,
        addresses: 'unknown',
        securityGroups: [TASK_GROUP],
        hasPublicAddress: false,
        hasIpv6Address: false,
      })),
    );
    expect(gaps).toEqual([]);
  });

  it('is one for every subnet, however many there are', async () => {
    const { estates } = await read(SERVICE, (world) => {
      const network = findNetwork(world);
      const [model] = network.subnets;
      if (model === undefined) throw new Error('the network has subnets');
      const ids = Array.from({ length: 16 }, (_, number) => `subnet-many${number}`);
      network.subnets.push(...ids.map((subnetId) => ({ ...model, subnetId })));
      findService(world, 'my-app').networkConfiguration.awsvpcConfiguration.subnets = ids;
    });
    expect(estates).toHaveLength(16);
  });

  it('holds the whole VPC in our own words', async () => {
    const { estate } = await read(SERVICE);
    expect(estate.vpc).toMatchObject({
      id: VPC,
      owner: WORKLOAD,
      cidrs: ['10.20.0.0/16'],
      dnsSupport: true,
      dnsHostnames: true,
      resolver: 'amazon',
      publicAccess: 'open',
    });
    expect(estate.subnets).toHaveLength(3);
    expect(estate.routeTables).toContainEqual(
      expect.objectContaining({
        isMain: true,
        routes: expect.arrayContaining([
          expect.objectContaining({ target: { kind: 'nat-gateway', id: 'nat-0ee0000000000a001' } }),
        ]),
      }),
    );
    expect(estate.natGateways).toEqual([expect.objectContaining({ state: 'available', connectivity: 'public' })]);
    expect(estate.internetGateways).toEqual(['igw-0ff0000000000a001']);
    expect(estate.prefixLists).toEqual([
      { id: 'pl-63a5400a', name: 'com.amazonaws.us-east-1.s3', cidrs: ['52.216.0.0/15', '54.231.0.0/16'] },
    ]);
    expect(estate.endpoints).toEqual([]);
  });

  it('holds endpoints with their addresses and their groups', async () => {
    const { estate } = await read(SERVICE, withEndpoints);
    expect(estate.endpoints).toMatchObject([
      {
        service: 'com.amazonaws.us-east-1.ecr.api',
        type: 'interface',
        state: 'available',
        privateDnsEnabled: true,
        addresses: ['10.20.16.10', '10.20.32.10'],
      },
      { service: 'com.amazonaws.us-east-1.ecr.dkr', type: 'interface', privateDnsOnlyForInboundResolver: false },
      { service: 'com.amazonaws.us-east-1.s3', type: 'gateway', addresses: 'unknown', subnets: [] },
    ]);
    expect(estate.securityGroups).toContainEqual(
      expect.objectContaining({
        ingress: [{ protocol: 'tcp', ports: { from: 443, to: 443 }, peer: { kind: 'group', id: TASK_GROUP } }],
        egress: [],
      }),
    );
  });

  it('knows the group that AWS gives when the service names none', async () => {
    const { estate } = await read(SERVICE, (world) => {
      findService(world, 'my-app').networkConfiguration.awsvpcConfiguration.securityGroups = [];
      findNetwork(world).securityGroups.push({
        groupId: 'sg-default',
        groupName: 'default',
        description: '',
        vpcId: VPC,
        ingress: [],
        egress: [],
      });
    });
    expect(estate.source.securityGroups).toEqual(['sg-default']);
    expect(estate.securityGroups).toEqual([{ id: 'sg-default', ingress: [], egress: [] }]);
  });

  it('knows who resolves names, and what Block Public Access shuts', async () => {
    const { estate } = await read(SERVICE, (world) => {
      const network = findNetwork(world);
      for (const vpc of network.vpcs) vpc.dnsServers = ['10.20.0.9'];
      network.internetGatewayBlockMode = 'block-ingress';
    });
    expect(estate.vpc).toMatchObject({ resolver: 'custom', publicAccess: 'egress-only' });
  });

  it('takes the VPC’s own resolver for Amazon’s, by whichever address', async () => {
    const { estate } = await read(SERVICE, (world) => {
      for (const vpc of findNetwork(world).vpcs) vpc.dnsServers = ['10.20.0.2', '169.254.169.253'];
    });
    expect(estate.vpc.resolver).toBe('amazon');
  });

  it('comes with evidence for what decides where packets go', async () => {
    const { evidence } = await read(SERVICE, withEndpoints);
    expect(evidence.map(({ action, observed }) => `${action} ${observed}`)).toEqual(
      expect.arrayContaining([
        'ec2:DescribeRouteTables main table: pl-63a5400a to vpce-0f10000000000c001',
        'ec2:DescribeVpcEndpoints interface endpoint of com.amazonaws.us-east-1.ecr.dkr, available, private DNS on',
        'ec2:DescribeSecurityGroups out: tcp 443 to sg-0cc0000000000b001, tcp 443 to pl-63a5400a; in: tcp 8080 from 10.20.0.0/16',
      ]),
    );
  });
});

describe('the network of a task', () => {
  const attach = (estate: Estate): void => {
    failPull(estate, 'my-app', 'CannotPullContainerError: planted');
    const task = findCluster(estate).tasks.find(({ id }) => id === stoppedTaskId('my-app'));
    const details = [
      { name: 'subnetId', value: PRIVATE_SUBNETS[1] },
      { name: 'networkInterfaceId', value: 'eni-task' },
    ];
    task?.attachments.push({ id: 'attachment', type: 'ElasticNetworkInterface', status: 'DELETED', details });
  };

  it('is that of its interface', async () => {
    const { estates } = await read(TASK, (estate) => {
      attach(estate);
      findNetwork(estate).networkInterfaces.push({
        networkInterfaceId: 'eni-task',
        vpcId: VPC,
        subnetId: PRIVATE_SUBNETS[1],
        privateIpAddress: '10.20.32.77',
        publicIp: '203.0.113.9',
        securityGroupIds: [TASK_GROUP],
        interfaceType: 'interface',
        description: '',
      });
    });
    expect(estates.map(({ source }) => source)).toEqual([
      {
        id: 'eni-task',
        subnet: PRIVATE_SUBNETS[1],
        addresses: ['10.20.32.77'],
        securityGroups: [TASK_GROUP],
        hasPublicAddress: true,
        hasIpv6Address: false,
      },
    ]);
  });

  it('is that of its service when the interface is gone', async () => {
    const { estates, gaps } = await read(TASK, attach);
    expect(estates.map(({ source }) => source)).toEqual([
      {
        id: PRIVATE_SUBNETS[1],
        subnet: PRIVATE_SUBNETS[1],
        addresses: 'unknown',
        securityGroups: [TASK_GROUP],
        hasPublicAddress: false,
        hasIpv6Address: false,
      },
    ]);
    expect(gaps).toEqual([]);
  });

  it('is that of its service, with no hole in it, when the interface may not be looked at', async () => {
    const { estate, gaps } = await read(TASK, (world) => {
      attach(world);
      world.deniedToReader[WORKLOAD] = ['ec2:DescribeNetworkInterfaces'];
    });
    expect(estate.source).toMatchObject({ securityGroups: [TASK_GROUP], hasPublicAddress: false });
    expect(gaps).toEqual([]);
  });

  it('is that of its service when ECS lists no interface', async () => {
    const { estates } = await read(TASK, (estate) => failPull(estate, 'my-app', 'CannotPullContainerError: planted'));
    expect(estates.map(({ source }) => source.subnet)).toEqual([...PRIVATE_SUBNETS]);
  });

  it('lacks what only the interface knew when there is no service either', async () => {
    const { estate, gaps } = await read(TASK, (world) => {
      attach(world);
      for (const task of findCluster(world).tasks) task.group = 'family:my-app';
    });
    expect(estate.source).toMatchObject({ securityGroups: 'unknown', hasPublicAddress: 'unknown' });
    expect(gaps).toMatchObject([{ fact: 'network', reason: 'workload-gone' }]);
  });
});

describe('what may not be read', () => {
  const deny =
    (action: `${string}:${string}`) =>
    (estate: Estate): void => {
      withEndpoints(estate);
      estate.deniedToReader[WORKLOAD] = [action];
    };

  it.each([
    ['ec2:DescribeVpcs', 'vpc'],
    ['ec2:DescribeVpcAttribute', 'vpc'],
    ['ec2:DescribeDhcpOptions', 'vpc'],
    ['ec2:DescribeVpcBlockPublicAccessOptions', 'vpc'],
    ['ec2:DescribeRouteTables', 'routeTables'],
    ['ec2:DescribeNetworkAcls', 'networkAcls'],
    ['ec2:DescribeSecurityGroups', 'securityGroups'],
    ['ec2:DescribeNatGateways', 'natGateways'],
    ['ec2:DescribeInternetGateways', 'internetGateways'],
    ['ec2:DescribeVpcEndpoints', 'endpoints'],
    ['ec2:DescribeNetworkInterfaces', 'endpoints'],
    ['ec2:DescribeManagedPrefixLists', 'prefixLists'],
    ['ec2:GetManagedPrefixListEntries', 'prefixLists'],
  ] as const)('by %s leaves a hole in %s, and everything else as it was', async (action, part) => {
    const whole = await read(SERVICE, withEndpoints);
    const { estate, gaps } = await read(SERVICE, deny(action));
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toMatchObject({ fact: 'network', reason: 'denied', action, ...PLACE });
    expect(JSON.stringify(estate[part])).toContain('"unknown"');
    // Groups of endpoints are only known by the endpoints that wear them.
    const holes = { [part]: null, ...(part === 'endpoints' && { securityGroups: null }) };
    expect({ ...estate, ...holes }).toEqual({ ...whole.estate, ...holes });
  });

  it('is the end when it is the subnets: nothing else says which VPC', async () => {
    expect(await readFact('network', SERVICE, deny('ec2:DescribeSubnets'))).toMatchObject({
      known: false,
      gap: { reason: 'denied', action: 'ec2:DescribeSubnets' },
    });
  });

  it('is nothing for a role that has exactly the declared actions', async () => {
    const { gaps } = await read(SERVICE, (estate) => {
      withEndpoints(estate);
      findNetwork(estate).internetGatewayBlockMode = 'block-ingress';
      const actions = [...FACTS.network.actions, ...FACTS.workload.actions];
      findRole(estate, WORKLOAD, estate.readerRole).inlinePolicies = [
        { name: 'read', document: policy(allow(actions)) },
      ];
    });
    expect(gaps).toEqual([]);
  });
});

describe('a shared VPC', () => {
  const sharedBy =
    (owner: string) =>
    (estate: Estate): void => {
      withEndpoints(estate);
      ownVpcIn(estate, owner);
    };

  it('is read through the account of its owner', async () => {
    const whole = await read(SERVICE, withEndpoints);
    const { estate, gaps } = await read(SERVICE, sharedBy(REGISTRY));
    expect(gaps).toEqual([]);
    expect(estate).toEqual({
      ...whole.estate,
      seenFrom: REGISTRY,
      vpc: { ...whole.estate.vpc, owner: REGISTRY },
      // The task's own group is of the workload's account, and that of the endpoints of the owner's.
      securityGroups: expect.arrayContaining(listOf(whole.estate.securityGroups).slice()),
    });
  });

  it('is read as far as it is seen where nobody lets us into that account, and says so', async () => {
    const { estate, gaps } = await read(SERVICE, sharedBy(STAGING));
    expect(gaps).toMatchObject([{ reason: 'account-not-configured', account: STAGING, action: null }]);
    expect(estate).toMatchObject({
      seenFrom: WORKLOAD,
      vpc: { owner: STAGING, publicAccess: 'unknown' },
      endpoints: [],
    });
  });

  it('has holes where the owner’s account denies us', async () => {
    const { estate, gaps } = await read(SERVICE, (world) => {
      sharedBy(REGISTRY)(world);
      world.deniedToReader[REGISTRY] = ['ec2:DescribeVpcEndpoints'];
    });
    expect(estate.endpoints).toBe('unknown');
    expect(gaps).toMatchObject([{ reason: 'denied', action: 'ec2:DescribeVpcEndpoints', account: REGISTRY }]);
  });
});

describe('there is no network to look at', () => {
  it('when nobody says who pulls', async () => {
    const learned = await readFact(
      'network',
      anIncident({ workload: { kind: 'role', role: 'arn:aws:iam::444455556666:role/x' } }),
    );
    expect(learned).toMatchObject({ known: false, gap: { reason: 'no-puller-found' } });
  });

  it('when an instance pulls', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      findService(estate, 'my-app').launchType = 'EC2';
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-on-instance' } });
  });

  it('when the service is gone', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      findCluster(estate).services = [];
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-not-found' } });
  });

  it('when its subnets are in several VPCs', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      const subnet = findNetwork(estate).subnets.find(({ subnetId }) => subnetId === PRIVATE_SUBNETS[1]);
      Object.assign(subnet ?? {}, { vpcId: 'vpc-0000000000other' });
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'several-pullers' } });
  });

  it('when it runs on instances that have no interface', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      runOnInstance(estate, 'my-app');
      for (const machine of findNetwork(estate).instances ?? []) Object.assign(machine, { subnetId: undefined });
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-network-unseen' } });
  });

  it('when its subnets are gone', async () => {
    const learned = await readFact('network', SERVICE, (estate) => {
      findAccount(estate, WORKLOAD).networks = {};
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'workload-gone', action: 'ec2:DescribeSubnets' } });
  });
});
