import {
  DescribeDhcpOptionsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcsCommand,
  type Vpc as Ec2Vpc,
} from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { Vpc } from '../../domain/network-estate.ts';
import type { Reader } from '../reader.ts';
import { inVpc, type Part, type PartReading, readPart } from './part.ts';

/** What the VPC itself says, each part read on its own. */
export interface VpcParts {
  readonly cidrs: Part<readonly string[]>;
  readonly resolver: Part<Vpc['resolver']>;
  readonly dnsSupport: Part<Vpc['dnsSupport']>;
  readonly dnsHostnames: Part<Vpc['dnsHostnames']>;
}

/** AWS answers one attribute a call. */
export async function readVpc(reader: Reader, place: Place, vpc: string): Promise<VpcParts> {
  const [described, dnsSupport, dnsHostnames] = await Promise.all([
    readPart(() => describeVpc(reader, place, vpc)),
    readPart(() => readAttribute(reader, place, vpc, 'enableDnsSupport')),
    readPart(() => readAttribute(reader, place, vpc, 'enableDnsHostnames')),
  ]);
  if (described.value === 'unknown') {
    return {
      cidrs: { ...described, value: 'unknown' },
      resolver: { ...described, value: 'unknown', gaps: [] },
      dnsSupport,
      dnsHostnames,
    };
  }
  const { cidrs, dhcpOptions } = described.value;
  const resolver = await readPart(() => readResolver(reader, place, dhcpOptions, cidrs));
  return { cidrs: { ...described, value: cidrs }, resolver, dnsSupport, dnsHostnames };
}

/** The blocks of a VPC, alone. */
export async function readCidrs(reader: Reader, place: Place, vpc: string): Promise<PartReading<readonly string[]>> {
  const { value, evidence } = await describeVpc(reader, place, vpc);
  return { value: value.cidrs, evidence };
}

async function describeVpc(reader: Reader, place: Place, vpc: string) {
  const { output } = await reader.ask(place, 'ec2:DescribeVpcs', ({ ec2 }) =>
    ec2.send(new DescribeVpcsCommand({ Filters: inVpc(vpc) })),
  );
  const found = output?.Vpcs?.[0] ?? {};
  return { value: { cidrs: cidrsOf(found), dhcpOptions: found.DhcpOptionsId ?? 'default' }, evidence: [] };
}

/** The first block first: the VPC's own resolver stands in it. */
function cidrsOf({
  CidrBlock,
  CidrBlockAssociationSet = [],
  Ipv6CidrBlockAssociationSet = [],
}: Ec2Vpc): readonly string[] {
  const ipv4 = CidrBlockAssociationSet.filter(({ CidrBlockState }) => CidrBlockState?.State === 'associated').map(
    (each) => each.CidrBlock,
  );
  const ipv6 = Ipv6CidrBlockAssociationSet.filter(
    ({ Ipv6CidrBlockState }) => Ipv6CidrBlockState?.State === 'associated',
  ).map((each) => each.Ipv6CidrBlock);
  return [...new Set([CidrBlock, ...ipv4, ...ipv6])].filter((cidr) => cidr !== undefined);
}

async function readAttribute(
  reader: Reader,
  place: Place,
  vpc: string,
  attribute: 'enableDnsSupport' | 'enableDnsHostnames',
): Promise<PartReading<Vpc['dnsSupport']>> {
  const { output, says } = await reader.ask(
    place,
    'ec2:DescribeVpcAttribute',
    ({ ec2 }) => ec2.send(new DescribeVpcAttributeCommand({ VpcId: vpc, Attribute: attribute })),
    ['InvalidVpcID.NotFound'],
  );
  if (output === null) return { value: 'unknown', evidence: [] };
  const { EnableDnsSupport, EnableDnsHostnames } = output;
  const isOn = (attribute === 'enableDnsSupport' ? EnableDnsSupport : EnableDnsHostnames)?.Value === true;
  // That DNS works is what everybody expects: only the exception is worth a line.
  return { value: isOn, evidence: isOn ? [] : [says(vpc, `${attribute} is off`)] };
}

/**
 * Who answers DNS inside the VPC. Amazon's resolver has a name in DHCP options, two addresses that are the same
 * everywhere, and the address two above the base of the VPC's first block.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
async function readResolver(reader: Reader, place: Place, dhcpOptions: string, cidrs: readonly string[]) {
  // `default` stands for no DHCP options at all; what a task then uses is not documented.
  if (dhcpOptions === 'default') return { value: 'unknown' as const, evidence: [] };
  const { output, says } = await reader.ask(
    place,
    'ec2:DescribeDhcpOptions',
    ({ ec2 }) => ec2.send(new DescribeDhcpOptionsCommand({ DhcpOptionsIds: [dhcpOptions] })),
    // The owner of a shared VPC keeps its options to itself.
    ['InvalidDhcpOptionID.NotFound', 'InvalidDhcpOptionsID.NotFound'],
  );
  const configurations = output?.DhcpOptions?.[0]?.DhcpConfigurations ?? [];
  const servers = configurations
    .filter(({ Key }) => Key === 'domain-name-servers')
    .flatMap(({ Values = [] }) => Values.flatMap(({ Value }) => Value ?? []));
  if (servers.length === 0) return { value: 'unknown' as const, evidence: [] };
  const amazon = new Set(['AmazonProvidedDNS', '169.254.169.253', 'fd00:ec2::253', plusTwo(cidrs[0] ?? '')]);
  const isAmazon = servers.every((server) => amazon.has(server));
  return {
    value: isAmazon ? ('amazon' as const) : ('custom' as const),
    evidence: isAmazon ? [] : [says(dhcpOptions, `DNS servers ${servers.join(', ')}`)],
  };
}

/** `10.0.0.0/16` → `10.0.0.2`. A VPC's block is never smaller than /28, so its last octet has room. */
function plusTwo(cidr: string): string {
  return cidr.replace(/(\d+)\/\d+$/, (_match, last: string) => String(Number(last) + 2));
}

/** The VPC as the estate holds it. */
export function vpcOf(
  id: string,
  owner: string,
  parts: VpcParts,
  { publicAccess, privateZones }: Pick<Vpc, 'publicAccess' | 'privateZones'>,
): Vpc {
  return {
    id,
    owner,
    cidrs: parts.cidrs.value,
    dnsSupport: parts.dnsSupport.value,
    dnsHostnames: parts.dnsHostnames.value,
    resolver: parts.resolver.value,
    privateZones,
    publicAccess,
  };
}
