import type { Endpoint, NetworkEstate, PrefixList } from '../../../src/domain/network-estate.ts';
import { listOf, withVpc } from '../../support/network.ts';

/** Each hides one part of the network, as a read that AWS denied would. */
export const HIDINGS: Readonly<Record<string, (estate: NetworkEstate) => NetworkEstate>> = {
  routeTables: (estate) => ({ ...estate, routeTables: 'unknown' }),
  networkAcls: (estate) => ({ ...estate, networkAcls: 'unknown' }),
  securityGroups: (estate) => ({ ...estate, securityGroups: 'unknown' }),
  oneSecurityGroup: (estate) => ({ ...estate, securityGroups: listOf(estate.securityGroups).slice(1) }),
  natGateways: (estate) => ({ ...estate, natGateways: 'unknown' }),
  internetGateways: (estate) => ({ ...estate, internetGateways: 'unknown' }),
  endpoints: (estate) => ({ ...estate, endpoints: 'unknown' }),
  prefixLists: (estate) => ({ ...estate, prefixLists: 'unknown' }),
  prefixListEntries: (estate) => ({ ...estate, prefixLists: listOf(estate.prefixLists).map(withoutEntries) }),
  subnets: (estate) => ({ ...estate, subnets: [] }),
  vpcCidrs: (estate) => ({ ...estate, vpc: { ...estate.vpc, cidrs: 'unknown' } }),
  dns: (estate) => ({ ...estate, vpc: { ...estate.vpc, dnsSupport: 'unknown', dnsHostnames: 'unknown' } }),
  resolver: (estate) => ({ ...estate, vpc: { ...estate.vpc, resolver: 'unknown' } }),
  privateZones: (estate) => ({ ...estate, vpc: { ...estate.vpc, privateZones: 'unknown' } }),
  zoneRecords: (estate) =>
    withVpc(estate, { privateZones: listOf(estate.vpc.privateZones).map((zone) => ({ ...zone, records: 'unknown' })) }),
  distantVpcs: (estate) => ({ ...estate, distantVpcs: [] }),
  distantParts: (estate) => ({
    ...estate,
    distantVpcs: estate.distantVpcs.map((vpc) => ({
      ...vpc,
      routeTables: 'unknown',
      networkAcls: 'unknown',
      securityGroups: 'unknown',
      subnets: [],
      cidrs: 'unknown',
    })),
  }),
  publicAccess: (estate) => ({ ...estate, vpc: { ...estate.vpc, publicAccess: 'unknown' } }),
  sourceGroups: (estate) => ({ ...estate, source: { ...estate.source, securityGroups: 'unknown' } }),
  sourceAddresses: (estate) => ({ ...estate, source: { ...estate.source, addresses: 'unknown' } }),
  ipv6Address: (estate) => ({ ...estate, source: { ...estate.source, hasIpv6Address: 'unknown' } }),
  publicAddress: (estate) => ({ ...estate, source: { ...estate.source, hasPublicAddress: 'unknown' } }),
  endpointPolicies: (estate) => ofEachEndpoint(estate, { policy: 'unknown' }),
  endpointStates: (estate) => ofEachEndpoint(estate, { state: 'unknown' }),
  endpointPrivateDns: (estate) =>
    ofEachEndpoint(estate, { privateDnsEnabled: 'unknown', privateDnsOnlyForInboundResolver: 'unknown' }),
  endpointSubnets: (estate) => ofEachEndpoint(estate, { subnets: 'unknown' }),
  endpointAddresses: (estate) => ofEachEndpoint(estate, { addresses: 'unknown' }),
  endpointGroups: (estate) => ofEachEndpoint(estate, { securityGroups: 'unknown' }),
};

export function ofEachEndpoint(estate: NetworkEstate, changes: Partial<Endpoint>): NetworkEstate {
  return {
    ...estate,
    endpoints:
      estate.endpoints === 'unknown' ? 'unknown' : estate.endpoints.map((endpoint) => ({ ...endpoint, ...changes })),
  };
}

function withoutEntries(list: PrefixList): PrefixList {
  return { ...list, cidrs: 'unknown' };
}
