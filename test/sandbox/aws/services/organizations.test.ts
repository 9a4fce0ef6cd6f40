import {
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
} from '@aws-sdk/client-organizations';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { attachControl, WORKLOADS_UNIT } from '../../../../src/sandbox/worlds/parts/organization.ts';
import { deny } from '../../../../src/sandbox/worlds/parts/policy.ts';
import { reader, WORKLOAD } from '../clients.ts';

const ROOT = 'r-sand';
const SCP = 'SERVICE_CONTROL_POLICY';

const client = (account?: string, estate = healthyEstate()) => reader(estate, account).organizations;

describe('DescribeOrganization', () => {
  it('answers every member', async () => {
    await expect(client(WORKLOAD).send(new DescribeOrganizationCommand({}))).resolves.toMatchObject({
      Organization: { Id: 'o-sandbox0000', MasterAccountId: '000011112222' },
    });
  });

  it('tells who is in no organization', async () => {
    const estate = healthyEstate();
    delete estate.organizationPolicies.parents[WORKLOAD];
    await expect(client(WORKLOAD, estate).send(new DescribeOrganizationCommand({}))).rejects.toMatchObject({
      name: 'AWSOrganizationsNotInUseException',
    });
  });
});

describe('the tree', () => {
  it('is for a delegated administrator, and for no other member', async () => {
    await expect(client().send(new ListRootsCommand({}))).resolves.toMatchObject({
      Roots: [{ Id: ROOT, Arn: `arn:aws:organizations::000011112222:root/o-sandbox0000/${ROOT}`, PolicyTypes: [] }],
    });
    await expect(client(WORKLOAD).send(new ListRootsCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  it.each([
    [WORKLOAD, { Id: WORKLOADS_UNIT, Type: 'ORGANIZATIONAL_UNIT' }],
    [WORKLOADS_UNIT, { Id: ROOT, Type: 'ROOT' }],
  ])('has above %s', async (ChildId, parent) => {
    await expect(client().send(new ListParentsCommand({ ChildId }))).resolves.toMatchObject({ Parents: [parent] });
  });

  it('knows no other child', async () => {
    await expect(client().send(new ListParentsCommand({ ChildId: '999999999999' }))).rejects.toMatchObject({
      name: 'ChildNotFoundException',
    });
  });
});

describe('policies', () => {
  it('are listed page by page behind AWS’s own, and described', async () => {
    const estate = healthyEstate();
    attachControl(estate, SCP, 'NoPulls', ROOT, deny(['ecr:BatchGetImage']));
    const organizations = client(undefined, estate);
    const page = (NextToken?: string) =>
      organizations.send(
        new ListPoliciesForTargetCommand({
          TargetId: ROOT,
          Filter: SCP,
          MaxResults: 1,
          ...(NextToken && { NextToken }),
        }),
      );
    const first = await page();
    expect(first).toMatchObject({
      Policies: [{ Name: 'FullAWSAccess', AwsManaged: true }],
      NextToken: expect.any(String),
    });
    const second = await page(first.NextToken);
    expect(second.Policies).toMatchObject([{ Id: 'p-nopulls', Name: 'NoPulls', Type: SCP, AwsManaged: false }]);
    expect(second.NextToken).toBeUndefined();
    const { Policy } = await organizations.send(new DescribePolicyCommand({ PolicyId: 'p-nopulls' }));
    expect(Policy?.Content).toContain('ecr:BatchGetImage');
  });

  it.each([
    [new ListPoliciesForTargetCommand({ TargetId: 'ou-none-00000000', Filter: SCP }), 'TargetNotFoundException'],
    [new ListPoliciesForTargetCommand({ TargetId: ROOT, Filter: SCP, NextToken: 'x' }), 'InvalidInputException'],
  ])('are of no other target, and of no page that was not given', async (command, name) => {
    await expect(client().send(command)).rejects.toMatchObject({ name });
  });

  it('are no others', async () => {
    await expect(client().send(new DescribePolicyCommand({ PolicyId: 'p-none0000' }))).rejects.toMatchObject({
      name: 'PolicyNotFoundException',
    });
  });
});
