import type { AccountId, Place } from '../../../domain/aws.ts';
import type { Gap } from '../../../domain/evidence.ts';
import type { PullerNetwork } from '../../../domain/facts/puller.ts';
import type { Endpoint, NetworkEstate, NetworkSource, OrUnknown } from '../../../domain/network-estate.ts';
import { AwsTrouble, gapOf } from '../../errors.ts';
import { readDeparture } from '../../network/departure.ts';
import { readDistantVpcs } from '../../network/distant-vpcs.ts';
import { readEndpoints } from '../../network/endpoints.ts';
import { readInternetGateways } from '../../network/internet-gateways.ts';
import { readNatGateways } from '../../network/nat-gateways.ts';
import { readNetworkAcls } from '../../network/network-acls.ts';
import { namedLists, readListNames, readPrefixLists } from '../../network/prefix-lists.ts';
import { readPrivateZones } from '../../network/private-zones.ts';
import { publicAccessOf, readPublicAccess } from '../../network/public-access.ts';
import { readRouteTables } from '../../network/route-tables.ts';
import { readSecurityGroups } from '../../network/security-groups.ts';
import { readNamedSubnets, readSubnetsOfVpc } from '../../network/subnets.ts';
import { readVpc, vpcOf } from '../../network/vpc.ts';
import { defineFact, type Reader } from '../../reader.ts';

/**
 * Each part of the network is read on its own: one that is denied is `unknown`, with its gap beside it, and the rest
 * still counts. Only without the subnets there is nothing to say. Every subnet is read, for any may be the one that is
 * shut: ECS takes sixteen at most (API reference, AwsVpcConfiguration).
 */
export const network = defineFact({
  name: 'network',
  actions: [
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
    'ec2:DescribeVpcAttribute',
    'ec2:DescribeDhcpOptions',
    'ec2:DescribeRouteTables',
    'ec2:DescribeNetworkAcls',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeNatGateways',
    'ec2:DescribeInternetGateways',
    'ec2:DescribeEgressOnlyInternetGateways',
    'ec2:DescribeVpcEndpoints',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeManagedPrefixLists',
    'ec2:GetManagedPrefixListEntries',
    'ec2:DescribeVpcBlockPublicAccessOptions',
    'ec2:DescribeVpcBlockPublicAccessExclusions',
    'route53:ListHostedZonesByVPC',
    'route53:ListResourceRecordSets',
    'ecs:DescribeServices',
  ],
  async read(reader) {
    const departure = await readDeparture(reader);
    if (departure === null) return { value: { estates: [], gaps: [] }, evidence: [] };
    const { place, subnetIds, sourcesIn } = departure;
    const named = await readNamedSubnets(reader, place, subnetIds);
    const { vpc, owner } = named;
    const around = seenThrough(reader, place, owner);

    const [sources, parts, subnets, tables, acls, nats, endpoints, listNames, access, zones] = await Promise.all([
      sourcesIn(vpc, named.subnets),
      readVpc(reader, around, vpc),
      readSubnetsOfVpc(reader, around, vpc),
      readRouteTables(reader, around, vpc, subnetIds),
      readNetworkAcls(reader, around, vpc, subnetIds),
      readNatGateways(reader, around, vpc),
      readEndpoints(reader, around, vpc),
      readListNames(reader, around),
      readPublicAccess(reader, around),
      readPrivateZones(reader, around, vpc),
    ]);
    const [groups, gateways, distant] = await Promise.all([
      readSecurityGroups(reader, [place, around], wornGroups(sources.sources, endpoints.value)),
      readInternetGateways(reader, around, vpc, tables.value),
      readDistantVpcs(reader, { ...around, vpc }, zones.value, endpoints.value),
    ]);
    const lists = await readPrefixLists(reader, around, listNames.value, namedLists(tables.value, groups.value));

    const estates = sources.sources.map((source): NetworkEstate => {
      // Block Public Access is set by the account that owns the VPC: what another one says of its own counts for nothing.
      const publicAccess = owner === around.account ? publicAccessOf(access.value, vpc, source.subnet) : 'unknown';
      return {
        seenFrom: around.account,
        source,
        vpc: vpcOf(vpc, owner, parts, { publicAccess, privateZones: zones.value }),
        subnets: subnets.value === 'unknown' ? named.subnets : subnets.value,
        routeTables: tables.value,
        networkAcls: acls.value,
        securityGroups: groups.value,
        natGateways: nats.value,
        internetGateways: gateways.value,
        endpoints: endpoints.value,
        prefixLists: lists.value,
        distantVpcs: distant.value === 'unknown' ? [] : distant.value,
      };
    });
    const all = [
      sources,
      ...Object.values(parts),
      subnets,
      tables,
      endpoints,
      nats,
      acls,
      groups,
      gateways,
      listNames,
      lists,
      access,
      zones,
      distant,
    ];
    const evidence = [named, ...all].flatMap((part) => part.evidence);
    const gaps = [...shutOutOf(owner, around), ...all.flatMap((part): readonly Gap[] => part.gaps)];
    const value: PullerNetwork = { estates, gaps };
    return { value, evidence };
  },
});

/** In a shared VPC only its owner sees all of it: through the owner's account, where we are let into that. */
function seenThrough({ identities }: Reader, place: Place, owner: AccountId): Place {
  const isConfigured = identities.account(owner)?.regions.includes(place.region) === true;
  return isConfigured ? { ...place, account: owner } : place;
}

function shutOutOf(owner: AccountId, { account, region }: Place): readonly Gap[] {
  if (owner === account) return [];
  return [gapOf('network', new AwsTrouble('account-not-configured', { place: { account: owner, region } }))];
}

function wornGroups(sources: readonly NetworkSource[], endpoints: OrUnknown<readonly Endpoint[]>): readonly string[] {
  const wearers = endpoints === 'unknown' ? sources : [...sources, ...endpoints];
  return [
    ...new Set(wearers.flatMap(({ securityGroups }) => (securityGroups === 'unknown' ? [] : securityGroups))),
  ].toSorted();
}
