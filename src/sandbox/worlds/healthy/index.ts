import type { World } from '../world.ts';
import { healthy } from './healthy.ts';
import { healthyCachedImage } from './healthy-cached-image.ts';
import { healthyEks } from './healthy-eks.ts';
import { healthyEksFargate } from './healthy-eks-fargate.ts';
import { healthyEndpointInOtherZone } from './healthy-endpoint-in-other-zone.ts';
import { healthyEndpointsAndNat } from './healthy-endpoints-and-nat.ts';
import { healthyEndpointsOnly } from './healthy-endpoints-only.ts';
import { healthyLambda } from './healthy-lambda.ts';
import { healthyMultiPlatform } from './healthy-multi-platform.ts';
import { healthyOnInstance } from './healthy-on-instance.ts';
import { healthyOrganization } from './healthy-organization.ts';
import { healthyPublicSubnet } from './healthy-public-subnet.ts';
import { healthySameAccount } from './healthy-same-account.ts';
import { healthyTags } from './healthy-tags.ts';
import { logsUnreachable } from './logs-unreachable.ts';
import { platformWithoutTokenEndpoint } from './platform-without-token-endpoint.ts';
import { pushedAgainAfterFailure } from './pushed-again-after-failure.ts';
import { versionConsistencyDisabled } from './version-consistency-disabled.ts';

/** Where a pull would get through, whatever the message says. In the order in which a visitor should meet them. */
export const HEALTHY_WORLDS: readonly World[] = [
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
  healthyTags,
  healthyOnInstance,
  healthyLambda,
  healthyEks,
  healthyEksFargate,
  healthy,
];
