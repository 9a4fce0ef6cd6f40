import type { DistantVpc, Endpoint, NetworkEstate } from '../../domain/network-estate.ts';
import { enterSubnets, leaveSourceSubnet } from './acl-hops.ts';
import { distantSide, sourceSide, type Side } from './addresses.ts';
import { EGRESS, endpointHop, INGRESS } from './endpoint-path.ts';
import { extentHop, hop, idsOf, type Connection, type Inquiry } from './inquiry.ts';
import { pathOf, type Hop, type NetworkPath } from './leg-path.ts';
import type { DistantTarget } from './name-resolution.ts';
import { clientPorts } from './network-acls.ts';
import { policyHop } from './policy-hop.ts';
import { routeBack, routeToVpc } from './routes-between.ts';
import { admittedByGroups } from './security-groups.ts';

/** The way to an interface endpoint in another VPC, after the hops that lead a name to it. */
export function distantEndpointPath(inquiry: Inquiry, connection: Connection, target: DistantTarget): NetworkPath {
  const { vpc, endpoint } = target;
  const { source } = inquiry.estate;
  const side = distantSide(vpc, endpoint, inquiry.query.ipFamily);
  const egress = admittedByGroups(inquiry, source.securityGroups, 'egress', side);
  const groups = { sourceGroups: idsOf(source.securityGroups), endpointGroups: idsOf(endpoint.securityGroups) };
  const detail = { endpoint: endpoint.id, vpc: vpc.id, ...groups };
  const way = routeToVpc(inquiry, side, target);
  const there = { ...inquiry, estate: estateThere(inquiry.estate, vpc) };
  const hops = [
    ...connection.head,
    endpointHop(endpoint),
    zoneHop(target),
    extentHop('egress-rule', idsOf(source.securityGroups), egress, EGRESS, detail),
    ...leaveSourceSubnet(inquiry, side),
    way.route,
    // What a machine in between sends on need not come from the source's address, nor go back by the same way.
    ...(way.keepsAddresses ? arrivalHops(inquiry, there, endpoint, way.route, detail) : []),
    policyHop(there, endpoint, connection.leg),
  ];
  return pathOf(hops, 'interface-endpoint');
}

/** What the other VPC does with packets that come from the source's own address. */
function arrivalHops(
  inquiry: Inquiry,
  there: Inquiry,
  endpoint: Endpoint,
  route: Hop,
  detail: Hop['detail'],
): readonly Hop[] {
  // Groups of one VPC count in another only where what joins the two says so.
  const from: Side = { ...sourceSide(inquiry), securityGroups: 'unknown' };
  const subnets = endpoint.subnets === 'unknown' ? [] : endpoint.subnets;
  const ingress = admittedByGroups(there, endpoint.securityGroups, 'ingress', from);
  return [
    ...enterSubnets(there.estate, subnets, from, clientPorts(inquiry)),
    extentHop('endpoint-ingress', endpoint.id, ingress, INGRESS, detail),
    routeBack(there, subnets, from, route),
  ];
}

/** The estate as the hops there want it: nothing of the source's VPC counts. */
function estateThere(estate: NetworkEstate, { id, owner, cidrs, ...parts }: DistantVpc): NetworkEstate {
  return { ...estate, vpc: { ...estate.vpc, id, owner, cidrs }, natGateways: 'unknown', ...parts };
}

function zoneHop({ endpoint, vpc }: DistantTarget): Hop {
  const { id, subnets } = endpoint;
  if (subnets === 'unknown') return hop('endpoint-zone', id, 'unknown', 'endpoint-subnets-unknown');
  if (subnets.length === 0) return hop('endpoint-zone', id, 'blocked', 'endpoint-has-no-interface');
  return hop('endpoint-zone', id, 'open', 'endpoint-in-other-vpc', { vpc: vpc.id, account: vpc.owner });
}
