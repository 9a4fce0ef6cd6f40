import type { World } from '../world.ts';
import { aclBlocksRequest } from './acl-blocks-request.ts';
import { aclBlocksReturn } from './acl-blocks-return.ts';
import { aclBlocksReturnToWindows } from './acl-blocks-return-to-windows.ts';
import { blackholeRoute } from './blackhole-route.ts';
import { crossRegionEndpointsOnly } from './cross-region-endpoints-only.ts';
import { customDnsServer } from './custom-dns-server.ts';
import { dnsSupportOff } from './dns-support-off.ts';
import { dualStackHostBehindEndpoints } from './dual-stack-host-behind-endpoints.ts';
import { endpointFailed } from './endpoint-failed.ts';
import { endpointInNoSubnet } from './endpoint-in-no-subnet.ts';
import { endpointPolicyDenies } from './endpoint-policy-denies.ts';
import { endpointSecurityGroupClosed } from './endpoint-security-group-closed.ts';
import { halfMadeEndpoint } from './half-made-endpoint.ts';
import { missingManifestAndLogsEndpoints } from './missing-manifest-and-logs-endpoints.ts';
import { missingManifestEndpoint } from './missing-manifest-endpoint.ts';
import { nameLeadsPastEndpoint } from './name-leads-past-endpoint.ts';
import { natFailed } from './nat-failed.ts';
import { natInPrivateSubnet } from './nat-in-private-subnet.ts';
import { noEgressToPrefixList } from './no-egress-to-prefix-list.ts';
import { noPublicIp } from './no-public-ip.ts';
import { noWayOutOfSubnet } from './no-way-out-of-subnet.ts';
import { privateDnsOff } from './private-dns-off.ts';
import { publicAccessBlocked } from './public-access-blocked.ts';
import { routeThroughTransitGateway } from './route-through-transit-gateway.ts';
import { s3EndpointNotOnRouteTable } from './s3-endpoint-not-on-route-table.ts';
import { secretsUnreachable } from './secrets-unreachable.ts';
import { sharedVpcOfUnknownOwner } from './shared-vpc-of-unknown-owner.ts';
import { sharedVpcWithoutEndpoint } from './shared-vpc-without-endpoint.ts';
import { siblingInOtherSubnet } from './sibling-in-other-subnet.ts';
import { siblingWithOtherGroup } from './sibling-with-other-group.ts';
import { taskGroupWithoutEgress } from './task-group-without-egress.ts';
import { healthyHubAndSpoke } from './healthy-hub-and-spoke.ts';
import { hubZoneLacksWildcard } from './hub-zone-lacks-wildcard.ts';
import { dualStackHostOverIpv6 } from './dual-stack-host-over-ipv6.ts';
import { hubBehindTransitGateway } from './hub-behind-transit-gateway.ts';
import { onlyIpv6LeadsOut } from './only-ipv6-leads-out.ts';
import { hubEndpointDeleted } from './hub-endpoint-deleted.ts';
import { noRouteToHub } from './no-route-to-hub.ts';
import { zonesOfUnknownAccount } from './zones-of-unknown-account.ts';

/** Whether the pull gets through: the way, hop by hop. In the order in which a visitor should meet them. */
export const NETWORK_WORLDS: readonly World[] = [
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
  dualStackHostOverIpv6,
  onlyIpv6LeadsOut,
  sharedVpcWithoutEndpoint,
  sharedVpcOfUnknownOwner,
  customDnsServer,
  nameLeadsPastEndpoint,
  healthyHubAndSpoke,
  hubZoneLacksWildcard,
  hubEndpointDeleted,
  noRouteToHub,
  hubBehindTransitGateway,
  zonesOfUnknownAccount,
];
