import { type NatGateway as Ec2NatGateway, paginateDescribeNatGateways } from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { NatGateway } from '../../domain/network-estate.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { inVpc, type Part, readPart } from './part.ts';

/** Every NAT gateway of the VPC, those that were deleted within the hour included. */
export function readNatGateways(reader: Reader, place: Place, vpc: string): Promise<Part<readonly NatGateway[]>> {
  return readPart(async () => {
    const { output, says } = await reader.ask(place, 'ec2:DescribeNatGateways', ({ ec2 }) =>
      everyItem(paginateDescribeNatGateways({ client: ec2 }, { Filter: inVpc(vpc) }), ({ NatGateways }) => NatGateways),
    );
    const found = output ?? [];
    return { value: found.map(natOf), evidence: found.map((nat) => says(nat.NatGatewayId ?? '', describe(nat))) };
  });
}

function describe({ State, SubnetId, FailureMessage }: Ec2NatGateway): string {
  const parts = [State, SubnetId === undefined ? undefined : `in ${SubnetId}`, FailureMessage];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** A NAT gateway of EC2 in our own words. */
export function natOf({
  NatGatewayId = '',
  State,
  ConnectivityType,
  SubnetId = '',
  AvailabilityMode,
}: Ec2NatGateway): NatGateway {
  // A regional gateway stands in no subnet and has a route table of its own, which nothing here can follow yet.
  return {
    id: NatGatewayId,
    state: AvailabilityMode === 'regional' ? 'unknown' : (State ?? 'unknown'),
    connectivity: ConnectivityType === 'private' ? 'private' : 'public',
    subnet: SubnetId,
  };
}
