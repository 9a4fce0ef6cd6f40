import type { EgressOnlyInternetGateway, InternetGateway, NatGateway, RouteTable } from '../../estate.ts';
import { describeOperation } from './listing.ts';

/** Of all the things that a route may name, those that the estate has. */
const present = (values: readonly (string | undefined)[]): readonly string[] =>
  values.filter((value) => value !== undefined);

export const describeRouteTables = describeOperation<RouteTable>({
  set: 'routeTableSet',
  entries: ({ routeTables }) => routeTables,
  id: ({ routeTableId }) => routeTableId,
  idParameter: 'RouteTableId',
  notFound: ['InvalidRouteTableID.NotFound', 'routeTable ID'],
  filters: {
    'route-table-id': ({ routeTableId }) => [routeTableId],
    'vpc-id': ({ vpcId }) => [vpcId],
    // A subnet that only the main table covers is in no association: this filter then finds nothing, as in EC2.
    'association.subnet-id': ({ subnetIds }) => subnetIds,
    'association.main': ({ main }) => [String(main)],
    'association.route-table-id': ({ routeTableId }) => [routeTableId],
    'route.gateway-id': ({ routes }) => present(routes.map(({ gatewayId }) => gatewayId)),
    'route.nat-gateway-id': ({ routes }) => present(routes.map(({ natGatewayId }) => natGatewayId)),
    'route.destination-cidr-block': ({ routes }) => present(routes.map((route) => route.destinationCidrBlock)),
    'route.state': ({ routes }) => routes.map(({ state }) => state),
  },
  show: ({ routeTableId, vpcId, main, subnetIds, routes }, { caller }) => {
    const association = (suffix: string) => ({
      routeTableAssociationId: `rtbassoc-${routeTableId.slice(4)}${suffix}`,
      routeTableId,
      associationState: { state: 'associated' },
    });
    return {
      routeTableId,
      vpcId,
      ownerId: caller.account,
      routeSet: routes.map((route) => ({
        ...route,
        origin: route.gatewayId === 'local' ? 'CreateRouteTable' : 'CreateRoute',
      })),
      associationSet: [
        ...(main ? [{ ...association('-main'), main: true }] : []),
        ...subnetIds.map((subnetId, index) => ({ ...association(`-${index}`), main: false, subnetId })),
      ],
    };
  },
});

export const describeInternetGateways = describeOperation<InternetGateway>({
  set: 'internetGatewaySet',
  entries: ({ internetGateways }) => internetGateways,
  id: ({ internetGatewayId }) => internetGatewayId,
  idParameter: 'InternetGatewayId',
  notFound: ['InvalidInternetGatewayID.NotFound', 'internetGateway ID'],
  filters: {
    'internet-gateway-id': ({ internetGatewayId }) => [internetGatewayId],
    'attachment.vpc-id': ({ vpcIds }) => vpcIds,
    'attachment.state': ({ vpcIds }) => vpcIds.map(() => 'available'),
  },
  show: ({ internetGatewayId, vpcIds }, { caller }) => ({
    internetGatewayId,
    ownerId: caller.account,
    attachmentSet: vpcIds.map((vpcId) => ({ vpcId, state: 'available' })),
  }),
});

/** This list has no filter for a VPC. (EC2 API reference, DescribeEgressOnlyInternetGateways.) */
export const describeEgressOnlyInternetGateways = describeOperation<EgressOnlyInternetGateway>({
  set: 'egressOnlyInternetGatewaySet',
  entries: ({ egressOnlyInternetGateways = [] }) => egressOnlyInternetGateways,
  id: ({ egressOnlyInternetGatewayId }) => egressOnlyInternetGatewayId,
  idParameter: 'EgressOnlyInternetGatewayId',
  notFound: ['InvalidGatewayID.NotFound', 'egressOnlyInternetGateway ID'],
  filters: {},
  show: ({ egressOnlyInternetGatewayId, vpcId }) => ({
    egressOnlyInternetGatewayId,
    attachmentSet: [{ vpcId, state: 'attached' }],
  }),
});

export const describeNatGateways = describeOperation<NatGateway>({
  set: 'natGatewaySet',
  entries: ({ natGateways }) => natGateways,
  id: ({ natGatewayId }) => natGatewayId,
  idParameter: 'NatGatewayId',
  notFound: ['NatGatewayNotFound', 'NAT gateway'],
  filters: {
    'nat-gateway-id': ({ natGatewayId }) => [natGatewayId],
    'subnet-id': ({ subnetId }) => [subnetId],
    'vpc-id': ({ vpcId }) => [vpcId],
    state: ({ state }) => [state],
  },
  show: ({ publicIp, privateIp, createdAt, ...own }) => ({
    ...own,
    createTime: createdAt,
    natGatewayAddressSet: [
      {
        publicIp,
        privateIp,
        networkInterfaceId: `eni-${own.natGatewayId.slice(4)}`,
        isPrimary: true,
        status: 'succeeded',
      },
    ],
  }),
});
