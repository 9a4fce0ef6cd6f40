import type { Task } from '@aws-sdk/client-ecs';
import type { EcrImage, EcrRegistry } from '../../domain/image-reference.ts';
import type { ImageInUse } from '../../domain/prevention-facts.ts';
import { lastPart } from './found-workload.ts';

/** What the containers of one task use of the repository of this image, by whatever name of its registry. */
export function usesOf(
  { group, taskDefinitionArn = '', containers = [] }: Task,
  image: EcrImage,
): readonly ImageInUse[] {
  const service = group?.startsWith('service:') === true ? group.slice('service:'.length) : null;
  const family = lastPart(taskDefinitionArn).split(':')[0] ?? '';
  return containers.flatMap((container): ImageInUse[] => {
    const named = readName(container.image ?? '');
    if (named.repository !== image.repository || !isHostOf(named.host, image.registry)) return [];
    // Without a tag and without a digest, a runtime asks for `latest`.
    const tag = named.tag ?? (named.digest === null ? 'latest' : null);
    return [{ digest: container.imageDigest ?? named.digest, tag, user: service ?? family }];
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
