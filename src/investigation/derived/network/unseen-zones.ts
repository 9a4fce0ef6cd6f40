import type { NetworkEstate } from '../../../domain/network-estate.ts';

/**
 * People's own private hosted zones are not read: that would take a right of Route 53. They are taken not to shadow the
 * names of AWS's services, for otherwise nothing could be said of any network.
 */
export function withoutUnseenZones(estate: NetworkEstate): NetworkEstate {
  const { vpc } = estate;
  return vpc.privateZones === 'unknown' ? { ...estate, vpc: { ...vpc, privateZones: [] } } : estate;
}
