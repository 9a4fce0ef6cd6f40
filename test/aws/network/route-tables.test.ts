import type { Route } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/aws/network/route-tables.ts';

const routesOf = (...routes: Route[]) => tableOf({ RouteTableId: 'rtb-1', Routes: routes }).routes;
const ALL = { DestinationCidrBlock: '0.0.0.0/0' } as const;

describe('tableOf', () => {
  it.each<[string, Route, string, string]>([
    ['the VPC itself', { ...ALL, GatewayId: 'local' }, 'local', 'local'],
    ['an internet gateway', { ...ALL, GatewayId: 'igw-1' }, 'internet-gateway', 'igw-1'],
    ['a virtual private gateway', { ...ALL, GatewayId: 'vgw-1' }, 'virtual-private-gateway', 'vgw-1'],
    ['a gateway endpoint', { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1' }, 'gateway-endpoint', 'vpce-1'],
    ['an endpoint of a load balancer', { ...ALL, GatewayId: 'vpce-1' }, 'gateway-load-balancer-endpoint', 'vpce-1'],
    ['a NAT gateway', { ...ALL, NatGatewayId: 'nat-1' }, 'nat-gateway', 'nat-1'],
    [
      'a gateway for IPv6',
      { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1' },
      'egress-only-internet-gateway',
      'eigw-1',
    ],
    ['a transit gateway', { ...ALL, TransitGatewayId: 'tgw-1' }, 'transit-gateway', 'tgw-1'],
    ['another VPC', { ...ALL, VpcPeeringConnectionId: 'pcx-1' }, 'vpc-peering', 'pcx-1'],
    ['a core network', { ...ALL, CoreNetworkArn: 'arn:core' }, 'core-network', 'arn:core'],
    ['a carrier gateway', { ...ALL, CarrierGatewayId: 'cagw-1' }, 'carrier-gateway', 'cagw-1'],
    ['a local gateway', { ...ALL, LocalGatewayId: 'lgw-1' }, 'local-gateway', 'lgw-1'],
    ['an instance, by its interface', { ...ALL, InstanceId: 'i-1', NetworkInterfaceId: 'eni-1' }, 'instance', 'i-1'],
    ['an interface', { ...ALL, NetworkInterfaceId: 'eni-1' }, 'network-interface', 'eni-1'],
    ['something that AWS invents', { ...ALL, GatewayId: 'new-1' }, 'other', 'new-1'],
  ])('knows a route to %s', (_name, route, kind, id) => {
    expect(routesOf(route)).toMatchObject([{ target: { kind, id }, state: 'active' }]);
  });

  it.each<[string, Route, object]>([
    ['IPv4', ALL, { kind: 'cidr', cidr: '0.0.0.0/0' }],
    ['IPv6', { DestinationIpv6CidrBlock: '::/0' }, { kind: 'cidr', cidr: '::/0' }],
    ['a prefix list', { DestinationPrefixListId: 'pl-1' }, { kind: 'prefix-list', id: 'pl-1' }],
  ])('knows a destination of %s', (_name, route, destination) => {
    expect(routesOf(route)).toMatchObject([{ destination }]);
  });

  it('knows a blackhole', () => {
    expect(routesOf({ ...ALL, NatGatewayId: 'nat-1', State: 'blackhole' })).toMatchObject([{ state: 'blackhole' }]);
  });

  it('knows the main table, and who is associated by name', () => {
    const Associations = [{ Main: true }, { Main: false, SubnetId: 'subnet-1' }];
    expect(tableOf({ RouteTableId: 'rtb-1', Associations })).toEqual({
      id: 'rtb-1',
      isMain: true,
      subnets: ['subnet-1'],
      routes: [],
    });
  });
});
