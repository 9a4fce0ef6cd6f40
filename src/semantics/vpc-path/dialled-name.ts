import type { Endpoint } from '../../domain/network-estate.ts';
import { addressesOfEndpoint, isPrivateAddress, mayHaveAddress } from './addresses.ts';
import { hop, type Inquiry } from './inquiry.ts';
import { nameHop, uncertain, type NameResolution, type NameTarget } from './name-resolution.ts';

/** The address that was dialled says what the resolver answered, whoever it is. */
export function asDialled(
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
    if (typeof first !== 'object' || 'vpc' in first || 'lack' in first)
      return { ...configured, hop: leadsToPublic, targets: ['public'] };
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

/**
 * What a private hosted zone answers now, beside the address that was dialled then. Where they disagree, the zone was
 * changed since, or somebody else answered.
 */
export function reconcile(inquiry: Inquiry, address: string, zone: NameResolution): NameResolution {
  const [first] = zone.targets;
  const endpoint = first === undefined ? null : endpointOf(first);
  if (endpoint !== null && addressesOfEndpoint(endpoint).includes(address)) return zone;
  if (endpoint?.addresses === 'unknown' && isPrivateAddress(address, inquiry.estate)) return zone;
  const doubt = hop('private-dns', zone.hop.subject, 'unknown', 'private-zone-shadows-name', {
    ...zone.hop.detail,
    address,
  });
  return { hop: doubt, targets: ['unseen-endpoint', 'public'], unused: null };
}

function endpointOf(target: NameTarget): Endpoint | null {
  if (typeof target !== 'object' || 'lack' in target) return null;
  return 'vpc' in target ? target.endpoint : target;
}
