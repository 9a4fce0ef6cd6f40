import type { Arn, Timestamp } from '../../../domain/aws.ts';

/** The VPC side of EC2 of one account in one Region. Fields are named as in the EC2 API's documentation. */
export interface NetworkEstate {
  vpcs: Vpc[];
  subnets: Subnet[];
  routeTables: RouteTable[];
  internetGateways: InternetGateway[];
  natGateways: NatGateway[];
  vpcEndpoints: VpcEndpoint[];
  securityGroups: SecurityGroup[];
  networkAcls: NetworkAcl[];
  networkInterfaces: NetworkInterface[];
  managedPrefixLists: ManagedPrefixList[];
  /** Gateways of IPv6 that let connections out only; none when it is not given. */
  egressOnlyInternetGateways?: EgressOnlyInternetGateway[];
  /** Machines; none when it is not given. */
  instances?: Instance[];
  /** VPC Block Public Access; off when it is not given. */
  internetGatewayBlockMode?: 'off' | 'block-ingress' | 'block-bidirectional';
}

export interface Vpc {
  vpcId: string;
  /** The account that shares it with this one; its own when it is not given. */
  ownerId?: string;
  cidrBlock: string;
  ipv6CidrBlock?: string;
  enableDnsSupport: boolean;
  enableDnsHostnames: boolean;
  /** What its DHCP options name; Amazon's resolver when it is not given. */
  dnsServers?: string[];
}

export interface Subnet {
  subnetId: string;
  /** The account that shares it with this one; its own when it is not given. */
  ownerId?: string;
  vpcId: string;
  cidrBlock: string;
  ipv6CidrBlock?: string;
  availabilityZone: string;
  availableIpAddressCount: number;
  mapPublicIpOnLaunch: boolean;
}

export interface RouteTable {
  routeTableId: string;
  vpcId: string;
  /** Applies to every subnet of the VPC that no other table names. */
  main: boolean;
  subnetIds: string[];
  routes: Route[];
}

interface Route {
  destinationCidrBlock?: string;
  destinationIpv6CidrBlock?: string;
  destinationPrefixListId?: string;
  /** `local`, `igw-…`, `vgw-…`, or the `vpce-…` of a gateway endpoint. */
  gatewayId?: string;
  natGatewayId?: string;
  transitGatewayId?: string;
  vpcPeeringConnectionId?: string;
  egressOnlyInternetGatewayId?: string;
  state: 'active' | 'blackhole';
}

export interface InternetGateway {
  internetGatewayId: string;
  vpcIds: string[];
}

export interface EgressOnlyInternetGateway {
  egressOnlyInternetGatewayId: string;
  vpcId: string;
}

export interface NatGateway {
  natGatewayId: string;
  vpcId: string;
  subnetId: string;
  state: 'pending' | 'failed' | 'available' | 'deleting' | 'deleted';
  connectivityType: 'public' | 'private';
  publicIp?: string;
  privateIp: string;
  createdAt: Timestamp;
}

export interface VpcEndpoint {
  vpcEndpointId: string;
  vpcEndpointType: 'Interface' | 'Gateway';
  vpcId: string;
  serviceName: string;
  /** Lower case, as EC2 returns it, whatever the SDK's types say. */
  state: string;
  policyDocument: string;
  /** Of a gateway endpoint. */
  routeTableIds: string[];
  /** These four are of an interface endpoint. */
  subnetIds: string[];
  securityGroupIds: string[];
  networkInterfaceIds: string[];
  privateDnsEnabled: boolean;
}

export interface SecurityGroup {
  groupId: string;
  groupName: string;
  description: string;
  vpcId: string;
  ingress: SecurityGroupRule[];
  egress: SecurityGroupRule[];
}

export interface SecurityGroupRule {
  /** `tcp`, `udp`, `icmp`, or `-1` for all; then there are no ports. */
  protocol: string;
  fromPort?: number;
  toPort?: number;
  /** Of IPv4 and of IPv6. */
  cidrs: string[];
  securityGroupIds: string[];
  prefixListIds: string[];
}

export interface NetworkAcl {
  networkAclId: string;
  vpcId: string;
  isDefault: boolean;
  subnetIds: string[];
  entries: NetworkAclEntry[];
}

export interface NetworkAclEntry {
  ruleNumber: number;
  egress: boolean;
  action: 'allow' | 'deny';
  /** An IANA protocol number, or `-1` for all. */
  protocol: string;
  /** Of IPv4 or of IPv6. */
  cidrBlock: string;
  portRange?: { from: number; to: number };
}

export interface NetworkInterface {
  networkInterfaceId: string;
  vpcId: string;
  subnetId: string;
  privateIpAddress: string;
  publicIp?: string;
  securityGroupIds: string[];
  interfaceType: string;
  description: string;
}

/** An EC2 instance with one interface. */
export interface Instance {
  instanceId: string;
  state: 'pending' | 'running' | 'stopped' | 'terminated';
  vpcId: string;
  subnetId: string;
  privateIpAddress: string;
  /** What Kubernetes calls the node, unless it is told otherwise. */
  privateDnsName: string;
  publicIp?: string;
  securityGroupIds: string[];
  /** The ARN of its instance profile. */
  instanceProfile?: Arn;
  architecture: 'x86_64' | 'arm64';
  tags: Record<string, string>;
}

export interface ManagedPrefixList {
  prefixListId: string;
  /** Such as `com.amazonaws.us-east-1.s3`. */
  prefixListName: string;
  cidrs: string[];
}
