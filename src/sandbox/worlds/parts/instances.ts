import type { Estate, Instance, Role } from '../../aws/estate.ts';
import { findAccount, findCluster, findNetwork, findService, findTaskDefinition } from './find.ts';
import { hex } from './hex.ts';
import { CLUSTER, HOME, WORKLOAD } from './names.ts';
import { PRIVATE_SUBNETS, TASK_GROUP, VPC } from './network.ts';
import { machineRole } from './role.ts';
import { ago } from './time.ts';

export const INSTANCE_ROLE = 'shop-instances';
const INSTANCE_ID = `i-${hex('shop instance', 17)}`;
const CONTAINER_INSTANCE = hex('shop container instance', 32);

/** A machine in the first private subnet, with a profile of the same name as its role. */
export function instance(id: string, role: string, parts: Partial<Instance> = {}): Instance {
  return {
    instanceId: id,
    state: 'running',
    vpcId: VPC,
    subnetId: PRIVATE_SUBNETS[0],
    privateIpAddress: '10.20.16.40',
    privateDnsName: 'ip-10-20-16-40.ec2.internal',
    securityGroupIds: [TASK_GROUP],
    instanceProfile: `arn:aws:iam::${WORKLOAD}:instance-profile/${role}`,
    architecture: 'x86_64',
    tags: {},
    ...parts,
  };
}

/** Gives the workload account a role for machines, and the profile through which they have it. */
export function addMachineRole(estate: Estate, name: string, policies: readonly string[]): Role {
  const account = findAccount(estate, WORKLOAD);
  const role = machineRole(WORKLOAD, name, ago(estate.now, { days: 300 }), policies);
  account.roles.push(role);
  const arn = `arn:aws:iam::${WORKLOAD}:instance-profile/${name}`;
  account.instanceProfiles = [...(account.instanceProfiles ?? []), { name, arn, role: name }];
  return role;
}

/** AWS's managed policy for instances of ECS, which includes pulling. */
export const ECS_INSTANCE_POLICY = 'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role';

/**
 * Puts a service and its tasks onto an EC2 instance of its own role; `capacityProvider`: behind one of that name, in place
 * of a launch type. Bridge networking, as is usual there: the task has no network of its own.
 */
export function runOnInstance(
  estate: Estate,
  serviceName: string,
  {
    policies = [ECS_INSTANCE_POLICY],
    capacityProvider,
  }: { policies?: readonly string[]; capacityProvider?: string } = {},
): void {
  addMachineRole(estate, INSTANCE_ROLE, policies);
  const network = findNetwork(estate);
  network.instances = [...(network.instances ?? []), instance(INSTANCE_ID, INSTANCE_ROLE)];
  const cluster = findCluster(estate);
  const provider = capacityProvider === undefined ? {} : { capacityProviderName: capacityProvider };
  cluster.containerInstances = [{ id: CONTAINER_INSTANCE, ec2InstanceId: INSTANCE_ID, status: 'ACTIVE', ...provider }];
  Object.assign(findTaskDefinition(estate, serviceName), { networkMode: 'bridge', requiresCompatibilities: ['EC2'] });
  const service = findService(estate, serviceName);
  delete service.launchType;
  if (capacityProvider === undefined) service.launchType = 'EC2';
  else service.capacityProviderStrategy = [{ capacityProvider, weight: 1, base: 0 }];
  for (const task of cluster.tasks.filter(({ group }) => group === `service:${serviceName}`)) {
    delete task.launchType;
    delete task.platformVersion;
    if (capacityProvider === undefined) task.launchType = 'EC2';
    Object.assign(task, provider);
    task.containerInstanceArn = `arn:aws:ecs:${HOME}:${WORKLOAD}:container-instance/${CLUSTER}/${CONTAINER_INSTANCE}`;
  }
  const ecs = findAccount(estate, WORKLOAD).ecs[HOME];
  if (ecs !== undefined && capacityProvider !== undefined)
    ecs.capacityProviders = [{ name: capacityProvider, kind: 'auto-scaling-group' }];
}
