import type { Endpoint, NetworkEstate } from '../../domain/network-estate.ts';
import type { Side } from './addresses.ts';
import { s3ListName } from './addresses.ts';
import { parseFamily, type Cidr } from './cidr.ts';
import type { Inquiry } from './inquiry.ts';
import { endpointServes } from './services.ts';

/** What a prefix list holds of one side of a connection: all of it, these blocks, or nobody knows. */
export type ListReach = 'all' | 'unknown' | readonly Cidr[];

/** What a prefix list means for the addresses that might be dialled. */
export function listReach(inquiry: Inquiry, listId: string, side: Side): ListReach {
  const { estate, query } = inquiry;
  const list = estate.prefixLists === 'unknown' ? undefined : estate.prefixLists.find(({ id }) => id === listId);
  const isS3 = isS3List(inquiry, listId);
  // AWS's own lists hold the public addresses of the one service that they are named for.
  if (isS3 === true ? !side.isS3 : list?.name.startsWith('com.amazonaws.') === true) return [];
  // Whether S3's list holds IPv6 is not documented for every Region, so its name proves nothing there.
  if (isS3 === true && query.ipFamily === 'ipv4') return 'all';
  return list === undefined || list.cidrs === 'unknown' ? 'unknown' : parseFamily(list.cidrs, query.ipFamily);
}

/** Whether this is the registry Region's list of S3: by its name, or because S3's gateway endpoint is routed by it. */
export function isS3List({ estate, query }: Inquiry, listId: string): boolean | 'unknown' {
  if (estate.prefixLists !== 'unknown') {
    const list = estate.prefixLists.find(({ id }) => id === listId);
    if (list !== undefined) return list.name === s3ListName(query.region);
  }
  return (
    gatewayEndpointsRoutedBy(estate, listId).some((endpoint) => endpointServes(endpoint, 's3', query.region)) ||
    'unknown'
  );
}

function gatewayEndpointsRoutedBy({ routeTables, endpoints }: NetworkEstate, listId: string): readonly Endpoint[] {
  if (routeTables === 'unknown' || endpoints === 'unknown') return [];
  const routes = routeTables.flatMap((table) => table.routes);
  const byList = routes.filter(({ destination }) => destination.kind === 'prefix-list' && destination.id === listId);
  return endpoints.filter(({ id, type }) => type === 'gateway' && byList.some(({ target }) => target.id === id));
}
