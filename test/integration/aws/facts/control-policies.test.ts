import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  MoveAccountCommand,
} from '@aws-sdk/client-organizations';
import { describe, expect, it } from 'vitest';
import type { Clients } from '../../../../src/aws/clients.ts';
import { anAccount, openIdentities, ownerOf, REGISTRY, roleIn } from '../accounts.ts';
import { createRole } from '../iam.ts';
import { useMoto } from '../moto.ts';
import { aPull, learn } from '../reading.ts';

useMoto();

const NO_PULLS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: 'NoPulls', Effect: 'Deny', Action: 'ecr:BatchGetImage', Resource: '*' }],
});

interface Tree {
  readonly root: string;
  readonly unit: string;
  readonly member: string;
}

/** A root, a unit under it and an account in that. */
async function plantTree({ organizations }: Clients): Promise<Tree> {
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots } = await organizations.send(new ListRootsCommand({}));
  const root = Roots?.[0]?.Id ?? '';
  const made = await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: root, Name: 'workloads' }));
  const unit = made.OrganizationalUnit?.Id ?? '';
  const { CreateAccountStatus } = await organizations.send(
    new CreateAccountCommand({ AccountName: 'shop', Email: 'shop@shop.example' }),
  );
  const member = CreateAccountStatus?.AccountId ?? '';
  await organizations.send(
    new MoveAccountCommand({ AccountId: member, SourceParentId: root, DestinationParentId: unit }),
  );
  return { root, unit, member };
}

/**
 * As an investigation reads them whose ecr-why.yml names the management account. That is the registry's as well: of an
 * account of no organization moto answers an error that AWS does not document for `ListParents`.
 */
function controlsOver(member: string) {
  const accounts = [{ ...anAccount({ id: REGISTRY }), readsOrganization: true }, anAccount({ id: member })];
  return learn(
    'controlPolicies',
    aPull({ workload: { kind: 'role', role: roleIn(member, 'puller') } }),
    openIdentities(accounts),
  );
}

describe('controlPolicies', () => {
  it('are read level by level, and do not bind the management account', async () => {
    const owner = ownerOf(REGISTRY);
    const { root, unit, member } = await plantTree(owner);
    const { organizations } = owner;
    await organizations.send(new EnablePolicyTypeCommand({ RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' }));
    const { Policy } = await organizations.send(
      new CreatePolicyCommand({ Name: 'NoPulls', Description: '', Type: 'SERVICE_CONTROL_POLICY', Content: NO_PULLS }),
    );
    const PolicyId = Policy?.PolicySummary?.Id ?? '';
    await organizations.send(new AttachPolicyCommand({ PolicyId, TargetId: unit }));
    await createRole(ownerOf(member), 'puller');
    const learned = await controlsOver(member);
    expect(learned).toMatchObject({
      known: true,
      value: {
        service: {
          account: member,
          levels: [
            { target: `root ${root}` },
            {
              target: `organizational unit ${unit}`,
              policies: expect.arrayContaining([
                expect.objectContaining({
                  name: `service control policy NoPulls (${PolicyId}) on organizational unit ${unit}`,
                  text: NO_PULLS,
                }),
              ]),
            },
            { target: `account ${member}` },
          ],
        },
        resource: { account: REGISTRY, levels: null },
      },
    });
  });

  it('bind nothing where the type is off', async () => {
    const { member } = await plantTree(ownerOf(REGISTRY));
    await createRole(ownerOf(member), 'puller');
    expect(await controlsOver(member)).toMatchObject({ value: { service: { account: member, levels: null } } });
  });

  it('are none where the reader is in no organization', async () => {
    await createRole(ownerOf('666677778888'), 'puller');
    expect(await controlsOver('666677778888')).toMatchObject({
      known: true,
      value: { service: 'not-asked', resource: 'not-asked' },
    });
  });
});
