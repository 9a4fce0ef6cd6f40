import type { Gap } from '../../domain/evidence.ts';
import type { EcsWorkload, PullerNetwork } from '../../domain/puller-facts.ts';
import type { Endpoint, NetworkEstate, NetworkSource, OrUnknown } from '../../domain/network-estate.ts';
import { AwsTrouble } from '../errors.ts';
import { readEndpoints } from '../network/endpoints.ts';
import { readInternetGateways } from '../network/internet-gateways.ts';
import { readNatGateways } from '../network/nat-gateways.ts';
import { readNetworkAcls } from '../network/network-acls.ts';
import { namedLists, readListNames, readPrefixLists } from '../network/prefix-lists.ts';
import { publicAccessOf, readPublicAccess } from '../network/public-access.ts';
import { readRouteTables } from '../network/route-tables.ts';
import { readSecurityGroups } from '../network/security-groups.ts';
import { networkOfService, readSources } from '../network/sources.ts';
import { readNamedSubnets, readSubnetsOfVpc } from '../network/subnets.ts';
import { readVpc, vpcOf } from '../network/vpc.ts';
import { defineFact, type Reader } from '../reader.ts';

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
    'ecs:DescribeServices',
  ],
  async read(reader) {
    const { workload, place, subnetIds } = await fargateWorkload(reader);
    const named = await readNamedSubnets(reader, place, subnetIds);
    const { vpc, owner } = named;

    const [sources, parts, subnets, tables, acls, nats, endpoints, listNames, access] = await Promise.all([
      readSources(reader, workload, vpc, named.subnets),
      readVpc(reader, place, vpc),
      readSubnetsOfVpc(reader, place, vpc),
      readRouteTables(reader, place, vpc, subnetIds),
      readNetworkAcls(reader, place, vpc, subnetIds),
      readNatGateways(reader, place, vpc),
      readEndpoints(reader, place, vpc),
      readListNames(reader, place),
      readPublicAccess(reader, place),
    ]);
    const [groups, gateways] = await Promise.all([
      readSecurityGroups(reader, place, wornGroups(sources.sources, endpoints.value)),
      readInternetGateways(reader, place, vpc, tables.value),
    ]);
    const lists = await readPrefixLists(reader, place, listNames.value, namedLists(tables.value, groups.value));

    const estates = sources.sources.map((source): NetworkEstate => {
      // Block Public Access is set by the account that owns the VPC, and we read that of the workload's.
      const publicAccess = owner === place.account ? publicAccessOf(access.value, vpc, source.subnet) : 'unknown';
      return {
        source,
        vpc: vpcOf(vpc, owner, parts, publicAccess),
        subnets: subnets.value === 'unknown' ? named.subnets : subnets.value,
        routeTables: tables.value,
        networkAcls: acls.value,
        securityGroups: groups.value,
        natGateways: nats.value,
        internetGateways: gateways.value,
        endpoints: endpoints.value,
        prefixLists: lists.value,
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
    ];
    const evidence = [named, ...all].flatMap((part) => part.evidence);
    const value: PullerNetwork = { estates, gaps: all.flatMap((part): readonly Gap[] => part.gaps) };
    return { value, evidence };
  },
});

/** Anywhere but on Fargate the instance pulls, from a network of its own that the task's says nothing of. */
async function fargateWorkload(reader: Reader) {
  const workload: EcsWorkload = await reader.need('workload');
  if (workload.launchType !== 'FARGATE') throw new AwsTrouble('puller-on-instance', {});
  // A task that stopped may have lost its interface; then its service says where the next one starts.
  const around = workload.network ?? (await networkOfService(reader, workload));
  if (around === null) throw new AwsTrouble('puller-not-named', {});
  const { account, region } = workload;
  return { workload: { ...workload, network: around }, place: { account, region }, subnetIds: around.subnets };
}

function wornGroups(sources: readonly NetworkSource[], endpoints: OrUnknown<readonly Endpoint[]>): readonly string[] {
  const wearers = endpoints === 'unknown' ? sources : [...sources, ...endpoints];
  return [
    ...new Set(wearers.flatMap(({ securityGroups }) => (securityGroups === 'unknown' ? [] : securityGroups))),
  ].toSorted();
}
