import type { AccountId, Arn } from '../../../domain/aws.ts';
import type { NetworkEstate } from '../../../domain/network-estate.ts';
import type { SidePath } from '../../../domain/network-path.ts';
import { isTaskOfEcs } from '../../../domain/puller.ts';
import type { EcsWorkload, SideNeed } from '../../../domain/facts/puller.ts';
import { traceSidePath } from '../../../semantics/vpc-path/trace-paths.ts';
import { defineDerived, known } from '../define-derived.ts';
import { ipFamilies } from './ip-families.ts';
import { sidePolicyJudge } from './judge-side-policy.ts';
import { learnPullWay, type PullWay } from './pull-way.ts';

export const sidePaths = defineDerived({
  name: 'sidePaths',
  from: ['network', 'puller', 'pullerRoles', 'workload'],
  async derive(learn, { image }) {
    const puller = await learn('puller');
    if (!puller.known) return puller;
    // Only a task definition of ECS says what its task needs besides.
    if (!isTaskOfEcs(puller.value)) return known([], []);
    const workload = await learn('workload');
    if (!workload.known) return workload;
    const needs = workload.value.sideServices;
    if (needs.length === 0) return known([], workload.evidence);
    const network = await learn('network');
    if (!network.known) return network;
    const way = await learnPullWay(learn);
    if (!way.known) return way;
    const { executionRole } = workload.value;
    const paths = network.value.estates.flatMap((estate) =>
      needs
        .filter((need) => leavesThroughTask(need, way.value))
        .map((need) => trace(estate, need, way.value, { executionRole, registry: image.registry.account })),
    );
    return known(paths, [...workload.evidence, ...network.evidence]);
  },
});

/** Before 1.4, Fargate fetched secrets through an interface of its own. (ECS developer guide, "Task networking".) */
function leavesThroughTask({ service }: SideNeed, { platform }: PullWay): boolean {
  return platform !== 'fargate-1.3' || service === 'logs';
}

interface Task extends Pick<EcsWorkload, 'executionRole'> {
  readonly registry: AccountId;
}

function trace(estate: NetworkEstate, need: SideNeed, way: PullWay, { executionRole, registry }: Task): SidePath {
  const { service, region } = need;
  const asker: readonly Arn[] = executionRole === null ? [] : [executionRole];
  const [ipFamily = 'ipv4'] = ipFamilies(estate, 'ordinary');
  const judge = sidePolicyJudge({ roles: asker }, need);
  const query = {
    region,
    registry,
    platform: way.platform,
    ipFamily,
    hostForm: 'ordinary',
    os: way.os,
    dialled: null,
  } as const;
  const path = traceSidePath(estate, query, service, judge);
  return { subnet: estate.source.subnet, service, region, ...path };
}
