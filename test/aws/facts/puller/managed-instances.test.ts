import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { PRIVATE_SUBNETS, PUBLIC_SUBNET, TASK_GROUP } from '../../../../src/sandbox/worlds/parts/network.ts';
import { runOnManagedInstances } from '../../../../src/sandbox/worlds/parts/unseen-machines.ts';
import { readFact } from '../../../support/read-fact.ts';
import { SERVICE } from './read-network.ts';

const managedIn =
  (subnets: string[], securityGroups: string[]) =>
  (estate: Estate): void =>
    runOnManagedInstances(estate, 'my-app', { subnets, securityGroups });

describe('a task on machines that AWS manages', () => {
  it('pulls with its execution role, out of the network of the capacity provider and not out of its own', async () => {
    expect(await readFact('puller', SERVICE, managedIn([PUBLIC_SUBNET], [TASK_GROUP]))).toMatchObject({
      known: true,
      value: {
        kind: 'fargate-task',
        roles: [{ source: 'execution-role' }],
        placement: {
          kind: 'subnets',
          subnets: [PUBLIC_SUBNET],
          securityGroups: [TASK_GROUP],
          hasPublicAddress: 'unknown',
        },
      },
    });
    expect(await readFact('network', SERVICE, managedIn([PUBLIC_SUBNET], [TASK_GROUP]))).toMatchObject({
      known: true,
      value: { estates: [{ source: { subnet: PUBLIC_SUBNET, securityGroups: [TASK_GROUP] } }] },
    });
  });

  it('wears groups that nobody knows where the provider names none', async () => {
    expect(await readFact('puller', SERVICE, managedIn([PRIVATE_SUBNETS[0]], []))).toMatchObject({
      known: true,
      value: { placement: { kind: 'subnets', securityGroups: 'unknown' } },
    });
  });

  it('pulls from nobody knows where when the provider names no subnet', async () => {
    expect(await readFact('puller', SERVICE, managedIn([], []))).toMatchObject({
      known: true,
      value: { placement: { kind: 'unseen' } },
    });
  });

  it('is not guessed of when the provider may not be read', async () => {
    const learned = await readFact('puller', SERVICE, (estate) => {
      managedIn([PUBLIC_SUBNET], [])(estate);
      estate.deniedToReader = { '444455556666': ['ecs:DescribeCapacityProviders'] };
    });
    expect(learned).toMatchObject({
      known: false,
      gap: { reason: 'denied', action: 'ecs:DescribeCapacityProviders' },
    });
  });
});
