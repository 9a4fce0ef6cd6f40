import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { DescribeRepositoriesCommand, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { worldHandler } from '../../../../src/sandbox/aws/handler.ts';
import { mintCredentials } from '../../../../src/sandbox/aws/session.ts';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { clientsIn, fixer, reader, REGISTRY } from '../clients.ts';

const READ: AssumeRoleCommandInput = {
  RoleArn: 'arn:aws:iam::123456789012:role/EcrWhyRead',
  RoleSessionName: 'incident-1',
  ExternalId: 'sandbox',
};
const assume = (input: Partial<AssumeRoleCommandInput>, estate = healthyEstate()) =>
  clientsIn(estate).sts.send(new AssumeRoleCommand({ ...READ, ...input }));

describe('STS', () => {
  it('says who calls, before and after a role is assumed', async () => {
    await expect(clientsIn(healthyEstate()).sts.send(new GetCallerIdentityCommand())).resolves.toMatchObject({
      Account: '999900001111',
      Arn: 'arn:aws:sts::999900001111:assumed-role/ecr-why/sandbox',
    });
    await expect(reader(healthyEstate()).sts.send(new GetCallerIdentityCommand())).resolves.toMatchObject({
      Account: REGISTRY,
      Arn: 'arn:aws:sts::123456789012:assumed-role/EcrWhyRead/test',
    });
  });

  it('hands out credentials that expire in the future of the reader, whatever the time in the world', async () => {
    const { Credentials } = await assume({ DurationSeconds: 900 }, healthyEstate('2020-02-02T02:02:02.000Z'));
    expect(Credentials?.Expiration?.getTime()).toBeGreaterThan(Date.now());
  });

  it.each([
    ['the external id is wrong', { ExternalId: 'guessed' }],
    ['the role does not exist', { RoleArn: 'arn:aws:iam::123456789012:role/Nobody' }],
    ['the account does not exist', { RoleArn: 'arn:aws:iam::000000000000:role/EcrWhyRead' }],
    ['the role trusts somebody else', { RoleArn: 'arn:aws:iam::444455556666:role/checkout-exec' }],
  ])('denies with one sentence when %s', async (_, input) => {
    const { RoleArn } = { ...READ, ...input };
    await expect(assume(input)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:sts::999900001111:assumed-role/ecr-why/sandbox is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
    });
  });

  it('denies a session without the external id', async () => {
    const { ExternalId: _, ...input } = READ;
    await expect(clientsIn(healthyEstate()).sts.send(new AssumeRoleCommand(input))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  it('asks for permission to name a person and to tag, each on its own', async () => {
    const estate = healthyEstate();
    const role = estate.accounts.flatMap(({ roles }) => roles).find(({ arn }) => arn === READ.RoleArn);
    if (role !== undefined) role.trustPolicy = role.trustPolicy.replace('"sts:SetSourceIdentity",', '');
    await expect(assume({ SourceIdentity: 'U012AB3CD' }, estate)).rejects.toMatchObject({
      message: expect.stringContaining('sts:SetSourceIdentity'),
    });
    await expect(assume({ Tags: [{ Key: 'Request', Value: '1' }] }, estate)).resolves.toBeDefined();
    await expect(assume({ SourceIdentity: 'U012AB3CD' })).resolves.toMatchObject({ SourceIdentity: 'U012AB3CD' });
  });

  it.each([
    ['no role ARN', { RoleArn: 'arn:aws:iam::123456789012:user/somebody' }, 'ValidationError'],
    ['a session name with a space', { RoleSessionName: 'no spaces' }, 'ValidationError'],
    ['more than an hour for a chained role', { DurationSeconds: 7200 }, 'ValidationError'],
    ['a policy that is no JSON', { Policy: '{' }, 'MalformedPolicyDocumentException'],
    ['a policy that is too long', { Policy: `{"Statement":[]${' '.repeat(2048)}}` }, 'ValidationError'],
  ])('refuses %s', async (_, input, name) => {
    await expect(assume(input)).rejects.toMatchObject({ name });
  });

  it('limits a session to its inline policy', async () => {
    const allowed = 'arn:aws:ecr:us-east-1:123456789012:repository/my-app';
    const Policy = JSON.stringify({
      Statement: { Effect: 'Allow', Action: 'ecr:PutImageTagMutability', Resource: allowed },
    });
    const { ecr } = fixer(healthyEstate(), { Policy });
    await ecr.send(new PutImageTagMutabilityCommand({ repositoryName: 'my-app', imageTagMutability: 'MUTABLE' }));
    await expect(
      ecr.send(new PutImageTagMutabilityCommand({ repositoryName: 'shop/api', imageTagMutability: 'MUTABLE' })),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/because no session policy allows the ecr:PutImageTagMutability action$/),
    });
    await expect(ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['my-app'] }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  const SESSION = {
    account: REGISTRY,
    roleName: 'EcrWhyRead',
    sessionName: 'x',
    policy: null,
    sourceIdentity: null,
    tags: {},
    expiresAt: '2999-01-01T00:00:00.000Z',
  };
  const read = mintCredentials(SESSION);
  const fix = mintCredentials({ ...SESSION, roleName: 'EcrWhyFix' });

  it.each([
    ['has expired', mintCredentials({ ...SESSION, expiresAt: '2020-02-02T02:02:02.000Z' }), 'ExpiredToken'],
    ['is of a role that is gone', mintCredentials({ ...SESSION, roleName: 'Gone' }), 'InvalidClientTokenId'],
    ['has the token of another', { ...read, sessionToken: fix.sessionToken }, 'InvalidClientTokenId'],
    ['has no token that anybody minted', { ...read, sessionToken: 'e30=' }, 'InvalidClientTokenId'],
  ])('refuses a session that %s', async (_, credentials, name) => {
    const estate = healthyEstate();
    const requestHandler = worldHandler(() => estate);
    const sts = new STSClient({ region: 'us-east-1', requestHandler, maxAttempts: 1, credentials });
    await expect(sts.send(new GetCallerIdentityCommand())).rejects.toMatchObject({
      name: expect.stringMatching(`^${name}`),
    });
  });
});
