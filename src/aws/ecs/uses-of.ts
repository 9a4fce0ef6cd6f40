import type { Task } from '@aws-sdk/client-ecs';
import type { EcrImage, EcrRegistry } from '../../domain/image-reference.ts';
import type { ImageInUse } from '../../domain/facts/prevention.ts';
import { familyOf, serviceOf } from './started-by.ts';

/** What the containers of one task use of the repository of this image, by whatever name of its registry. */
export function usesOf(task: Task, image: EcrImage): readonly ImageInUse[] {
  const { taskDefinitionArn = '', containers = [] } = task;
  const user = serviceOf(task) ?? familyOf(taskDefinitionArn);
  return containers.flatMap((container): ImageInUse[] => {
    const named = readName(container.image ?? '');
    if (named.repository !== image.repository || !isHostOf(named.host, image.registry)) return [];
    // Without a tag and without a digest, a runtime asks for `latest`.
    const tag = named.tag ?? (named.digest === null ? 'latest' : null);
    return [{ digest: container.imageDigest ?? named.digest, tag, user }];
  });
}

/** `host/repository:tag@digest`, as ECS took it from the task definition. */
function readName(text: string): { host: string; repository: string; tag: string | null; digest: string | null } {
  const [, host = '', repository = '', tag = null, digest = null] =
    /^([^/]+)\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(text) ?? [];
  return { host, repository, tag, digest };
}

/** One registry answers under several hosts, FIPS or not, dual-stack or not: each begins with its account and names its Region. */
function isHostOf(host: string, { account, region }: EcrRegistry): boolean {
  return host.startsWith(`${account}.dkr`) && host.split('.').includes(region);
}
