import type { EcrIncident } from '../../../domain/check.ts';
import type { NetworkEstate } from '../../../domain/network-estate.ts';
import type { SubnetPaths } from '../../../domain/network-path.ts';
import { readCidr } from '../../../semantics/vpc-path/cidr.ts';
import { mayHaveAddress } from '../../../semantics/vpc-path/dns.ts';
import { type LegPath, LEGS, type PathQuery } from '../../../semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../../semantics/vpc-path/trace-paths.ts';
import { defineDerived, known } from '../define-derived.ts';
import { endpointPolicyJudge } from './judge-endpoint-policy.ts';
import { gapBehind } from './network-gap.ts';
import { withoutUnseenZones } from './unseen-zones.ts';
import { learnPullWay, type PullWay } from './pull-way.ts';

/** ECR's ordinary names have no other addresses. */
const FAMILY = 'ipv4';

export const networkPaths = defineDerived({
  name: 'networkPaths',
  from: ['network', 'puller', 'pullerRoles', 'workload'],
  async derive(learn, incident) {
    const network = await learn('network');
    if (!network.known) return network;
    const way = await learnPullWay(learn);
    if (!way.known) return way;
    const paths = traceNetworkPaths(network.value.estates, way.value, incident);
    // A part that could not be read is a gap only when it keeps us from knowing where the pull gets through.
    const gap = gapBehind(paths, network.value.gaps);
    return gap === null ? known(paths, network.evidence) : { known: false, gap };
  },
});

/** The ways of the pull out of each subnet, the worst first. */
export function traceNetworkPaths(
  estates: readonly NetworkEstate[],
  way: PullWay,
  incident: EcrIncident,
): readonly SubnetPaths[] {
  return estates
    .map((estate) => ({ subnet: estate.source.subnet, legs: traceLegs(estate, way, incident) }))
    .toSorted((a, b) => badness(b) - badness(a));
}

/** What is taken for granted of private hosted zones, the address in the message may disprove: then it is believed. */
function traceLegs(estate: NetworkEstate, way: PullWay, incident: EcrIncident): readonly LegPath[] {
  const query = queryFor(way, incident);
  const judge = endpointPolicyJudge({ roles: way.roles, vpc: estate.vpc.id }, incident);
  const assumed = tracePaths(withoutUnseenZones(estate), query, judge);
  const asRead = tracePaths(estate, query, judge);
  return LEGS.map((leg) => (isDisproved(assumed[leg], estate, incident) ? asRead[leg] : assumed[leg]));
}

/** Whether the name led elsewhere than the network lets expect: to an endpoint of nobody's, or past one. */
function isDisproved({ leg, hops }: LegPath, estate: NetworkEstate, { connection }: EcrIncident): boolean {
  if (connection?.leg !== leg || connection.addressOf === null || connection.addressOf === 'unknown') return false;
  const endpoint = hops.find(({ kind, verdict }) => kind === 'private-dns' && verdict === 'open')?.subject;
  if (endpoint === undefined || connection.addressOf !== 'private')
    return (endpoint !== undefined) !== (connection.addressOf === 'private');
  const { endpoints } = estate;
  const expected = (endpoints === 'unknown' ? [] : endpoints).find(({ id }) => id === endpoint);
  const { address } = connection;
  // What has lost its interfaces may have had this one.
  if (expected?.subnets.length === 0) return false;
  // The address comes from a message that people paste: what is no address says nothing.
  if (expected === undefined || address === null || readCidr(address) === null) return false;
  return !mayHaveAddress(estate, expected, address, FAMILY);
}

function queryFor({ platform, os }: PullWay, { image, connection }: EcrIncident): PathQuery {
  const { region, host } = image.registry;
  const { leg = null, address = null } = connection ?? {};
  return {
    region,
    platform,
    ipFamily: FAMILY,
    hostForm: hostFormOf(host),
    os,
    dialled: leg === null || address === null ? null : { leg, address },
  };
}

function hostFormOf(host: string): PathQuery['hostForm'] {
  if (host.includes('ecr-fips.')) return 'fips';
  return host.includes('.dkr-ecr.') ? 'dual-stack' : 'ordinary';
}

function badness({ legs }: SubnetPaths): number {
  return Math.max(0, ...legs.map(({ verdict }) => ['reachable', 'unknown', 'blocked'].indexOf(verdict)));
}
