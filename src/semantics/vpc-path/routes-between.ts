import type { RouteTarget } from '../../domain/network-estate.ts';
import { isOffInternet, type Side } from './addresses.ts';
import { coverage, parseFamily } from './cidr.ts';
import { unseenWay } from './gateway-hops.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop } from './leg-path.ts';
import type { DistantTarget } from './name-resolution.ts';
import { effectiveRouteTable, routeChoices, type RouteChoice } from './routes.ts';

/** How packets leave for another VPC. */
export interface WayBetween {
  readonly route: Hop;
  /** Whether they would arrive with the source's own address. */
  readonly keepsAddresses: boolean;
}

/** What hands packets on as they are. */
const JOINS: ReadonlySet<RouteTarget['kind']> = new Set(['vpc-peering', 'transit-gateway', 'core-network']);

/** The route from the source's subnet to an endpoint in another VPC. */
export function routeToVpc(inquiry: Inquiry, side: Side, { vpc, endpoint }: DistantTarget): WayBetween {
  const { estate } = inquiry;
  const detail = { endpoint: endpoint.id, vpc: vpc.id };
  const table = effectiveRouteTable(estate, estate.source.subnet);
  if (table === null) return closed(hop('route', estate.source.subnet, 'unknown', 'route-table-unknown', detail));
  const undecided = hop('route', table.id, 'unknown', 'route-depends-on-address', detail);
  // What has an address of this VPC is looked for in this VPC.
  if (mayBeHere(inquiry, side)) return closed(undecided);
  const choices = routeChoices(inquiry, table, side);
  if (choices.every((choice) => leadsNowhere(inquiry, side, choice)))
    return closed(hop('route', table.id, 'blocked', 'no-route-to-endpoint', detail));
  const [choice = null, ...others] = choices;
  if (choice === null || others.length > 0) return closed(undecided);
  const { target, state } = choice;
  if (state === 'blackhole') {
    const about = { ...detail, target: target.id, targetKind: target.kind };
    return closed(hop('route', table.id, 'blocked', 'blackhole-route', about));
  }
  const keepsAddresses = JOINS.has(target.kind);
  if (target.kind !== 'vpc-peering') return { route: unseenWay(table.id, target).route, keepsAddresses };
  const route = hop('route', table.id, 'open', 'route-to-peering', { ...detail, target: target.id });
  return { route, keepsAddresses };
}

/**
 * The route by which the other VPC answers. That it answers through the very peering by which it was asked shows that this
 * peering joins the two.
 */
export function routeBack(there: Inquiry, subnets: readonly string[], to: Side, { detail }: Hop): Hop {
  const tables = subnets.map((subnet) => effectiveRouteTable(there.estate, subnet));
  const known = tables.filter((table) => table !== null);
  const about = { vpc: there.estate.vpc.id };
  const subject = [...new Set(known.map(({ id }) => id))].join(' ') || there.estate.vpc.id;
  if (known.length < tables.length || known.length === 0)
    return hop('route', subject, 'unknown', 'route-table-unknown', about);
  if (mayBeHere(there, to)) return hop('route', subject, 'unknown', 'route-depends-on-address', about);
  const choices = known.flatMap((table) => routeChoices(there, table, to));
  if (choices.every((choice) => leadsNowhere(there, to, choice) || choice?.state === 'blackhole'))
    return hop('route', subject, 'blocked', 'no-route-back', about);
  const isSame = choices.every((choice) => choice?.state === 'active' && choice.target.id === detail['target']);
  return hop('route', subject, isSame ? 'open' : 'unknown', isSame ? 'route-back' : 'route-depends-on-address', about);
}

function closed(route: Hop): WayBetween {
  return { route, keepsAddresses: false };
}

function mayBeHere({ estate, query }: Inquiry, { addresses }: Side): boolean {
  return (
    estate.vpc.cidrs !== 'unknown' && coverage(parseFamily(estate.vpc.cidrs, query.ipFamily), addresses) !== 'none'
  );
}

/** No route, or one to the internet, where no private address is. */
function leadsNowhere(inquiry: Inquiry, side: Side, choice: RouteChoice): boolean {
  if (choice === null) return true;
  if (!side.addresses.every(isOffInternet)) return false;
  const { estate } = inquiry;
  const { kind, id } = choice.target;
  if (kind === 'internet-gateway') return true;
  if (kind !== 'nat-gateway' || estate.natGateways === 'unknown') return false;
  const nat = estate.natGateways.find((gateway) => gateway.id === id);
  const table = nat === undefined ? null : effectiveRouteTable(estate, nat.subnet);
  return (
    table !== null &&
    routeChoices(inquiry, table, side).every((onward) => onward === null || onward.target.kind === 'internet-gateway')
  );
}
