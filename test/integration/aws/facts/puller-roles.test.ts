import { describe, expect, it } from 'vitest';
import { ownerOf, roleIn, WORKLOADS } from '../accounts.ts';
import { createService, registerTask } from '../ecs.ts';
import { allow, attachPolicy, createPolicy, createRole, ECS_TASKS } from '../iam.ts';
import { useMoto } from '../moto.ts';
import { aPull, CHECKOUT, know, learn, NOT_SEEN } from '../reading.ts';

useMoto();

const TOKEN = allow('ecr:GetAuthorizationToken');
const PULL = allow('ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer');
/** A text that IAM answers percent-encoded. */
const AWKWARD = allow('ecr:Describe*', 'logs:Put+%20é');

const namedRole = (name: string) => aPull({ workload: { kind: 'role', role: roleIn(WORKLOADS, name) } });
const service = aPull({ workload: CHECKOUT });

describe('pullerRoles', () => {
  it('comes with every policy that bears on it', async () => {
    const owner = ownerOf(WORKLOADS);
    const boundary = await createPolicy(owner, 'ceiling', PULL);
    await createRole(
      owner,
      'checkout-exec',
      { token: TOKEN, awkward: AWKWARD },
      { boundary, tags: { team: 'shop', tier: '' } },
    );
    await attachPolicy(owner, 'checkout-exec', await createPolicy(owner, 'pull', PULL));
    const { value: roles } = await know('pullerRoles', namedRole('checkout-exec'));
    const value = roles[0] ?? null;
    const policies = (value?.policies ?? []).map(({ name, text }) => [name, JSON.parse(text)]);
    expect(Object.fromEntries(policies)).toEqual({
      'inline policy token': TOKEN,
      'inline policy awkward': AWKWARD,
      'managed policy pull': PULL,
    });
    expect(value).toMatchObject({
      arn: roleIn(WORKLOADS, 'checkout-exec'),
      account: WORKLOADS,
      source: 'named-by-person',
      exists: true,
      permissionsBoundary: { name: 'managed policy ceiling' },
      tags: { team: 'shop', tier: '' },
    });
    expect(JSON.parse(value?.permissionsBoundary?.text ?? '')).toEqual(PULL);
    expect(JSON.parse(value?.trustPolicy ?? '')).toEqual(ECS_TASKS);
  });

  it('may be bare', async () => {
    await createRole(ownerOf(WORKLOADS), 'bare');
    expect((await know('pullerRoles', namedRole('bare'))).value[0]).toMatchObject({
      exists: true,
      policies: [],
      permissionsBoundary: null,
      tags: {},
    });
  });

  it('does not exist when IAM says so', async () => {
    const { value, evidence } = await know('pullerRoles', namedRole('gone'));
    expect(value).toMatchObject([{ exists: false, policies: [], trustPolicy: null }]);
    expect(evidence).toMatchObject([{ action: 'iam:GetRole', subject: 'gone', observed: 'no such role' }]);
  });

  it('is the execution role of the service that pulls, wherever its path lies', async () => {
    const owner = ownerOf(WORKLOADS);
    const executionRoleArn = await createRole(owner, 'checkout-exec', { pull: PULL }, { path: '/shop/' });
    await createService(
      owner,
      'checkout',
      await registerTask(owner, 'checkout', { images: ['nginx'], executionRoleArn }),
      null,
    );
    expect((await know('pullerRoles', service)).value[0]).toMatchObject({
      arn: `arn:aws:iam::${WORKLOADS}:role/shop/checkout-exec`,
      source: 'execution-role',
      exists: true,
      policies: [{ name: 'inline policy pull' }],
    });
  });

  it('is the one that the message names', async () => {
    await createRole(ownerOf(WORKLOADS), 'ci', { pull: PULL });
    const denial = {
      principal: `arn:aws:sts::${WORKLOADS}:assumed-role/ci/build-7`,
      action: 'ecr:BatchGetImage',
      resource: null,
      layer: null,
      explicit: false,
      policy: null,
    } as const;
    expect((await know('pullerRoles', aPull({ denial }))).value[0]).toMatchObject({
      source: 'named-by-message',
      exists: true,
    });
  });

  it('is nobody where the task definition names none', async () => {
    const owner = ownerOf(WORKLOADS);
    await createService(owner, 'checkout', await registerTask(owner, 'checkout', { images: ['nginx'] }), null);
    expect((await know('pullerRoles', service)).value).toEqual([]);
  });

  it('is a gap when the service is gone', async () => {
    expect(await learn('pullerRoles', service)).toMatchObject({ known: false, gap: { reason: NOT_SEEN } });
  });
});
