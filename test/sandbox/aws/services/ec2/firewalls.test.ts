import { DescribeNetworkAclsCommand, DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findNetwork } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { PRIVATE_SUBNETS, PUBLIC_SUBNET, TASK_GROUP, VPC } from '../../../../../src/sandbox/worlds/parts/network.ts';
import { reader, WORKLOAD } from '../../clients.ts';

describe('EC2 security groups and network ACLs', () => {
  it('describes rules of every kind', async () => {
    const estate = healthyEstate();
    const group = findNetwork(estate).securityGroups[0];
    group?.egress.push({
      protocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      cidrs: [],
      securityGroupIds: ['sg-1'],
      prefixListIds: ['pl-1'],
    });
    const { SecurityGroups } = await reader(estate, WORKLOAD).ec2.send(
      new DescribeSecurityGroupsCommand({ GroupIds: [TASK_GROUP] }),
    );
    expect(SecurityGroups).toMatchObject([
      {
        GroupId: TASK_GROUP,
        GroupName: 'shop-tasks',
        Description: 'Tasks of the shop',
        VpcId: VPC,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, IpRanges: [{ CidrIp: '10.20.0.0/16' }] }],
        IpPermissionsEgress: [
          { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
          {
            FromPort: 443,
            UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: WORKLOAD }],
            PrefixListIds: [{ PrefixListId: 'pl-1' }],
            IpRanges: [],
          },
        ],
      },
    ]);
    expect(SecurityGroups?.[0]?.IpPermissionsEgress?.[0]).not.toHaveProperty('FromPort');
  });

  it('describes the ACL of a subnet', async () => {
    const estate = healthyEstate();
    findNetwork(estate).networkAcls[0]?.entries.push({
      ruleNumber: 90,
      egress: true,
      action: 'deny',
      protocol: '6',
      cidrBlock: '0.0.0.0/0',
      portRange: { from: 443, to: 443 },
    });
    const Filters = [{ Name: 'association.subnet-id', Values: [PUBLIC_SUBNET] }];
    const { NetworkAcls } = await reader(estate, WORKLOAD).ec2.send(new DescribeNetworkAclsCommand({ Filters }));
    expect(NetworkAcls).toHaveLength(1);
    expect(NetworkAcls?.[0]).toMatchObject({ VpcId: VPC, IsDefault: true });
    expect(NetworkAcls?.[0]?.Associations?.map(({ SubnetId }) => SubnetId)).toEqual([
      ...PRIVATE_SUBNETS,
      PUBLIC_SUBNET,
    ]);
    expect(NetworkAcls?.[0]?.Entries).toContainEqual({
      RuleNumber: 32767,
      Egress: false,
      RuleAction: 'deny',
      Protocol: '-1',
      CidrBlock: '0.0.0.0/0',
    });
    expect(NetworkAcls?.[0]?.Entries).toContainEqual({
      RuleNumber: 90,
      Egress: true,
      RuleAction: 'deny',
      Protocol: '6',
      CidrBlock: '0.0.0.0/0',
      PortRange: { From: 443, To: 443 },
    });
  });
});
