import type { Purpose } from '../statements.ts';

/** The ways of a pull. */
export const NETWORK_PURPOSES: readonly Purpose[] = [
  {
    // Two of them can be narrowed, to VPCs and to prefix lists; but a shared VPC is another account's, and S3's list is AWS's.
    sid: 'SeeNetworkAroundThePuller',
    grants: [
      {
        on: ['*'],
        actions: [
          'ec2:DescribeDhcpOptions',
          'ec2:DescribeEgressOnlyInternetGateways',
          'ec2:DescribeInstances',
          'ec2:DescribeInternetGateways',
          'ec2:DescribeManagedPrefixLists',
          'ec2:DescribeNatGateways',
          'ec2:DescribeNetworkAcls',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeRouteTables',
          'ec2:DescribeSecurityGroupRules',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcAttribute',
          'ec2:DescribeVpcBlockPublicAccessExclusions',
          'ec2:DescribeVpcBlockPublicAccessOptions',
          'ec2:DescribeVpcEndpoints',
          'ec2:DescribeVpcs',
          'ec2:GetManagedPrefixListEntries',
        ],
      },
    ],
  },
  {
    // IAM narrows the first to nothing, and zones belong to no account in their ARN.
    sid: 'SeeWherePrivateZonesLead',
    grants: [
      { on: ['*'], actions: ['route53:ListHostedZonesByVPC'] },
      { on: ['arn:PARTITION:route53:::hostedzone/*'], actions: ['route53:ListResourceRecordSets'] },
    ],
  },
];
