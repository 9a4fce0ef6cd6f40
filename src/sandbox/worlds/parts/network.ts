import type { Timestamp } from '../../../domain/aws.ts';
import type { NetworkAclEntry, NetworkEstate, SecurityGroupRule, Subnet } from '../../aws/estate.ts';
import { ago } from './time.ts';

export const VPC = 'vpc-0a00000000000a001';
export const PRIVATE_SUBNETS = ['subnet-0aa0000000000a001', 'subnet-0aa0000000000b001'] as const;
export const PUBLIC_SUBNET = 'subnet-0bb0000000000a001';
export const TASK_GROUP = 'sg-0cc0000000000a001';
export const PRIVATE_ROUTES = 'rtb-0dd0000000000a001';
export const PUBLIC_ROUTES = 'rtb-0dd0000000000b001';
export const NAT = 'nat-0ee0000000000a001';
export const GATEWAY = 'igw-0ff0000000000a001';

/** AWS's own list for S3 in us-east-1; the id is real. */
export const S3_LIST = 'pl-63a5400a';

const EVERYWHERE = '0.0.0.0/0';
const ALL: SecurityGroupRule = { protocol: '-1', cidrs: [EVERYWHERE], securityGroupIds: [], prefixListIds: [] };
const LOCAL = { destinationCidrBlock: '10.20.0.0/16', gatewayId: 'local', state: 'active' } as const;

/** Two private subnets that reach the internet through one NAT gateway in a public subnet. */
export function network(now: Timestamp): NetworkEstate {
  return {
    vpcs: [{ vpcId: VPC, cidrBlock: '10.20.0.0/16', enableDnsSupport: true, enableDnsHostnames: true }],
    subnets: [
      subnet(PRIVATE_SUBNETS[0], '10.20.16.0/20', 'us-east-1a', false),
      subnet(PRIVATE_SUBNETS[1], '10.20.32.0/20', 'us-east-1b', false),
      subnet(PUBLIC_SUBNET, '10.20.0.0/24', 'us-east-1a', true),
    ],
    routeTables: [
      {
        routeTableId: PRIVATE_ROUTES,
        vpcId: VPC,
        main: true,
        // The second private subnet is in no table's list: the main table applies to it.
        subnetIds: [PRIVATE_SUBNETS[0]],
        routes: [LOCAL, { destinationCidrBlock: EVERYWHERE, natGatewayId: NAT, state: 'active' }],
      },
      {
        routeTableId: PUBLIC_ROUTES,
        vpcId: VPC,
        main: false,
        subnetIds: [PUBLIC_SUBNET],
        routes: [LOCAL, { destinationCidrBlock: EVERYWHERE, gatewayId: GATEWAY, state: 'active' }],
      },
    ],
    internetGateways: [{ internetGatewayId: GATEWAY, vpcIds: [VPC] }],
    natGateways: [
      {
        natGatewayId: NAT,
        vpcId: VPC,
        subnetId: PUBLIC_SUBNET,
        state: 'available',
        connectivityType: 'public',
        publicIp: '203.0.113.20',
        privateIp: '10.20.0.20',
        createdAt: ago(now, { days: 390 }),
      },
    ],
    vpcEndpoints: [],
    securityGroups: [
      {
        groupId: TASK_GROUP,
        groupName: 'shop-tasks',
        description: 'Tasks of the shop',
        vpcId: VPC,
        ingress: [{ ...ALL, protocol: 'tcp', fromPort: 8080, toPort: 8080, cidrs: ['10.20.0.0/16'] }],
        egress: [ALL],
      },
    ],
    networkAcls: [
      {
        networkAclId: 'acl-0ab0000000000a001',
        vpcId: VPC,
        isDefault: true,
        subnetIds: [...PRIVATE_SUBNETS, PUBLIC_SUBNET],
        entries: [false, true].flatMap((egress) => [aclEntry(100, egress, 'allow'), aclEntry(32767, egress, 'deny')]),
      },
    ],
    networkInterfaces: [],
    managedPrefixLists: [
      // Two ranges of many. (ip-ranges.amazonaws.com)
      {
        prefixListId: S3_LIST,
        prefixListName: 'com.amazonaws.us-east-1.s3',
        cidrs: ['52.216.0.0/15', '54.231.0.0/16'],
      },
    ],
  };
}

const subnet = (
  subnetId: string,
  cidrBlock: string,
  availabilityZone: string,
  mapPublicIpOnLaunch: boolean,
): Subnet => ({
  subnetId,
  vpcId: VPC,
  cidrBlock,
  availabilityZone,
  availableIpAddressCount: 200,
  mapPublicIpOnLaunch,
});

export const aclEntry = (ruleNumber: number, egress: boolean, action: 'allow' | 'deny'): NetworkAclEntry => ({
  ruleNumber,
  egress,
  action,
  protocol: '-1',
  cidrBlock: EVERYWHERE,
});

/** Gives the private subnets a network ACL of their own, with these entries and the closing one. */
export function giveOwnAcl(estate: NetworkEstate, entries: readonly NetworkAclEntry[]): void {
  for (const acl of estate.networkAcls) acl.subnetIds = [PUBLIC_SUBNET];
  estate.networkAcls.push({
    networkAclId: 'acl-0ab0000000000b001',
    vpcId: VPC,
    isDefault: false,
    subnetIds: [...PRIVATE_SUBNETS],
    entries: [...entries, aclEntry(32767, false, 'deny'), aclEntry(32767, true, 'deny')],
  });
}
