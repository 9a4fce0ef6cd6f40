import {
  AssociateRouteTableCommand,
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  DescribeManagedPrefixListsCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  ModifyVpcAttributeCommand,
  RevokeSecurityGroupEgressCommand,
} from '@aws-sdk/client-ec2';
import type { Clients } from '../../../src/aws/clients.ts';
import { REGION } from './accounts.ts';

const EVERYTHING = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

/** What stands in the VPC of `createVpc`, by its ids. */
export interface BuiltVpc {
  readonly vpc: string;
  readonly subnet: string;
  readonly routeTable: string;
  /** The group of the tasks: HTTPS to the endpoints' group and to S3, and nothing else. */
  readonly taskGroup: string;
  /** The group of the endpoints: HTTPS from the tasks' group. */
  readonly endpointGroup: string;
  readonly s3List: string;
}

/** A VPC 10.0.0.0/16 with one subnet 10.0.1.0/24 that no route leads out of. */
export async function createVpc(owner: Clients): Promise<BuiltVpc> {
  const { ec2 } = owner;
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  const vpc = Vpc?.VpcId ?? '';
  await ec2.send(new ModifyVpcAttributeCommand({ VpcId: vpc, EnableDnsHostnames: { Value: true } }));
  const subnet = await createSubnet(owner, vpc, '10.0.1.0/24');
  const routeTable = await createRouteTable(owner, vpc, subnet);
  const s3List = await s3ListOf(owner);
  const taskGroup = await createGroup(owner, vpc, 'tasks');
  const endpointGroup = await createGroup(owner, vpc, 'endpoints');
  await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId: taskGroup, IpPermissions: [EVERYTHING] }));
  const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
  await ec2.send(
    new AuthorizeSecurityGroupEgressCommand({
      GroupId: taskGroup,
      IpPermissions: [
        { ...https, UserIdGroupPairs: [{ GroupId: endpointGroup }] },
        { ...https, PrefixListIds: [{ PrefixListId: s3List }] },
      ],
    }),
  );
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId: endpointGroup,
      IpPermissions: [{ ...https, UserIdGroupPairs: [{ GroupId: taskGroup }] }],
    }),
  );
  return { vpc, subnet, routeTable, taskGroup, endpointGroup, s3List };
}

/** Endpoints for all that a pull asks: `ecr.api` and `ecr.dkr` with private DNS, and a gateway for S3. */
export async function createEndpoints({ ec2 }: Clients, built: BuiltVpc): Promise<void> {
  const { vpc, subnet, routeTable, endpointGroup } = built;
  for (const service of ['ecr.api', 'ecr.dkr']) {
    await ec2.send(
      new CreateVpcEndpointCommand({
        VpcId: vpc,
        ServiceName: `com.amazonaws.${REGION}.${service}`,
        VpcEndpointType: 'Interface',
        SubnetIds: [subnet],
        SecurityGroupIds: [endpointGroup],
        PrivateDnsEnabled: true,
      }),
    );
  }
  await ec2.send(
    new CreateVpcEndpointCommand({
      VpcId: vpc,
      ServiceName: `com.amazonaws.${REGION}.s3`,
      VpcEndpointType: 'Gateway',
      RouteTableIds: [routeTable],
    }),
  );
}

export async function createSubnet({ ec2 }: Clients, vpc: string, cidr: string): Promise<string> {
  const { Subnet } = await ec2.send(
    new CreateSubnetCommand({ VpcId: vpc, CidrBlock: cidr, AvailabilityZone: `${REGION}a` }),
  );
  return Subnet?.SubnetId ?? '';
}

/** A route table of the VPC with its local route alone, associated with the subnet. */
export async function createRouteTable({ ec2 }: Clients, vpc: string, subnet: string): Promise<string> {
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId: vpc }));
  const id = RouteTable?.RouteTableId ?? '';
  await ec2.send(new AssociateRouteTableCommand({ RouteTableId: id, SubnetId: subnet }));
  return id;
}

/** The VPC that every account starts with, and its default group, which lets everything out. */
export async function readDefaultVpc({ ec2 }: Clients): Promise<{ vpc: string; subnets: string[]; group: string }> {
  const { Subnets = [] } = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] }),
  );
  const vpc = Subnets[0]?.VpcId ?? '';
  const { SecurityGroups = [] } = await ec2.send(
    new DescribeSecurityGroupsCommand({
      Filters: [
        { Name: 'vpc-id', Values: [vpc] },
        { Name: 'group-name', Values: ['default'] },
      ],
    }),
  );
  const subnets = Subnets.slice(0, 2).flatMap(({ SubnetId }) => SubnetId ?? []);
  return { vpc, subnets, group: SecurityGroups[0]?.GroupId ?? '' };
}

async function createGroup({ ec2 }: Clients, vpc: string, name: string): Promise<string> {
  const { GroupId = '' } = await ec2.send(
    new CreateSecurityGroupCommand({ VpcId: vpc, GroupName: name, Description: name }),
  );
  return GroupId;
}

async function s3ListOf({ ec2 }: Clients): Promise<string> {
  const { PrefixLists = [] } = await ec2.send(new DescribeManagedPrefixListsCommand({}));
  return PrefixLists.find(({ PrefixListName }) => PrefixListName === `com.amazonaws.${REGION}.s3`)?.PrefixListId ?? '';
}
