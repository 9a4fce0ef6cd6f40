import {
  type IpPermission,
  paginateDescribeSecurityGroups,
  type SecurityGroup as Ec2SecurityGroup,
} from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../domain/network-estate.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { describeGroup } from './describe-rules.ts';
import { inVpc, type Part, readPart } from './part.ts';
import { portsOf, protocolOf } from './protocol.ts';

/**
 * The groups of these ids, in a shared VPC out of several accounts: tasks wear groups of their own account, endpoints
 * those of the owner. One that is gone is left out, and never taken for one without rules.
 */
export function readSecurityGroups(
  reader: Reader,
  places: readonly Place[],
  ids: readonly string[],
): Promise<Part<readonly SecurityGroup[]>> {
  return readPart(async () => {
    if (ids.length === 0) return { value: [], evidence: [] };
    const accounts = new Map(places.map((place) => [place.account, place]));
    const found = await Promise.all([...accounts.values()].map((place) => groupsIn(reader, place, ids)));
    const groups = new Map(found.flat().map((each) => [each.group.id, each]));
    return {
      value: [...groups.values()].map(({ group }) => group),
      evidence: [...groups.values()].map(({ group, says }) => says(group.id, describeGroup(group))),
    };
  });
}

async function groupsIn(reader: Reader, place: Place, ids: readonly string[]) {
  const { output, says } = await reader.ask(place, 'ec2:DescribeSecurityGroups', ({ ec2 }) =>
    everyItem(
      paginateDescribeSecurityGroups({ client: ec2 }, { Filters: [{ Name: 'group-id', Values: [...ids] }] }),
      (page) => page.SecurityGroups,
    ),
  );
  return (output ?? []).map((group) => ({ group: groupOf(group), says }));
}

/** The group that tasks wear when their service names none. */
export async function readDefaultGroup(reader: Reader, place: Place, vpc: string): Promise<readonly string[]> {
  const { output } = await reader.ask(place, 'ec2:DescribeSecurityGroups', ({ ec2 }) =>
    everyItem(
      paginateDescribeSecurityGroups(
        { client: ec2 },
        { Filters: [...inVpc(vpc), { Name: 'group-name', Values: ['default'] }] },
      ),
      (page) => page.SecurityGroups,
    ),
  );
  return (output ?? []).flatMap(({ GroupId }) => GroupId ?? []);
}

function groupOf({ GroupId = '', IpPermissions = [], IpPermissionsEgress = [] }: Ec2SecurityGroup): SecurityGroup {
  return { id: GroupId, ingress: IpPermissions.flatMap(rulesOf), egress: IpPermissionsEgress.flatMap(rulesOf) };
}

/** One permission of EC2 is one rule for each peer that it names. */
function rulesOf({
  IpProtocol,
  FromPort,
  ToPort,
  IpRanges = [],
  Ipv6Ranges = [],
  PrefixListIds = [],
  UserIdGroupPairs = [],
}: IpPermission): readonly SecurityGroupRule[] {
  const peers: readonly SecurityGroupRule['peer'][] = [
    ...IpRanges.flatMap(({ CidrIp }) => (CidrIp === undefined ? [] : [{ kind: 'cidr', cidr: CidrIp } as const])),
    ...Ipv6Ranges.flatMap(({ CidrIpv6 }) =>
      CidrIpv6 === undefined ? [] : [{ kind: 'cidr', cidr: CidrIpv6 } as const],
    ),
    ...PrefixListIds.flatMap(({ PrefixListId }) =>
      PrefixListId === undefined ? [] : [{ kind: 'prefix-list', id: PrefixListId } as const],
    ),
    ...UserIdGroupPairs.flatMap(({ GroupId }) =>
      GroupId === undefined ? [] : [{ kind: 'group', id: GroupId } as const],
    ),
  ];
  return peers.map((peer) => ({ protocol: protocolOf(IpProtocol), ports: portsOf(FromPort, ToPort), peer }));
}
