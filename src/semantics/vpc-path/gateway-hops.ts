import type { RouteTarget, RouteTargetKind, Vpc } from '../../domain/network-estate.ts';
import { endpointHop } from './endpoint-path.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop, Leg, Via } from './leg-path.ts';
import { policyHop } from './policy-hop.ts';

/** Where one active route leads. */
export interface WayOut {
  readonly via: Via;
  /** The gateway endpoint that the route leads to, if it leads to one. */
  readonly endpoint: Hop | null;
  readonly route: Hop;
  /** What must be right behind the route. */
  readonly after: readonly Hop[];
}

const TRANSIT: ReadonlySet<RouteTargetKind> = new Set([
  'transit-gateway',
  'vpc-peering',
  'virtual-private-gateway',
  'core-network',
  'local-gateway',
]);

/** Into another network, or a machine of the owner's. What lies beyond is never guessed. */
export function unseenWay(table: string, { id, kind }: RouteTarget): WayOut {
  const via = TRANSIT.has(kind) ? 'transit' : 'appliance';
  const route = hop('route', table, 'unknown', `beyond-${via}`, { target: id, targetKind: kind });
  return { via, endpoint: null, route, after: [] };
}

export function gatewayEndpointWay(inquiry: Inquiry, table: string, id: string, leg: Leg | null): WayOut {
  const { endpoints } = inquiry.estate;
  const endpoint = endpoints === 'unknown' ? undefined : endpoints.find((one) => one.id === id);
  const way = {
    via: 'gateway-endpoint',
    route: hop('route', table, 'open', 'route-to-gateway-endpoint', { target: id }),
  } as const;
  if (endpoint === undefined) return { ...way, endpoint: hop('endpoint', id, 'unknown', 'endpoint-unseen'), after: [] };
  return { ...way, endpoint: endpointHop(endpoint), after: [policyHop(inquiry, endpoint, leg)] };
}

/** A route to an internet gateway, or to one of IPv6 that lets connections out only: it must be the VPC's own. */
export function attachedRouteHop({ estate }: Inquiry, table: string, { id, kind }: RouteTarget): Hop {
  const detail = { target: id, targetKind: kind };
  if (estate.internetGateways === 'unknown')
    return hop('route', table, 'unknown', 'gateway-attachment-unknown', detail);
  const isAttached = estate.internetGateways.includes(id);
  if (!isAttached) return hop('route', table, 'blocked', 'gateway-not-attached', detail);
  return hop(
    'route',
    table,
    'open',
    kind === 'internet-gateway' ? 'route-to-internet-gateway' : 'route-to-egress-only-gateway',
    detail,
  );
}

/** VPC Block Public Access. Its `block-ingress` mode leaves the ways that only lead out: NAT and egress-only gateways. */
export function publicAccessHop({ id, publicAccess }: Vpc, way: 'both-ways' | 'only-out'): Hop {
  if (publicAccess === 'unknown') return hop('public-access', id, 'unknown', 'public-access-unknown');
  const isOpen = publicAccess === 'open' || (publicAccess === 'egress-only' && way === 'only-out');
  if (isOpen) return hop('public-access', id, 'open', 'public-access-open');
  return hop('public-access', id, 'blocked', 'public-access-blocked', { mode: publicAccess });
}
