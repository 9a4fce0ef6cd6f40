import type { World } from '../world.ts';
import { bothSidesMissing } from './both-sides-missing.ts';
import { boundaryDenies } from './boundary-denies.ts';
import { endpointPolicyDeniesManifest } from './endpoint-policy-denies-manifest.ts';
import { executionRoleDeleted } from './execution-role-deleted.ts';
import { executionRoleNotAssumableByEcs } from './execution-role-not-assumable-by-ecs.ts';
import { executionRoleWithoutPullPermission } from './execution-role-without-pull-permission.ts';
import { executionRoleWithoutTokenPermission } from './execution-role-without-token-permission.ts';
import { identityPolicyDenies } from './identity-policy-denies.ts';
import { noExecutionRole } from './no-execution-role.ts';
import { permissionOnTaskRole } from './permission-on-task-role.ts';
import { policyLacksLayerAction } from './policy-lacks-layer-action.ts';
import { rcpDenies } from './rcp-denies.ts';
import { registryCredentialsOnEcr } from './registry-credentials-on-ecr.ts';
import { registryPolicyDenies } from './registry-policy-denies.ts';
import { repositoryPolicyDenies } from './repository-policy-denies.ts';
import { repositoryPolicyForAnotherOrganization } from './repository-policy-for-another-organization.ts';
import { repositoryPolicyMissing } from './repository-policy-missing.ts';
import { repositoryPolicyNamesAnotherAccount } from './repository-policy-names-another-account.ts';
import { repositoryPolicyNamesDeletedRole } from './repository-policy-names-deleted-role.ts';
import { repositoryPolicyWantsEndpoint } from './repository-policy-wants-endpoint.ts';
import { rcpDeniesOtherNetwork } from './rcp-denies-other-network.ts';
import { rcpDeniesOtherOrganization } from './rcp-denies-other-organization.ts';
import { scpAllowsNothingOnUnit } from './scp-allows-nothing-on-unit.ts';
import { scpDeniesOnUnit } from './scp-denies-on-unit.ts';
import { scpDenies } from './scp-denies.ts';
import { sessionPolicyDenies } from './session-policy-denies.ts';
import { staleDockerLogin } from './stale-docker-login.ts';
import { tagsDiffer } from './tags-differ.ts';
import { tokenScopedToRepository } from './token-scoped-to-repository.ts';
import { witnessDisagrees } from './witness-disagrees.ts';

/** Whether whoever pulls may: roles, policies and logins. In the order in which a visitor should meet them. */
export const ACCESS_WORLDS: readonly World[] = [
  executionRoleNotAssumableByEcs,
  executionRoleWithoutTokenPermission,
  executionRoleWithoutPullPermission,
  tokenScopedToRepository,
  policyLacksLayerAction,
  tagsDiffer,
  boundaryDenies,
  identityPolicyDenies,
  scpDenies,
  scpDeniesOnUnit,
  scpAllowsNothingOnUnit,
  rcpDeniesOtherOrganization,
  rcpDeniesOtherNetwork,
  sessionPolicyDenies,
  rcpDenies,
  witnessDisagrees,
  bothSidesMissing,
  repositoryPolicyNamesAnotherAccount,
  repositoryPolicyForAnotherOrganization,
  repositoryPolicyNamesDeletedRole,
  repositoryPolicyWantsEndpoint,
  endpointPolicyDeniesManifest,
  registryCredentialsOnEcr,
  staleDockerLogin,
  repositoryPolicyMissing,
  repositoryPolicyDenies,
  registryPolicyDenies,
  permissionOnTaskRole,
  executionRoleDeleted,
  noExecutionRole,
];
