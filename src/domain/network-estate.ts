import type { AccountId } from './aws.ts';

/** A part of the estate that nobody could read. It never counts as absent, and never as harmless. */
export type OrUnknown<Value> = Value | 'unknown';

/**
 * The estate around one network interface, as far as it decides whether packets pass. Plain JSON in our own words; the
 * reader of AWS's API translates. Lists are whole: what is not in a list that is known does not exist. A CIDR that is
 * none makes the functions of semantics/vpc-path throw a RangeError, for it can only be a bug of the reader.
 */
export interface NetworkEstate {
  /** The account through which it was read. It sees little of a VPC that another account shares with it. */
  readonly seenFrom: AccountId;
  readonly source: NetworkSource;
  readonly vpc: Vpc;
  /** At least the subnets of the source, of the endpoints and of the NAT gateways, when they can be seen. */
  readonly subnets: readonly Subnet[];
  /** Every route table of the VPC: the main one counts for each subnet that no other table names. */
  readonly routeTables: OrUnknown<readonly RouteTable[]>;
  readonly networkAcls: OrUnknown<readonly NetworkAcl[]>;
  /** Every group that the source or an endpoint wears. */
  readonly securityGroups: OrUnknown<readonly SecurityGroup[]>;
  readonly natGateways: OrUnknown<readonly NatGateway[]>;
  /** Ids of the internet gateways and egress-only internet gateways that are attached to this VPC. */
  readonly internetGateways: OrUnknown<readonly string[]>;
  readonly endpoints: OrUnknown<readonly Endpoint[]>;
  readonly prefixLists: OrUnknown<readonly PrefixList[]>;
  /** The other VPCs with an endpoint to which a private hosted zone leads, as far as they were found. */
  readonly distantVpcs: readonly DistantVpc[];
}

/** Another VPC, as far as it decides whether packets reach an endpoint in it and come back. */
export interface DistantVpc extends Pick<
  NetworkEstate,
  'routeTables' | 'networkAcls' | 'securityGroups' | 'prefixLists'
> {
  readonly id: string;
  readonly owner: AccountId;
  readonly cidrs: OrUnknown<readonly string[]>;
  /** None when they could not be read. */
  readonly subnets: readonly Subnet[];
  /** Those to which a zone leads, and perhaps others. */
  readonly endpoints: readonly Endpoint[];
}

/** The interface that the pull leaves from, or the one that a task would get in this subnet. */
export interface NetworkSource {
  /** The id of the interface; the subnet's when the interface is gone. */
  readonly id: string;
  readonly subnet: string;
  /** Private addresses, when known; otherwise any address of the subnet is meant. */
  readonly addresses: OrUnknown<readonly string[]>;
  readonly securityGroups: OrUnknown<readonly string[]>;
  /** A public IPv4 address is associated, or the service sets `assignPublicIp`. */
  readonly hasPublicAddress: OrUnknown<boolean>;
  readonly hasIpv6Address: OrUnknown<boolean>;
}

export interface Vpc {
  readonly id: string;
  /** In a shared VPC this is not the account of the workload. */
  readonly owner: AccountId;
  /** IPv4 and IPv6. */
  readonly cidrs: OrUnknown<readonly string[]>;
  readonly dnsSupport: OrUnknown<boolean>;
  readonly dnsHostnames: OrUnknown<boolean>;
  /** Who answers, by the DHCP options: `AmazonProvidedDNS`, or a server of the owner's. */
  readonly resolver: OrUnknown<'amazon' | 'custom'>;
  /** The private hosted zones that people associated with the VPC; those that AWS makes for endpoints left out. */
  readonly privateZones: OrUnknown<readonly PrivateZone[]>;
  /**
   * VPC Block Public Access as it applies to the source's subnet, exclusions counted in: `egress-only` is
   * `block-ingress`, where only NAT and egress-only gateways still work; `closed` is `block-bidirectional`.
   */
  readonly publicAccess: OrUnknown<'open' | 'egress-only' | 'closed'>;
}

/** A private hosted zone of Route 53. */
export interface PrivateZone {
  readonly id: string;
  /** In lower case and without the closing dot, as every name here. */
  readonly name: string;
  /** Read only where its name is or holds that of a service of AWS. */
  readonly records: OrUnknown<readonly ZoneRecord[]>;
}

