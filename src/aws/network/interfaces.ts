import {
  type InstanceNetworkInterface,
  type NetworkInterface,
  paginateDescribeNetworkInterfaces,
} from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { NetworkSource } from '../../domain/network-estate.ts';
import { everyItem } from '../every-item.ts';
import type { Answer, Reader } from '../reader.ts';

/** The interfaces of these ids that still exist. */
export function describeInterfaces(
  reader: Reader,
  place: Place,
  ids: readonly string[],
): Promise<Answer<readonly NetworkInterface[]>> {
  // A filter, for an id that is gone would make a call that names it fail.
  const filter = { Name: 'network-interface-id', Values: [...ids] };
  return reader.ask(place, 'ec2:DescribeNetworkInterfaces', ({ ec2 }) =>
    everyItem(
      paginateDescribeNetworkInterfaces({ client: ec2 }, { Filters: [filter] }),
      ({ NetworkInterfaces }) => NetworkInterfaces,
    ),
  );
}

/** Where connections leave from: an interface, whether EC2 tells of it alone or with its instance. */
export function sourceOf({
  NetworkInterfaceId = '',
  SubnetId = '',
  PrivateIpAddress,
  Ipv6Addresses = [],
  Groups = [],
  Association,
}: NetworkInterface | InstanceNetworkInterface): NetworkSource {
  const ipv6 = Ipv6Addresses.flatMap(({ Ipv6Address }) => Ipv6Address ?? []);
  return {
    id: NetworkInterfaceId,
    subnet: SubnetId,
    addresses: [...(PrivateIpAddress === undefined ? [] : [PrivateIpAddress]), ...ipv6],
    securityGroups: Groups.flatMap(({ GroupId }) => GroupId ?? []),
    hasPublicAddress: Association?.PublicIp !== undefined,
    hasIpv6Address: ipv6.length > 0,
  };
}
