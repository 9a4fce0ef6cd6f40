import { SetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { AwsFactSource } from '../../../../src/aws/fact-source.ts';
import { CallMeter } from '../../../../src/aws/meter.ts';
import type { Learned } from '../../../../src/domain/facts.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { openIdentities, ownerOf, REGISTRY, roleIn, WORKLOADS } from '../accounts.ts';
import { allow, createPolicy, createRole, type PolicyDocument } from '../iam.ts';
import { createRepository } from '../images.ts';
import { useMoto } from '../moto.ts';
import { aPull, know } from '../reading.ts';

useMoto();

const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const MAY_PULL = allow(...PULL);
const grantTo = (AWS: string, more: object = {}): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: PULL, ...more }],
});
const DENY_ALL: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 'ecr:*', Resource: '*' }],
};

interface Shop {
  /** Where the role lives that pulls from the registry account. */
  readonly account: string;
  readonly own?: PolicyDocument;
  readonly boundary?: PolicyDocument;
  readonly repository?: PolicyDocument;
  /** The team of the role, and of the repository. */
  readonly teams?: readonly [string, string];
}

/** Stores the policies where AWS keeps them, reads them back as an investigation does, and decides. */
async function pullOf({ account, own, boundary, repository, teams = ['shop', 'shop'] }: Shop) {
  const [owner, { ecr }] = [ownerOf(account), ownerOf(REGISTRY)];
  await createRepository(ownerOf(REGISTRY), 'shop/api', { tags: [{ Key: 'team', Value: teams[1] }] });
  const limits = boundary === undefined ? {} : { boundary: await createPolicy(owner, 'ceiling', boundary) };
  await createRole(owner, 'puller', own === undefined ? {} : { own }, { ...limits, tags: { team: teams[0] } });
  if (repository !== undefined) {
    const policyText = JSON.stringify(repository);
    await ecr.send(new SetRepositoryPolicyCommand({ repositoryName: 'shop/api', policyText }));
  }
  const source = withDerivedFacts(new AwsFactSource(openIdentities(), new CallMeter()));
  const incident = aPull({ workload: { kind: 'role', role: roleIn(account, 'puller') } });
  const learned: Learned<'pullAccess'> = await source.learn('pullAccess', incident);
  if (!learned.known) throw new Error(`pullAccess is a gap: ${JSON.stringify(learned.gap)}`);
  const [manifest] = learned.value.actions;
  return { outcome: manifest?.outcome, layers: manifest?.lack?.layers ?? [] };
}

describe('within one account', () => {
  it.each([
    ['the role’s own policy is enough', { own: MAY_PULL }, 'allowed', []],
    [
      'the repository’s is enough, when it names the role',
      { repository: grantTo(roleIn(REGISTRY, 'puller')) },
      'allowed',
      [],
    ],
    [
      'the repository’s only delegates, when it names the account',
      { repository: grantTo(REGISTRY) },
      'denied',
      ['identity-based'],
    ],
    ['neither allows it', {}, 'denied', ['identity-based']],
    ['the boundary leaves it out', { own: MAY_PULL, boundary: allow('logs:*') }, 'denied', ['permissions boundary']],
    ['the repository denies it', { own: MAY_PULL, repository: DENY_ALL }, 'denied', ['resource-based']],
  ])('%s', async (_when, policies, outcome, layers) => {
    expect(await pullOf({ account: REGISTRY, ...policies })).toEqual({ outcome, layers });
  });
});

describe('where a policy asks for tags', () => {
  const ofOwnTeam: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: PULL,
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
      },
    ],
  };

  it('those of role and repository decide', async () => {
    const shop = { account: REGISTRY, own: ofOwnTeam };
    expect(await pullOf({ ...shop, teams: ['shop', 'shop'] })).toEqual({ outcome: 'allowed', layers: [] });
  });

  it('a difference denies', async () => {
    const shop = { account: REGISTRY, own: ofOwnTeam };
    expect(await pullOf({ ...shop, teams: ['payments', 'shop'] })).toEqual({
      outcome: 'denied',
      layers: ['identity-based'],
    });
  });
});

describe('across accounts', () => {
  it.each([
    ['both sides allow it', { own: MAY_PULL, repository: grantTo(roleIn(WORKLOADS, 'puller')) }, 'allowed', []],
    ['naming the account is enough', { own: MAY_PULL, repository: grantTo(WORKLOADS) }, 'allowed', []],
    ['the repository is silent', { own: MAY_PULL }, 'denied', ['resource-based']],
    ['the role is silent', { repository: grantTo(WORKLOADS) }, 'denied', ['identity-based']],
    ['both are silent', {}, 'denied', ['identity-based', 'resource-based']],
    [
      'the condition is about another account',
      {
        own: MAY_PULL,
        repository: grantTo('*', { Condition: { StringEquals: { 'aws:PrincipalAccount': REGISTRY } } }),
      },
      'denied',
      ['resource-based'],
    ],
  ])('%s', async (_when, policies, outcome, layers) => {
    expect(await pullOf({ account: WORKLOADS, ...policies })).toEqual({ outcome, layers });
  });
});

it('has no second witness in moto, and nothing is open for that', async () => {
  await createRole(ownerOf(WORKLOADS), 'puller', { own: MAY_PULL });
  const incident = aPull({ workload: { kind: 'role', role: roleIn(WORKLOADS, 'puller') } });
  expect(await know('simulations', incident)).toEqual({ known: true, value: 'not-asked', evidence: [] });
});
