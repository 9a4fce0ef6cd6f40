import { accountNotConfigured } from './account-not-configured.ts';
import { aclBlocksRequest } from './acl-blocks-request.ts';
import { aclBlocksReturn } from './acl-blocks-return.ts';
import { blackholeRoute } from './blackhole-route.ts';
import { cacheCreateDenied } from './cache-create-denied.ts';
import { cacheImportDenied } from './cache-import-denied.ts';
import { cacheLoginRefused } from './cache-login-refused.ts';
import { cacheNotShared } from './cache-not-shared.ts';
import { cachePointsElsewhere } from './cache-points-elsewhere.ts';
import { cacheRuleInAnotherRegion } from './cache-rule-in-another-region.ts';
import { cacheRuleMissing } from './cache-rule-missing.ts';
import { cacheSecretDeleted } from './cache-secret-deleted.ts';
import { cacheSecretWithOwnKey } from './cache-secret-with-own-key.ts';
import { cacheUpstreamDenies } from './cache-upstream-denies.ts';
import { cacheUpstreamLacksImage } from './cache-upstream-lacks-image.ts';
import { cacheWithoutInternet } from './cache-without-internet.ts';
import { cacheWithoutLibrary } from './cache-without-library.ts';
import { commitTagsOnly } from './commit-tags-only.ts';
import { dnsSupportOff } from './dns-support-off.ts';
import { dockerHubImage } from './docker-hub-image.ts';
import { endpointFailed } from './endpoint-failed.ts';
import { endpointInNoSubnet } from './endpoint-in-no-subnet.ts';
import { endpointPolicyDenies } from './endpoint-policy-denies.ts';
import { endpointSecurityGroupClosed } from './endpoint-security-group-closed.ts';
import { executionRoleNotAssumableByEcs } from './execution-role-not-assumable-by-ecs.ts';
import { executionRoleWithoutPullPermission } from './execution-role-without-pull-permission.ts';
import { executionRoleWithoutTokenPermission } from './execution-role-without-token-permission.ts';
import { frozenDigestBehind403 } from './frozen-digest-behind-403.ts';
import { frozenDigestBehindTag } from './frozen-digest-behind-tag.ts';
import { frozenDigestExpired } from './frozen-digest-expired.ts';
import { healthy } from './healthy.ts';
import { healthyCachedImage } from './healthy-cached-image.ts';
import { goneWithCommitTag } from './gone-with-commit-tag.ts';
import { healthyEndpointsOnly } from './healthy-endpoints-only.ts';
import { healthyMultiPlatform } from './healthy-multi-platform.ts';
import { healthyPublicSubnet } from './healthy-public-subnet.ts';
import { imageTooLarge } from './image-too-large.ts';
import { imageInAnotherRegion } from './image-in-another-region.ts';
import { kmsKeyDisabled } from './kms-key-disabled.ts';
import { kmsKeyPendingDeletion } from './kms-key-pending-deletion.ts';
import { replicationFailed } from './replication-failed.ts';
import { replicationInProgress } from './replication-in-progress.ts';
import { inUseImageExpires } from './in-use-image-expires.ts';
import { lifecycleEatsReleases } from './lifecycle-eats-releases.ts';
import { lifecycleListMeansAnd } from './lifecycle-list-means-and.ts';
import { lifecycleRuleShielded } from './lifecycle-rule-shielded.ts';
import { missingManifestEndpoint } from './missing-manifest-endpoint.ts';
import { missingRepository } from './missing-repository.ts';
import { missingTag } from './missing-tag.ts';
import { misspeltRepository } from './misspelt-repository.ts';
import { mistypedTag } from './mistyped-tag.ts';
import { mutableTags } from './mutable-tags.ts';
import { mutableTagsWithExclusionFilters } from './mutable-tags-with-exclusion-filters.ts';
import { mutableTagsWithRepushedLatest } from './mutable-tags-with-repushed-latest.ts';
import { natFailed } from './nat-failed.ts';
import { natInPrivateSubnet } from './nat-in-private-subnet.ts';
import { neglectedRepository } from './neglected-repository.ts';
import { noEgressToPrefixList } from './no-egress-to-prefix-list.ts';
import { noPublicIp } from './no-public-ip.ts';
import { noScanOnPush } from './no-scan-on-push.ts';
import { noWayOutOfSubnet } from './no-way-out-of-subnet.ts';
import { privateDnsOff } from './private-dns-off.ts';
import { publicAccessBlocked } from './public-access-blocked.ts';
import { pullThroughCacheFirstPull } from './pull-through-cache-first-pull.ts';
import { pushedAfterFailure } from './pushed-after-failure.ts';
import { pushedAgainAfterFailure } from './pushed-again-after-failure.ts';
import { readerDeniedImages } from './reader-denied-images.ts';
import { readerDeniedRouteTables } from './reader-denied-route-tables.ts';
import { readingRoleNotAssumable } from './reading-role-not-assumable.ts';
import { registryPolicyDenies } from './registry-policy-denies.ts';
import { repositoryInAnotherRegion } from './repository-in-another-region.ts';
import { repositoryPolicyDenies } from './repository-policy-denies.ts';
import { repositoryPolicyMissing } from './repository-policy-missing.ts';
import { routeThroughTransitGateway } from './route-through-transit-gateway.ts';
import { s3EndpointNotOnRouteTable } from './s3-endpoint-not-on-route-table.ts';
import { serviceOnCapacityProvider } from './service-on-capacity-provider.ts';
import { tagExpiredByLifecycle } from './tag-expired-by-lifecycle.ts';
import { tagLostManifestKept } from './tag-lost-manifest-kept.ts';
import { taskGroupWithoutEgress } from './task-group-without-egress.ts';
import { throttledRegistry } from './throttled-registry.ts';
import { untaggedGrowth } from './untagged-growth.ts';
import { versionConsistencyDisabled } from './version-consistency-disabled.ts';
import { wrongPlatform } from './wrong-platform.ts';
import { imageDeleted } from './image-deleted.ts';
import { lastTagDeleted } from './last-tag-deleted.ts';
import { repositoryDeleted } from './repository-deleted.ts';
import { repositoryMadeAnew } from './repository-made-anew.ts';
import { digestLostItsTag } from './digest-lost-its-tag.ts';
import { frozenDigestDeleted } from './frozen-digest-deleted.ts';
import { archivedByRule } from './archived-by-rule.ts';
import { archivedByHand } from './archived-by-hand.ts';
import { trailTooShort } from './trail-too-short.ts';
import { readerDeniedTrail } from './reader-denied-trail.ts';
import { throttledTrail } from './throttled-trail.ts';
import { dryRunOnly } from './dry-run-only.ts';
import { neitherRoleMayPull } from './neither-role-may-pull.ts';
import { oneOfTwoRolesMayPull } from './one-of-two-roles-may-pull.ts';
import { executionRoleDeniedOnInstance } from './execution-role-denied-on-instance.ts';
import { instanceWithoutWayOut } from './instance-without-way-out.ts';
import { executionRoleDeleted } from './execution-role-deleted.ts';
import { noExecutionRole } from './no-execution-role.ts';
import { healthyOnInstance } from './healthy-on-instance.ts';
import { tokenScopedToRepository } from './token-scoped-to-repository.ts';
import { policyLacksLayerAction } from './policy-lacks-layer-action.ts';
import { boundaryDenies } from './boundary-denies.ts';
import { identityPolicyDenies } from './identity-policy-denies.ts';
import { scpDenies } from './scp-denies.ts';
import { sessionPolicyDenies } from './session-policy-denies.ts';
import { rcpDenies } from './rcp-denies.ts';
import { witnessDisagrees } from './witness-disagrees.ts';
import { bothSidesMissing } from './both-sides-missing.ts';
import { repositoryPolicyForAnotherOrganization } from './repository-policy-for-another-organization.ts';
import { healthyOrganization } from './healthy-organization.ts';
import { repositoryPolicyNamesAnotherAccount } from './repository-policy-names-another-account.ts';
import { repositoryPolicyNamesDeletedRole } from './repository-policy-names-deleted-role.ts';
import { repositoryPolicyWantsEndpoint } from './repository-policy-wants-endpoint.ts';
import { endpointPolicyDeniesManifest } from './endpoint-policy-denies-manifest.ts';
import { registryCredentialsOnEcr } from './registry-credentials-on-ecr.ts';
import { staleDockerLogin } from './stale-docker-login.ts';
import { healthySameAccount } from './healthy-same-account.ts';
import { siblingInOtherSubnet } from './sibling-in-other-subnet.ts';
import { siblingWithOtherGroup } from './sibling-with-other-group.ts';
import { missingManifestAndLogsEndpoints } from './missing-manifest-and-logs-endpoints.ts';
import { secretsUnreachable } from './secrets-unreachable.ts';
import { crossRegionEndpointsOnly } from './cross-region-endpoints-only.ts';
import { halfMadeEndpoint } from './half-made-endpoint.ts';
import { aclBlocksReturnToWindows } from './acl-blocks-return-to-windows.ts';
import { dualStackHostBehindEndpoints } from './dual-stack-host-behind-endpoints.ts';
import { sharedVpcWithoutEndpoint } from './shared-vpc-without-endpoint.ts';
import { sharedVpcOfUnknownOwner } from './shared-vpc-of-unknown-owner.ts';
import { customDnsServer } from './custom-dns-server.ts';
import { nameLeadsPastEndpoint } from './name-leads-past-endpoint.ts';
import { logsUnreachable } from './logs-unreachable.ts';
import { healthyEndpointsAndNat } from './healthy-endpoints-and-nat.ts';
import { platformWithoutTokenEndpoint } from './platform-without-token-endpoint.ts';
import { healthyEndpointInOtherZone } from './healthy-endpoint-in-other-zone.ts';
import { permissionOnTaskRole } from './permission-on-task-role.ts';
import { lambdaNotInPolicy } from './lambda-not-in-policy.ts';
import { lambdaForAnotherFunction } from './lambda-for-another-function.ts';
import { lambdaInAnotherRegion } from './lambda-in-another-region.ts';
import { nodeRoleMayNotPull } from './node-role-may-not-pull.ts';
import { nodeNamedByDenial } from './node-named-by-denial.ts';
import { oneOfTwoNodeRoles } from './one-of-two-node-roles.ts';
import { nodesWithoutWayOut } from './nodes-without-way-out.ts';
import { autoModeRoleMayNotPull } from './auto-mode-role-may-not-pull.ts';
import { podExecutionRoleMayNotPull } from './pod-execution-role-may-not-pull.ts';
import { batchJobDenied } from './batch-job-denied.ts';
import { buildRoleDenied } from './build-role-denied.ts';
import { appRunnerRoleUntrusted } from './app-runner-role-untrusted.ts';
import { healthyLambda } from './healthy-lambda.ts';
import { healthyEks } from './healthy-eks.ts';
import { healthyEksFargate } from './healthy-eks-fargate.ts';
import type { World } from './world.ts';

