import type { RouteTable } from '../../domain/network-estate.ts';
import { leaveSourceSubnet } from './acl-hops.ts';
import { publicSide, s3Side, type Side } from './addresses.ts';
import { extentHop, hop, idsOf, type Connection, type Inquiry } from './inquiry.ts';
import { pathOf, type Hop, type NetworkPath } from './leg-path.ts';
import { isS3List } from './prefix-lists.ts';
import { effectiveRouteTable, hasRouteTo, routeChoices, type RouteChoice } from './routes.ts';
import { admittedByGroups } from './security-groups.ts';
import { endpointServes, type Service } from './services.ts';
import { wayOut } from './ways-out.ts';

/** The way to a service at its public addresses: for S3 a gateway endpoint may carry it, for the rest the internet. */
export function publicPath(inquiry: Inquiry, connection: Connection): NetworkPath {
  const { estate, query } = inquiry;
  const side = connection.service === 's3' ? s3Side(inquiry) : publicSide(query.ipFamily);
  const table = effectiveRouteTable(estate, estate.source.subnet);
  if (table === null) {
    const route = hop('route', estate.source.subnet, 'unknown', 'route-table-unknown');
    return pathOf([...connection.head, ...firewallHops(inquiry, side, false), route], null);
  }
  const choices = routeChoices(inquiry, table, side);
  return whicheverRoute(choices.map((choice) => pathBy(inquiry, connection, table, choice, side)));
}

function pathBy(
  inquiry: Inquiry,
  connection: Connection,
  table: RouteTable,
  choice: RouteChoice,
  side: Side,
): NetworkPath {
  const { service, leg, head } = connection;
  const unused = unusedEndpointHop(inquiry, service, table);
  if (choice === null) {
    return pathOf(
      [...head, unused, ...firewallHops(inquiry, side, false), hop('route', table.id, 'blocked', 'no-route')],
      null,
    );
  }
  const isGateway = choice.target.kind === 'gateway-endpoint';
  if (choice.state === 'blackhole') {
    const route = hop('route', table.id, 'blocked', 'blackhole-route', {
      target: choice.target.id,
      targetKind: choice.target.kind,
    });
    return pathOf([...head, unused, ...firewallHops(inquiry, side, isGateway), route], null);
  }
  const way = wayOut(inquiry, table.id, choice, leg, side);
  return pathOf(
    [...head, way.endpoint ?? unused, ...firewallHops(inquiry, side, isGateway), way.route, ...way.after],
    way.via,
  );
}

/** One path for all routes that might be taken. When they differ, nobody knows which it will be. */
function whicheverRoute(paths: readonly NetworkPath[]): NetworkPath {
  const [first] = paths;
  if (first === undefined) throw new RangeError('a packet takes some route or none');
  if (paths.every(({ verdict }) => verdict === first.verdict)) return first;
  const shown = paths.find(({ verdict }) => verdict !== 'blocked') ?? first;
  const undecided = shown.hops.findIndex(({ kind }) => kind === 'route');
  const hops = shown.hops.map((one, index): Hop =>
    index === undecided ? { ...one, verdict: 'unknown', reason: 'route-depends-on-address' } : one,
  );
  return pathOf(hops, shown.via);
}

function unusedEndpointHop({ estate, query }: Inquiry, service: Service, table: RouteTable): Hop {
  if (estate.endpoints === 'unknown') return hop('endpoint', service, 'not-needed', 'endpoints-unknown');
  const endpoint = estate.endpoints.find((one) => endpointServes(one, service, query.region));
  if (endpoint === undefined) return hop('endpoint', service, 'not-needed', 'no-endpoint');
  const isOffTable = endpoint.type === 'gateway' && !hasRouteTo(table, endpoint.id);
  const reason = isOffTable ? 's3-endpoint-not-on-route-table' : 'endpoint-not-used';
  return hop('endpoint', endpoint.id, 'not-needed', reason, { service: endpoint.service });
}

/** The source's own firewalls: its groups, and its subnet's ACL both ways. */
export function firewallHops(inquiry: Inquiry, side: Side, isThroughGateway: boolean): readonly Hop[] {
  const { estate } = inquiry;
  const groups = estate.source.securityGroups;
  const extent = admittedByGroups(inquiry, groups, 'egress', side);
  const lists =
    estate.prefixLists === 'unknown' ? [] : estate.prefixLists.filter(({ id }) => isS3List(inquiry, id) === true);
  const egress = extentHop(
    'egress-rule',
    idsOf(groups),
    extent,
    {
      all: 'egress-open',
      some: 'egress-covers-some-addresses',
      none: isThroughGateway ? 'no-egress-to-prefix-list' : 'no-egress-to-internet',
    },
    side.isS3 && lists.length > 0 ? { prefixList: idsOf(lists.map(({ id }) => id)) } : {},
  );
  return [egress, ...leaveSourceSubnet(inquiry, side)];
}
