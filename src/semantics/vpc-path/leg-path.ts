import type { AccountId, Region } from '../../domain/aws.ts';
import type { PathHop, PullLeg } from '../../domain/network-path.ts';
import type { IpFamily } from './cidr.ts';
import type { HopReason } from './hop-reasons.ts';

export type Leg = PullLeg;
export const LEGS: readonly Leg[] = ['token', 'manifest', 'layers'];

export interface PathQuery {
  /** The Region of the registry. */
  readonly region: Region;
  /** The account of the registry: a part of the host that serves manifests. */
  readonly registry: AccountId;
  readonly platform: PullerPlatform;
  readonly ipFamily: IpFamily;
  /** Which form of the registry's host name the image uses. */
  readonly hostForm: 'ordinary' | 'dual-stack' | 'fips';
  /** Decides which ports a client picks for itself, and so which answers a network ACL must let in. */
  readonly os: 'linux' | 'windows' | 'unknown';
  /** The address that the message says was dialled, and for which leg. */
  readonly dialled: { readonly leg: Leg; readonly address: string } | null;
}

/** Who pulls, as far as it decides which legs leave through the network at hand. */
export type PullerPlatform = 'fargate-1.4+' | 'fargate-1.3' | 'ec2-instance' | 'eks-node' | 'eks-fargate' | 'lambda';

/**
 * Whether a policy of an endpoint in some VPC lets a leg's requests pass, or those that are no leg's. What it must allow:
 * `endpointDemand`.
 */
export type PolicyAllows = (policyText: string, leg: Leg | null, vpc: string) => 'allowed' | 'denied' | 'unknown';

export interface LegPath extends NetworkPath {
  readonly leg: Leg;
}

/** The way of one connection. `reachable`: every hop is open or not needed. `blocked`: some hop is certainly shut. */
export interface NetworkPath {
  readonly verdict: 'reachable' | 'blocked' | 'unknown';
  /** The way the packets take, or would take but for the blocked hop; `null` when there is none. */
  readonly via: Via | null;
  /** In the order in which they must be right. */
  readonly hops: readonly Hop[];
}

export type Via =
  | 'gateway-endpoint'
  | 'interface-endpoint'
  | 'nat-gateway'
  | 'internet-gateway'
  | 'egress-only-gateway'
  /** Another network takes over: a transit gateway, peering, VPN. */
  | 'transit'
  /** A machine in the way: a firewall, a NAT instance. */
  | 'appliance'
  /** The platform makes this connection from a network of AWS's own. */
  | 'aws-network';

/** A hop of which the kind and the reason are among those that this room gives. */
export interface Hop extends PathHop {
  readonly kind: HopKind;
  readonly reason: HopReason;
}

export type HopKind =
  | 'vpc-dns'
  | 'private-dns'
  | 'endpoint'
  | 'endpoint-zone'
  | 'egress-rule'
  | 'acl-out'
  | 'acl-in'
  | 'route'
  | 'public-address'
  | 'nat'
  | 'public-access'
  | 'endpoint-ingress'
  | 'endpoint-policy';

export type HopVerdict = PathHop['verdict'];

/** The path that a list of hops makes. One shut door is enough, whatever is behind the doors we could not see. */
export function pathOf(hops: readonly Hop[], via: Via | null): NetworkPath {
  if (hops.some((hop) => hop.verdict === 'blocked')) return { verdict: 'blocked', via, hops };
  if (hops.some((hop) => hop.verdict === 'unknown')) return { verdict: 'unknown', via, hops };
  return { verdict: 'reachable', via, hops };
}

/** Where the path is shut first; `null` when no hop is known to be. */
export function blockedAt(path: NetworkPath): Hop | null {
  return path.hops.find((hop) => hop.verdict === 'blocked') ?? null;
}
