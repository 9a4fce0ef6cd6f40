import type { Task } from '@aws-sdk/client-ecs';
import type { Arn } from '../../domain/aws.ts';
import { lastPart } from '../../domain/arn.ts';

const OF_SERVICE = 'service:';

/** The service that started a task; `null` for a task of its own. (ECS API reference, Task, group.) */
export function serviceOf({ group }: Task): string | null {
  return group?.startsWith(OF_SERVICE) === true ? group.slice(OF_SERVICE.length) : null;
}

/** `web` of `arn:aws:ecs:…:task-definition/web:17`. */
export function familyOf(taskDefinition: Arn): string {
  return lastPart(taskDefinition).replace(/:\d+$/, '');
}
