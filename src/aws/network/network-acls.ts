import { paginateDescribeNetworkAcls, type NetworkAclEntry as Ec2AclEntry } from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { NetworkAcl, NetworkAclEntry } from '../../domain/network-estate.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { describeAcl } from './describe-rules.ts';
import { inVpc, type Part, readPart } from './part.ts';
import { portsOf, protocolOf } from './protocol.ts';

/** Every network ACL of the VPC; evidence for those of `subnets`. */
export function readNetworkAcls(
  reader: Reader,
  place: Place,
  vpc: string,
  subnets: readonly string[],
): Promise<Part<readonly NetworkAcl[]>> {
  return readPart(async () => {
    const { output, says } = await reader.ask(place, 'ec2:DescribeNetworkAcls', ({ ec2 }) =>
      everyItem(
        paginateDescribeNetworkAcls({ client: ec2 }, { Filters: inVpc(vpc) }),
        ({ NetworkAcls }) => NetworkAcls,
      ),
    );
    const acls = (output ?? []).map(({ NetworkAclId = '', Associations = [], Entries = [] }) => ({
      id: NetworkAclId,
      subnets: Associations.flatMap(({ SubnetId }) => SubnetId ?? []),
      entries: Entries.flatMap(entryOf),
    }));
    const counting = acls.filter((acl) => acl.subnets.some((subnet) => subnets.includes(subnet)));
    return { value: acls, evidence: counting.map((acl) => says(acl.id, describeAcl(acl))) };
  });
}

function entryOf({
  RuleNumber = 0,
  Egress,
  RuleAction,
  Protocol,
  PortRange,
  CidrBlock,
  Ipv6CidrBlock,
}: Ec2AclEntry): readonly NetworkAclEntry[] {
  const cidr = CidrBlock ?? Ipv6CidrBlock;
  if (cidr === undefined) return [];
  return [
    {
      number: RuleNumber,
      direction: Egress === true ? 'egress' : 'ingress',
      action: RuleAction === 'allow' ? 'allow' : 'deny',
      protocol: protocolOf(Protocol),
      ports: portsOf(PortRange?.From, PortRange?.To),
      cidr,
    },
  ];
}
