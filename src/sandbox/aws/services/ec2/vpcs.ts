import type { Subnet, Vpc } from '../../estate.ts';
import { AwsFault } from '../../wire/faults.ts';
import { textOf, textsOf } from '../../wire/input.ts';
import { type Operation, wishForAll } from '../operation.ts';
import { describeOperation, networkOf } from './listing.ts';
import { DHCP_OPTIONS } from './settings.ts';

export const describeVpcs = describeOperation<Vpc>({
  set: 'vpcSet',
  entries: ({ vpcs }) => vpcs,
  id: ({ vpcId }) => vpcId,
  idParameter: 'VpcId',
  notFound: ['InvalidVpcID.NotFound', 'vpc ID'],
  filters: { 'vpc-id': ({ vpcId }) => [vpcId], cidr: ({ cidrBlock }) => [cidrBlock] },
  show: ({ vpcId, cidrBlock, ipv6CidrBlock, ownerId }, { caller }) => ({
    vpcId,
    ownerId: ownerId ?? caller.account,
    state: 'available',
    cidrBlock,
    ipv6CidrBlockAssociationSet: associated(ipv6CidrBlock),
    dhcpOptionsId: DHCP_OPTIONS,
    instanceTenancy: 'default',
    isDefault: false,
  }),
});

const ATTRIBUTES: Readonly<Record<string, (vpc: Vpc) => boolean>> = {
  enableDnsSupport: (vpc) => vpc.enableDnsSupport,
  enableDnsHostnames: (vpc) => vpc.enableDnsHostnames,
};

/** One attribute a call, as EC2 insists. */
export const describeVpcAttribute: Operation = {
  wishes: wishForAll,
  answer(call) {
    const vpcId = textOf(call.input, 'VpcId') ?? '';
    const attribute = textOf(call.input, 'Attribute') ?? '';
    const vpc = networkOf(call).vpcs.find((candidate) => candidate.vpcId === vpcId);
    if (vpc === undefined) throw new AwsFault('InvalidVpcID.NotFound', `The vpc ID '${vpcId}' does not exist`);
    const value = ATTRIBUTES[attribute]?.(vpc);
    if (value === undefined) {
      throw new AwsFault('InvalidParameterValue', `Value (${attribute}) for parameter attribute is invalid.`);
    }
    return { vpcId, [attribute]: { value } };
  },
};

export const describeSubnets = describeOperation<Subnet>({
  set: 'subnetSet',
  entries: ({ subnets }) => subnets,
  id: ({ subnetId }) => subnetId,
  idParameter: 'SubnetId',
  notFound: ['InvalidSubnetID.NotFound', 'subnet ID'],
  filters: {
    'subnet-id': ({ subnetId }) => [subnetId],
    'vpc-id': ({ vpcId }) => [vpcId],
    'availability-zone': ({ availabilityZone }) => [availabilityZone],
    'cidr-block': ({ cidrBlock }) => [cidrBlock],
  },
  show: ({ ipv6CidrBlock, ...subnet }, { caller, region }) => ({
    ...subnet,
    ipv6CidrBlockAssociationSet: associated(ipv6CidrBlock),
    subnetArn: `arn:aws:ec2:${region}:${caller.account}:subnet/${subnet.subnetId}`,
    ownerId: subnet.ownerId ?? caller.account,
    state: 'available',
    defaultForAz: false,
  }),
});

function associated(ipv6CidrBlock: string | undefined) {
  return ipv6CidrBlock === undefined ? [] : [{ ipv6CidrBlock, ipv6CidrBlockState: { state: 'associated' } }];
}

/** The Regions that the account has enabled; the estate knows of no others. */
export const describeRegions: Operation = {
  wishes: wishForAll,
  answer({ estate, caller, input }) {
    const wanted = textsOf(input, 'RegionName');
    const enabled = estate.accounts.find(({ id }) => id === caller.account)?.regions ?? [];
    const missing = wanted.find((name) => !enabled.includes(name));
    if (missing !== undefined) throw new AwsFault('InvalidParameterValue', `Invalid region name: ${missing}`);
    const regionInfo = enabled
      .filter((name) => wanted.length === 0 || wanted.includes(name))
      .map((regionName) => ({
        regionName,
        regionEndpoint: `ec2.${regionName}.amazonaws.com`,
        optInStatus: 'opt-in-not-required',
      }));
    return { regionInfo };
  },
};
