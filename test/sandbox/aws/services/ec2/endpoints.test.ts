import {
  DescribeManagedPrefixListsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeVpcEndpointsCommand,
  GetManagedPrefixListEntriesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import type { VpcEndpoint } from '../../../../../src/sandbox/aws/estate.ts';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findNetwork } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { PRIVATE_ROUTES, PRIVATE_SUBNETS, TASK_GROUP, VPC } from '../../../../../src/sandbox/worlds/parts/network.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const DKR: VpcEndpoint = {
  vpcEndpointId: 'vpce-1',
  vpcEndpointType: 'Interface',
  vpcId: VPC,
  serviceName: 'com.amazonaws.us-east-1.ecr.dkr',
  state: 'available',
  policyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
  routeTableIds: [],
  subnetIds: [PRIVATE_SUBNETS[0]],
  securityGroupIds: [TASK_GROUP],
  networkInterfaceIds: ['eni-1'],
  privateDnsEnabled: true,
};
const S3: VpcEndpoint = {
  ...DKR,
  vpcEndpointId: 'vpce-2',
  vpcEndpointType: 'Gateway',
  serviceName: 'com.amazonaws.us-east-1.s3',
  routeTableIds: [PRIVATE_ROUTES],
  subnetIds: [],
  securityGroupIds: [],
  networkInterfaceIds: [],
  privateDnsEnabled: false,
};

function ec2() {
  const estate = healthyEstate();
  findNetwork(estate).vpcEndpoints.push(DKR, S3);
  findNetwork(estate).networkInterfaces.push({
    networkInterfaceId: 'eni-1',
    vpcId: VPC,
    subnetId: PRIVATE_SUBNETS[0],
    privateIpAddress: '10.20.16.9',
    publicIp: '203.0.113.9',
    securityGroupIds: [TASK_GROUP],
    interfaceType: 'vpc_endpoint',
    description: 'VPC Endpoint Interface vpce-1',
  });
  return reader(estate, WORKLOAD).ec2;
}

describe('EC2 endpoints', () => {
  it('describes interface and gateway endpoints', async () => {
    const { VpcEndpoints } = await ec2().send(
      new DescribeVpcEndpointsCommand({ Filters: [{ Name: 'vpc-id', Values: [VPC] }] }),
    );
    expect(VpcEndpoints).toMatchObject([
      {
        VpcEndpointId: 'vpce-1',
        VpcEndpointType: 'Interface',
        State: 'available',
        PolicyDocument: DKR.policyDocument,
        SubnetIds: DKR.subnetIds,
        Groups: [{ GroupId: TASK_GROUP }],
        NetworkInterfaceIds: ['eni-1'],
        PrivateDnsEnabled: true,
        RouteTableIds: [],
      },
      {
        VpcEndpointId: 'vpce-2',
        VpcEndpointType: 'Gateway',
        RouteTableIds: [PRIVATE_ROUTES],
        SubnetIds: [],
        Groups: [],
        PrivateDnsEnabled: false,
      },
    ]);
  });

  it('filters by service', async () => {
    const { VpcEndpoints } = await ec2().send(
      new DescribeVpcEndpointsCommand({ Filters: [{ Name: 'service-name', Values: ['*.s3'] }] }),
    );
    expect(VpcEndpoints?.map(({ VpcEndpointId }) => VpcEndpointId)).toEqual(['vpce-2']);
    await expect(ec2().send(new DescribeVpcEndpointsCommand({ VpcEndpointIds: ['vpce-3'] }))).rejects.toMatchObject({
      name: 'InvalidVpcEndpointId.NotFound',
    });
  });

  it('describes network interfaces', async () => {
    const Filters = [{ Name: 'private-ip-address', Values: ['10.20.16.9'] }];
    await expect(ec2().send(new DescribeNetworkInterfacesCommand({ Filters }))).resolves.toMatchObject({
      NetworkInterfaces: [
        {
          NetworkInterfaceId: 'eni-1',
          SubnetId: PRIVATE_SUBNETS[0],
          Groups: [{ GroupId: TASK_GROUP }],
          Association: { PublicIp: '203.0.113.9' },
          InterfaceType: 'vpc_endpoint',
        },
      ],
    });
  });

  it('finds a managed prefix list by its name, and its entries', async () => {
    const Filters = [{ Name: 'prefix-list-name', Values: ['com.amazonaws.us-east-1.s3'] }];
    const { PrefixLists } = await ec2().send(new DescribeManagedPrefixListsCommand({ Filters }));
    expect(PrefixLists).toMatchObject([
      { PrefixListName: 'com.amazonaws.us-east-1.s3', AddressFamily: 'IPv4', OwnerId: 'AWS' },
    ]);
    const PrefixListId = PrefixLists?.[0]?.PrefixListId ?? '';
    const { Entries } = await ec2().send(new GetManagedPrefixListEntriesCommand({ PrefixListId }));
    expect(Entries?.map(({ Cidr }) => Cidr)).toContain('52.216.0.0/15');
    await expect(ec2().send(new GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-1' }))).rejects.toMatchObject({
      name: 'InvalidPrefixListID.NotFound',
    });
  });
});
