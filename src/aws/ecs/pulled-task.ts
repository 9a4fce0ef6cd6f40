import type { Evidence } from '../../domain/evidence.ts';
import type { EcrImage } from '../../domain/image-reference.ts';
import type { SiblingTask } from '../../domain/facts/siblings.ts';
import { lastPart } from '../../domain/arn.ts';
import { networkOf } from './find-task.ts';
import type { ListedTask } from './list-tasks.ts';
import { usesOf } from './uses-of.ts';

/** A task that got the image, before its interface is read. */
export interface PulledTask {
  readonly sibling: Omit<SiblingTask, 'securityGroups' | 'hasPublicAddress'>;
  readonly networkInterface: string | null;
  readonly evidence: Evidence;
}

/**
 * `null` for a task that did not pull from this repository since then, or has no interface of its own. ECS also notes an
 * end of the pull where it failed, so a task that never started counts for nothing.
 */
export function pulledTask({ task, says }: ListedTask, image: EcrImage, since: number): PulledTask | null {
  const { taskArn = '', taskDefinitionArn = '', stopCode, startedAt, platformVersion = null } = task;
  const pulledAt = task.pullStoppedAt ?? startedAt;
  const network = networkOf(task);
  const [subnet] = network?.subnets ?? [];
  if (stopCode === 'TaskFailedToStart' || pulledAt === undefined || pulledAt.getTime() < since) return null;
  if (subnet === undefined || network === null || usesOf(task, image).length === 0) return null;
  const id = lastPart(taskArn);
  return {
    sibling: { id, pulledAt: pulledAt.toISOString(), taskDefinition: taskDefinitionArn, platformVersion, subnet },
    networkInterface: network.networkInterface,
    evidence: says(id, `pulled at ${pulledAt.toISOString()} in ${subnet}`),
  };
}
