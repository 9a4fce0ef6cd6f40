import { DescribeServicesCommand, type Service } from '@aws-sdk/client-ecs';
import type { Arn, Place } from '../../domain/aws.ts';
import type { EcsNetwork } from '../../domain/facts/puller.ts';
import { lastPart } from '../../domain/arn.ts';
import type { Reader } from '../reader.ts';
import { type FoundWorkload, launchTypeOf } from './found-workload.ts';

/** DescribeServices takes at most ten names. */
export const SERVICES_A_CALL = 10;

/** The services of these names that exist in one cluster; none when the cluster itself does not. */
export async function describeServices(
  reader: Reader,
  place: Place,
  cluster: string,
  services: readonly string[],
): Promise<readonly FoundWorkload[]> {
  const { output, says } = await reader.ask(
    place,
    'ecs:DescribeServices',
    ({ ecs }) => ecs.send(new DescribeServicesCommand({ cluster, services: [...services] })),
    ['ClusterNotFoundException', 'ServiceNotFoundException'],
  );
  return (output?.services ?? []).flatMap((service): FoundWorkload[] => {
    const { serviceName, taskDefinition } = service;
    // ECS describes a deleted service for some time, as INACTIVE.
    if (serviceName === undefined || taskDefinition === undefined || service.status === 'INACTIVE') return [];
    return [
      {
        place,
        cluster: lastPart(cluster),
        service: serviceName,
        taskDefinition,
        launchType: launchTypeOf(service.launchType ?? service.capacityProviderStrategy?.[0]?.capacityProvider),
        capacityProvider: service.capacityProviderStrategy?.[0]?.capacityProvider ?? null,
        containerInstance: null,
        executionRoleOverride: null,
        taskRoleOverride: null,
        failedContainer: null,
        network: networkOf(service),
        platformVersion: service.platformVersion ?? null,
        architecture: null,
        revision: onlyRevision(service),
        failedAt: null,
        evidence: says(`${lastPart(cluster)}/${serviceName}`, `runs ${lastPart(taskDefinition)}`),
      },
    ];
  });
}

/** While a deployment runs there are two: then only the deployment says which is the newer. */
function onlyRevision({ currentServiceRevisions = [] }: Service): Arn | null {
  return currentServiceRevisions.length === 1 ? (currentServiceRevisions[0]?.arn ?? null) : null;
}

function networkOf({ networkConfiguration }: Service): EcsNetwork | null {
  const awsvpc = networkConfiguration?.awsvpcConfiguration;
  if (awsvpc?.subnets === undefined) return null;
  return {
    subnets: awsvpc.subnets,
    securityGroups: awsvpc.securityGroups ?? [],
    assignPublicIp: awsvpc.assignPublicIp === 'ENABLED',
    networkInterface: null,
  };
}