/** Every world of the sandbox, in the order in which a visitor should meet them. */
export const WORLDS: readonly World[] = [
  missingTag,
  mistypedTag,
  commitTagsOnly,
  frozenDigestExpired,
  frozenDigestBehindTag,
  frozenDigestBehind403,
  pushedAfterFailure,
  wrongPlatform,
  imageTooLarge,
  tagExpiredByLifecycle,
  imageDeleted,
  lastTagDeleted,
  repositoryDeleted,
  repositoryMadeAnew,
  digestLostItsTag,
  frozenDigestDeleted,
  archivedByRule,
  archivedByHand,
  dryRunOnly,
  missingRepository,
  misspeltRepository,
  repositoryInAnotherRegion,
  tagLostManifestKept,
  goneWithCommitTag,
  imageInAnotherRegion,
  replicationInProgress,
  replicationFailed,
  kmsKeyDisabled,
  kmsKeyPendingDeletion,
  executionRoleNotAssumableByEcs,
  executionRoleWithoutTokenPermission,
  executionRoleWithoutPullPermission,
  tokenScopedToRepository,
  policyLacksLayerAction,
  boundaryDenies,
  identityPolicyDenies,
  scpDenies,
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
  noWayOutOfSubnet,
  dnsSupportOff,
  privateDnsOff,
  missingManifestEndpoint,
  endpointFailed,
  endpointInNoSubnet,
  taskGroupWithoutEgress,
  noEgressToPrefixList,
  aclBlocksRequest,
  aclBlocksReturn,
  blackholeRoute,
  s3EndpointNotOnRouteTable,
  natFailed,
  natInPrivateSubnet,
  noPublicIp,
  publicAccessBlocked,
  endpointSecurityGroupClosed,
  endpointPolicyDenies,
  routeThroughTransitGateway,
  siblingInOtherSubnet,
  siblingWithOtherGroup,
  missingManifestAndLogsEndpoints,
  secretsUnreachable,
  crossRegionEndpointsOnly,
  halfMadeEndpoint,
  aclBlocksReturnToWindows,
  dualStackHostBehindEndpoints,
  sharedVpcWithoutEndpoint,
  sharedVpcOfUnknownOwner,
  customDnsServer,
  nameLeadsPastEndpoint,
  mutableTags,
  mutableTagsWithRepushedLatest,
  mutableTagsWithExclusionFilters,
  inUseImageExpires,
  lifecycleEatsReleases,
  lifecycleListMeansAnd,
  lifecycleRuleShielded,
  noScanOnPush,
  untaggedGrowth,
  neglectedRepository,
  readerDeniedImages,
  readerDeniedRouteTables,
  readingRoleNotAssumable,
  accountNotConfigured,
  throttledRegistry,
  readerDeniedTrail,
  throttledTrail,
  trailTooShort,
  cacheRuleMissing,
  cacheRuleInAnotherRegion,
  cachePointsElsewhere,
  cacheWithoutLibrary,
  cacheImportDenied,
  cacheCreateDenied,
  cacheNotShared,
  cacheSecretDeleted,
  cacheSecretWithOwnKey,
  cacheLoginRefused,
  cacheUpstreamDenies,
  cacheUpstreamLacksImage,
  cacheWithoutInternet,
  pullThroughCacheFirstPull,
  serviceOnCapacityProvider,
  permissionOnTaskRole,
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
  executionRoleDeleted,
  noExecutionRole,
  dockerHubImage,
  healthyCachedImage,
  versionConsistencyDisabled,
  pushedAgainAfterFailure,
  healthyMultiPlatform,
  logsUnreachable,
  healthyEndpointsAndNat,
  platformWithoutTokenEndpoint,
  healthyEndpointInOtherZone,
  healthyEndpointsOnly,
  healthyPublicSubnet,
  healthySameAccount,
  healthyOrganization,
  healthyOnInstance,
  healthyLambda,
  healthyEks,
  healthyEksFargate,
  healthy,
];

export function findWorld(id: string): World | undefined {
  return WORLDS.find((world) => world.id === id);
}
