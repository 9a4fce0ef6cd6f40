import type { Endpoint, OrUnknown } from '../../domain/network-estate.ts';
import { isPrivateAddress } from './addresses.ts';
import { asDialled, reconcile } from './dialled-name.ts';
import type { HopReason } from './hop-reasons.ts';
import { hop, type Inquiry } from './inquiry.ts';
import type { Hop } from './leg-path.ts';
import { nameHop, uncertain, type NameResolution } from './name-resolution.ts';
import { answeringZone } from './private-zones.ts';
import { endpointServes, hostOf, otherHosts, type Service } from './services.ts';
import { resolveByZone, type ZoneResolution } from './zone-name.ts';

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
 * gateway and for zones where the endpoint has no interface. Without private DNS the ordinary name never leads there,
 * unless a private hosted zone of the owner's says so.
 */
export function resolveName(inquiry: Inquiry, service: Service, dialled: string | null): NameResolution {
  const { endpoints } = inquiry.estate;
  const candidates =
    endpoints === 'unknown' ? [] : endpoints.filter((endpoint) => mayCapture(inquiry, endpoint, service));
  const doubt = doubtOf(inquiry, service);
  if (doubt !== null && dialled === null) return uncertain(inquiry, doubt, candidates);
  const zone = doubt === null ? resolveByZone(inquiry, service) : null;
  const answer = asConfigured(inquiry, service, candidates, zone);
  if (dialled === null) return answer;
  if (zone !== null && answer === zone) {
    const isUnclear = zone.hop.verdict === 'unknown';
    return isUnclear ? asDialled(inquiry, dialled, candidates, zone) : reconcile(inquiry, dialled, zone);
  }
  // A private address proves an endpoint even where none is to be seen: in another VPC, or by a rule of the resolver.
  const isElsewhere = answer.targets[0] === 'public' && isPrivateAddress(dialled, inquiry.estate);
  return doubt !== null || isElsewhere ? asDialled(inquiry, dialled, candidates, answer) : answer;
}

/** What the VPC's own resolver answers, by the endpoints and the private hosted zones. The most specific zone answers. */
function asConfigured(
  inquiry: Inquiry,
  service: Service,
  candidates: readonly Endpoint[],
  zone: ZoneResolution | null,
): NameResolution {
  if (zone?.isNarrower === true) return zone;
  const captures = candidates.map((endpoint) => ({ endpoint, ...captureBy(inquiry, endpoint) }));
  const certain = captures.find(({ captured }) => captured === true);
  if (certain !== undefined) {
    return { hop: nameHop(certain.endpoint, 'open', certain.reason), targets: [certain.endpoint], unused: null };
  }
  const perhaps = captures.filter(({ captured }) => captured === 'unknown');
  const [first] = perhaps;
  if (first !== undefined) {
    const targets = [...perhaps.map(({ endpoint }) => endpoint), ...(zone?.targets ?? (['public'] as const))];
    return { hop: nameHop(first.endpoint, 'unknown', first.reason), targets, unused: null };
  }
  if (zone !== null) return zone;
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
  const { privateZones } = estate.vpc;
  if (privateZones === 'unknown') return 'private-zones-unknown';
  // A zone over one of the other hosts is not read.
  if (otherHosts(service, query).some((host) => answeringZone(privateZones, host) !== null))
    return 'private-zone-shadows-name';
  if (query.ipFamily === 'ipv6' && query.hostForm !== 'dual-stack') return 'name-has-no-ipv6-address';
  if (query.hostForm === 'ordinary') return null;
  // AWS's pages disagree on which endpoints answer for the dual-stack and the FIPS names.
  const isNear = ({ type, service: name }: Endpoint) =>
    type === 'interface' && name.replace('ecr-fips', 'ecr').endsWith(`.${service}`);
  return estate.endpoints.some(isNear) ? 'endpoint-may-not-serve-this-host-form' : null;
}
