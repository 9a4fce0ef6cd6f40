import type { EcrIncident } from '../../../domain/check.ts';
import type { NetworkEstate } from '../../../domain/network-estate.ts';
import { mayHaveAddress } from '../../../semantics/vpc-path/addresses.ts';
import { readCidr } from '../../../semantics/vpc-path/cidr.ts';
import { type LegPath, LEGS, type PathQuery } from '../../../semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../../semantics/vpc-path/trace-paths.ts';
import { ipFamilies } from './ip-families.ts';
import { endpointPolicyJudge } from './judge-endpoint-policy.ts';
import type { PullWay } from './pull-way.ts';

/** The way of each leg out of one subnet. Of two families of addresses, clients take the one that works. */
export function traceLegs(estate: NetworkEstate, way: PullWay, incident: EcrIncident): readonly LegPath[] {
  const hostForm = hostFormOf(incident.image.registry.host);
  const ways = ipFamilies(estate, hostForm).map((ipFamily) =>
    traceFamily(estate, { ...queryFor(way, incident), hostForm, ipFamily }, way, incident),
  );
  const [first = [], second] = ways;
  return second === undefined ? first : first.map((path, at) => easier(path, second[at] ?? path));
}

function easier(path: LegPath, other: LegPath): LegPath {
  const order = ['reachable', 'unknown', 'blocked'];
  return order.indexOf(other.verdict) < order.indexOf(path.verdict) ? other : path;
}

/**
 * What the resolver answers by all that was read, the address in the message may disprove: then somebody answers who was
 * not seen, and the address is believed.
 */
function traceFamily(estate: NetworkEstate, query: PathQuery, way: PullWay, incident: EcrIncident): readonly LegPath[] {
  const judge = endpointPolicyJudge({ roles: way.roles }, incident);
  const asRead = tracePaths(estate, query, judge);
  const asDialled = tracePaths({ ...estate, vpc: { ...estate.vpc, privateZones: 'unknown' } }, query, judge);
  return LEGS.map((leg) => (isDisproved(asRead[leg], estate, query, incident) ? asDialled[leg] : asRead[leg]));
}

/** Whether the name led elsewhere than the network lets expect: to an endpoint of nobody's, or past one. */
function isDisproved(
  { leg, hops }: LegPath,
  estate: NetworkEstate,
  { ipFamily }: PathQuery,
  { connection }: EcrIncident,
): boolean {
  if (connection?.leg !== leg || connection.addressOf === null || connection.addressOf === 'unknown') return false;
  const name = hops.find(({ kind }) => kind === 'private-dns');
  // What a zone of the owner's answers was held beside the address already.
  if (name?.reason.startsWith('private-zone-') === true) return false;
  const endpoint = name?.verdict === 'open' ? name.subject : undefined;
  if (endpoint === undefined || connection.addressOf !== 'private')
    return (endpoint !== undefined) !== (connection.addressOf === 'private');
  const { endpoints } = estate;
  const expected = (endpoints === 'unknown' ? [] : endpoints).find(({ id }) => id === endpoint);
  const { address } = connection;
  // What has lost its interfaces may have had this one.
  if (expected?.subnets.length === 0) return false;
  // The address comes from a message that people paste: what is no address says nothing.
  if (expected === undefined || address === null || readCidr(address) === null) return false;
  return !mayHaveAddress(estate, expected, address, ipFamily);
}

function queryFor(
  { platform, os }: PullWay,
  { image, connection }: EcrIncident,
): Omit<PathQuery, 'hostForm' | 'ipFamily'> {
  const { region, account } = image.registry;
  const { leg = null, address = null } = connection ?? {};
  return {
    region,
    registry: account,
    platform,
    os,
    dialled: leg === null || address === null ? null : { leg, address },
  };
}

function hostFormOf(host: string): PathQuery['hostForm'] {
  if (host.includes('ecr-fips.')) return 'fips';
  return host.includes('.dkr-ecr.') ? 'dual-stack' : 'ordinary';
}
