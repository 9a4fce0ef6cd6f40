import type { Endpoint, NetworkEstate, OrUnknown } from '../../domain/network-estate.ts';
import { addressesInSubnet, isPrivateAddress } from './addresses.ts';
import { type IpFamily, parseCidr, subtractAll } from './cidr.ts';
import type { HopReason } from './hop-reasons.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop } from './leg-path.ts';
import { endpointServes, hostOf, type Service } from './services.ts';

/** Where a name may lead: an endpoint of this VPC, one that nobody could see, or the service's public addresses. */
export type NameTarget = Endpoint | 'unseen-endpoint' | 'public';

/** What the service's ordinary host name means to the source. */
export interface NameResolution {
  readonly hop: Hop;
  /** More than one when the answer is not certain; an endpoint comes before the public addresses. */
  readonly targets: readonly NameTarget[];
  /** An endpoint that is there, but that the name does not lead to. */
  readonly unused: Endpoint | null;
}

/** Whether names are answered at all. An address that was dialled proves that some resolver answered. */
export function vpcDnsHop({ estate }: Inquiry, dialled: string | null): Hop {
  const { id, resolver, dnsSupport } = estate.vpc;
  if (resolver !== 'amazon' && dialled !== null)
    return hop('vpc-dns', id, 'open', 'name-was-resolved', { address: dialled });
  if (resolver === 'custom') return hop('vpc-dns', id, 'unknown', 'custom-resolver');
  if (resolver === 'unknown' || dnsSupport === 'unknown')
    return hop('vpc-dns', id, 'unknown', 'dns-attributes-unknown');
  return dnsSupport ? hop('vpc-dns', id, 'open', 'amazon-resolver') : hop('vpc-dns', id, 'blocked', 'dns-support-off');
}

/**
 * Where the name leads. An interface endpoint with private DNS captures it for the whole VPC, also for subnets with a NAT
 * gateway and for zones where the endpoint has no interface. Without private DNS the ordinary name never leads there.
 */
export function resolveName(inquiry: Inquiry, service: Service, dialled: string | null): NameResolution {
  const { endpoints } = inquiry.estate;
  const candidates =
    endpoints === 'unknown' ? [] : endpoints.filter((endpoint) => mayCapture(inquiry, endpoint, service));
  const doubt = doubtOf(inquiry, service);
  if (doubt !== null && dialled === null) return uncertain(inquiry, doubt, candidates);
  const answer = asConfigured(inquiry, service, candidates);
  // A private address proves an endpoint even where none is to be seen: in another VPC, or by a rule of the resolver.
  const isElsewhere = dialled !== null && answer.targets[0] === 'public' && isPrivateAddress(dialled, inquiry.estate);
  return dialled !== null && (doubt !== null || isElsewhere) ? asDialled(inquiry, dialled, candidates, answer) : answer;
}

/** What the VPC's own resolver answers, by the endpoints alone. */
function asConfigured(inquiry: Inquiry, service: Service, candidates: readonly Endpoint[]): NameResolution {
  const captures = candidates.map((endpoint) => ({ endpoint, ...captureBy(inquiry, endpoint) }));
  const certain = captures.find(({ captured }) => captured === true);
  if (certain !== undefined) {
    return { hop: nameHop(certain.endpoint, 'open', certain.reason), targets: [certain.endpoint], unused: null };
  }
  const perhaps = captures.filter(({ captured }) => captured === 'unknown');
  const [first] = perhaps;
  if (first !== undefined) {
    const targets = [...perhaps.map(({ endpoint }) => endpoint), 'public' as const];
    return { hop: nameHop(first.endpoint, 'unknown', first.reason), targets, unused: null };
  }
  const [unused] = captures;
  if (unused !== undefined) {
    return { hop: nameHop(unused.endpoint, 'not-needed', unused.reason), targets: ['public'], unused: unused.endpoint };
  }
  const host = hostOf(service, inquiry.query.region);
  return { hop: hop('private-dns', host, 'not-needed', 'no-endpoint-for-name'), targets: ['public'], unused: null };
}

function mayCapture({ query }: Inquiry, endpoint: Endpoint, service: Service): boolean {
  return endpoint.type === 'interface' && endpointServes(endpoint, service, query.region);
}

