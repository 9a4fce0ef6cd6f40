import { paginateDescribeEgressOnlyInternetGateways, paginateDescribeInternetGateways } from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { OrUnknown, RouteTable } from '../../domain/network-estate.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { type Part, readPart } from './part.ts';

/** Ids of the gateways that are attached to the VPC. Egress-only ones are asked for when a route leads to one. */
export function readInternetGateways(
  reader: Reader,
  place: Place,
  vpc: string,
  tables: OrUnknown<readonly RouteTable[]>,
): Promise<Part<readonly string[]>> {
  return readPart(async () => {
    const [ordinary, egressOnly] = await Promise.all([
      ordinaryGateways(reader, place, vpc),
      hasRouteToEgressOnly(tables) ? egressOnlyGateways(reader, place, vpc) : [],
    ]);
    return { value: [...ordinary, ...egressOnly], evidence: [] };
  });
}

async function ordinaryGateways(reader: Reader, place: Place, vpc: string): Promise<readonly string[]> {
  const { output } = await reader.ask(place, 'ec2:DescribeInternetGateways', ({ ec2 }) =>
    everyItem(
      paginateDescribeInternetGateways({ client: ec2 }, { Filters: [{ Name: 'attachment.vpc-id', Values: [vpc] }] }),
      (page) => page.InternetGateways,
    ),
  );
  return (output ?? []).flatMap(({ InternetGatewayId }) => InternetGatewayId ?? []);
}

/** This list has no filter for a VPC. */
async function egressOnlyGateways(reader: Reader, place: Place, vpc: string): Promise<readonly string[]> {
  const { output } = await reader.ask(place, 'ec2:DescribeEgressOnlyInternetGateways', ({ ec2 }) =>
    everyItem(
      paginateDescribeEgressOnlyInternetGateways({ client: ec2 }, {}),
      (page) => page.EgressOnlyInternetGateways,
    ),
  );
  return (output ?? [])
    .filter(({ Attachments = [] }) => Attachments.some(({ VpcId, State }) => VpcId === vpc && State === 'attached'))
    .flatMap(({ EgressOnlyInternetGatewayId }) => EgressOnlyInternetGatewayId ?? []);
}

function hasRouteToEgressOnly(tables: OrUnknown<readonly RouteTable[]>): boolean {
  return (
    tables !== 'unknown' &&
    tables.some(({ routes }) => routes.some(({ target }) => target.kind === 'egress-only-internet-gateway'))
  );
}
