import type { Endpoint } from '../../domain/network-estate.ts';
import { aclHopsToEndpoint, leaveTowardsUnseen } from './acl-hops.ts';
import { endpointSide, sourceSide, unseenSide } from './addresses.ts';
import { extentHop, hop, idsOf, type Connection, type Inquiry } from './inquiry.ts';
import { pathOf, type Hop, type NetworkPath } from './leg-path.ts';
import { policyHop } from './policy-hop.ts';
import { effectiveRouteTable, isRoutedLocally } from './routes.ts';
import { admittedByGroups } from './security-groups.ts';

export const EGRESS = {
  all: 'egress-open',
  some: 'egress-covers-some-addresses',
  none: 'no-egress-to-endpoint',
} as const;

export const INGRESS = {
  all: 'endpoint-sg-open',
  some: 'endpoint-sg-admits-some-addresses',
  none: 'endpoint-sg-closed',
} as const;

/** The way to an interface endpoint, after the hops that lead a name to it. */
export function interfaceEndpointPath(inquiry: Inquiry, connection: Connection, endpoint: Endpoint): NetworkPath {
  const { source } = inquiry.estate;
  const side = endpointSide(inquiry, endpoint);
  const egress = admittedByGroups(inquiry, source.securityGroups, 'egress', side);
  const ingress = admittedByGroups(inquiry, endpoint.securityGroups, 'ingress', sourceSide(inquiry));
  const groups = { sourceGroups: idsOf(source.securityGroups), endpointGroups: idsOf(endpoint.securityGroups) };
  const detail = { endpoint: endpoint.id, ...groups };
  const hops = [
    ...connection.head,
    endpointHop(endpoint),
    zoneHop(inquiry, endpoint),
    extentHop('egress-rule', idsOf(source.securityGroups), egress, EGRESS, detail),
    ...aclHopsToEndpoint(inquiry, endpoint),
    localRouteHop(inquiry, endpoint),
    extentHop('endpoint-ingress', endpoint.id, ingress, INGRESS, detail),
    policyHop(inquiry, endpoint, connection.leg),
  ];
  return pathOf(hops, 'interface-endpoint');
}

/** The way to an endpoint that may exist where nobody could look. It is never found open, but may be shut at the start. */
export function unseenEndpointPath(inquiry: Inquiry, connection: Connection): NetworkPath {
  const { source, vpc } = inquiry.estate;
  const side = unseenSide(inquiry.query.ipFamily);
  const egress = admittedByGroups(inquiry, source.securityGroups, 'egress', side);
  const hops = [
    ...connection.head,
    hop('endpoint', vpc.id, 'unknown', 'endpoint-unseen'),
    extentHop('egress-rule', idsOf(source.securityGroups), egress, EGRESS),
    ...leaveTowardsUnseen(inquiry, side),
  ];
  return pathOf(hops, 'interface-endpoint');
}

/** Whether an endpoint of either type works. */
export function endpointHop({ id, state, service }: Endpoint): Hop {
  if (state === 'unknown') return hop('endpoint', id, 'unknown', 'endpoint-state-unknown', { service });
  if (state !== 'available') return hop('endpoint', id, 'blocked', 'endpoint-not-available', { service, state });
  return hop('endpoint', id, 'open', 'endpoint-available', { service });
}

/** An interface in any zone serves the whole VPC, so another zone is worth saying and never a cause. */
function zoneHop({ estate }: Inquiry, endpoint: Endpoint): Hop {
  const { id, subnets } = endpoint;
  if (subnets === 'unknown') return hop('endpoint-zone', id, 'unknown', 'endpoint-subnets-unknown');
  if (subnets.length === 0) return hop('endpoint-zone', id, 'blocked', 'endpoint-has-no-interface');
  const here = estate.subnets.find((subnet) => subnet.id === estate.source.subnet)?.zone;
  const zones = estate.subnets.filter((subnet) => subnets.includes(subnet.id)).map(({ zone }) => zone);
  const isHere = here !== undefined && zones.includes(here);
  return hop('endpoint-zone', id, 'open', isHere ? 'endpoint-in-this-zone' : 'endpoint-in-other-zone', {
    zones: zones.join(' '),
  });
}

function localRouteHop(inquiry: Inquiry, endpoint: Endpoint): Hop {
  const { source } = inquiry.estate;
  const table = effectiveRouteTable(inquiry.estate, source.subnet);
  if (table === null) return hop('route', source.subnet, 'unknown', 'route-table-unknown');
  const isLocal = isRoutedLocally(inquiry, table, endpointSide(inquiry, endpoint));
  return isLocal
    ? hop('route', table.id, 'not-needed', 'local-route')
    : hop('route', table.id, 'unknown', 'detour-inside-vpc');
}
