import type { NetworkAcl, SecurityGroup, SecurityGroupRule } from '../../estate.ts';
import type { Output } from '../../wire/protocol.ts';
import { describeOperation } from './listing.ts';

export const describeSecurityGroups = describeOperation<SecurityGroup>({
  set: 'securityGroupInfo',
  entries: ({ securityGroups }) => securityGroups,
  id: ({ groupId }) => groupId,
  idParameter: 'GroupId',
  notFound: ['InvalidGroup.NotFound', 'security group'],
  filters: {
    'group-id': ({ groupId }) => [groupId],
    'group-name': ({ groupName }) => [groupName],
    'vpc-id': ({ vpcId }) => [vpcId],
  },
  show: ({ groupId, groupName, description, vpcId, ingress, egress }, { caller }) => ({
    groupId,
    groupName,
    groupDescription: description,
    vpcId,
    ownerId: caller.account,
    ipPermissions: ingress.map((rule) => permission(rule, caller.account)),
    ipPermissionsEgress: egress.map((rule) => permission(rule, caller.account)),
  }),
});

function permission(rule: SecurityGroupRule, userId: string): Output {
  return {
    ipProtocol: rule.protocol,
    fromPort: rule.fromPort,
    toPort: rule.toPort,
    groups: rule.securityGroupIds.map((groupId) => ({ groupId, userId })),
    ipRanges: rule.cidrs.filter((cidr) => !isOfIpv6(cidr)).map((cidrIp) => ({ cidrIp })),
    ipv6Ranges: rule.cidrs.filter(isOfIpv6).map((cidrIpv6) => ({ cidrIpv6 })),
    prefixListIds: rule.prefixListIds.map((prefixListId) => ({ prefixListId })),
  };
}

export const describeNetworkAcls = describeOperation<NetworkAcl>({
  set: 'networkAclSet',
  entries: ({ networkAcls }) => networkAcls,
  id: ({ networkAclId }) => networkAclId,
  idParameter: 'NetworkAclId',
  notFound: ['InvalidNetworkAclID.NotFound', 'networkAcl ID'],
  filters: {
    'network-acl-id': ({ networkAclId }) => [networkAclId],
    'vpc-id': ({ vpcId }) => [vpcId],
    'association.subnet-id': ({ subnetIds }) => subnetIds,
    default: ({ isDefault }) => [String(isDefault)],
  },
  show: ({ networkAclId, vpcId, isDefault, subnetIds, entries }, { caller }) => ({
    networkAclId,
    vpcId,
    ownerId: caller.account,
    default: isDefault,
    associationSet: subnetIds.map((subnetId, index) => ({
      networkAclAssociationId: `aclassoc-${networkAclId.slice(4)}-${index}`,
      networkAclId,
      subnetId,
    })),
    entrySet: entries.map(({ action, cidrBlock, ...entry }) => ({
      ...entry,
      ...(isOfIpv6(cidrBlock) ? { ipv6CidrBlock: cidrBlock } : { cidrBlock }),
      ruleAction: action,
    })),
  }),
});

function isOfIpv6(cidr: string): boolean {
  return cidr.includes(':');
}
