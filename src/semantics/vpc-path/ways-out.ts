import type { Route, RouteTarget } from '../../domain/network-estate.ts';
import type { Side } from './addresses.ts';
import { attachedRouteHop, gatewayEndpointWay, publicAccessHop, unseenWay, type WayOut } from './gateway-hops.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop, Leg } from './leg-path.ts';
import { natWay } from './nat-way.ts';

/** Follows one active route out of the source's subnet, as far as the estate is known. */
export function wayOut(inquiry: Inquiry, table: string, { target }: Route, leg: Leg | null, to: Side): WayOut {
  if (target.kind === 'gateway-endpoint') return gatewayEndpointWay(inquiry, table, target.id, leg);
  if (target.kind === 'internet-gateway') return internetWay(inquiry, table, target);
  if (target.kind === 'egress-only-internet-gateway') return egressOnlyWay(inquiry, table, target);
  if (target.kind === 'nat-gateway') return natWay(inquiry, table, target.id, leg, to);
  return unseenWay(table, target);
}

function internetWay(inquiry: Inquiry, table: string, target: RouteTarget): WayOut {
  const after = [publicAddressHop(inquiry), publicAccessHop(inquiry.estate.vpc, 'both-ways')];
  return { via: 'internet-gateway', endpoint: null, route: attachedRouteHop(inquiry, table, target), after };
}

function egressOnlyWay(inquiry: Inquiry, table: string, target: RouteTarget): WayOut {
  const after = [publicAddressHop(inquiry), publicAccessHop(inquiry.estate.vpc, 'only-out')];
  return { via: 'egress-only-gateway', endpoint: null, route: attachedRouteHop(inquiry, table, target), after };
}

/** An address that the internet can answer to: each IPv6 address is one, an IPv4 address only if it is public. */
function publicAddressHop({ estate, query }: Inquiry): Hop {
  const { id, hasPublicAddress, hasIpv6Address } = estate.source;
  const isIpv4 = query.ipFamily === 'ipv4';
  const has = isIpv4 ? hasPublicAddress : hasIpv6Address;
  if (has === 'unknown')
    return hop('public-address', id, 'unknown', isIpv4 ? 'public-address-unknown' : 'ipv6-address-unknown');
  if (has) return hop('public-address', id, 'open', 'has-public-address');
  return hop('public-address', id, 'blocked', isIpv4 ? 'no-public-ip' : 'no-ipv6-address');
}
