import type { NetworkEstate, NetworkSource } from '../../../domain/network-estate.ts';
import type { Difference, DifferenceKind } from '../../../domain/facts/siblings.ts';
import { aclOfSubnet } from '../../../semantics/vpc-path/network-acls.ts';
import { effectiveRouteTable } from '../../../semantics/vpc-path/routes.ts';

/** Where something leaves from, and with what. */
export type Stand = Pick<NetworkSource, 'subnet' | 'securityGroups' | 'hasPublicAddress'>;

/** What is known to be different in the network of two places, and nothing that may be the same. */
export function whatDiffers(estate: NetworkEstate, here: Stand, there: Stand): readonly Difference[] {
  // Of a subnet that is not seen, not even the route table is known: it may lie in another VPC.
  const isSeen = estate.subnets.some(({ id }) => id === there.subnet);
  const ofSubnet = (idOf: (subnet: string) => string | undefined): readonly [string | undefined, string | undefined] =>
    isSeen ? [idOf(here.subnet), idOf(there.subnet)] : [undefined, undefined];
  return [
    ...differing('zone', ...ofSubnet((id) => estate.subnets.find((subnet) => subnet.id === id)?.zone)),
    ...differing('route table', ...ofSubnet((id) => effectiveRouteTable(estate, id)?.id)),
    ...differing('network ACL', ...ofSubnet((id) => aclOfSubnet(estate, id)?.id)),
    ...differing('security groups', groupsOf(here), groupsOf(there)),
    ...differing('public address', publicAddressOf(here), publicAddressOf(there)),
  ];
}

/** One difference, if both sides are known and not the same. */
export function differing(
  what: DifferenceKind,
  here: string | undefined,
  there: string | undefined,
): readonly Difference[] {
  return here === undefined || there === undefined || here === there ? [] : [{ what, here, there }];
}

function groupsOf({ securityGroups }: Stand): string | undefined {
  return securityGroups === 'unknown' ? undefined : securityGroups.toSorted().join(' ');
}

function publicAddressOf({ hasPublicAddress }: Stand): string | undefined {
  if (hasPublicAddress === 'unknown') return undefined;
  return hasPublicAddress ? 'one' : 'none';
}
