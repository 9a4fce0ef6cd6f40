import type { NetworkEstate } from '../../domain/network-estate.ts';
import type { SideService } from '../../domain/network-path.ts';
import { readCidr } from './cidr.ts';
import { distantEndpointPath } from './distant-path.ts';
import { resolveName, vpcDnsHop } from './dns.ts';
import { interfaceEndpointPath, unseenEndpointPath } from './endpoint-path.ts';
import { expectedEndpointPath } from './expected-endpoint.ts';
import type { Connection, Inquiry } from './inquiry.ts';
import { pathOf, type Leg, type LegPath, type NetworkPath, type PathQuery, type PolicyAllows } from './leg-path.ts';
import type { NameTarget } from './name-resolution.ts';
import { publicPath } from './public-path.ts';
import { leavesThroughNetwork, LEG_SERVICE, type Service } from './services.ts';
import { asBelieved } from './shared-vpc.ts';

/**
 * The way of each connection of a pull, hop by hop, from the network interface at hand to ECR and S3. Reads what is
 * configured; sends nothing. `policyAllows` judges the policies of endpoints.
 */
export function tracePaths(
  estate: NetworkEstate,
  query: PathQuery,
  policyAllows: PolicyAllows,
): Readonly<Record<Leg, LegPath>> {
  const inquiry = { estate: asBelieved(estate), query, policyAllows };
  return {
    token: traceLeg(inquiry, 'token'),
    manifest: traceLeg(inquiry, 'manifest'),
    layers: traceLeg(inquiry, 'layers'),
  };
}

/** The way to a service that a task needs besides its image, in the query's Region: logs, secrets. */
export function traceSidePath(
  estate: NetworkEstate,
  query: PathQuery,
  service: SideService,
  policyAllows: PolicyAllows,
): NetworkPath {
  return tracePath({ estate: asBelieved(estate), query, policyAllows }, service, null, null);
}

function traceLeg(inquiry: Inquiry, leg: Leg): LegPath {
  const { platform, dialled } = inquiry.query;
  if (!leavesThroughNetwork(leg, platform)) return { leg, verdict: 'reachable', via: 'aws-network', hops: [] };
  // The address comes from a message that people paste: what is no address says nothing.
  const address = dialled?.leg === leg && readCidr(dialled.address) !== null ? dialled.address : null;
  return { leg, ...tracePath(inquiry, LEG_SERVICE[leg], leg, address) };
}

function tracePath(inquiry: Inquiry, service: Service, leg: Leg | null, dialled: string | null): NetworkPath {
  const { hop, targets, unused } = resolveName(inquiry, service, dialled);
  const connection = { service, leg, head: [vpcDnsHop(inquiry, dialled), hop] };
  const path = whereverNameLeads(targets.map((target) => pathTo(inquiry, connection, target)));
  const isPublic = targets.every((target) => target === 'public');
  if (!isPublic || path.verdict !== 'blocked') return path;
  return expectedEndpointPath(inquiry, connection, unused, path) ?? path;
}

function pathTo(inquiry: Inquiry, connection: Connection, target: NameTarget): NetworkPath {
  if (target === 'public') return publicPath(inquiry, connection);
  if (target === 'unseen-endpoint') return unseenEndpointPath(inquiry, connection);
  // Where nothing else answers, the head says so already.
  if ('lack' in target) return pathOf([...new Set([...connection.head, target.lack])], null);
  return 'vpc' in target
    ? distantEndpointPath(inquiry, connection, target)
    : interfaceEndpointPath(inquiry, connection, target);
}

/** One path for all that a name may lead to. Blocked only if each is; the hop that leaves it open says `unknown`. */
function whereverNameLeads(paths: readonly NetworkPath[]): NetworkPath {
  const [first] = paths;
  if (first === undefined) throw new RangeError('a name leads somewhere');
  return paths.find(({ verdict }) => verdict !== 'blocked') ?? first;
}
