import type { RegistryPolicy } from './policy-set.ts';

/** Asked of no repository: only an identity policy can allow it (Amazon ECR User Guide, "Private repository policies"). */
const TOKEN_ACTION = 'ecr:getauthorizationtoken';

/** Actions on a repository that does not exist yet, which can therefore have no policy that grants them. */
const CREATING_ACTION = 'ecr:createrepository';

/** All that a registry policy of scope V1 governs (Amazon ECR User Guide, "Private registry permissions"). */
const V1_ACTIONS: ReadonlySet<string> = new Set([
  'ecr:replicateimage',
  'ecr:batchimportupstreamimage',
  CREATING_ACTION,
]);

export function hasRepositoryPolicy(action: string): boolean {
  return !isTokenAction(action) && action.toLowerCase() !== CREATING_ACTION;
}

export function isTokenAction(action: string): boolean {
  return action.toLowerCase() === TOKEN_ACTION;
}

/** Whether the registry's policy is consulted for this action. */
export function registryGoverns(scope: RegistryPolicy['scope'], action: string): 'yes' | 'no' | 'unknown' {
  if (!action.toLowerCase().startsWith('ecr:') || isTokenAction(action)) return 'no';
  if (V1_ACTIONS.has(action.toLowerCase())) return 'yes';
  return scope === 'unknown' ? 'unknown' : scope === 'V2' ? 'yes' : 'no';
}
