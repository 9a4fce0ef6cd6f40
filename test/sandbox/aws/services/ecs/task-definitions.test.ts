import { ClientException, DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { describe, expect, it } from 'vitest';
import { healthyEstate } from '../../../../../src/sandbox/worlds/healthy-estate.ts';
import { findAccount, findTaskDefinition } from '../../../../../src/sandbox/worlds/parts/find.ts';
import { reader, WORKLOAD } from '../../clients.ts';

const ARN = 'arn:aws:ecs:us-east-1:444455556666:task-definition/checkout';

function withHistory() {
  const estate = healthyEstate();
  const current = findTaskDefinition(estate, 'checkout');
  findAccount(estate, WORKLOAD).ecs['us-east-1']?.taskDefinitions.push(
    { ...current, revision: 6 },
    { ...current, revision: 8, status: 'INACTIVE' },
  );
  return estate;
}

describe('DescribeTaskDefinition', () => {
  it.each([
    ['checkout', 7],
    ['checkout:6', 6],
    ['checkout:8', 8],
    [`${ARN}:7`, 7],
  ])('finds %s', async (taskDefinition, revision) => {
    const answer = await reader(withHistory(), WORKLOAD).ecs.send(
      new DescribeTaskDefinitionCommand({ taskDefinition }),
    );
    expect(answer.taskDefinition).toMatchObject({
      taskDefinitionArn: `${ARN}:${revision}`,
      executionRoleArn: 'arn:aws:iam::444455556666:role/checkout-exec',
      registeredAt: expect.any(Date),
      containerDefinitions: [
        { name: 'checkout', image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:v4.12.1' },
      ],
    });
  });

  it.each(['checkout:latest', 'checkout:9', 'nothing'])('does not know %s', async (taskDefinition) => {
    const asked = reader(withHistory(), WORKLOAD).ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
    await expect(asked).rejects.toBeInstanceOf(ClientException);
    await expect(asked).rejects.toThrow('Unable to describe task definition.');
  });
});
