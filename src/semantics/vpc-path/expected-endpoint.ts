import type { Endpoint, RouteTable } from '../../domain/network-estate.ts';
import { s3Side } from './addresses.ts';
import { endpointHop, interfaceEndpointPath } from './endpoint-path.ts';
import { hop, type Connection, type Inquiry } from './inquiry.ts';
import { LEGS, pathOf, type Hop, type NetworkPath } from './leg-path.ts';
import { policyHop } from './policy-hop.ts';
import { firewallHops } from './public-path.ts';
import { effectiveRouteTable, hasRouteTo } from './routes.ts';
import { endpointServes, LEG_SERVICE, serviceName } from './services.ts';

/**
 * What to blame when the way to the public addresses is shut: not the internet that a private network never meant to
 * have, but the endpoint that was meant to carry this leg and does not. `null` when nothing shows such an intention.
 */
export function expectedEndpointPath(
  inquiry: Inquiry,
  connection: Connection,
  unused: Endpoint | null,
  shut: NetworkPath,
): NetworkPath | null {
  const { service, head } = connection;
  if (unused !== null) {
    const path = interfaceEndpointPath(inquiry, { ...connection, head: head.map(blameName) }, unused);
    if (isShutOnceOnly(path)) return path;
  }
  const table = effectiveRouteTable(inquiry.estate, inquiry.estate.source.subnet);
  const gateway = service === 's3' && table !== null ? gatewayOffTable(inquiry, table) : null;
  if (gateway !== null && table !== null) {
    const path = pathByGateway(inquiry, connection, gateway, table);
    if (isShutOnceOnly(path)) return path;
  }
  const hasNoRoute = shut.hops.some(({ reason }) => reason === 'no-route');
  if (!hasNoRoute || gateway !== null || unused !== null || !meansToUseEndpoints(inquiry)) return null;
  const missing = hop('endpoint', serviceName(service, inquiry.query.region), 'blocked', 'missing-endpoint');
  return pathOf([...head, missing], null);
}

function blameName(found: Hop): Hop {
  return found.kind === 'private-dns' ? { ...found, verdict: 'blocked' } : found;
}

/** The rest of the way must be open or at least not known to be shut: else mending this alone would not help. */
function isShutOnceOnly({ hops }: NetworkPath): boolean {
  return hops.filter(({ verdict }) => verdict === 'blocked').length === 1;
}

/** A gateway endpoint of S3 that the source's route table does not lead to. */
function gatewayOffTable({ estate, query }: Inquiry, table: RouteTable): Endpoint | null {
  if (estate.endpoints === 'unknown') return null;
  const gateways = estate.endpoints.filter(
    (endpoint) => endpoint.type === 'gateway' && endpointServes(endpoint, 's3', query.region),
  );
  return gateways.find(({ id }) => !hasRouteTo(table, id)) ?? null;
}

function pathByGateway(inquiry: Inquiry, { head, leg }: Connection, gateway: Endpoint, table: RouteTable): NetworkPath {
  const hops = [
    ...head,
    endpointHop(gateway),
    ...firewallHops(inquiry, s3Side(inquiry), true),
    hop('route', table.id, 'blocked', 's3-endpoint-not-on-route-table', { endpoint: gateway.id }),
    policyHop(inquiry, gateway, leg),
  ];
  return pathOf(hops, 'gateway-endpoint');
}

/** Another leg has an interface endpoint here, or this one has, but for another Region, which none serves. */
function meansToUseEndpoints({ estate }: Inquiry): boolean {
  if (estate.endpoints === 'unknown') return false;
  return estate.endpoints.some(
    ({ type, state, service }) =>
      type === 'interface' && state !== 'deleted' && LEGS.some((leg) => service.endsWith(`.${LEG_SERVICE[leg]}`)),
  );
}
