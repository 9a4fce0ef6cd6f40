import { beforeEach, describe, expect, it } from 'vitest';
import { FACTS } from '../../../src/aws/facts/index.ts';
import type { ReadFactName } from '../../../src/aws/reader.ts';
import type { Gap } from '../../../src/domain/evidence.ts';
import { ownerOf, REGION, REGISTRY, roleIn, WORKLOADS } from './accounts.ts';
import { createService, registerTask, runTask } from './ecs.ts';
import { allow, attachPolicy, createPolicy, createRole } from './iam.ts';
import { createRepository, pushImage } from './images.ts';
import { becomeUser, createRoles } from './become-user.ts';
import { useMoto } from './moto.ts';
import { createEndpoints, createVpc } from './network.ts';
import { aPull, CHECKOUT, know, learn } from './reading.ts';

useMoto();

const service = aPull({ workload: CHECKOUT });

/** The facts that others build on. */
const BUILT_ON: { readonly [Name in ReadFactName]?: readonly ReadFactName[] } = {
  repositoryManager: ['repository', 'repositoryTags'],
  repositoryTags: ['repository'],
  replications: ['imageElsewhere'],
  repositoryKey: ['repository'],
  pullThroughRule: ['pullThroughRules'],
  importingRule: ['repository', 'image', 'pullThroughRules'],
  pullThroughValidation: ['repository', 'image', 'pullThroughRules'],
  upstreamSecret: ['repository', 'image', 'pullThroughRules'],
  creationTemplate: ['repository', 'image', 'pullThroughRules'],
  upstreamRepository: ['repository', 'image', 'pullThroughRules'],
  siblings: ['workload'],
  serviceDeployments: ['workload'],
  serviceRevision: ['workload', 'serviceDeployments'],
  frozenImage: ['workload', 'serviceDeployments', 'serviceRevision', 'image'],
  lastGoodImage: ['workload', 'serviceDeployments', 'serviceRevision'],
  imagePlatforms: ['image', 'pullThroughRules'],
  puller: ['workload'],
  pullerRoles: ['workload', 'puller'],
  organization: ['workload', 'puller', 'pullerRoles'],
  controlPolicies: ['workload', 'puller', 'pullerRoles', 'organization'],
  taskRole: ['workload', 'puller', 'pullerRoles'],
  simulations: ['workload', 'puller', 'pullerRoles'],
  network: ['workload', 'puller'],
};

/** What moto has nothing behind. */
const MOTO_LACKS = new Set<Gap['action']>([
  'ecr:DescribePullThroughCacheRules',
  'cloudtrail:LookupEvents',
  'ecr:DescribeImageReplicationStatus',
  'ec2:DescribeVpcBlockPublicAccessOptions',
  'ecs:ListServiceDeployments',
]);

beforeEach(async () => {
  const registry = ownerOf(REGISTRY);
  await createRepository(registry, 'shop/api');
  await pushImage(registry, 'shop/api', 'v2.1.0');
  const workloads = ownerOf(WORKLOADS);
  const built = await createVpc(workloads);
  await createEndpoints(workloads, built);
  const boundary = await createPolicy(workloads, 'ceiling', allow('ecr:*'));
  const executionRoleArn = await createRole(workloads, 'exec', { pull: allow('ecr:BatchGetImage') }, { boundary });
  await attachPolicy(workloads, 'exec', await createPolicy(workloads, 'token', allow('ecr:GetAuthorizationToken')));
  const definition = await registerTask(workloads, 'checkout', { images: ['nginx'], executionRoleArn });
  await createService(workloads, 'checkout', definition, { subnets: [built.subnet], securityGroups: [] });
  await runTask(workloads, definition, { subnets: [built.subnet], securityGroups: [built.taskGroup] });
});

describe('a role that may do no more than a fact declares', () => {
  it.each(Object.values(FACTS))('reads $name', async ({ name, actions }) => {
    const beneath = (BUILT_ON[name] ?? []).flatMap((each) => FACTS[each].actions);
    const policy = allow(...actions, ...beneath);
    for (const account of [REGISTRY, WORKLOADS]) await createRoles(account, policy);
    await becomeUser();
    const learned = await learn(name, service);
    const gaps = learned.known ? gapsWithin(learned.value) : [learned.gap];
    expect(gaps.map(({ action }) => action).filter((action) => !MOTO_LACKS.has(action))).toEqual([]);
  });
});

it('leaves one part of the network unknown when it may not read that part', async () => {
  const actions = [...FACTS.workload.actions, ...FACTS.network.actions];
  await createRoles(WORKLOADS, allow(...actions.filter((action) => action !== 'ec2:DescribeRouteTables')));
  await createRoles(REGISTRY);
  await becomeUser();
  const { value } = await know('network', service);
  expect(value.gaps).toContainEqual({
    fact: 'network',
    reason: 'denied',
    action: 'ec2:DescribeRouteTables',
    account: WORKLOADS,
    region: REGION,
    role: roleIn(WORKLOADS, 'EcrWhyRead'),
    resources: ['*'],
    self: null,
  });
  expect(value.estates).toMatchObject([{ routeTables: 'unknown', networkAcls: [{ subnets: [expect.any(String)] }] }]);
});

/** Only the network is learned in parts, each of which may be a gap. */
function gapsWithin(value: unknown): readonly Gap[] {
  return typeof value === 'object' && value !== null && 'gaps' in value && Array.isArray(value.gaps) ? value.gaps : [];
}
