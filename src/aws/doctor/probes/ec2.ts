import {
  DescribeDhcpOptionsCommand,
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcBlockPublicAccessExclusionsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  type EC2Client,
  GetManagedPrefixListEntriesCommand,
} from '@aws-sdk/client-ec2';
import type { Probe } from '../probe.ts';

const DryRun = true;

/** EC2 can be asked for the permission alone, and answers "it would have succeeded" as an error. (EC2 API reference.) */
const dryRun = (send: (ec2: EC2Client) => Promise<unknown>, ...otherwise: readonly string[]): Probe => ({
  send: ({ ec2 }) => send(ec2),
  letIn: ['DryRunOperation', ...otherwise],
});

export const EC2_PROBES = {
  'ec2:DescribeVpcs': dryRun((ec2) => ec2.send(new DescribeVpcsCommand({ DryRun }))),
  'ec2:DescribeVpcAttribute': dryRun(
    (ec2) =>
      ec2.send(
        new DescribeVpcAttributeCommand({ DryRun, VpcId: 'vpc-00000000000000000', Attribute: 'enableDnsSupport' }),
      ),
    'InvalidVpcID.NotFound',
  ),
  'ec2:DescribeDhcpOptions': dryRun((ec2) => ec2.send(new DescribeDhcpOptionsCommand({ DryRun }))),
  'ec2:DescribeSubnets': dryRun((ec2) => ec2.send(new DescribeSubnetsCommand({ DryRun }))),
  'ec2:DescribeRouteTables': dryRun((ec2) => ec2.send(new DescribeRouteTablesCommand({ DryRun }))),
  'ec2:DescribeInternetGateways': dryRun((ec2) => ec2.send(new DescribeInternetGatewaysCommand({ DryRun }))),
  'ec2:DescribeEgressOnlyInternetGateways': dryRun((ec2) =>
    ec2.send(new DescribeEgressOnlyInternetGatewaysCommand({ DryRun })),
  ),
  'ec2:DescribeNatGateways': dryRun((ec2) => ec2.send(new DescribeNatGatewaysCommand({ DryRun }))),
  'ec2:DescribeVpcEndpoints': dryRun((ec2) => ec2.send(new DescribeVpcEndpointsCommand({ DryRun }))),
  'ec2:DescribeNetworkInterfaces': dryRun((ec2) => ec2.send(new DescribeNetworkInterfacesCommand({ DryRun }))),
  'ec2:DescribeSecurityGroups': dryRun((ec2) => ec2.send(new DescribeSecurityGroupsCommand({ DryRun }))),
  'ec2:DescribeNetworkAcls': dryRun((ec2) => ec2.send(new DescribeNetworkAclsCommand({ DryRun }))),
  'ec2:DescribeInstances': dryRun((ec2) => ec2.send(new DescribeInstancesCommand({ DryRun }))),
  'ec2:DescribeManagedPrefixLists': dryRun((ec2) => ec2.send(new DescribeManagedPrefixListsCommand({ DryRun }))),
  'ec2:GetManagedPrefixListEntries': dryRun(
    (ec2) => ec2.send(new GetManagedPrefixListEntriesCommand({ DryRun, PrefixListId: 'pl-00000000000000000' })),
    'InvalidPrefixListID.NotFound',
  ),
  'ec2:DescribeVpcBlockPublicAccessOptions': dryRun((ec2) =>
    ec2.send(new DescribeVpcBlockPublicAccessOptionsCommand({ DryRun })),
  ),
  'ec2:DescribeVpcBlockPublicAccessExclusions': dryRun((ec2) =>
    ec2.send(new DescribeVpcBlockPublicAccessExclusionsCommand({ DryRun })),
  ),
} satisfies Readonly<Record<string, Probe>>;
