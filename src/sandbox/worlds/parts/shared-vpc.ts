import type { Estate } from '../../aws/estate.ts';
import { findAccount, findNetwork } from './find.ts';
import { HOME, WORKLOAD } from './names.ts';
import { ENDPOINT_GROUP } from './private-network.ts';

/**
 * Gives the VPC to another account, which shares its subnets with that of the workload. That one still sees the VPC, the
 * subnets and what is its own, and nothing of the owner's gateways, tables, lists and endpoints.
 */
export function ownVpcIn(estate: Estate, ownerId: string): void {
  const whole = findNetwork(estate);
  findAccount(estate, ownerId).networks[HOME] = {
    ...whole,
    securityGroups: whole.securityGroups.filter(isOwners),
  };
  findAccount(estate, WORKLOAD).networks[HOME] = {
    ...whole,
    vpcs: whole.vpcs.map((vpc) => ({ ...vpc, ownerId })),
    subnets: whole.subnets.map((subnet) => ({ ...subnet, ownerId })),
    securityGroups: whole.securityGroups.filter((group) => !isOwners(group)),
    routeTables: [],
    internetGateways: [],
    natGateways: [],
    vpcEndpoints: [],
    networkAcls: [],
    networkInterfaces: [],
  };
}

function isOwners({ groupId }: { readonly groupId: string }): boolean {
  return groupId === ENDPOINT_GROUP;
}
