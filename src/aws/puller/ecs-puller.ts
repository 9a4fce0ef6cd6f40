import type { EcsWorkload } from '../../domain/facts/puller.ts';
import type { Placement, Puller, PullingRole } from '../../domain/puller.ts';
import { lastPart } from '../../domain/arn.ts';
import { AwsTrouble } from '../errors.ts';
import type { FactReading, Reader } from '../reader.ts';
import { type Capacity, readCapacity } from './capacity-provider.ts';
import { instancesOf } from './container-instances.ts';
import { rolesOfInstances } from './instance-roles.ts';
import { commonOf, sourcesOf } from './instances.ts';

/** Who pulls for a task of ECS. */
export async function ecsPuller(reader: Reader, workload: EcsWorkload): Promise<FactReading<'puller'>> {
  const capacity = await readCapacity(reader, workload);
  const { launchType, evidence } = capacity;
  if (launchType === 'EC2') return pullerOnInstances(reader, workload);
  if (launchType === 'unknown') throw new AwsTrouble('puller-on-instance', {});
  const value: Puller = {
    ...commonParts(workload),
    kind: 'fargate-task',
    roles: executionRole(workload),
    placement: placementOn(capacity),
    os: workload.os,
    architecture: workload.architecture,
    diskGiB: workload.diskGiB,
  };
  return { value, evidence };
}

/** The network of an external machine, or of one that AWS manages, is not the task's. */
function placementOn({ launchType, managed }: Capacity): Placement {
  if (launchType === 'FARGATE') return { kind: 'task' };
  return launchType === 'EXTERNAL' ? { kind: 'outside' } : managed;
}

/**
 * AWS's documentation says that the instance pulls with its own role; its agent uses the execution role where ECS tells
 * it to (amazon-ecs-agent, agent/ecr/factory.go). Which one it was only a denial tells, so both are named. Whatever
 * network the task has, the instance pulls out of its own.
 */
async function pullerOnInstances(reader: Reader, workload: EcsWorkload): Promise<FactReading<'puller'>> {
  const { instances, evidence } = await instancesOf(reader, workload);
  if (instances.length === 0) throw new AwsTrouble('puller-on-instance', {});
  const ofInstances = await rolesOfInstances(reader, workload, instances);
  const value: Puller = {
    ...commonParts(workload),
    kind: 'ecs-instance',
    roles: [
      ...executionRole(workload),
      ...ofInstances.roles
        .filter((arn) => arn !== workload.executionRole)
        .map((arn): PullingRole => ({ arn, source: 'instance-role' })),
    ],
    placement: { kind: 'machines', sources: sourcesOf(instances) },
    os: commonOf(instances.map(({ os }) => os)),
    architecture: commonOf(instances.map(({ architecture }) => architecture)),
    diskGiB: null,
  };
  return { value, evidence: [...evidence, ...ofInstances.evidence] };
}

function commonParts({ account, region, cluster, service, taskDefinition, images }: EcsWorkload) {
  const what = service === null ? `a task of ${lastPart(taskDefinition)}` : `service ${service}`;
  return { account, region, name: `${what} in cluster ${cluster}`, service: null, images };
}

function executionRole({ executionRole: arn }: EcsWorkload): readonly PullingRole[] {
  return arn === null ? [] : [{ arn, source: 'execution-role' }];
}
