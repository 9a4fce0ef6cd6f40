import type { Arn, Place } from '../domain/aws.ts';
import { partitionOf } from './partition.ts';

/** A repository as policies name it. (Service Authorization Reference, "Resource types defined by Amazon ECR".) */
export function repositoryArn({ account, region }: Place, repository: string): Arn {
  return `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}`;
}
