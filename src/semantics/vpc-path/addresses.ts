import type { DistantVpc, Endpoint, NetworkEstate, OrUnknown } from '../../domain/network-estate.ts';
import { parseCidr, parseFamily, subtractAll, type Cidr, type IpFamily } from './cidr.ts';
import type { Inquiry } from './inquiry.ts';

/**
 * One side of a connection. `addresses` holds at least every address that might be meant, and perhaps more: a rule that
 * admits all of them admits the true one, a rule that admits none of them shuts it out, and between the two nobody knows.
 */
export interface Side {
  readonly addresses: readonly Cidr[];
  /** The security groups that this side wears; none outside the VPC. */
  readonly securityGroups: OrUnknown<readonly string[]>;
  /** Only what is dialled at S3's public addresses is covered by S3's prefix list. */
  readonly isS3: boolean;
}

const ANYWHERE: Record<IpFamily, Cidr> = { ipv4: parseCidr('0.0.0.0/0'), ipv6: parseCidr('::/0') };

// RFC 6890: blocks from which no service of AWS answers on the internet.
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
].map(parseCidr);

/** Whether no service answers at these addresses on the internet. */
export function isOffInternet(block: Cidr): boolean {
  return subtractAll([block], NOT_PUBLIC).length === 0;
}

const PUBLIC: Record<IpFamily, readonly Cidr[]> = {
  ipv4: subtractAll([ANYWHERE.ipv4], NOT_PUBLIC),
  ipv6: [parseCidr('2000::/3')],
};

/** A service at its public addresses. */
export function publicSide(family: IpFamily): Side {
  return { addresses: PUBLIC[family], securityGroups: [], isS3: false };
}

/** S3 at its public addresses, as narrow as its prefix list makes them when somebody read it. */
export function s3Side({ estate, query }: Inquiry): Side {
  const lists = estate.prefixLists === 'unknown' ? [] : estate.prefixLists;
  const cidrs = lists.find((list) => list.name === s3ListName(query.region))?.cidrs ?? 'unknown';
  const known = cidrs === 'unknown' ? [] : parseFamily(cidrs, query.ipFamily);
  return { ...publicSide(query.ipFamily), addresses: known.length > 0 ? known : PUBLIC[query.ipFamily], isS3: true };
}

export function s3ListName(region: string): string {
  return `com.amazonaws.${region}.s3`;
}

/** The interfaces of an endpoint. */
export function endpointSide({ estate, query }: Inquiry, endpoint: Endpoint): Side {
  const bySubnet =
    endpoint.subnets === 'unknown'
      ? []
      : endpoint.subnets.map((id) => addressesInSubnet(estate, endpoint, id, query.ipFamily));
  const addresses =
    bySubnet.length > 0
      ? bySubnet.flat()
      : (knownAddresses(endpoint, query.ipFamily) ?? vpcAddresses(estate, query.ipFamily));
  return { addresses, securityGroups: endpoint.securityGroups, isS3: false };
}

/** The interfaces of an endpoint in another VPC. Whether a rule that names one of its groups counts there depends on what joins the two. */
export function distantSide({ subnets, cidrs }: DistantVpc, endpoint: Endpoint, family: IpFamily): Side {
  const own = endpoint.subnets === 'unknown' ? [] : endpoint.subnets;
  const inSubnets = subnets.filter(({ id }) => own.includes(id)).flatMap((subnet) => subnet.cidrs);
  const blocks = [parseFamily(inSubnets, family), cidrs === 'unknown' ? [] : parseFamily(cidrs, family)];
  const addresses = knownAddresses(endpoint, family) ?? blocks.find((some) => some.length > 0) ?? [ANYWHERE[family]];
  return { addresses, securityGroups: 'unknown', isS3: false };
}

/** An endpoint that may exist, and of which nothing is known. */
export function unseenSide(family: IpFamily): Side {
  return { addresses: [ANYWHERE[family]], securityGroups: 'unknown', isS3: false };
}

/** The puller. */
export function sourceSide({ estate, query }: Inquiry): Side {
  const { source } = estate;
  const own = source.addresses === 'unknown' ? [] : parseFamily(source.addresses, query.ipFamily);
  const addresses = own.length > 0 ? own : subnetAddresses(estate, source.subnet, query.ipFamily);
  return { addresses, securityGroups: source.securityGroups, isS3: false };
}

function subnetAddresses(estate: NetworkEstate, subnet: string, family: IpFamily): readonly Cidr[] {
  const cidrs = parseFamily(estate.subnets.find(({ id }) => id === subnet)?.cidrs ?? [], family);
  return cidrs.length > 0 ? cidrs : vpcAddresses(estate, family);
}

/** Where the endpoint's interface in one of its subnets may be. */
export function addressesInSubnet(
  estate: NetworkEstate,
  endpoint: Endpoint,
  subnet: string,
  family: IpFamily,
): readonly Cidr[] {
  const known = estate.subnets.find(({ id }) => id === subnet);
  if (known === undefined) return knownAddresses(endpoint, family) ?? vpcAddresses(estate, family);
  const cidrs = parseFamily(known.cidrs, family);
  const inside = (knownAddresses(endpoint, family) ?? []).filter(
    (address) => subtractAll([address], cidrs).length === 0,
  );
  return inside.length > 0 ? inside : subnetAddresses(estate, subnet, family);
}

function vpcAddresses({ vpc }: NetworkEstate, family: IpFamily): readonly Cidr[] {
  const cidrs = vpc.cidrs === 'unknown' ? [] : parseFamily(vpc.cidrs, family);
  return cidrs.length > 0 ? cidrs : [ANYWHERE[family]];
}

/** Whether an interface of the endpoint has this address, or could have it where its addresses are not known. */
export function mayHaveAddress(estate: NetworkEstate, endpoint: Endpoint, address: string, family: IpFamily): boolean {
  const subnets = endpoint.subnets === 'unknown' ? [] : endpoint.subnets;
  const own = subnets.flatMap((subnet) => addressesInSubnet(estate, endpoint, subnet, family));
  return subtractAll([parseCidr(address)], own).length === 0;
}

/** Whether an address that somebody dialled lies inside a private network, this VPC's odd ranges included. */
export function isPrivateAddress(address: string, estate: NetworkEstate): boolean {
  const cidr = parseCidr(address);
  const own = estate.vpc.cidrs === 'unknown' ? [] : parseFamily(estate.vpc.cidrs, cidr.family);
  return subtractAll([cidr], own).length === 0 || subtractAll([cidr], PUBLIC[cidr.family]).length > 0;
}

/** Those that are known. */
export function addressesOfEndpoint({ addresses }: Endpoint): readonly string[] {
  return addresses === 'unknown' ? [] : addresses;
}

function knownAddresses(endpoint: Endpoint, family: IpFamily): readonly Cidr[] | null {
  const own = endpoint.addresses === 'unknown' ? [] : parseFamily(endpoint.addresses, family);
  return own.length > 0 ? own : null;
}
