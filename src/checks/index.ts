import type { Check } from '../domain/check.ts';
import { cachePointsElsewhere } from './cache/cache-points-elsewhere.ts';
import { cacheSecretUnusable } from './cache/cache-secret-unusable.ts';
import { deniedImport } from './cache/denied-import.ts';
import { missingCacheRule } from './cache/missing-cache-rule.ts';
import { missingLibraryPrefix } from './cache/missing-library-prefix.ts';
import { noWayToUpstream } from './cache/no-way-to-upstream.ts';
import { unreadableCache } from './cache/unreadable-cache.ts';
import { upstreamDenies } from './cache/upstream-denies.ts';
import { upstreamLacksImage } from './cache/upstream-lacks-image.ts';
import { upstreamRefuses } from './cache/upstream-refuses.ts';
import { endpointPolicyDenies } from './layers/endpoint-policy-denies.ts';
import { keyUnusable } from './layers/key-unusable.ts';
import { deniedPull } from './manifest/denied-pull.ts';
import { archivedImage } from './manifest/archived-image.ts';
import { deletedImage } from './manifest/deleted-image.ts';
import { deletedRepository } from './manifest/deleted-repository.ts';
import { expiredByLifecycle } from './manifest/expired-by-lifecycle.ts';
import { imageElsewhere } from './manifest/image-elsewhere.ts';
import { frozenDigest } from './manifest/frozen-digest.ts';
import { incompleteIndex } from './manifest/incomplete-index.ts';
import { missingImage } from './manifest/missing-image.ts';
import { missingRepository } from './manifest/missing-repository.ts';
import { misspeltRepository } from './manifest/misspelt-repository.ts';
import { mistypedTag } from './manifest/mistyped-tag.ts';
import { movedTag } from './manifest/moved-tag.ts';
import { pushedAfterFailure } from './manifest/pushed-after-failure.ts';
import { replicationUnfinished } from './manifest/replication-unfinished.ts';
import { repositoryElsewhere } from './manifest/repository-elsewhere.ts';
import { wrongPlatform } from './manifest/wrong-platform.ts';
import { aclBlocksRequest } from './network/acl-blocks-request.ts';
import { aclBlocksReturn } from './network/acl-blocks-return.ts';
import { blackholeRoute } from './network/blackhole-route.ts';
import { egressClosed } from './network/egress-closed.ts';
import { endpointNotAvailable } from './network/endpoint-not-available.ts';
import { endpointSecurityGroup } from './network/endpoint-security-group.ts';
import { endpointWithoutInterface } from './network/endpoint-without-interface.ts';
import { functionInAnotherRegion } from './network/function-in-another-region.ts';
import { missingEndpoint } from './network/missing-endpoint.ts';
import { missingRoute } from './network/missing-route.ts';
import { natNotAvailable } from './network/nat-not-available.ts';
import { natWithoutInternet } from './network/nat-without-internet.ts';
import { noEgressToPrefixList } from './network/no-egress-to-prefix-list.ts';
import { noPublicIp } from './network/no-public-ip.ts';
import { onlySomeSubnetsShut } from './network/only-some-subnets-shut.ts';
import { privateDnsOff } from './network/private-dns-off.ts';
import { publicAccessBlocked } from './network/public-access-blocked.ts';
import { s3EndpointNotOnRouteTable } from './network/s3-endpoint-not-on-route-table.ts';
import { siblingPulled } from './network/sibling-pulled.ts';
import { sideServiceUnreachable } from './network/side-service-unreachable.ts';
import { vpcDnsOff } from './network/vpc-dns-off.ts';
import { inUseImageExpires } from './prevention/in-use-image-expires.ts';
import { lifecycleEatsReleases } from './prevention/lifecycle-eats-releases.ts';
import { lifecycleTrap } from './prevention/lifecycle-trap.ts';
import { mutableTags } from './prevention/mutable-tags.ts';
import { noScanOnPush } from './prevention/no-scan-on-push.ts';
import { untaggedGrowth } from './prevention/untagged-growth.ts';
import { imageTooLarge } from './start/image-too-large.ts';
import { registryCredentialsOnEcr } from './token/registry-credentials-on-ecr.ts';
import { scpDenies } from './token/scp-denies.ts';
import { deniedToken } from './token/denied-token.ts';
import { missingRole } from './token/missing-role.ts';
import { taskRoleHasPermission } from './token/task-role-has-permission.ts';
import { untrustedRole } from './token/untrusted-role.ts';

/** Every check, in the order of a pull: the way there, then what is asked on it. Second questions follow the check that raises them. */
export const CHECKS: readonly Check[] = [
  functionInAnotherRegion,
  vpcDnsOff,
  privateDnsOff,
  missingEndpoint,
  endpointNotAvailable,
  endpointWithoutInterface,
  egressClosed,
  noEgressToPrefixList,
  aclBlocksRequest,
  aclBlocksReturn,
  missingRoute,
  blackholeRoute,
  s3EndpointNotOnRouteTable,
  natNotAvailable,
  natWithoutInternet,
  noPublicIp,
  publicAccessBlocked,
  endpointSecurityGroup,
  onlySomeSubnetsShut,
  siblingPulled,
  noWayToUpstream,
  missingRole,
  untrustedRole,
  registryCredentialsOnEcr,
  deniedToken,
  scpDenies,
  deniedPull,
  taskRoleHasPermission,
  unreadableCache,
  missingRepository,
  misspeltRepository,
  repositoryElsewhere,
  missingCacheRule,
  frozenDigest,
  missingImage,
  mistypedTag,
  movedTag,
  expiredByLifecycle,
  deletedImage,
  archivedImage,
  deletedRepository,
  deniedImport,
  cachePointsElsewhere,
  missingLibraryPrefix,
  cacheSecretUnusable,
  upstreamDenies,
  upstreamLacksImage,
  upstreamRefuses,
  imageElsewhere,
  replicationUnfinished,
  pushedAfterFailure,
  incompleteIndex,
  wrongPlatform,
  endpointPolicyDenies,
  keyUnusable,
  sideServiceUnreachable,
  imageTooLarge,
  inUseImageExpires,
  lifecycleTrap,
  lifecycleEatsReleases,
  mutableTags,
  noScanOnPush,
  untaggedGrowth,
];
