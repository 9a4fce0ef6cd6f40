import {
  DescribeInternetGatewaysCommand,
  DescribeNatGatewaysCommand,
  DescribeRouteTablesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import {
  NAT,
  PRIVATE_ROUTES,
  PRIVATE_SUBNETS,
  PUBLIC_SUBNET,
  VPC,
} from '../../../../../src/sandbox/worlds/parts/network.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const ec2 = () => reader(healthyEstate(), WORKLOAD).ec2;
const by = (Name: string, ...Values: string[]) => ({ Name, Values });

describe('EC2 routing', () => {
  it('gives the table of a subnet, and none for a subnet that only the main table covers', async () => {
    const explicit = await ec2().send(
      new DescribeRouteTablesCommand({ Filters: [by('association.subnet-id', PRIVATE_SUBNETS[0])] }),
    );
    expect(explicit.RouteTables).toMatchObject([
      {
        RouteTableId: PRIVATE_ROUTES,
        VpcId: VPC,
        Associations: [
          { Main: true },
          { Main: false, SubnetId: PRIVATE_SUBNETS[0], AssociationState: { State: 'associated' } },
        ],
        Routes: [
          { DestinationCidrBlock: '10.20.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
          { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: NAT, Origin: 'CreateRoute', State: 'active' },
        ],
      },
    ]);
    expect(explicit.RouteTables?.[0]?.Associations?.[0]).not.toHaveProperty('SubnetId');
    const implicit = await ec2().send(
      new DescribeRouteTablesCommand({ Filters: [by('association.subnet-id', PRIVATE_SUBNETS[1])] }),
    );
    expect(implicit.RouteTables).toEqual([]);
    const main = await ec2().send(
      new DescribeRouteTablesCommand({ Filters: [by('vpc-id', VPC), by('association.main', 'true')] }),
    );
    expect(main.RouteTables).toHaveLength(1);
  });

  it.each([
    ['route.nat-gateway-id', NAT],
    ['route.gateway-id', 'igw-*'],
    ['route-table-id', PRIVATE_ROUTES],
  ])('filters by %s', async (name, value) => {
    const { RouteTables } = await ec2().send(new DescribeRouteTablesCommand({ Filters: [by(name, value)] }));
    expect(RouteTables).toHaveLength(1);
  });

  it('describes gateways', async () => {
    await expect(
      ec2().send(new DescribeInternetGatewaysCommand({ Filters: [by('attachment.vpc-id', VPC)] })),
    ).resolves.toMatchObject({
      InternetGateways: [{ Attachments: [{ VpcId: VPC, State: 'available' }], OwnerId: WORKLOAD }],
    });
    await expect(ec2().send(new DescribeNatGatewaysCommand({ NatGatewayIds: [NAT] }))).resolves.toMatchObject({
      NatGateways: [
        {
          NatGatewayId: NAT,
          State: 'available',
          ConnectivityType: 'public',
          SubnetId: PUBLIC_SUBNET,
          VpcId: VPC,
          NatGatewayAddresses: [{ PublicIp: '203.0.113.20' }],
        },
      ],
    });
    await expect(
      ec2().send(new DescribeNatGatewaysCommand({ Filter: [by('state', 'failed')] })),
    ).resolves.toMatchObject({ NatGateways: [] });
    await expect(ec2().send(new DescribeNatGatewaysCommand({ NatGatewayIds: ['nat-1'] }))).rejects.toMatchObject({
      name: 'NatGatewayNotFound',
    });
  });
});
