import { describe, expect, it } from 'vitest';
import { findAccount, findRole, findService, findTaskDefinition } from '../../../../src/sandbox/worlds/parts/find.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';
import { readRecorded } from '../read-recorded.ts';

const WORKLOAD = '444455556666';
const incident = anIncident({
  image: anImage({ repository: 'my-app' }),
  workload: { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'my-app' },
});
const denial = {
  principal: 'arn:aws:sts::444455556666:assumed-role/checkout-exec/0af1',
  action: 'ecr:BatchGetImage',
  resource: null,
  layer: null,
  explicit: false,
  policy: null,
} as const;

describe('who pulls', () => {
  it('is the execution role of the workload, with its policies decoded', async () => {
    const learned = await readFact('pullerRoles', incident);
    if (!learned.known) throw new Error('my-app has a role');
    const [role] = learned.value;
    expect(role).toMatchObject({
      arn: 'arn:aws:iam::444455556666:role/my-app-exec',
      source: 'execution-role',
      exists: true,
    });
    expect(JSON.parse(role?.trustPolicy ?? '')).toMatchObject({ Statement: [{ Effect: 'Allow' }] });
    expect(role?.policies.map(({ name }) => name)).toEqual(['managed policy AmazonECSTaskExecutionRolePolicy']);
    expect(JSON.parse(role?.policies[0]?.text ?? '')).toHaveProperty('Statement');
  });

  it('comes with its tags', async () => {
    const learned = await readFact('pullerRoles', incident, (estate) => {
      findRole(estate, WORKLOAD, 'my-app-exec').tags = { team: 'shop', tier: '' };
    });
    expect(learned).toMatchObject({
      known: true,
      value: [{ tags: { team: 'shop', tier: '' } }],
      evidence: [{ observed: 'managed policy AmazonECSTaskExecutionRolePolicy; tags team=shop, tier=' }],
    });
  });

  it('is whoever the message says was denied, before anybody else', async () => {
    const learned = await readFact('pullerRoles', { ...incident, denial });
    expect(learned).toMatchObject({
      known: true,
      value: [{ arn: 'arn:aws:iam::444455556666:role/checkout-exec', source: 'named-by-message' }],
    });
  });

  it('is whoever was denied, also where a person names another', async () => {
    const workload = { kind: 'role', role: 'arn:aws:iam::444455556666:role/my-app-exec' } as const;
    const learned = await readFact('pullerRoles', { ...incident, workload, denial });
    expect(learned).toMatchObject({ known: true, value: [{ source: 'named-by-message' }] });
  });

  it('is whoever the person names', async () => {
    const role = 'arn:aws:iam::444455556666:role/checkout-exec';
    const learned = await readFact('pullerRoles', { ...incident, workload: { kind: 'role', role } });
    expect(learned).toMatchObject({ known: true, value: [{ arn: role, source: 'named-by-person' }] });
  });

  it('is a role that does not exist when IAM says so', async () => {
    const learned = await readFact('pullerRoles', incident, (estate) => {
      const account = findAccount(estate, WORKLOAD);
      account.roles = account.roles.filter(({ name }) => name !== 'my-app-exec');
    });
    expect(learned).toMatchObject({ known: true, value: [{ exists: false, policies: [] }] });
  });

  it('is nobody when the task definition names no execution role', async () => {
    const learned = await readFact('pullerRoles', incident, (estate) => {
      delete findTaskDefinition(estate, 'my-app').executionRoleArn;
    });
    expect(learned).toMatchObject({ known: true, value: [] });
  });

  it.each(['FARGATE', 'MANAGED_INSTANCES', 'EXTERNAL'] as const)('is the execution role on %s', async (launchType) => {
    const learned = await readFact('pullerRoles', incident, (estate) => {
      findService(estate, 'my-app').launchType = launchType;
    });
    expect(learned).toMatchObject({ known: true, value: [{ source: 'execution-role' }] });
  });

  it.each(['arn:aws:iam::444455556666:user/deploy', 'arn:aws:iam::444455556666:root'])(
    'is not guessed when %s was denied',
    async (principal) => {
      const learned = await readFact('pullerRoles', { ...incident, denial: { ...denial, principal } });
      expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-is-no-role' } });
    },
  );

  it('is no role at all on Lambda, whatever role is named', async () => {
    const learned = await readFact('pullerRoles', { ...incident, platform: 'lambda', denial });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-is-a-service' } });
  });

  it('is the role of a node on Kubernetes, which nobody names', async () => {
    const learned = await readFact('pullerRoles', { ...incident, platform: 'kubernetes', workload: null });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-on-node' } });
  });
});

it('reads inline policies and the boundary, and what is both a policy and the boundary once', async () => {
  const { learned, operations } = await readRecorded('pullerRoles', incident, (estate) => {
    const role = findRole(estate, WORKLOAD, 'my-app-exec');
    role.inlinePolicies = [{ name: 'extra', document: '{"Version":"2012-10-17","Statement":[]}' }];
    role.permissionsBoundary = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';
  });
  expect(learned).toMatchObject({
    known: true,
    value: [
      {
        policies: [{ name: 'inline policy extra' }, { name: 'managed policy AmazonECSTaskExecutionRolePolicy' }],
        permissionsBoundary: { name: 'managed policy AmazonECSTaskExecutionRolePolicy' },
      },
    ],
  });
  expect(operations.filter((each) => each === 'GetPolicyVersion')).toHaveLength(1);
});
