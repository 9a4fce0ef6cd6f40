import { accountNotConfigured } from './account-not-configured.ts';
import { aclBlocksRequest } from './acl-blocks-request.ts';
import { aclBlocksReturn } from './acl-blocks-return.ts';
import { blackholeRoute } from './blackhole-route.ts';
import { dnsSupportOff } from './dns-support-off.ts';
import { dockerHubImage } from './docker-hub-image.ts';
import { endpointFailed } from './endpoint-failed.ts';
import { endpointInNoSubnet } from './endpoint-in-no-subnet.ts';
import { endpointPolicyDenies } from './endpoint-policy-denies.ts';
import { endpointSecurityGroupClosed } from './endpoint-security-group-closed.ts';
import { executionRoleNotAssumableByEcs } from './execution-role-not-assumable-by-ecs.ts';
import { executionRoleWithoutPullPermission } from './execution-role-without-pull-permission.ts';
import { executionRoleWithoutTokenPermission } from './execution-role-without-token-permission.ts';
import { healthyEndpointsOnly } from './healthy-endpoints-only.ts';
import { healthyPublicSubnet } from './healthy-public-subnet.ts';
import { healthy } from './healthy.ts';
import { missingManifestEndpoint } from './missing-manifest-endpoint.ts';
import { missingRepository } from './missing-repository.ts';
import { missingTag } from './missing-tag.ts';
import { misspeltRepository } from './misspelt-repository.ts';
import { mistypedTag } from './mistyped-tag.ts';
import { mutableTagsWithExclusionFilters } from './mutable-tags-with-exclusion-filters.ts';
import { mutableTagsWithRepushedLatest } from './mutable-tags-with-repushed-latest.ts';
import { mutableTags } from './mutable-tags.ts';
import { natFailed } from './nat-failed.ts';
import { natInPrivateSubnet } from './nat-in-private-subnet.ts';
import { noEgressToPrefixList } from './no-egress-to-prefix-list.ts';
import { noPublicIp } from './no-public-ip.ts';
import { noWayOutOfSubnet } from './no-way-out-of-subnet.ts';
import { privateDnsOff } from './private-dns-off.ts';
import { publicAccessBlocked } from './public-access-blocked.ts';
import { pullThroughCacheFirstPull } from './pull-through-cache-first-pull.ts';
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
import { taskGroupWithoutEgress } from './task-group-without-egress.ts';
import { throttledRegistry } from './throttled-registry.ts';
import type { World } from './world.ts';

/** Every world of the sandbox, in the order in which a visitor should meet them. */
export const WORLDS: readonly World[] = [
  missingTag,
  mistypedTag,
  tagExpiredByLifecycle,
  missingRepository,
  misspeltRepository,
  repositoryInAnotherRegion,
  executionRoleNotAssumableByEcs,
  executionRoleWithoutTokenPermission,
  executionRoleWithoutPullPermission,
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
  mutableTags,
  mutableTagsWithRepushedLatest,
  mutableTagsWithExclusionFilters,
  readerDeniedImages,
  readerDeniedRouteTables,
  readingRoleNotAssumable,
  accountNotConfigured,
  throttledRegistry,
  pullThroughCacheFirstPull,
  serviceOnCapacityProvider,
  dockerHubImage,
  healthyEndpointsOnly,
  healthyPublicSubnet,
  healthy,
];

export function findWorld(id: string): World | undefined {
  return WORLDS.find((world) => world.id === id);
}
