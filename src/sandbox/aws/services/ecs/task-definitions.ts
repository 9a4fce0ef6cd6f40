import type { TaskDefinition } from '../../estate.ts';
import { AwsFault } from '../../wire/faults.ts';
import { textOf } from '../../wire/input.ts';
import { type Call, type Operation, wishForAll } from '../operation.ts';
import { checkAccount, ecsArn, ecsOf, shortOf } from './cluster.ts';

export const describeTaskDefinition: Operation = {
  wishes: wishForAll,
  answer(call) {
    const wanted = textOf(call.input, 'taskDefinition') ?? '';
    checkAccount(call, wanted);
    const definition = find(call, shortOf(wanted));
    // ECS says the same for a family, a revision and an ARN that it does not have.
    if (definition === undefined) throw new AwsFault('ClientException', 'Unable to describe task definition.');
    const { family, revision } = definition;
    return {
      taskDefinition: { ...definition, taskDefinitionArn: ecsArn(call, `task-definition/${family}:${revision}`) },
      tags: [],
    };
  },
};

/** `family` alone means its latest active revision; `family:revision` may be an inactive one. */
function find(call: Call, name: string): TaskDefinition | undefined {
  const { taskDefinitions } = ecsOf(call);
  if (name.includes(':')) return taskDefinitions.find(({ family, revision }) => `${family}:${revision}` === name);
  return taskDefinitions
    .filter(({ family, status }) => family === name && status === 'ACTIVE')
    .toSorted((a, b) => b.revision - a.revision)[0];
}
