import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import {
  findCluster,
  findNetwork,
  findService,
  findTaskDefinition,
} from '../../../../src/sandbox/worlds/parts/find.ts';
import { addMachineRole, instance, runOnInstance } from '../../../../src/sandbox/worlds/parts/instances.ts';
import { PRIVATE_SUBNETS } from '../../../../src/sandbox/worlds/parts/network.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const EXECUTION = { arn: 'arn:aws:iam::444455556666:role/my-app-exec', source: 'execution-role' };
const INSTANCES = { arn: 'arn:aws:iam::444455556666:role/shop-instances', source: 'instance-role' };
const incident = anIncident({
  image: anImage({ repository: 'my-app' }),
  workload: { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'my-app' },
});
const onInstance = (estate: Estate): void => runOnInstance(estate, 'my-app');

/** A second machine in the cluster, of another role and in another subnet. */
function addSecond(estate: Estate): void {
  addMachineRole(estate, 'other', []);
  const network = findNetwork(estate);
  const parts = { subnetId: PRIVATE_SUBNETS[1], architecture: 'arm64' } as const;
  network.instances = [...(network.instances ?? []), instance('i-0123456789abcdef0', 'other', parts)];
  findCluster(estate).containerInstances?.push({ id: 'ab', ec2InstanceId: 'i-0123456789abcdef0', status: 'ACTIVE' });
}

describe('who pulls for a task of ECS', () => {
  it.each([
    ['FARGATE', 'task'],
    ['MANAGED_INSTANCES', 'unseen'],
    ['EXTERNAL', 'outside'],
  ] as const)('is the task itself on %s', async (launchType, kind) => {
    const learned = await readFact('puller', incident, (estate) => {
      findService(estate, 'my-app').launchType = launchType;
    });
    expect(learned).toMatchObject({
      known: true,
      value: {
        kind: 'fargate-task',
        name: 'service my-app in cluster prod',
        roles: [EXECUTION],
        placement: { kind },
      },
    });
  });

  it.each([
    ['of launch type EC2', onInstance],
    [
      'behind a capacity provider',
      (estate: Estate) => runOnInstance(estate, 'my-app', { capacityProvider: 'shop-instances' }),
    ],
  ])('is the instance %s, with its role or the task’s, out of its own subnet', async (_where, change) => {
    const learned = await readFact('puller', incident, change);
    expect(learned).toMatchObject({
      known: true,
      value: {
        kind: 'ecs-instance',
        roles: [EXECUTION, INSTANCES],
        placement: { kind: 'machines', sources: [{ subnet: PRIVATE_SUBNETS[0], hasPublicAddress: false }] },
        os: 'linux',
        architecture: 'X86_64',
      },
    });
  });

  it('is asked by the instance role alone where no execution role is named', async () => {
    const learned = await readFact('puller', incident, (estate) => {
      onInstance(estate);
      delete findTaskDefinition(estate, 'my-app').executionRoleArn;
    });
    expect(learned).toMatchObject({ known: true, value: { roles: [INSTANCES] } });
  });

  it('has one role where the task’s is that of the instance', async () => {
    const learned = await readFact('puller', incident, (estate) => {
      onInstance(estate);
      findTaskDefinition(estate, 'my-app').executionRoleArn = INSTANCES.arn;
    });
    expect(learned).toMatchObject({ known: true, value: { roles: [{ ...EXECUTION, arn: INSTANCES.arn }] } });
  });

  it('may be any instance of the cluster while no task is looked at', async () => {
    const learned = await readFact('puller', incident, (estate) => {
      onInstance(estate);
      addSecond(estate);
    });
    expect(learned).toMatchObject({
      known: true,
      value: {
        roles: [EXECUTION, INSTANCES, { arn: 'arn:aws:iam::444455556666:role/other' }],
        placement: { sources: [{ subnet: PRIVATE_SUBNETS[0] }, { subnet: PRIVATE_SUBNETS[1] }] },
        architecture: 'unknown',
      },
    });
  });

  it('is the instance that the task was placed on', async () => {
    let task = '';
    const learned = readFact(
      'puller',
      // Read when asked for, after the estate was built.
      {
        ...incident,
        get workload() {
          return { kind: 'ecs-task' as const, place: {}, cluster: 'prod', task };
        },
      },
      (estate) => {
        onInstance(estate);
        addSecond(estate);
        task = findCluster(estate).tasks.find(({ group }) => group === 'service:my-app')?.id ?? '';
      },
    );
    expect(await learned).toMatchObject({ known: true, value: { roles: [EXECUTION, INSTANCES] } });
  });

  it('is no instance of another capacity provider', async () => {
    const learned = await readFact('puller', incident, (estate) => {
      runOnInstance(estate, 'my-app', { capacityProvider: 'shop-instances' });
      addSecond(estate);
    });
    expect(learned).toMatchObject({ known: true, value: { roles: [EXECUTION, INSTANCES] } });
  });

  it('is of the task that is named, whatever instance a denial names', async () => {
    const principal = 'arn:aws:sts::444455556666:assumed-role/shop-instances/i-0123456789abcdef0';
    const denial = {
      principal,
      action: 'ecr:BatchGetImage',
      resource: null,
      layer: null,
      explicit: false,
      policy: null,
    } as const;
    const learned = await readFact('puller', { ...incident, denial }, (estate) => {
      onInstance(estate);
      addSecond(estate);
    });
    expect(learned).toMatchObject({ known: true, value: { name: 'service my-app in cluster prod' } });
  });

  it('is not guessed when no instance runs', async () => {
    const learned = await readFact('puller', incident, (estate) => {
      onInstance(estate);
      for (const each of findNetwork(estate).instances ?? []) each.state = 'terminated';
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'puller-on-instance' } });
  });

  it('is not guessed when the instances may not be looked at', async () => {
    const learned = await readFact('puller', incident, (estate) => {
      onInstance(estate);
      estate.deniedToReader = { '444455556666': ['ec2:DescribeInstances'] };
    });
    expect(learned).toMatchObject({ known: false, gap: { reason: 'denied', action: 'ec2:DescribeInstances' } });
  });
});
