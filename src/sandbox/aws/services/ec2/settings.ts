import type { Vpc } from '../../estate.ts';
import { type Operation, wishForAll } from '../operation.ts';
import { describeOperation, networkOf } from './listing.ts';

/** The set of DHCP options that every VPC has: all that matters of it is who resolves names. */
export const DHCP_OPTIONS = 'dopt-0c0ffee0c0ffee000';

export const describeDhcpOptions = describeOperation<Vpc>({
  set: 'dhcpOptionsSet',
  entries: ({ vpcs }) => vpcs.slice(0, 1),
  id: () => DHCP_OPTIONS,
  idParameter: 'DhcpOptionsId',
  notFound: ['InvalidDhcpOptionID.NotFound', 'dhcpOption ID'],
  filters: { 'dhcp-options-id': () => [DHCP_OPTIONS] },
  show: ({ dnsServers = ['AmazonProvidedDNS'] }, { caller }) => ({
    dhcpOptionsId: DHCP_OPTIONS,
    ownerId: caller.account,
    dhcpConfigurationSet: [{ key: 'domain-name-servers', valueSet: dnsServers.map((value) => ({ value })) }],
  }),
});

export const describeVpcBlockPublicAccessOptions: Operation = {
  wishes: wishForAll,
  answer(call) {
    const { caller, region } = call;
    const internetGatewayBlockMode = networkOf(call).internetGatewayBlockMode ?? 'off';
    return {
      vpcBlockPublicAccessOptions: {
        awsAccountId: caller.account,
        awsRegion: region,
        state: internetGatewayBlockMode === 'off' ? 'default-state' : 'update-complete',
        internetGatewayBlockMode,
        managedBy: 'account',
        exclusionsAllowed: 'allowed',
      },
    };
  },
};

/** Nothing in the sandbox is exempt. */
export const describeVpcBlockPublicAccessExclusions: Operation = {
  wishes: wishForAll,
  answer: () => ({ vpcBlockPublicAccessExclusionSet: [] }),
};
