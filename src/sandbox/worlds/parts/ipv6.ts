import type { NetworkEstate } from '../../aws/estate.ts';
import { aclEntry, PRIVATE_ROUTES, PRIVATE_SUBNETS, TASK_GROUP, VPC } from './network.ts';
import { findGroup, findTable, removeNat } from './private-network.ts';

const EGRESS_ONLY = 'eigw-0ff0000000000b001';
const ANYWHERE = '::/0';

/** Takes away NAT, and lets the private subnets out by IPv6 alone, through an egress-only internet gateway. */
export function leadOutByIpv6(network: NetworkEstate): void {
  removeNat(network);
  for (const vpc of network.vpcs) vpc.ipv6CidrBlock = '2600:1f18:20::/56';
  PRIVATE_SUBNETS.forEach((id, at) => {
    const subnet = network.subnets.find(({ subnetId }) => subnetId === id);
    if (subnet !== undefined) subnet.ipv6CidrBlock = `2600:1f18:20:1${at}::/64`;
  });
  network.egressOnlyInternetGateways = [{ egressOnlyInternetGatewayId: EGRESS_ONLY, vpcId: VPC }];
  findTable(network, PRIVATE_ROUTES).routes.push({
    destinationIpv6CidrBlock: ANYWHERE,
    egressOnlyInternetGatewayId: EGRESS_ONLY,
    state: 'active',
  });
  const group = findGroup(network, TASK_GROUP);
  group.egress = group.egress.map((rule) => ({ ...rule, cidrs: [...rule.cidrs, ANYWHERE] }));
  for (const { entries } of network.networkAcls)
    entries.push(...[false, true].map((egress) => ({ ...aclEntry(101, egress, 'allow'), cidrBlock: ANYWHERE })));
}
