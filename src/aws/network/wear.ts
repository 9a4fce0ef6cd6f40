import { paginateDescribeNetworkInterfaces, type NetworkInterface } from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { NetworkSource } from '../../domain/network-estate.ts';
import type { Reader } from '../reader.ts';
import { everyItem, readPart } from './part.ts';

/** What an interface wears, as far as it decides where it gets through. */
type Wear = Pick<NetworkSource, 'securityGroups' | 'hasPublicAddress'>;

const UNSEEN: Wear = { securityGroups: 'unknown', hasPublicAddress: 'unknown' };

/** What each of these interfaces wears. One that is gone, or that could not be read, is `unknown` in both. */
export async function readWear(
  reader: Reader,
  place: Place,
  ids: readonly string[],
): Promise<(id: string | null) => Wear> {
  const { value } = await readPart(() => readInterfaces(reader, place, ids));
  const found = new Map((value === 'unknown' ? [] : value).map((each) => [each.NetworkInterfaceId, wearOf(each)]));
  return (id) => (id === null ? UNSEEN : (found.get(id) ?? UNSEEN));
}

async function readInterfaces(reader: Reader, place: Place, ids: readonly string[]) {
  if (ids.length === 0) return { value: [], evidence: [] };
  const { output } = await reader.ask(place, 'ec2:DescribeNetworkInterfaces', ({ ec2 }) =>
    everyItem(
      // A filter, for an id that is gone would make a call that names it fail.
      paginateDescribeNetworkInterfaces(
        { client: ec2 },
        { Filters: [{ Name: 'network-interface-id', Values: [...ids] }] },
      ),
      (page) => page.NetworkInterfaces,
    ),
  );
  return { value: output ?? [], evidence: [] };
}

function wearOf({ Groups = [], Association }: NetworkInterface): Wear {
  return {
    securityGroups: Groups.flatMap(({ GroupId }) => GroupId ?? []),
    hasPublicAddress: Association?.PublicIp !== undefined,
  };
}
