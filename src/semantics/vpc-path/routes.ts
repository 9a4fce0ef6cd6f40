import type { NetworkEstate, Route, RouteTable } from '../../domain/network-estate.ts';
import type { Side } from './addresses.ts';
import { contains, coverage, overlaps, parseCidr, parseFamily, type Cidr, type IpFamily } from './cidr.ts';
import type { Inquiry } from './inquiry.ts';
import { isS3List, listReach } from './prefix-lists.ts';
import { endpointServes } from './services.ts';

/** The table that counts for a subnet: the one that names it, else the VPC's main one. `null` when it was not seen. */
export function effectiveRouteTable(
  { routeTables }: Pick<NetworkEstate, 'routeTables'>,
  subnet: string,
): RouteTable | null {
  if (routeTables === 'unknown') return null;
  return (
    routeTables.find((table) => table.subnets.includes(subnet)) ?? routeTables.find((table) => table.isMain) ?? null
  );
}

/** Whether a table has a route to this very target, dead or alive. */
export function hasRouteTo(table: RouteTable, targetId: string): boolean {
  return table.routes.some(({ target }) => target.id === targetId);
}

/** The route that a packet takes; `null` when no route matches, and it is dropped. */
export type RouteChoice = Route | null;

/** A route with the blocks for which it competes; `unknown` when it may compete for any address. */
interface Candidate {
  readonly route: Route;
  readonly blocks: readonly Cidr[] | 'unknown';
}

/**
 * Every route that some address of the other side might take, by the most specific match. One when there is no doubt;
 * several when it depends on the address, or on a prefix list that nobody could read. A blackhole drops what it matches.
 */
export function routeChoices(inquiry: Inquiry, table: RouteTable, other: Side): readonly RouteChoice[] {
  const candidates = table.routes.flatMap((route) => candidateOf(inquiry, route, other));
  const rivals = candidates.flatMap(({ route, blocks }) =>
    blocks === 'unknown' ? [] : blocks.map((block) => ({ route, block })),
  );
  const choices = new Set<RouteChoice>(
    candidates.filter(({ blocks }) => blocks === 'unknown').map(({ route }) => route),
  );
  for (const address of other.addresses) {
    for (const choice of choicesFor(address, rivals)) choices.add(choice);
  }
  return [...choices];
}

/** The shortest block that a VPC can have, and so the least specific route that can beat its own. */
const SHORTEST_VPC_BLOCK: Record<IpFamily, number> = { ipv4: 16, ipv6: 44 };

/** Whether packets inside the VPC go straight to the other side: no route to it is as specific as the VPC's own. */
export function isRoutedLocally(inquiry: Inquiry, table: RouteTable, other: Side): boolean {
  return table.routes
    .flatMap((route) => candidateOf(inquiry, route, other))
    .every(({ blocks }) => blocks !== 'unknown' && !blocks.some((block) => isDetour(inquiry, block, other)));
}

function isDetour({ estate }: Inquiry, block: Cidr, other: Side): boolean {
  if (!other.addresses.some((address) => overlaps(address, block))) return false;
  if (estate.vpc.cidrs === 'unknown') return block.length >= SHORTEST_VPC_BLOCK[block.family];
  return parseFamily(estate.vpc.cidrs, block.family).some((own) => contains(own, block));
}

function candidateOf(inquiry: Inquiry, route: Route, other: Side): readonly Candidate[] {
  const { destination, target } = route;
  if (target.kind === 'local') return [];
  if (target.kind === 'gateway-endpoint' && !other.isS3) return [];
  if (destination.kind === 'cidr') return [{ route, blocks: [parseCidr(destination.cidr)] }];
  if (target.kind === 'gateway-endpoint' && leadsElsewhere(inquiry, target.id, destination.id)) return [];
  const reach = listReach(inquiry, destination.id, other);
  // As specific as S3's addresses are known to be, which is always more so than a default route.
  return [{ route, blocks: reach === 'all' ? other.addresses : reach }];
}

/** A gateway endpoint of DynamoDB, or of another Region's S3. */
function leadsElsewhere(inquiry: Inquiry, endpointId: string, listId: string): boolean {
  const { estate, query } = inquiry;
  const endpoint = estate.endpoints === 'unknown' ? undefined : estate.endpoints.find(({ id }) => id === endpointId);
  if (endpoint !== undefined) return !endpointServes(endpoint, 's3', query.region) && endpoint.state !== 'deleted';
  return isS3List(inquiry, listId) === false;
}

function choicesFor(
  address: Cidr,
  rivals: readonly { readonly route: Route; readonly block: Cidr }[],
): readonly RouteChoice[] {
  const matching = rivals.filter(({ block }) => overlaps(block, address));
  const narrower = matching.filter(({ block }) => block.length > address.length);
  const covering = matching.filter(({ block }) => block.length <= address.length);
  const longest = Math.max(...covering.map(({ block }) => block.length));
  const best = covering.filter(({ block }) => block.length === longest).map(({ route }) => route);
  const rest: readonly RouteChoice[] = best.length > 0 ? best : [null];
  const isLeftToNarrower =
    narrower.length > 0 &&
    coverage(
      narrower.map(({ block }) => block),
      [address],
    ) === 'all';
  return [...narrower.map(({ route }) => route), ...(isLeftToNarrower ? [] : rest)];
}
