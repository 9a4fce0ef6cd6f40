import type { LegPathFact, SubnetPaths } from '../../../domain/network-path.ts';
import { defineDerived, known } from '../define-derived.ts';
import { gapBehind } from './network-gap.ts';
import { traceNetworkPaths } from './network-paths.ts';
import { learnPullWay } from './pull-way.ts';

/**
 * A first pull through an interface endpoint also takes a way to the internet from the same VPC: ECR sends the puller
 * to the upstream registry for what it does not have yet. (ECR user guide, "Considerations for Amazon ECR VPC endpoints".)
 */
export const upstreamPaths = defineDerived({
  name: 'upstreamPaths',
  from: ['importingRule', 'network', 'puller', 'pullerRoles', 'workload'],
  async derive(learn, incident) {
    const rule = await learn('importingRule');
    if (!rule.known) return rule;
    if (rule.value === null) return known([], []);
    const network = await learn('network');
    if (!network.known) return network;
    const way = await learnPullWay(learn);
    if (!way.known) return way;
    const { estates, gaps } = network.value;
    const pulled = traceNetworkPaths(estates, way.value, incident);
    const throughEndpoint = pulled.filter((paths) => manifestLeg(paths)?.via === 'interface-endpoint');
    // Without endpoints and zones, the name of the registry leads where every name of the internet does.
    const bare = estates
      .filter(({ source }) => throughEndpoint.some(({ subnet }) => subnet === source.subnet))
      .map((estate) => ({ ...estate, endpoints: [], vpc: { ...estate.vpc, privateZones: [] } }));
    const paths = traceNetworkPaths(bare, way.value, { ...incident, connection: null }).map((each) => ({
      ...each,
      legs: each.legs.filter(({ leg }) => leg === 'manifest'),
    }));
    const gap = gapBehind(paths, gaps);
    return gap === null ? known(paths, network.evidence) : { known: false, gap };
  },
});

function manifestLeg({ legs }: SubnetPaths): LegPathFact | undefined {
  return legs.find(({ leg, verdict }) => leg === 'manifest' && verdict !== 'blocked');
}
