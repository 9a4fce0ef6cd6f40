import { paginateDescribeSubnets, type Subnet as Ec2Subnet } from '@aws-sdk/client-ec2';
import type { AccountId, Place } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Subnet } from '../../domain/network-estate.ts';
import { listOf } from '../../lib/plural.ts';
import { AwsTrouble } from '../errors.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { inVpc, type Part, readPart } from './part.ts';

/** The subnets that a workload names, and the VPC that they are in: ECS takes no others. */
export interface NamedSubnets {
  readonly vpc: string;
  /** In a shared VPC this is not the account of the workload. */
  readonly owner: AccountId;
  readonly subnets: readonly Subnet[];
  readonly evidence: readonly Evidence[];
}

/** @throws AwsTrouble when they cannot be read or are gone: without them nothing says which VPC to look at. */
export async function readNamedSubnets(reader: Reader, place: Place, ids: readonly string[]): Promise<NamedSubnets> {
  const { output, says } = await reader.ask(place, 'ec2:DescribeSubnets', ({ ec2 }) =>
    // A filter, for an id that is gone would make a call that names it fail.
    everyItem(
      paginateDescribeSubnets({ client: ec2 }, { Filters: [{ Name: 'subnet-id', Values: [...ids] }] }),
      ({ Subnets }) => Subnets,
    ),
  );
  const found = output ?? [];
  const [first] = found;
  if (first?.VpcId === undefined) throw new AwsTrouble('workload-gone', { action: 'ec2:DescribeSubnets', place });
  // One network is read. ECS puts a service into one; machines of one cluster may stand in several.
  if (found.some(({ VpcId }) => VpcId !== first.VpcId)) throw new AwsTrouble('several-pullers', {});
  return {
    vpc: first.VpcId,
    owner: first.OwnerId ?? place.account,
    subnets: found.map(subnetOf),
    evidence: [
      says(
        listOf(found.map(({ SubnetId = '' }) => SubnetId)),
        `in ${first.VpcId}, ${listOf(found.map(({ AvailabilityZone = '' }) => AvailabilityZone))}`,
      ),
    ],
  };
}

/** Every subnet of the VPC: endpoints and NAT gateways stand in some of them. */
export function readSubnetsOfVpc(reader: Reader, place: Place, vpc: string): Promise<Part<readonly Subnet[]>> {
  return readPart(async () => {
    const { output } = await reader.ask(place, 'ec2:DescribeSubnets', ({ ec2 }) =>
      everyItem(paginateDescribeSubnets({ client: ec2 }, { Filters: inVpc(vpc) }), ({ Subnets }) => Subnets),
    );
    return { value: (output ?? []).map(subnetOf), evidence: [] };
  });
}

function subnetOf({
  SubnetId = '',
  AvailabilityZone = '',
  CidrBlock,
  Ipv6CidrBlockAssociationSet = [],
}: Ec2Subnet): Subnet {
  const ipv6 = Ipv6CidrBlockAssociationSet.filter(
    ({ Ipv6CidrBlockState }) => Ipv6CidrBlockState?.State === 'associated',
  );
  return {
    id: SubnetId,
    zone: AvailabilityZone,
    cidrs: [
      ...(CidrBlock === undefined ? [] : [CidrBlock]),
      ...ipv6.flatMap(({ Ipv6CidrBlock }) => Ipv6CidrBlock ?? []),
    ],
  };
}
