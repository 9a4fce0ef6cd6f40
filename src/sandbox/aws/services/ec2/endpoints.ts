import type { ManagedPrefixList, NetworkInterface, VpcEndpoint } from '../../estate.ts';
import { AwsFault } from '../../wire/faults.ts';
import { textOf } from '../../wire/input.ts';
import { type Operation, wishForAll } from '../operation.ts';
import { describeOperation, networkOf } from './listing.ts';

export const describeVpcEndpoints = describeOperation<VpcEndpoint>({
  set: 'vpcEndpointSet',
  entries: ({ vpcEndpoints }) => vpcEndpoints,
  id: ({ vpcEndpointId }) => vpcEndpointId,
  idParameter: 'VpcEndpointId',
  notFound: ['InvalidVpcEndpointId.NotFound', 'Vpc Endpoint Id'],
  filters: {
    'vpc-id': ({ vpcId }) => [vpcId],
    'service-name': ({ serviceName }) => [serviceName],
    'vpc-endpoint-id': ({ vpcEndpointId }) => [vpcEndpointId],
    'vpc-endpoint-type': ({ vpcEndpointType }) => [vpcEndpointType],
    'vpc-endpoint-state': ({ state }) => [state],
  },
  show: ({ routeTableIds, subnetIds, securityGroupIds, networkInterfaceIds, ...own }, { caller, region }) => ({
    ...own,
    ownerId: caller.account,
    serviceRegion: region,
    routeTableIdSet: routeTableIds,
    subnetIdSet: subnetIds,
    groupSet: securityGroupIds.map((groupId) => ({ groupId })),
    networkInterfaceIdSet: networkInterfaceIds,
    requesterManaged: false,
  }),
});

export const describeNetworkInterfaces = describeOperation<NetworkInterface>({
  set: 'networkInterfaceSet',
  entries: ({ networkInterfaces }) => networkInterfaces,
  id: ({ networkInterfaceId }) => networkInterfaceId,
  idParameter: 'NetworkInterfaceId',
  notFound: ['InvalidNetworkInterfaceID.NotFound', 'networkInterface ID'],
  filters: {
    'network-interface-id': ({ networkInterfaceId }) => [networkInterfaceId],
    'vpc-id': ({ vpcId }) => [vpcId],
    'subnet-id': ({ subnetId }) => [subnetId],
    'group-id': ({ securityGroupIds }) => securityGroupIds,
    'private-ip-address': ({ privateIpAddress }) => [privateIpAddress],
    'addresses.private-ip-address': ({ privateIpAddress }) => [privateIpAddress],
    'interface-type': ({ interfaceType }) => [interfaceType],
  },
  show: ({ securityGroupIds, publicIp, ...own }, { caller }) => ({
    ...own,
    ownerId: caller.account,
    status: 'in-use',
    groupSet: securityGroupIds.map((groupId) => ({ groupId })),
    ...(publicIp === undefined ? {} : { association: { publicIp, ipOwnerId: 'amazon' } }),
  }),
});

export const describeManagedPrefixLists = describeOperation<ManagedPrefixList>({
  set: 'prefixListSet',
  entries: ({ managedPrefixLists }) => managedPrefixLists,
  id: ({ prefixListId }) => prefixListId,
  idParameter: 'PrefixListId',
  notFound: ['InvalidPrefixListID.NotFound', 'prefixList ID'],
  filters: {
    'prefix-list-id': ({ prefixListId }) => [prefixListId],
    'prefix-list-name': ({ prefixListName }) => [prefixListName],
    'owner-id': () => ['AWS'],
  },
  show: ({ prefixListId, prefixListName }, { region }) => ({
    prefixListId,
    prefixListName,
    prefixListArn: `arn:aws:ec2:${region}:aws:prefix-list/${prefixListId}`,
    addressFamily: 'IPv4',
    state: 'create-complete',
    ownerId: 'AWS',
  }),
});

export const getManagedPrefixListEntries: Operation = {
  wishes: wishForAll,
  answer(call) {
    const id = textOf(call.input, 'PrefixListId') ?? '';
    const list = networkOf(call).managedPrefixLists.find(({ prefixListId }) => prefixListId === id);
    if (list === undefined) {
      throw new AwsFault('InvalidPrefixListID.NotFound', `The prefixList ID '${id}' does not exist`);
    }
    return { entrySet: list.cidrs.map((cidr) => ({ cidr })) };
  },
};
