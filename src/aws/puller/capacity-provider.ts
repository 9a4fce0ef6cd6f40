import { DescribeCapacityProvidersCommand, type ManagedInstancesProvider } from '@aws-sdk/client-ecs';
import type { Evidence } from '../../domain/evidence.ts';
import type { EcsWorkload } from '../../domain/facts/puller.ts';
import type { Placement } from '../../domain/puller.ts';
import { listOf } from '../../lib/plural.ts';
import type { Reader } from '../reader.ts';

/** On what the tasks of a workload run. */
export interface Capacity {
  readonly launchType: EcsWorkload['launchType'];
  /** Where ECS starts machines that AWS manages. */
  readonly managed: Placement;
  readonly evidence: readonly Evidence[];
}

const UNSEEN: Placement = { kind: 'unseen' };

/** A capacity provider stands for a launch type: AWS's own for Fargate, and what its description says for any other. */
export async function readCapacity(reader: Reader, workload: EcsWorkload): Promise<Capacity> {
  const { launchType, capacityProvider } = workload;
  const isSaid = launchType !== 'unknown' && launchType !== 'MANAGED_INSTANCES';
  if (isSaid || capacityProvider === null) return { launchType, managed: UNSEEN, evidence: [] };
  const { output, says } = await reader.ask(workload, 'ecs:DescribeCapacityProviders', ({ ecs }) =>
    ecs.send(new DescribeCapacityProvidersCommand({ capacityProviders: [capacityProvider] })),
  );
  const [provider] = output?.capacityProviders ?? [];
  if (provider?.managedInstancesProvider !== undefined) {
    const managed = networkOf(provider.managedInstancesProvider);
    const where = managed.kind === 'subnets' ? ` in ${listOf(managed.subnets)}` : '';
    return {
      launchType: 'MANAGED_INSTANCES',
      managed,
      evidence: [says(capacityProvider, `starts managed instances${where}`)],
    };
  }
  const isOfGroup = provider?.autoScalingGroupProvider !== undefined;
  return { launchType: launchType === 'unknown' && isOfGroup ? 'EC2' : launchType, managed: UNSEEN, evidence: [] };
}

/**
 * A managed instance pulls out of its own network, whatever network the task has. Which groups it wears where none are
 * named is not documented. (ECS API reference, ManagedInstancesNetworkConfiguration.)
 */
function networkOf({ instanceLaunchTemplate }: ManagedInstancesProvider): Placement {
  const { subnets = [], securityGroups = [] } = instanceLaunchTemplate?.networkConfiguration ?? {};
  if (subnets.length === 0) return UNSEEN;
  return {
    kind: 'subnets',
    subnets,
    securityGroups: securityGroups.length === 0 ? 'unknown' : securityGroups,
    hasPublicAddress: 'unknown',
  };
}
