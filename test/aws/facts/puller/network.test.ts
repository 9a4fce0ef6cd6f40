import { describe, expect, it } from 'vitest';
import { findNetwork, findService } from '../../../../src/sandbox/worlds/parts/find.ts';
import { WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP, VPC } from '../../../../src/sandbox/worlds/parts/network.ts';
import { SERVICE, withEndpoints, read } from './read-network.ts';

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
