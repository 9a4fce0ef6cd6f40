import { CreateRepositoryCommand, DescribeRepositoriesCommand, ECRServiceException } from '@aws-sdk/client-ecr';
import { CreateVpcCommand, DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { ListUsersCommand } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { worldHandler, type ObservedCall } from '../../../src/sandbox/aws/handler.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { clientsIn, reader, REGISTRY, STAGING, WORKLOAD } from './clients.ts';

describe('worldHandler', () => {
  it('refuses operations that it does not know, as each protocol does', async () => {
    const { ecr, iam, ec2 } = reader(healthyEstate());
    await expect(ecr.send(new CreateRepositoryCommand({ repositoryName: 'x' }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      $metadata: { attempts: 1 },
    });
    await expect(iam.send(new ListUsersCommand())).rejects.toMatchObject({ name: 'InvalidAction' });
    await expect(ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))).rejects.toMatchObject({
      name: 'InvalidAction',
    });
  });

  it('does not take a property of every object for an operation', async () => {
    const body = '{}';
    const headers = {
      'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.constructor',
      authorization: `AWS4-HMAC-SHA256 Credential=${healthyEstate().self.accessKeyId}/20260101/us-east-1/ecr/aws4_request`,
    };
    const request = { method: 'POST', hostname: 'localhost', path: '/', headers, body };
    const { response } = await worldHandler(() => healthyEstate()).handle(request);
    expect(new TextDecoder().decode(response.body)).toContain('UnknownOperationException');
  });

  it('refuses a key that nobody minted', async () => {
    const estate = healthyEstate();
    const { ecr, ec2, iam } = clientsIn(() => ({ ...estate, self: { ...estate.self, accessKeyId: 'stranger' } }));
    const asked = worldHandler(() => estate);
    for (const client of [ecr, ec2, iam]) Object.assign(client.config, { requestHandler: asked });
    await expect(ecr.send(new DescribeRepositoriesCommand({}))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    await expect(ec2.send(new DescribeVpcsCommand({}))).rejects.toMatchObject({ name: 'AuthFailure' });
    await expect(iam.send(new ListUsersCommand())).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it('refuses a Region that the account has not enabled', async () => {
    const { ecr } = reader(healthyEstate(), REGISTRY, { region: 'ap-east-1' });
    await expect(ecr.send(new DescribeRepositoriesCommand({}))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  it('throttles what the estate throttles, and the SDK tries again', async () => {
    const estate = { ...healthyEstate(), throttled: ['ecr:DescribeRepositories', 'ec2:DescribeVpcs'] as const };
    const calls: ObservedCall[] = [];
    const { ecr, ec2 } = clientsIn(
      { ...estate, throttled: [...estate.throttled] },
      { role: 'EcrWhyRead', maxAttempts: 2 },
      { onCall: (call) => calls.push(call) },
    );
    await expect(ecr.send(new DescribeRepositoriesCommand({}))).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { attempts: 2 },
    });
    expect(calls.filter(({ action }) => action === 'ecr:DescribeRepositories')).toHaveLength(2);
    await expect(ec2.send(new DescribeVpcsCommand({}))).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
  });

  it('denies the reading role what it lacks, in the sentence of IAM', async () => {
    const estate = healthyEstate();
    estate.deniedToReader[REGISTRY] = ['ecr:DescribeRepositories'];
    const denied = reader(estate).ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['my-app'] }));
    await expect(denied).rejects.toBeInstanceOf(ECRServiceException);
    await expect(denied).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/EcrWhyRead/test is not authorized to perform: ecr:DescribeRepositories' +
        ' on resource: arn:aws:ecr:us-east-1:123456789012:repository/my-app' +
        ' because no identity-based policy allows the ecr:DescribeRepositories action',
    });
    await expect(reader(estate, WORKLOAD).ecr.send(new DescribeRepositoriesCommand({}))).resolves.toMatchObject({
      repositories: [],
    });
  });

  it('words a denial of EC2 as EC2 does', async () => {
    const estate = healthyEstate();
    estate.deniedToReader[WORKLOAD] = ['ec2:DescribeVpcs'];
    await expect(reader(estate, WORKLOAD).ec2.send(new DescribeVpcsCommand({}))).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      message: expect.stringMatching(
        /^You are not authorized to perform this operation\. User: \S+ is not authorized to perform: ec2:DescribeVpcs because no identity-based policy/,
      ),
    });
  });

  it('tells of every call, with its caller and its error', async () => {
    const calls: ObservedCall[] = [];
    const { ecr } = clientsIn(healthyEstate(), { role: 'EcrWhyRead' }, { onCall: (call) => calls.push(call) });
    await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['nothing'] })).catch(() => undefined);
    expect(calls).toMatchObject([
      { action: 'sts:AssumeRole', caller: 'arn:aws:sts::999900001111:assumed-role/ecr-why/sandbox', error: null },
      {
        action: 'ecr:DescribeRepositories',
        account: REGISTRY,
        region: 'us-east-1',
        input: { repositoryNames: ['nothing'] },
        error: 'RepositoryNotFoundException',
      },
    ]);
  });

  it('reads the world anew for each call, and sessions outlive a change of worlds', async () => {
    let estate = healthyEstate();
    const { ecr } = reader(() => estate);
    await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['my-app'] }));
    estate = healthyEstate();
    estate.accounts.find(({ id }) => id === REGISTRY)?.registries['us-east-1']?.repositories.shift();
    await expect(ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['my-app'] }))).rejects.toMatchObject({
      name: 'RepositoryNotFoundException',
    });
  });

  it('gives up when the caller does', async () => {
    const { sts } = clientsIn(healthyEstate(), {}, { latencyMs: 3_600_000 });
    const abort = new AbortController();
    const answer = sts.send(new GetCallerIdentityCommand(), { abortSignal: abort.signal });
    abort.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('has no role for the bot where it was never set up', async () => {
    await expect(reader(healthyEstate(), STAGING).ecr.send(new DescribeRepositoriesCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });
});
