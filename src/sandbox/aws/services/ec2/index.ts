import { ec2QueryProtocol } from '../../wire/ec2-query.ts';
import type { Service } from '../operation.ts';
import { withDryRun } from './dry-run.ts';
import {
  describeManagedPrefixLists,
  describeNetworkInterfaces,
  describeVpcEndpoints,
  getManagedPrefixListEntries,
} from './endpoints.ts';
import { describeNetworkAcls, describeSecurityGroups } from './firewalls.ts';
import { describeInstances } from './instances.ts';
import {
  describeEgressOnlyInternetGateways,
  describeInternetGateways,
  describeNatGateways,
  describeRouteTables,
} from './routing.ts';
import {
  describeDhcpOptions,
  describeVpcBlockPublicAccessExclusions,
  describeVpcBlockPublicAccessOptions,
} from './settings.ts';
import { describeRegions, describeSubnets, describeVpcAttribute, describeVpcs } from './vpcs.ts';

export const ec2: Service = {
  protocol: ec2QueryProtocol,
  isGlobal: false,
  operations: withDryRun({
    DescribeRegions: describeRegions,
    DescribeVpcs: describeVpcs,
    DescribeVpcAttribute: describeVpcAttribute,
    DescribeVpcBlockPublicAccessOptions: describeVpcBlockPublicAccessOptions,
    DescribeVpcBlockPublicAccessExclusions: describeVpcBlockPublicAccessExclusions,
    DescribeDhcpOptions: describeDhcpOptions,
    DescribeSubnets: describeSubnets,
    DescribeRouteTables: describeRouteTables,
    DescribeInternetGateways: describeInternetGateways,
    DescribeEgressOnlyInternetGateways: describeEgressOnlyInternetGateways,
    DescribeNatGateways: describeNatGateways,
    DescribeVpcEndpoints: describeVpcEndpoints,
    DescribeNetworkInterfaces: describeNetworkInterfaces,
    DescribeManagedPrefixLists: describeManagedPrefixLists,
    GetManagedPrefixListEntries: getManagedPrefixListEntries,
    DescribeSecurityGroups: describeSecurityGroups,
    DescribeNetworkAcls: describeNetworkAcls,
    DescribeInstances: describeInstances,
  }),
};
