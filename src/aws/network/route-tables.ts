import {
  paginateDescribeRouteTables,
  type Route as Ec2Route,
  type RouteTable as Ec2RouteTable,
} from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { AddressRange, Route, RouteTable, RouteTarget } from '../../domain/network-estate.ts';
import { listOf } from '../../lib/plural.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { inVpc, type Part, readPart } from './part.ts';

/** Every route table of the VPC; evidence for those that count for `subnets`. */
export function readRouteTables(
  reader: Reader,
  place: Place,
  vpc: string,
  subnets: readonly string[],
): Promise<Part<readonly RouteTable[]>> {
  return readPart(async () => {
    const { output, says } = await reader.ask(place, 'ec2:DescribeRouteTables', ({ ec2 }) =>
      everyItem(
        paginateDescribeRouteTables({ client: ec2 }, { Filters: inVpc(vpc) }),
        ({ RouteTables }) => RouteTables,
      ),
    );
    const tables = (output ?? []).map(tableOf);
    const counting = tables.filter((table) => subnets.some((subnet) => countsFor(tables, subnet) === table));
    return { value: tables, evidence: counting.map((table) => says(table.id, describe(table))) };
  });
}

/** A subnet that no table names is under the main one. */
function countsFor(tables: readonly RouteTable[], subnet: string): RouteTable | undefined {
  return tables.find((table) => table.subnets.includes(subnet)) ?? tables.find(({ isMain }) => isMain);
}

function describe({ routes, isMain }: RouteTable): string {
  const leading = routes
    .filter(({ target }) => target.kind !== 'local')
    .map(({ destination, target, state }) => {
      const to = destination.kind === 'cidr' ? destination.cidr : destination.id;
      return `${to} to ${target.id}${state === 'blackhole' ? ' (blackhole)' : ''}`;
    });
  return `${isMain ? 'main table: ' : ''}${leading.length === 0 ? 'no route but the local one' : listOf(leading)}`;
}

/** A route table of EC2 in our own words. A route that no destination is known of is left out. */
export function tableOf({ RouteTableId = '', Associations = [], Routes = [] }: Ec2RouteTable): RouteTable {
  return {
    id: RouteTableId,
    isMain: Associations.some(({ Main }) => Main === true),
    subnets: Associations.flatMap(({ SubnetId }) => SubnetId ?? []),
    routes: Routes.flatMap(routeOf),
  };
}

function routeOf(route: Ec2Route): readonly Route[] {
  const destination = destinationOf(route);
  if (destination === null) return [];
  return [{ destination, target: targetOf(route), state: route.State === 'blackhole' ? 'blackhole' : 'active' }];
}

function destinationOf({
  DestinationCidrBlock,
  DestinationIpv6CidrBlock,
  DestinationPrefixListId,
}: Ec2Route): AddressRange | null {
  if (DestinationPrefixListId !== undefined) return { kind: 'prefix-list', id: DestinationPrefixListId };
  const cidr = DestinationCidrBlock ?? DestinationIpv6CidrBlock;
  return cidr === undefined ? null : { kind: 'cidr', cidr };
}

/** EC2 names the target in whichever field fits its kind, and puts several kinds into `GatewayId`. */
function targetOf(route: Ec2Route): RouteTarget {
  if (route.NatGatewayId !== undefined) return { kind: 'nat-gateway', id: route.NatGatewayId };
  if (route.TransitGatewayId !== undefined) return { kind: 'transit-gateway', id: route.TransitGatewayId };
  if (route.VpcPeeringConnectionId !== undefined) return { kind: 'vpc-peering', id: route.VpcPeeringConnectionId };
  if (route.EgressOnlyInternetGatewayId !== undefined)
    return { kind: 'egress-only-internet-gateway', id: route.EgressOnlyInternetGatewayId };
  if (route.CoreNetworkArn !== undefined) return { kind: 'core-network', id: route.CoreNetworkArn };
  if (route.CarrierGatewayId !== undefined) return { kind: 'carrier-gateway', id: route.CarrierGatewayId };
  if (route.LocalGatewayId !== undefined) return { kind: 'local-gateway', id: route.LocalGatewayId };
  // A route to an instance names its interface as well.
  if (route.InstanceId !== undefined) return { kind: 'instance', id: route.InstanceId };
  if (route.NetworkInterfaceId !== undefined) return { kind: 'network-interface', id: route.NetworkInterfaceId };
  return gatewayOf(route.GatewayId ?? '', route.DestinationPrefixListId !== undefined);
}

/** Only a gateway endpoint is routed to by AWS's prefix lists; one of a load balancer never is. */
function gatewayOf(id: string, isByPrefixList: boolean): RouteTarget {
  if (id === 'local') return { kind: 'local', id };
  if (id.startsWith('igw-')) return { kind: 'internet-gateway', id };
  if (id.startsWith('vgw-')) return { kind: 'virtual-private-gateway', id };
  if (id.startsWith('vpce-'))
    return { kind: isByPrefixList ? 'gateway-endpoint' : 'gateway-load-balancer-endpoint', id };
  return { kind: 'other', id };
}
