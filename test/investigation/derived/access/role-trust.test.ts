import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import type { PullerRole } from '../../../../src/domain/facts/puller.ts';
import { judgeRoleTrust, roleTrust } from '../../../../src/investigation/derived/access/role-trust.ts';

import { anIncident } from '../../../support/an-incident.ts';
import { aPuller } from '../../../support/facts.ts';
import { FakeFactSource } from '../../../support/fake-fact-source.ts';

const HERE = { account: '444455556666', region: 'us-east-1' } as const;
const ECS = { Service: 'ecs-tasks.amazonaws.com' };

const role = (statements: readonly object[], parts: Partial<PullerRole> = {}): PullerRole => ({
  arn: 'arn:aws:iam::444455556666:role/checkout-exec',
  account: '444455556666',
  source: 'execution-role',
  exists: true,
  trustPolicy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  policies: [],
  permissionsBoundary: null,
  tags: {},
  ...parts,
});

const trust = (more: object = {}): object => ({ Effect: 'Allow', Principal: ECS, Action: 'sts:AssumeRole', ...more });

describe('judgeRoleTrust', () => {
  it.each([
    ['ECS tasks are let in', [trust()], 'allowed'],
    [
      'ECS tasks are let in among others',
      [trust({ Principal: { Service: ['ec2.amazonaws.com', ECS.Service] } })],
      'allowed',
    ],
    [
      'ECS tasks are let in for this account',
      [trust({ Condition: { StringEquals: { 'aws:SourceAccount': HERE.account } } })],
      'allowed',
    ],
    [
      'ECS tasks are let in for this account and Region',
      [trust({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:us-east-1:444455556666:*' } } })],
      'allowed',
    ],
    ['another service is let in', [trust({ Principal: { Service: 'ecs.amazonaws.com' } })], 'denied'],
    ['only people are let in', [trust({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } })], 'denied'],
    ['another action is allowed', [trust({ Action: 'sts:TagSession' })], 'denied'],
    [
      'ECS tasks are let in for another account',
      [trust({ Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } } })],
      'denied',
    ],
    ['ECS tasks are shut out', [trust(), trust({ Effect: 'Deny' })], 'denied'],
    [
      'ECS tasks are let in for one cluster',
      [trust({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:us-east-1:444455556666:cluster/prod' } } })],
      'unknown',
    ],
    [
      'ECS tasks are let in for another Region',
      [trust({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:444455556666:*' } } })],
      'unknown',
    ],
    [
      'ECS tasks are let in by a tag',
      [trust({ Condition: { StringEquals: { 'aws:RequestTag/team': 'shop' } } })],
      'unknown',
    ],
  ])('when %s', (_when, statements, outcome) => {
    expect(judgeRoleTrust(role(statements), HERE, null)).toMatchObject({ action: 'sts:AssumeRole', outcome });
  });

  it.each([
    ['the role does not exist', role([], { exists: false, trustPolicy: null })],
    ['the message shows that the role was assumed', role([], { source: 'named-by-message' })],
    ['a person names the role, which may be a node’s', role([], { source: 'named-by-person' })],
  ])('is not judged when %s', (_when, puller) => {
    expect(judgeRoleTrust(puller, HERE, null)).toBeNull();
  });

  it('is open when the trust policy is none', () => {
    expect(judgeRoleTrust(role([], { trustPolicy: '{' }), HERE, null)).toMatchObject({
      outcome: 'unknown',
      unknowns: ['the resource-based policy, which could not be read'],
    });
  });

  it.each([
    ['instance-role', 'ec2.amazonaws.com'],
    ['node-role', 'ec2.amazonaws.com'],
    ['pod-execution-role', 'eks-fargate-pods.amazonaws.com'],
    ['build-role', 'codebuild.amazonaws.com'],
    ['access-role', 'build.apprunner.amazonaws.com'],
  ] as const)('of the %s asks for %s', (source, service) => {
    const trusting = (Service: string) => role([trust({ Principal: { Service } })], { source });
    expect(judgeRoleTrust(trusting(service), HERE, null)).toMatchObject({ service, outcome: 'allowed' });
    expect(judgeRoleTrust(trusting(ECS.Service), HERE, null)).toMatchObject({ service, outcome: 'denied' });
  });

  it('knows for which profile EKS assumes a role', () => {
    const profile = 'arn:aws:eks:us-east-1:444455556666:fargateprofile/prod/jobs/1';
    const only = (cluster: string) =>
      role(
        [
          trust({
            Principal: { Service: 'eks-fargate-pods.amazonaws.com' },
            Condition: {
              ArnLike: { 'aws:SourceArn': `arn:aws:eks:us-east-1:444455556666:fargateprofile/${cluster}/*` },
            },
          }),
        ],
        { source: 'pod-execution-role' },
      );
    expect(judgeRoleTrust(only('prod'), HERE, profile)).toMatchObject({ outcome: 'allowed' });
    expect(judgeRoleTrust(only('test'), HERE, profile)).not.toMatchObject({ outcome: 'allowed' });
  });
});

describe('roleTrust', () => {
  const PODS = { Service: 'eks-fargate-pods.amazonaws.com' };
  const PROFILE = 'arn:aws:eks:us-east-1:444455556666:fargateprofile/prod/jobs/1';
  const learn = async (facts: Partial<Facts>) => {
    const source = new FakeFactSource(facts);
    const learned = await roleTrust.derive((name) => source.learn(name), anIncident());
    return { source, value: learned.known ? learned.value : null };
  };

  it('asks for each role what that role is assumed for', async () => {
    const [other, pods] = ['other', 'pods'].map((name) => {
      const Condition = { ArnEquals: { 'aws:SourceArn': PROFILE } };
      return role([trust({ Principal: PODS, Condition })], {
        arn: `arn:aws:iam::444455556666:role/${name}`,
        source: 'pod-execution-role',
      });
    });
    if (other === undefined || pods === undefined) throw new Error('two roles');
    const puller = aPuller({
      roles: [
        { arn: other.arn, source: 'pod-execution-role' },
        { arn: pods.arn, source: 'pod-execution-role', assumedFor: PROFILE },
      ],
    });
    const { value } = await learn({ pullerRoles: [other, pods], puller });
    expect(value?.map(({ outcome }) => outcome)).toEqual(['unknown', 'allowed']);
  });

  it('leaves out what nobody assumes, and asks who pulls only where somebody does', async () => {
    const named = role([trust()], { source: 'named-by-message' });
    const { value, source } = await learn({ pullerRoles: [named] });
    expect([value, source.asked]).toEqual([[], ['pullerRoles']]);
    const gone = role([], { exists: false, trustPolicy: null });
    expect((await learn({ pullerRoles: [gone, named, role([trust()])], puller: aPuller() })).value).toMatchObject([
      { outcome: 'allowed' },
    ]);
  });
});
