import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOME, anAccount, openIdentities, ownerOf, REGION, REGISTRY, roleIn, WORKLOADS } from './accounts.ts';
import { createRole, allow, type PolicyDocument } from './iam.ts';
import { createRepository } from './images.ts';
import { becomeUser, createRoles, SELF } from './become-user.ts';
import { useMoto } from './moto.ts';
import { aPull, learn } from './reading.ts';

useMoto();

const HERE = { account: REGISTRY, region: REGION };
const READ_ROLE = roleIn(REGISTRY, 'EcrWhyRead');

describe('an account', () => {
  it('that is not configured is a gap that says so, and who we are', async () => {
    const identities = openIdentities([anAccount({ id: WORKLOADS })]);
    expect(await learn('repository', aPull(), identities)).toMatchObject({
      known: false,
      gap: { reason: 'account-not-configured', ...HERE, self: expect.stringContaining(`::${HOME}:`) },
    });
  });

  it('whose role lacks one action leaves a gap that names both', async () => {
    await createRole(ownerOf(REGISTRY), 'puller', { pull: allow('ecr:BatchGetImage') });
    await createRoles(REGISTRY, allow('iam:GetRole', 'iam:ListRolePolicies', 'iam:ListAttachedRolePolicies'));
    await becomeUser();
    const pull = aPull({ workload: { kind: 'role', role: roleIn(REGISTRY, 'puller') } });
    expect(await learn('pullerRoles', pull)).toMatchObject({
      known: false,
      gap: { reason: 'denied', action: 'iam:GetRolePolicy', ...HERE, role: READ_ROLE },
    });
  });

  // moto refuses calls of ECR's JSON protocol in XML.
  it('that refuses in words which nobody can read leaves a gap all the same', async () => {
    await createRoles(REGISTRY, allow('ecr:DescribeRepositories'));
    await becomeUser();
    expect(await learn('repository')).toMatchObject({ known: true, value: null });
    expect(await learn('image')).toMatchObject({
      known: false,
      gap: { action: 'ecr:DescribeImages', ...HERE, role: READ_ROLE },
    });
  });

  it('that we may not enter is a gap that names its role, and whom it would have to trust', async () => {
    await createRoles(REGISTRY);
    await becomeUser(allow('ecr:*'));
    expect(await learn('repository')).toMatchObject({
      known: false,
      gap: { reason: 'role-not-assumable', action: 'sts:AssumeRole', ...HERE, role: READ_ROLE, self: SELF },
    });
  });
});

describe('our own account', () => {
  const pull = aPull({
    image: {
      text: `${HOME}.dkr.ecr.${REGION}.amazonaws.com/shop/api:v2.1.0`,
      registry: { kind: 'ecr', host: `${HOME}.dkr.ecr.${REGION}.amazonaws.com`, account: HOME, region: REGION },
      repository: 'shop/api',
      tag: 'v2.1.0',
    },
  });

  beforeEach(() => createRepository(ownerOf(HOME), 'shop/api'));

  it('needs neither a role nor an entry', async () => {
    expect(await learn('repository', pull, openIdentities([]))).toMatchObject({
      known: true,
      value: { account: HOME, name: 'shop/api' },
    });
  });

  it.each([
    ['opens to our external id', 'integration', { known: true }],
    ['stays shut to another', 'somebody-else', { known: false, gap: { reason: 'role-not-assumable', self: SELF } }],
  ])('%s', async (_title, externalId, learned) => {
    // moto judges the trust of a role only where role and user are of one account.
    await createRole(ownerOf(HOME), 'EcrWhyRead', { read: allow('ecr:DescribeRepositories') }, { trust: trust() });
    await becomeUser();
    expect(await learn('repository', pull, openIdentities([anAccount({ id: HOME, externalId })]))).toMatchObject(
      learned,
    );
  });

  function trust(): PolicyDocument {
    const Condition = { StringEquals: { 'sts:ExternalId': 'integration' } };
    return {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: SELF }, Action: 'sts:AssumeRole', Condition }],
    };
  }
});

describe('an endpoint', () => {
  it.each([
    ['that nothing listens at', 'http://127.0.0.1:9'],
    ['that answers with a page of HTML', new URL('no-aws-here', process.env['TEST_MOTO_URL']).href],
  ])('%s is no fault of the role', async (_title, url) => {
    vi.stubEnv('AWS_ENDPOINT_URL', url);
    expect(await learn('repository')).toMatchObject({
      known: false,
      gap: { reason: 'unavailable', action: 'sts:AssumeRole', ...HERE, role: READ_ROLE },
    });
  });
});
