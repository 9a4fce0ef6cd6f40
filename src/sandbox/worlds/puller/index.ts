import type { World } from '../world.ts';
import { appRunnerRoleUntrusted } from './app-runner-role-untrusted.ts';
import { autoModeRoleMayNotPull } from './auto-mode-role-may-not-pull.ts';
import { batchJobDenied } from './batch-job-denied.ts';
import { buildRoleDenied } from './build-role-denied.ts';
import { executionRoleDeniedOnInstance } from './execution-role-denied-on-instance.ts';
import { instanceWithoutWayOut } from './instance-without-way-out.ts';
import { lambdaForAnotherFunction } from './lambda-for-another-function.ts';
import { lambdaInAnotherRegion } from './lambda-in-another-region.ts';
import { lambdaNotInPolicy } from './lambda-not-in-policy.ts';
import { managedInstancesWithoutEgress } from './managed-instances-without-egress.ts';
import { neitherRoleMayPull } from './neither-role-may-pull.ts';
import { nodeNamedByDenial } from './node-named-by-denial.ts';
import { nodeRoleMayNotPull } from './node-role-may-not-pull.ts';
import { nodesWithoutWayOut } from './nodes-without-way-out.ts';
import { oneOfTwoNodeRoles } from './one-of-two-node-roles.ts';
import { oneOfTwoRolesMayPull } from './one-of-two-roles-may-pull.ts';
import { podExecutionRoleMayNotPull } from './pod-execution-role-may-not-pull.ts';
import { serviceOnCapacityProvider } from './service-on-capacity-provider.ts';
import { taskOutsideAws } from './task-outside-aws.ts';

/** Pullers other than a task on Fargate. In the order in which a visitor should meet them. */
export const PULLER_WORLDS: readonly World[] = [
  serviceOnCapacityProvider,
  lambdaNotInPolicy,
  lambdaForAnotherFunction,
  lambdaInAnotherRegion,
  nodeRoleMayNotPull,
  nodeNamedByDenial,
  oneOfTwoNodeRoles,
  nodesWithoutWayOut,
  autoModeRoleMayNotPull,
  podExecutionRoleMayNotPull,
  batchJobDenied,
  buildRoleDenied,
  appRunnerRoleUntrusted,
  neitherRoleMayPull,
  oneOfTwoRolesMayPull,
  executionRoleDeniedOnInstance,
  instanceWithoutWayOut,
  managedInstancesWithoutEgress,
  taskOutsideAws,
];