function captureBy(
  { estate }: Inquiry,
  endpoint: Endpoint,
): { readonly captured: OrUnknown<boolean>; readonly reason: HopReason } {
  const { privateDnsEnabled, privateDnsOnlyForInboundResolver: isInboundOnly, state } = endpoint;
  if (privateDnsEnabled === false) return { captured: false, reason: 'private-dns-off' };
  if (isInboundOnly === true) return { captured: false, reason: 'private-dns-for-inbound-resolver-only' };
  if (estate.vpc.dnsHostnames === false) return { captured: false, reason: 'dns-hostnames-off' };
  if (privateDnsEnabled === 'unknown' || isInboundOnly === 'unknown')
    return { captured: 'unknown', reason: 'private-dns-unknown' };
  if (estate.vpc.dnsHostnames === 'unknown') return { captured: 'unknown', reason: 'dns-attributes-unknown' };
  // Nothing says when a name is set up or taken down around the states before and after `available`.
  if (state !== 'available') return { captured: 'unknown', reason: 'private-dns-in-transition' };
  return { captured: true, reason: 'endpoint-captures-name' };
}

/** Why the endpoints of this VPC do not settle what the resolver answers; `null` when they do. */
function doubtOf({ estate, query }: Inquiry, service: Service): HopReason | null {
  if (estate.vpc.resolver === 'custom') return 'custom-resolver';
  if (estate.vpc.resolver === 'unknown') return 'dns-attributes-unknown';
  if (estate.endpoints === 'unknown') return 'endpoints-unknown';
  if (estate.vpc.privateZones === 'unknown') return 'private-zones-unknown';
  const host = hostOf(service, query.region);
  if (estate.vpc.privateZones.some((zone) => shadows(zone.replace(/\.$/, ''), host)))
    return 'private-zone-shadows-name';
  if (query.hostForm === 'ordinary' && query.ipFamily === 'ipv4') return null;
  // AWS's pages disagree on which endpoints answer for the dual-stack and the FIPS names.
  const isNear = ({ type, service: name }: Endpoint) =>
    type === 'interface' && name.replace('ecr-fips', 'ecr').endsWith(`.${service}`);
  return estate.endpoints.some(isNear) ? 'endpoint-may-not-serve-this-host-form' : null;
}

function shadows(zone: string, host: string): boolean {
  return host === zone || host.endsWith(`.${zone}`) || zone.endsWith(`.${host}`);
}

function uncertain(inquiry: Inquiry, reason: HopReason, candidates: readonly Endpoint[]): NameResolution {
  const doubt = hop('private-dns', inquiry.estate.vpc.id, 'unknown', reason);
  return { hop: doubt, targets: [...candidates, 'unseen-endpoint', 'public'], unused: null };
}

/** The address that was dialled says what the resolver answered, whoever it is. */
function asDialled(
  inquiry: Inquiry,
  address: string,
  candidates: readonly Endpoint[],
  configured: NameResolution,
): NameResolution {
  const { estate, query } = inquiry;
  if (!isPrivateAddress(address, estate)) {
    // An endpoint that nobody could see may carry the name by now.
    if (estate.endpoints === 'unknown') return uncertain(inquiry, 'endpoints-unknown', candidates);
    const [first] = configured.targets;
    const leadsToPublic = hop('private-dns', address, 'not-needed', 'dialled-address-is-public');
    if (typeof first !== 'object') return { ...configured, hop: leadsToPublic };
    // So does one that comes or goes.
    if (configured.targets.length > 1) return configured;
    // By what is configured the endpoint would have been dialled: it was made since, or somebody else answers names.
    const doubt = nameHop(first, 'unknown', 'name-leads-past-endpoint');
    return { hop: { ...doubt, detail: { ...doubt.detail, address } }, targets: [first, 'public'], unused: null };
  }
  const owner = candidates.find((endpoint) => mayHaveAddress(estate, endpoint, address, query.ipFamily));
  if (owner !== undefined)
    return { hop: nameHop(owner, 'open', 'dialled-address-is-endpoint'), targets: [owner], unused: null };
  return {
    hop: hop('private-dns', address, 'unknown', 'dialled-address-is-unseen-endpoint'),
    targets: ['unseen-endpoint'],
    unused: null,
  };
}

/** Whether an interface of the endpoint has this address, or could have it where its addresses are not known. */
export function mayHaveAddress(estate: NetworkEstate, endpoint: Endpoint, address: string, family: IpFamily): boolean {
  const subnets = endpoint.subnets === 'unknown' ? [] : endpoint.subnets;
  const own = subnets.flatMap((subnet) => addressesInSubnet(estate, endpoint, subnet, family));
  return subtractAll([parseCidr(address)], own).length === 0;
}

function nameHop(endpoint: Endpoint, verdict: Hop['verdict'], reason: HopReason): Hop {
  return hop('private-dns', endpoint.id, verdict, reason, { service: endpoint.service });
}
