import type { PrivateZone } from '../../domain/network-estate.ts';
import { addressesOfEndpoint } from './addresses.ts';
import { hop, type Inquiry } from './inquiry.ts';
import { nameHop, type DistantTarget, type NameResolution } from './name-resolution.ts';
import { answeringZone, askZone } from './private-zones.ts';
import { dialledHost, endpointZone, isEndpointOf, type Service } from './services.ts';

/** Where a private hosted zone that people associated with the VPC leads a name. */
export interface ZoneResolution extends NameResolution {
  /** Whether it answers before the zone that AWS makes for an endpoint with private DNS would. */
  readonly isNarrower: boolean;
}

/** `null`: no such zone answers for the name. The zones must be known. */
export function resolveByZone(inquiry: Inquiry, service: Service): ZoneResolution | null {
  const { estate, query } = inquiry;
  const zones = estate.vpc.privateZones === 'unknown' ? [] : estate.vpc.privateZones;
  const host = dialledHost(service, query.region, query.registry);
  const zone = answeringZone(zones, host);
  if (zone === null) return null;
  const isNarrower = zone.name.length > endpointZone(service, query.region).length;
  return { ...leadOn(inquiry, service, zone, host), isNarrower };
}

function leadOn(inquiry: Inquiry, service: Service, zone: PrivateZone, host: string): NameResolution {
  const { vpc } = inquiry.estate;
  const zones = vpc.privateZones === 'unknown' ? [] : vpc.privateZones;
  const answer = askZone(zone, host, inquiry.query.ipFamily, (name) => answeringZone(zones, name) === zone);
  const detail = { zone: zone.name, host };
  // Zones are answered from only where the VPC has both of its DNS attributes; what happens else is not documented.
  if (answer.kind === 'unclear' || vpc.dnsHostnames !== true) return unclear(zone, detail);
  if (answer.kind === 'nothing') {
    const lack = hop('private-dns', zone.id, 'blocked', 'private-zone-lacks-name', detail);
    return { hop: lack, targets: [{ lack }], unused: null };
  }
  const target = answer.kind === 'endpoint' ? byId(inquiry, answer.id) : byAddresses(inquiry, answer.addresses);
  if (target === null) return unclear(zone, answer.kind === 'endpoint' ? { ...detail, endpoint: answer.id } : detail);
  const endpoint = 'vpc' in target ? target.endpoint : target;
  if (!isEndpointOf(endpoint, service, inquiry.query.region))
    return unclear(zone, { ...detail, endpoint: endpoint.id });
  const leads = nameHop(endpoint, 'open', 'private-zone-leads-to-endpoint');
  return { hop: { ...leads, detail: { ...leads.detail, ...detail } }, targets: [target], unused: null };
}

function unclear({ id }: PrivateZone, detail: Readonly<Record<string, string>>): NameResolution {
  const doubt = hop('private-dns', id, 'unknown', 'private-zone-shadows-name', detail);
  return { hop: doubt, targets: ['unseen-endpoint', 'public'], unused: null };
}

function targetsOf({ estate }: Inquiry) {
  const here = estate.endpoints === 'unknown' ? [] : estate.endpoints;
  const distant = estate.distantVpcs.flatMap((vpc) =>
    vpc.endpoints.map((endpoint): DistantTarget => ({ vpc, endpoint })),
  );
  return [
    ...here.map((endpoint) => ({ endpoint, target: endpoint })),
    ...distant.map((target) => ({ endpoint: target.endpoint, target })),
  ];
}

/** An id is one endpoint's in the whole of AWS. */
function byId(inquiry: Inquiry, id: string) {
  return targetsOf(inquiry).find(({ endpoint }) => endpoint.id === id)?.target ?? null;
}

/** Private addresses repeat from VPC to VPC: whose they are is certain only where one endpoint alone has them. */
function byAddresses(inquiry: Inquiry, addresses: readonly string[]) {
  const owners = targetsOf(inquiry).filter(({ endpoint }) =>
    addresses.some((address) => addressesOfEndpoint(endpoint).includes(address)),
  );
  const [only, ...others] = owners;
  if (only === undefined || others.length > 0) return null;
  return addresses.every((address) => addressesOfEndpoint(only.endpoint).includes(address)) ? only.target : null;
}
