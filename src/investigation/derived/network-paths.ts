import type { EcrIncident } from '../../domain/check.ts';
import type { EcsWorkload } from '../../domain/puller-facts.ts';
import type { NetworkEstate } from '../../domain/network-estate.ts';
import type { SubnetPaths } from '../../domain/network-path.ts';
import { type LegPath, LEGS, type PathQuery } from '../../semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../semantics/vpc-path/trace-paths.ts';
import { defineDerived, known } from './define-derived.ts';
import { endpointPolicyJudge } from './judge-endpoint-policy.ts';
import { gapBehind } from './network-gap.ts';

export const networkPaths = defineDerived({
  name: 'networkPaths',
  from: ['network', 'workload'],
  async derive(learn, incident) {
    const [network, workload] = await Promise.all([learn('network'), learn('workload')]);
    if (!network.known) return network;
    if (!workload.known) return workload;
    const paths = traceNetworkPaths(network.value.estates, workload.value, incident);
    // A part that could not be read is a gap only when it keeps us from knowing where the pull gets through.
    const gap = gapBehind(paths, network.value.gaps);
    return gap === null ? known(paths, network.evidence) : { known: false, gap };
  },
});

/** The ways of the pull out of each subnet, the worst first. None without a workload: nobody says where it pulls. */
export function traceNetworkPaths(
  estates: readonly NetworkEstate[],
  workload: EcsWorkload | null,
  incident: EcrIncident,
): readonly SubnetPaths[] {
  if (workload === null) return [];
  return estates
    .map((estate) => ({ subnet: estate.source.subnet, legs: traceLegs(estate, workload, incident) }))
    .toSorted((a, b) => badness(b) - badness(a));
}

/**
 * People's own private hosted zones are not read: that would take a right of Route 53. They are taken not to shadow the
 * names of ECR and S3, for otherwise nothing could be said of any network. Where the address in the message disproves
 * that, the address is believed.
 */
function traceLegs(estate: NetworkEstate, workload: EcsWorkload, incident: EcrIncident): readonly LegPath[] {
  const query = queryFor(workload, incident);
  const judge = endpointPolicyJudge({ role: workload.executionRole, vpc: estate.vpc.id }, incident);
  const { privateZones } = estate.vpc;
  const assumed = tracePaths(
    { ...estate, vpc: { ...estate.vpc, privateZones: privateZones === 'unknown' ? [] : privateZones } },
    query,
    judge,
  );
  const asRead = tracePaths(estate, query, judge);
  return LEGS.map((leg) => (isDisproved(assumed[leg], incident) ? asRead[leg] : assumed[leg]));
}

/** Whether the name led elsewhere than the network lets expect: to an endpoint of nobody's, or past one. */
function isDisproved({ leg, hops }: LegPath, { connection }: EcrIncident): boolean {
  if (connection?.leg !== leg || connection.addressOf === null || connection.addressOf === 'unknown') return false;
  const leadsToEndpoint = hops.some(({ kind, verdict }) => kind === 'private-dns' && verdict === 'open');
  return leadsToEndpoint !== (connection.addressOf === 'private');
}

function queryFor({ account, platformVersion, os }: EcsWorkload, { image, connection }: EcrIncident): PathQuery {
  const { region, host } = image.registry;
  const { leg = null, address = null } = connection ?? {};
  // Windows counts its platform versions from 1.0 again; all of them came after Linux's 1.4.
  const isOld = os !== 'windows' && /^1\.[0-3](\.|$)/.test(platformVersion ?? '');
  return {
    region,
    account,
    platform: isOld ? 'fargate-1.3' : 'fargate-1.4+',
    ipFamily: 'ipv4',
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