/** One record set. Several of one name and type stand beside each other where a routing policy picks among them. */
export interface ZoneRecord {
  /** May begin with `*`. */
  readonly name: string;
  /** `other`: a type that no client asks for, but because of which the name exists. */
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'NS' | 'other';
  readonly values: readonly string[];
  /** For an alias: the name that it stands for, which is asked for by the same type. */
  readonly alias: string | null;
}

export interface Subnet {
  readonly id: string;
  readonly zone: string;
  /** IPv4 and IPv6. */
  readonly cidrs: readonly string[];
}

export interface RouteTable {
  readonly id: string;
  readonly isMain: boolean;
  /** Subnets that are associated by name. */
  readonly subnets: readonly string[];
  /** The VPC's own CIDRs may be left out: they are always routed locally. */
  readonly routes: readonly Route[];
}

export interface Route {
  readonly destination: AddressRange;
  readonly target: RouteTarget;
  readonly state: 'active' | 'blackhole';
}

/** A destination in a route, or the other side of a security group's rule. */
export type AddressRange =
  | { readonly kind: 'cidr'; readonly cidr: string }
  | { readonly kind: 'prefix-list'; readonly id: string };

export interface RouteTarget {
  readonly kind: RouteTargetKind;
  readonly id: string;
}

export type RouteTargetKind =
  | 'local'
  | 'gateway-endpoint'
  | 'internet-gateway'
  | 'nat-gateway'
  | 'egress-only-internet-gateway'
  | 'transit-gateway'
  | 'vpc-peering'
  | 'virtual-private-gateway'
  | 'core-network'
  | 'carrier-gateway'
  | 'local-gateway'
  | 'network-interface'
  | 'instance'
  | 'gateway-load-balancer-endpoint'
  | 'other';

/** Inclusive at both ends. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** `other` stands for every protocol that carries no HTTPS over TCP. */
export type Protocol = 'all' | 'tcp' | 'other';

export interface SecurityGroup {
  readonly id: string;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
}

export interface SecurityGroupRule {
  readonly protocol: Protocol;
  readonly ports: 'all' | PortRange;
  readonly peer: AddressRange | { readonly kind: 'group'; readonly id: string };
}

export interface NetworkAcl {
  readonly id: string;
  readonly subnets: readonly string[];
  /** In any order; the closing `*` entry may be left out. */
  readonly entries: readonly NetworkAclEntry[];
}

export interface NetworkAclEntry {
  readonly number: number;
  readonly direction: 'ingress' | 'egress';
  readonly action: 'allow' | 'deny';
  readonly protocol: Protocol;
  readonly ports: 'all' | PortRange;
  readonly cidr: string;
}

export interface NatGateway {
  readonly id: string;
  readonly state: 'available' | 'pending' | 'failed' | 'deleting' | 'deleted' | 'unknown';
  readonly connectivity: 'public' | 'private';
  readonly subnet: string;
}

export interface Endpoint {
  readonly id: string;
  /** As AWS spells it: `com.amazonaws.eu-west-1.ecr.dkr`. */
  readonly service: string;
  readonly type: 'interface' | 'gateway';
  /** In lower case, as the API answers at run time. */
  readonly state: EndpointState;
  /** `null`: full access, as when none was ever given. */
  readonly policy: OrUnknown<{ readonly text: string } | null>;
  readonly privateDnsEnabled: OrUnknown<boolean>;
  /** S3 only: private DNS answers the inbound resolver alone, and inside the VPC the gateway endpoint stays in use. */
  readonly privateDnsOnlyForInboundResolver: OrUnknown<boolean>;
  readonly subnets: OrUnknown<readonly string[]>;
  /** Private addresses of the endpoint's interfaces. */
  readonly addresses: OrUnknown<readonly string[]>;
  readonly securityGroups: OrUnknown<readonly string[]>;
}

export type EndpointState =
  | 'available'
  | 'pendingacceptance'
  | 'pending'
  | 'partial'
  | 'deleting'
  | 'deleted'
  | 'rejected'
  | 'expired'
  | 'failed'
  | 'unknown';

export interface PrefixList {
  readonly id: string;
  /** `com.amazonaws.eu-west-1.s3` for a list of AWS; whatever its owner chose for another. */
  readonly name: string;
  readonly cidrs: OrUnknown<readonly string[]>;
}
