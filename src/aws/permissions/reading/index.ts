import type { Purpose } from '../statements.ts';
import { NETWORK_PURPOSES } from './network.ts';
import { REGISTRY_PURPOSES } from './registry.ts';
import { ROLE_PURPOSES } from './roles.ts';
import { WORKLOAD_PURPOSES } from './workloads.ts';

/**
 * How far the reading role reaches, for every action that a fact may ever declare; only those that one does declare come
 * into the policy. Resource types after AWS's service authorization reference. Layers, secret values, logs and objects
 * have no place here.
 */
export const READING: readonly Purpose[] = [
  ...REGISTRY_PURPOSES,
  ...ROLE_PURPOSES,
  ...WORKLOAD_PURPOSES,
  ...NETWORK_PURPOSES,
];
