import {
  DescribeRegionsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcsCommand,
  paginateDescribeSubnets,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findNetwork } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { PRIVATE_SUBNETS, VPC } from '../../../../../src/sandbox/worlds/parts/network.ts';
import { reader, REGISTRY, WORKLOAD } from '../../clients.ts';

const ec2 = (estate = healthyEstate()) => reader(estate, WORKLOAD).ec2;

describe('EC2 VPCs, subnets and Regions', () => {
  it('describes VPCs', async () => {
    await expect(ec2().send(new DescribeVpcsCommand({ VpcIds: [VPC] }))).resolves.toMatchObject({
      Vpcs: [{ VpcId: VPC, CidrBlock: '10.20.0.0/16', OwnerId: WORKLOAD, State: 'available', IsDefault: false }],
    });
    await expect(ec2().send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }))).rejects.toMatchObject({
      name: 'InvalidVpcID.NotFound',
      message: "The vpc ID 'vpc-1' does not exist",
    });
  });

  it('gives one attribute a call', async () => {
    const estate = healthyEstate();
    Object.assign(findNetwork(estate).vpcs[0] ?? {}, { enableDnsHostnames: false });
    const client = ec2(estate);
    await expect(
      client.send(new DescribeVpcAttributeCommand({ VpcId: VPC, Attribute: 'enableDnsSupport' })),
    ).resolves.toMatchObject({
      EnableDnsSupport: { Value: true },
    });
    const hostnames = await client.send(
      new DescribeVpcAttributeCommand({ VpcId: VPC, Attribute: 'enableDnsHostnames' }),
    );
    expect(hostnames).toMatchObject({ EnableDnsHostnames: { Value: false } });
    expect(hostnames).not.toHaveProperty('EnableDnsSupport');
    await expect(
      client.send(new DescribeVpcAttributeCommand({ VpcId: VPC, Attribute: 'enableNetworkAddressUsageMetrics' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('describes subnets by id and by filters', async () => {
    const { Subnets } = await ec2().send(new DescribeSubnetsCommand({ SubnetIds: [PRIVATE_SUBNETS[1]] }));
    expect(Subnets).toMatchObject([
      {
        SubnetId: PRIVATE_SUBNETS[1],
        VpcId: VPC,
        CidrBlock: '10.20.32.0/20',
        AvailabilityZone: 'us-east-1b',
        AvailableIpAddressCount: 200,
        MapPublicIpOnLaunch: false,
        OwnerId: WORKLOAD,
      },
    ]);
    const Filters = [
      { Name: 'vpc-id', Values: [VPC, 'vpc-1'] },
      { Name: 'availability-zone', Values: ['us-east-1?'] },
    ];
    await expect(ec2().send(new DescribeSubnetsCommand({ Filters }))).resolves.toHaveProperty('Subnets.length', 3);
    const both = [...Filters, { Name: 'subnet-id', Values: ['subnet-1'] }];
    await expect(ec2().send(new DescribeSubnetsCommand({ Filters: both }))).resolves.toMatchObject({ Subnets: [] });
  });

  it('refuses a filter that it does not know instead of ignoring it', async () => {
    await expect(
      ec2().send(new DescribeSubnetsCommand({ Filters: [{ Name: 'colour', Values: ['red'] }] })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: "The filter 'colour' is invalid",
    });
  });

  it('pages', async () => {
    const sizes: number[] = [];
    for await (const { Subnets } of paginateDescribeSubnets({ client: ec2(), pageSize: 2 }, {}))
      sizes.push(Subnets?.length ?? 0);
    expect(sizes).toEqual([2, 1]);
  });

  it('lists the Regions of the account', async () => {
    await expect(ec2().send(new DescribeRegionsCommand({}))).resolves.toMatchObject({
      Regions: [{ RegionName: 'us-east-1', Endpoint: 'ec2.us-east-1.amazonaws.com' }, { RegionName: 'eu-west-1' }],
    });
    await expect(ec2().send(new DescribeRegionsCommand({ RegionNames: ['xx-east-1'] }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
  });

  it('has nothing where the account has no network', async () => {
    await expect(reader(healthyEstate(), REGISTRY).ec2.send(new DescribeVpcsCommand({}))).resolves.toMatchObject({
      Vpcs: [],
    });
  });
});
