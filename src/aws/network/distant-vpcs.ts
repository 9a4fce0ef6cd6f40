import { paginateDescribeNetworkInterfaces, paginateDescribeVpcEndpoints } from '@aws-sdk/client-ec2';
import type { AccountId, Place } from '../../domain/aws.ts';
import type { Endpoint, DistantVpc, OrUnknown, PrivateZone } from '../../domain/network-estate.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { readEndpoints } from './endpoints.ts';
import { readNetworkAcls } from './network-acls.ts';
import { type Part, readPart } from './part.ts';
import { readRouteTables } from './route-tables.ts';
import { readSecurityGroups } from './security-groups.ts';
import { readSubnetsOfVpc } from './subnets.ts';
import { readCidrs } from './vpc.ts';

interface Found {
  readonly place: Place;
  readonly vpc: string;
}

/** The other VPCs to whose endpoints the zones lead, where an account that we may look into has them. */
export async function readDistantVpcs(
  reader: Reader,
  around: Place & { readonly vpc: string },
  zones: OrUnknown<readonly PrivateZone[]>,
  endpoints: OrUnknown<readonly Endpoint[]>,
): Promise<Part<readonly DistantVpc[]>> {
  const targets = targetsOf(zones === 'unknown' ? [] : zones, endpoints === 'unknown' ? [] : endpoints);
  if (targets.ids.length === 0 && targets.addresses.length === 0) return { value: [], evidence: [], gaps: [] };
  const found = await Promise.all(
    placesToLook(reader, around).map((place) => readPart(() => findIn(reader, place, targets))),
  );
  const vpcs = found.flatMap(({ value }) => (value === 'unknown' ? [] : value)).filter(({ vpc }) => vpc !== around.vpc);
  const unique = new Map(vpcs.map((each) => [each.vpc, each]));
  const read = await Promise.all([...unique.values()].map((each) => readDistantVpc(reader, each)));
  return {
    value: read.map(({ vpc }) => vpc),
    evidence: read.flatMap(({ evidence }) => evidence),
    // Where nobody let us look, the endpoint may be.
    gaps: [...(unique.size === 0 ? found.flatMap(({ gaps }) => gaps) : []), ...read.flatMap(({ gaps }) => gaps)],
  };
}

/** What the records of the zones lead to, and no endpoint of this VPC is. */
interface Targets {
  readonly ids: readonly string[];
  readonly addresses: readonly string[];
}

function targetsOf(zones: readonly PrivateZone[], endpoints: readonly Endpoint[]): Targets {
  const records = zones.flatMap(({ records: all }) => (all === 'unknown' ? [] : all));
  const names = records.flatMap(({ type, alias, values }) => [
    ...(alias === null ? [] : [alias]),
    ...(type === 'CNAME' ? values : []),
  ]);
  const ids = names.flatMap((name) => /(?:^|\.)(vpce-[0-9a-z]+)-/.exec(name)?.[1] ?? []);
  const here = new Set(endpoints.flatMap(({ addresses }) => (addresses === 'unknown' ? [] : addresses)));
  const addresses = records.flatMap(({ type, alias, values }) => (type === 'A' && alias === null ? values : []));
  return {
    ids: [...new Set(ids)].filter((id) => !endpoints.some((endpoint) => endpoint.id === id)),
    addresses: [...new Set(addresses)].filter((address) => !here.has(address)),
  };
}

function placesToLook({ identities }: Reader, { account, region }: Place): readonly Place[] {
  const configured = identities.accounts.filter(({ regions }) => regions.includes(region)).map(({ id }) => id);
  return [...new Set<AccountId>([account, ...configured])].map((each) => ({ account: each, region }));
}

async function findIn(reader: Reader, place: Place, { ids, addresses }: Targets) {
  const byId = ids.length === 0 ? [] : await vpcsOfEndpoints(reader, place, ids);
  const byAddress = addresses.length === 0 ? [] : await vpcsOfAddresses(reader, place, addresses);
  return { value: [...new Set([...byId, ...byAddress])].map((vpc): Found => ({ place, vpc })), evidence: [] };
}

/** By a filter, for an id that is gone or another account's would make a call that names it fail. */
async function vpcsOfEndpoints(reader: Reader, place: Place, ids: readonly string[]): Promise<readonly string[]> {
  const filter = { Name: 'vpc-endpoint-id', Values: [...ids] };
  const { output } = await reader.ask(place, 'ec2:DescribeVpcEndpoints', ({ ec2 }) =>
    everyItem(paginateDescribeVpcEndpoints({ client: ec2 }, { Filters: [filter] }), (page) => page.VpcEndpoints),
  );
  return (output ?? []).flatMap(({ VpcId }) => VpcId ?? []);
}

async function vpcsOfAddresses(reader: Reader, place: Place, addresses: readonly string[]): Promise<readonly string[]> {
  const filters = [
    { Name: 'addresses.private-ip-address', Values: [...addresses] },
    { Name: 'interface-type', Values: ['vpc_endpoint'] },
  ];
  const { output } = await reader.ask(place, 'ec2:DescribeNetworkInterfaces', ({ ec2 }) =>
    everyItem(
      paginateDescribeNetworkInterfaces({ client: ec2 }, { Filters: filters }),
      (page) => page.NetworkInterfaces,
    ),
  );
  return (output ?? []).flatMap(({ VpcId }) => VpcId ?? []);
}

async function readDistantVpc(reader: Reader, { place, vpc: id }: Found) {
  const endpoints = await readEndpoints(reader, place, id);
  const own = endpoints.value === 'unknown' ? [] : endpoints.value;
  const used = own.flatMap(({ subnets }) => (subnets === 'unknown' ? [] : subnets));
  const worn = own.flatMap(({ securityGroups }) => (securityGroups === 'unknown' ? [] : securityGroups));
  const [cidrs, subnets, tables, acls, groups] = await Promise.all([
    readPart(() => readCidrs(reader, place, id)),
    readSubnetsOfVpc(reader, place, id),
    readRouteTables(reader, place, id, used),
    readNetworkAcls(reader, place, id, used),
    readSecurityGroups(reader, [place], [...new Set(worn)].toSorted()),
  ]);
  const vpc: DistantVpc = {
    id,
    owner: place.account,
    cidrs: cidrs.value,
    subnets: subnets.value === 'unknown' ? [] : subnets.value,
    routeTables: tables.value,
    networkAcls: acls.value,
    securityGroups: groups.value,
    // A rule of an endpoint that names a list is rare, and then the answer is not known.
    prefixLists: 'unknown',
    endpoints: own,
  };
  const parts = [endpoints, cidrs, subnets, tables, acls, groups];
  return { vpc, evidence: parts.flatMap(({ evidence }) => evidence), gaps: parts.flatMap(({ gaps }) => gaps) };
}
