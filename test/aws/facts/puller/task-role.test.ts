import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { findAccount, findRole, findTaskDefinition } from '../../../../src/sandbox/worlds/parts/find.ts';
import { roleArn, WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { executionRole } from '../../../../src/sandbox/worlds/parts/role.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';
import { readRecorded } from '../read-recorded.ts';

const incident = anIncident({ workload: { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' } });

function nameTaskRole(estate: Estate, name: string): void {
  findTaskDefinition(estate, 'checkout').taskRoleArn = roleArn(WORKLOAD, name);
}

describe('the task role', () => {
  it('comes with its policies', async () => {
    const { learned, operations } = await readRecorded('taskRole', incident, (estate) => {
      const { createdAt } = findRole(estate, WORKLOAD, 'checkout-exec');
      findAccount(estate, WORKLOAD).roles.push(executionRole(WORKLOAD, 'checkout-task', createdAt));
      nameTaskRole(estate, 'checkout-task');
    });
    expect(learned).toMatchObject({
      known: true,
      value: {
        arn: roleArn(WORKLOAD, 'checkout-task'),
        source: 'task-role',
        exists: true,
        policies: [{ name: 'managed policy AmazonECSTaskExecutionRolePolicy' }],
      },
    });
    // The execution role has it as well.
    expect(operations.filter((each) => each === 'GetPolicyVersion')).toHaveLength(1);
  });

  it('is none where the task definition names none', async () => {
    expect(await readFact('taskRole', incident)).toMatchObject({ known: true, value: null });
  });

  it('is none where one role is both', async () => {
    const learned = await readFact('taskRole', incident, (estate) => nameTaskRole(estate, 'checkout-exec'));
    expect(learned).toMatchObject({ known: true, value: null });
  });

  it('may not exist', async () => {
    const learned = await readFact('taskRole', incident, (estate) => nameTaskRole(estate, 'gone'));
    expect(learned).toMatchObject({ known: true, value: { exists: false } });
  });
});
