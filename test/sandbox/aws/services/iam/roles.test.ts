import {
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  NoSuchEntityException,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findRole } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const iam = (estate = healthyEstate()) => reader(estate, WORKLOAD).iam;

describe('IAM roles', () => {
  it('gives a role, its trust policy percent-encoded', async () => {
    const estate = healthyEstate();
    const role = findRole(estate, WORKLOAD, 'checkout-exec');
    role.permissionsBoundary = 'arn:aws:iam::444455556666:policy/limits';
    const { Role } = await iam(estate).send(new GetRoleCommand({ RoleName: 'checkout-exec' }));
    expect(Role).toMatchObject({
      Arn: role.arn,
      Path: '/',
      CreateDate: expect.any(Date),
      PermissionsBoundary: { PermissionsBoundaryArn: role.permissionsBoundary },
    });
    expect(Role?.AssumeRolePolicyDocument).toMatch(/^%7B%22Version%22/);
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(role.trustPolicy);
  });

  it('lists policies by page, and gives each inline one', async () => {
    const estate = healthyEstate();
    const role = findRole(estate, WORKLOAD, 'checkout-exec');
    const document = '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Sid":"a (b) & \'c\' <d> ü!"}]}';
    role.inlinePolicies = [
      { name: 'first', document },
      { name: 'second', document: '{}' },
    ];
    const client = iam(estate);
    const first = await client.send(new ListRolePoliciesCommand({ RoleName: 'checkout-exec', MaxItems: 1 }));
    expect(first).toMatchObject({ PolicyNames: ['first'], IsTruncated: true });
    const second = await client.send(
      new ListRolePoliciesCommand({ RoleName: 'checkout-exec', ...(first.Marker && { Marker: first.Marker }) }),
    );
    expect(second).toMatchObject({ PolicyNames: ['second'], IsTruncated: false });
    const { PolicyDocument } = await client.send(
      new GetRolePolicyCommand({ RoleName: 'checkout-exec', PolicyName: 'first' }),
    );
    expect(PolicyDocument).not.toMatch(/[()*!']/);
    expect(decodeURIComponent(PolicyDocument ?? '')).toBe(document);
    await expect(
      client.send(new ListAttachedRolePoliciesCommand({ RoleName: 'checkout-exec' })),
    ).resolves.toMatchObject({
      AttachedPolicies: [
        {
          PolicyName: 'AmazonECSTaskExecutionRolePolicy',
          PolicyArn: 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
        },
      ],
      IsTruncated: false,
    });
  });

  it('gives empty lists as lists', async () => {
    const answer = await iam().send(new ListRolePoliciesCommand({ RoleName: 'checkout-exec' }));
    expect(answer.PolicyNames).toEqual([]);
  });

  it('says that there is no such role or policy', async () => {
    const missing = iam().send(new GetRoleCommand({ RoleName: 'gone' }));
    await expect(missing).rejects.toBeInstanceOf(NoSuchEntityException);
    await expect(missing).rejects.toThrow('The role with name gone cannot be found.');
    await expect(
      iam().send(new GetRolePolicyCommand({ RoleName: 'checkout-exec', PolicyName: 'gone' })),
    ).rejects.toBeInstanceOf(NoSuchEntityException);
  });

  it('calls a role by its name when it denies it', async () => {
    const estate = healthyEstate();
    estate.deniedToReader[WORKLOAD] = ['iam:GetRole'];
    await expect(iam(estate).send(new GetRoleCommand({ RoleName: 'checkout-exec' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('iam:GetRole on resource: role checkout-exec because no identity-based policy'),
    });
  });
});
