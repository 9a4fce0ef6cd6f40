import type { Check } from '../domain/check.ts';
import { endpointPolicyDenies } from './layers/endpoint-policy-denies.ts';
import { deniedPull } from './manifest/denied-pull.ts';
import { expiredByLifecycle } from './manifest/expired-by-lifecycle.ts';
import { missingImage } from './manifest/missing-image.ts';
import { missingRepository } from './manifest/missing-repository.ts';
import { misspeltRepository } from './manifest/misspelt-repository.ts';
import { mistypedTag } from './manifest/mistyped-tag.ts';
import { repositoryElsewhere } from './manifest/repository-elsewhere.ts';
import { aclBlocksRequest } from './network/acl-blocks-request.ts';
import { aclBlocksReturn } from './network/acl-blocks-return.ts';
import { blackholeRoute } from './network/blackhole-route.ts';
import { egressClosed } from './network/egress-closed.ts';
import { endpointNotAvailable } from './network/endpoint-not-available.ts';
import { endpointSecurityGroup } from './network/endpoint-security-group.ts';
import { endpointWithoutInterface } from './network/endpoint-without-interface.ts';
import { missingEndpoint } from './network/missing-endpoint.ts';
import { missingRoute } from './network/missing-route.ts';
import { natNotAvailable } from './network/nat-not-available.ts';
import { natWithoutInternet } from './network/nat-without-internet.ts';
import { noEgressToPrefixList } from './network/no-egress-to-prefix-list.ts';
import { noPublicIp } from './network/no-public-ip.ts';
import { privateDnsOff } from './network/private-dns-off.ts';
import { publicAccessBlocked } from './network/public-access-blocked.ts';
import { s3EndpointNotOnRouteTable } from './network/s3-endpoint-not-on-route-table.ts';
import { vpcDnsOff } from './network/vpc-dns-off.ts';
import { mutableTags } from './prevention/mutable-tags.ts';
import { deniedToken } from './token/denied-token.ts';
import { untrustedRole } from './token/untrusted-role.ts';

/** Every check, in the order of a pull: the way there, then what is asked on it. Second questions follow the check that raises them. */
export const CHECKS: readonly Check[] = [
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
  untrustedRole,
  deniedToken,
  deniedPull,
  missingRepository,
  misspeltRepository,
  repositoryElsewhere,
  missingImage,
  mistypedTag,
  expiredByLifecycle,
  endpointPolicyDenies,
  mutableTags,
];
