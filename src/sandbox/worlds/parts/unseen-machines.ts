import type { Estate } from '../../aws/estate.ts';
import { findAccount, findCluster, findService, findTaskDefinition } from './find.ts';
import { HOME, WORKLOAD } from './names.ts';

const PROVIDER = 'shop-managed';

/** Puts a service and its tasks onto machines that AWS manages, which ECS starts in this network. */
export function runOnManagedInstances(
  estate: Estate,
  serviceName: string,
  networkConfiguration: { subnets: string[]; securityGroups: string[] },
): void {
  const service = findService(estate, serviceName);
  delete service.launchType;
  service.capacityProviderStrategy = [{ capacityProvider: PROVIDER, weight: 1, base: 0 }];
  findTaskDefinition(estate, serviceName).requiresCompatibilities = ['MANAGED_INSTANCES'];
  for (const task of tasksOf(estate, serviceName)) {
    delete task.platformVersion;
    task.launchType = 'MANAGED_INSTANCES';
    task.capacityProviderName = PROVIDER;
  }
  const ecs = findAccount(estate, WORKLOAD).ecs[HOME];
  if (ecs !== undefined) ecs.capacityProviders = [{ name: PROVIDER, kind: 'managed-instances', networkConfiguration }];
}

/** Puts a service and its tasks onto machines outside of AWS, where no task has a network of its own. */
export function runOutsideAws(estate: Estate, serviceName: string): void {
  findService(estate, serviceName).launchType = 'EXTERNAL';
  Object.assign(findTaskDefinition(estate, serviceName), {
    networkMode: 'bridge',
    requiresCompatibilities: ['EXTERNAL'],
  });
  for (const task of tasksOf(estate, serviceName)) {
    delete task.platformVersion;
    task.launchType = 'EXTERNAL';
    task.attachments = [];
  }
}

function tasksOf(estate: Estate, serviceName: string) {
  return findCluster(estate).tasks.filter(({ group }) => group === `service:${serviceName}`);
}
