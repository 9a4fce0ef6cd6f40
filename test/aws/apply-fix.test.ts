import { describe, expect, it } from 'vitest';
import { sendFix } from '../../src/aws/apply-fix.ts';
import { Identities } from '../../src/aws/identities.ts';
import type { ApiCall } from '../../src/domain/fix.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../src/sandbox/accounts.ts';
import { type ObservedCall, worldHandler } from '../../src/sandbox/aws/handler.ts';
import { healthyEstate } from '../../src/sandbox/worlds/healthy-estate.ts';
import { findAccount, findRepository } from '../../src/sandbox/worlds/parts/find.ts';

const APPROVAL = { person: 'slack-T0TEAM-U0BEN', request: 'fix-1' };

const call = (parts: Partial<ApiCall> = {}): ApiCall => ({
  action: 'ecr:PutImageTagMutability',
  place: { account: '123456789012', region: 'us-east-1' },
  resource: 'arn:aws:ecr:us-east-1:123456789012:repository/my-app',
  input: { registryId: '123456789012', repositoryName: 'my-app', imageTagMutability: 'MUTABLE' },
  ...parts,
});

/** `loses`: the error that the fixing call ends with, though the service has done its work. */
function open(accounts = SANDBOX_ACCOUNTS, loses: Error | null = null) {
  const estate = healthyEstate();
  const seen: ObservedCall[] = [];
  const world = worldHandler(() => estate, { onCall: (observed) => seen.push(observed) });
  const handle: typeof world.handle = async (request, options) => {
    const answer = await world.handle(request, options);
    if (loses !== null && seen.at(-1)?.action === 'ecr:PutImageTagMutability') throw loses;
    return answer;
  };
  const identities = new Identities({
    accounts,
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: selfCredentials(estate),
    requestHandler: { ...world, handle },
  });
  return { estate, seen, identities };
}

describe('sendFix', () => {
  it('sends exactly the call, as the fixing role, in the name of the person', async () => {
    const { estate, seen, identities } = open();
    expect(await sendFix(identities, [call()], APPROVAL)).toEqual({ refused: null });
    expect(findRepository(estate, 'my-app').tagMutability).toBe('MUTABLE');
    const [assumed, put] = seen;
    expect(assumed).toMatchObject({
      action: 'sts:AssumeRole',
      input: {
        RoleArn: 'arn:aws:iam::123456789012:role/EcrWhyFix',
        SourceIdentity: 'slack-T0TEAM-U0BEN',
        ExternalId: 'sandbox',
      },
    });
    expect(put).toMatchObject({
      action: 'ecr:PutImageTagMutability',
      caller: expect.stringContaining('EcrWhyFix/ecr-why-fix-1'),
      input: call().input,
    });
  });

  it('gives its session no more than the one call on the one resource', async () => {
    const { seen, identities } = open();
    await sendFix(identities, [call()], APPROVAL);
    expect(JSON.parse(String(seen[0]?.input['Policy']))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'ecr:PutImageTagMutability',
          Resource: 'arn:aws:ecr:us-east-1:123456789012:repository/my-app',
        },
      ],
    });
  });

  it('cannot touch another resource than the plan names', async () => {
    const { estate, identities } = open();
    const { refused } = await sendFix(
      identities,
      [call({ resource: 'arn:aws:ecr:us-east-1:123456789012:repository/other' })],
      APPROVAL,
    );
    expect(refused).toContain('AccessDenied');
    expect(findRepository(estate, 'my-app').tagMutability).toBe('IMMUTABLE');
  });

  it('refuses what is not in the catalogue', async () => {
    const { seen, identities } = open();
    const { refused } = await sendFix(identities, [call({ action: 'ecr:DeleteRepository' })], APPROVAL);
    expect(refused).toBe('ecr:DeleteRepository is not among the calls that ecr-why may make');
    expect(seen).toEqual([]);
  });

  it('refuses where no fixing role is configured', async () => {
    const { identities } = open(SANDBOX_ACCOUNTS.map((account) => ({ ...account, fixRole: null })));
    expect(await sendFix(identities, [call()], APPROVAL)).toEqual({
      refused: 'account 123456789012 has no fixing role in ecr-why.yml',
    });
  });

  it('answers with the reason when the service refuses', async () => {
    const { identities } = open();
    const { refused } = await sendFix(
      identities,
      [call({ input: { ...call().input, repositoryName: 'nobody' }, resource: '*' })],
      APPROVAL,
    );
    expect(refused).toContain('RepositoryNotFoundException');
  });

  it.each([
    ['the answer is lost', Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })],
    ['the connection breaks', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
  ])('does not call it a refusal when %s after the change was made', async (_when, failure) => {
    const { estate, identities } = open(SANDBOX_ACCOUNTS, failure);
    expect(await sendFix(identities, [call(), call()], APPROVAL)).toEqual({ refused: null });
    expect(findRepository(estate, 'my-app').tagMutability).toBe('MUTABLE');
  });

  it('says so when nothing was sent, for want of a session', async () => {
    const { estate, identities } = open();
    findAccount(estate, '123456789012').roles = [];
    const { refused } = await sendFix(identities, [call()], APPROVAL);
    expect(refused).toContain('AccessDenied');
  });

  it('throws on an input that no plan of ours can hold', async () => {
    const { identities } = open();
    await expect(
      sendFix(identities, [call({ input: { repositoryName: 'my-app', force: true } })], APPROVAL),
    ).rejects.toThrow('force');
  });
});
