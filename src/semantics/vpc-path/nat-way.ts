import type { NatGateway, Route } from '../../domain/network-estate.ts';
import { crossNatSubnet } from './acl-hops.ts';
import type { Side } from './addresses.ts';
import { attachedRouteHop, gatewayEndpointWay, publicAccessHop, unseenWay, type WayOut } from './gateway-hops.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop, Leg } from './leg-path.ts';
import { effectiveRouteTable, routeChoices } from './routes.ts';

/** Through a NAT gateway, which needs a way out of its own. */
export function natWay(inquiry: Inquiry, table: string, id: string, leg: Leg | null, to: Side): WayOut {
  const { natGateways } = inquiry.estate;
  const route = hop('route', table, 'open', 'route-to-nat', { target: id });
  const way = { via: 'nat-gateway', endpoint: null, route } as const;
  // A route of IPv6 to a NAT gateway translates to IPv4 (NAT64), which only names of DNS64 ask for.
  if (inquiry.query.ipFamily === 'ipv6') return { ...way, after: [hop('nat', id, 'unknown', 'nat64-not-judged')] };
  if (natGateways === 'unknown') return { ...way, after: [hop('nat', id, 'unknown', 'nat-unknown')] };
  const nat = natGateways.find((gateway) => gateway.id === id);
  if (nat === undefined) return { ...way, after: [hop('nat', id, 'blocked', 'nat-not-found')] };
  const acls = crossNatSubnet(inquiry, nat.subnet, to);
  return { ...way, after: [natHop(nat), ...acls, ...onwardHops(inquiry, nat, leg, to)] };
}

function natHop({ id, state, subnet }: NatGateway): Hop {
  if (state === 'unknown') return hop('nat', id, 'unknown', 'nat-unknown', { subnet });
  if (state !== 'available') return hop('nat', id, 'blocked', 'nat-not-available', { subnet, state });
  return hop('nat', id, 'open', 'nat-available', { subnet });
}

/** From the NAT gateway's own subnet on, by the route table of that subnet. */
function onwardHops(inquiry: Inquiry, nat: NatGateway, leg: Leg | null, to: Side): readonly Hop[] {
  const detail = { natGateway: nat.id };
  const table = effectiveRouteTable(inquiry.estate, nat.subnet);
  if (table === null) return [hop('route', nat.subnet, 'unknown', 'route-table-unknown', detail)];
  const [choice, ...others] = routeChoices(inquiry, table, to);
  if (choice === undefined || others.length > 0)
    return [hop('route', table.id, 'unknown', 'route-depends-on-address', detail)];
  if (choice === null) return [hop('route', table.id, 'blocked', 'nat-subnet-has-no-igw', detail)];
  if (choice.state === 'active') return beyondNat(inquiry, nat, table.id, choice, leg);
  return [hop('route', table.id, 'blocked', 'blackhole-route', { ...detail, target: choice.target.id })];
}

function beyondNat(
  inquiry: Inquiry,
  nat: NatGateway,
  table: string,
  { target }: Route,
  leg: Leg | null,
): readonly Hop[] {
  if (target.kind === 'gateway-endpoint') {
    const { endpoint, route, after } = gatewayEndpointWay(inquiry, table, target.id, leg);
    return [route, ...(endpoint === null ? [] : [endpoint]), ...after];
  }
  if (target.kind !== 'internet-gateway') return [unseenWay(table, target).route];
  if (nat.connectivity === 'private') return [hop('nat', nat.id, 'blocked', 'nat-is-private')];
  return [attachedRouteHop(inquiry, table, target), publicAccessHop(inquiry.estate.vpc, 'only-out')];
}
