import type { DistantVpc, Endpoint, NetworkEstate, PrivateZone, ZoneRecord } from '../../src/domain/network-estate.ts';
import {
  ACCOUNT,
  allow,
  anEndpoint,
  listOf,
  natNetwork,
  OPEN_ACL,
  REGION,
  route,
  withRoutes,
  withVpc,
} from './network.ts';

const SUFFIX = `ecr.${REGION}.amazonaws.com`;
export const PEERING = 'pcx-1';

export function alias(name: string, endpoint: string, service = 'ecr'): ZoneRecord {
  return { name, type: 'A', values: [], alias: `${endpoint}-abcd1234.${service}.${REGION}.vpce.amazonaws.com` };
}

export function aZone(name: string, records: PrivateZone['records']): PrivateZone {
  return { id: `Z-${name.split('.')[0] ?? ''}`, name, records };
}

export const TOKEN_ZONE = aZone(`api.${SUFFIX}`, [alias(`api.${SUFFIX}`, 'vpce-hubapi')]);
export const MANIFEST_ZONE = aZone(`dkr.${SUFFIX}`, [alias(`*.dkr.${SUFFIX}`, 'vpce-hubdkr')]);
export const LAYERS_ZONE = aZone(`s3.${REGION}.amazonaws.com`, [alias(`*.s3.${REGION}.amazonaws.com`, 'vpce-hubs3')]);

function hubEndpoint(service: 'ecr.api' | 'ecr.dkr' | 's3', id: string, address: string): Endpoint {
  return anEndpoint(service, {
    id,
    privateDnsEnabled: false,
    subnets: ['subnet-hub'],
    addresses: [address],
    securityGroups: ['sg-hub'],
  });
}

/** VPC 10.9.0.0/16 with an endpoint for each leg, peered with the task's. */
export function aHub(changes: Partial<DistantVpc> = {}): DistantVpc {
  return {
    id: 'vpc-hub',
    owner: ACCOUNT,
    cidrs: ['10.9.0.0/16'],
    subnets: [{ id: 'subnet-hub', zone: 'eu-west-1a', cidrs: ['10.9.1.0/24'] }],
    routeTables: [{ id: 'rtb-hub', isMain: true, subnets: [], routes: [route('10.0.0.0/16', 'vpc-peering', PEERING)] }],
    networkAcls: [{ id: 'acl-hub', subnets: ['subnet-hub'], entries: OPEN_ACL }],
    securityGroups: [{ id: 'sg-hub', ingress: [allow('10.0.0.0/16')], egress: [] }],
    prefixLists: 'unknown',
    endpoints: [
      hubEndpoint('ecr.api', 'vpce-hubapi', '10.9.1.7'),
      hubEndpoint('ecr.dkr', 'vpce-hubdkr', '10.9.1.8'),
      hubEndpoint('s3', 'vpce-hubs3', '10.9.1.9'),
    ],
    ...changes,
  };
}

/** A spoke without a way of its own, which reaches the endpoints of a hub by private hosted zones and a peering. */
export function spokeNetwork(
  zones: readonly PrivateZone[] = [TOKEN_ZONE, MANIFEST_ZONE, LAYERS_ZONE],
  hub = aHub(),
): NetworkEstate {
  const spoke = withRoutes(natNetwork(), 'rtb-task', [route('10.9.0.0/16', 'vpc-peering', PEERING)]);
  return { ...withVpc(spoke, { privateZones: zones }), distantVpcs: [hub] };
}

/** The hub with one of its endpoints changed. */
export function withHubEndpoint(id: string, changes: Partial<Endpoint>): DistantVpc {
  const hub = aHub();
  return { ...hub, endpoints: listOf(hub.endpoints).map((each) => (each.id === id ? { ...each, ...changes } : each)) };
}
