import type { NetworkEstate, OrUnknown } from '../../domain/network-estate.ts';

/**
 * The estate as far as it can be believed. An account that a VPC is shared with sees its subnets, but not the owner's
 * gateways and endpoints: there, an empty list means nothing.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html
 */
export function asBelieved(estate: NetworkEstate): NetworkEstate {
  if (estate.vpc.owner === estate.seenFrom) return estate;
  return {
    ...estate,
    natGateways: unlessEmpty(estate.natGateways),
    internetGateways: unlessEmpty(estate.internetGateways),
    endpoints: unlessEmpty(estate.endpoints),
  };
}

function unlessEmpty<Item>(list: OrUnknown<readonly Item[]>): OrUnknown<readonly Item[]> {
  return list.length === 0 ? 'unknown' : list;
}
