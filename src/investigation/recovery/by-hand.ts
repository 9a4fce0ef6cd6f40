import type { Arn, Place } from '../../domain/aws.ts';
import { type EcrImage, tagAsked } from '../../domain/image-reference.ts';
import type { EcsWorkload } from '../../domain/facts/puller.ts';
import type { Image } from '../../domain/facts/registry.ts';

/** The repository of the image, as the commands of `aws ecr` name it. */
function repositoryFlags({ registry, repository }: EcrImage): string {
  return `--registry-id ${registry.account} --region ${registry.region} --repository-name ${repository}`;
}

/**
 * With the digest said, ECR refuses a manifest that came out changed; an OCI manifest need not say its own type, and an
 * index is given only to those who ask for one (ECR API reference, PutImage and BatchGetImage).
 */
export function putTagBack(
  image: EcrImage,
  { digest, mediaType }: Pick<Image, 'digest' | 'mediaType'>,
): readonly string[] {
  const flags = repositoryFlags(image);
  const [accepted, type] =
    mediaType === undefined
      ? ['', '']
      : [` --accepted-media-types ${mediaType}`, ` --image-manifest-media-type ${mediaType}`];
  return [
    `MANIFEST=$(aws ecr batch-get-image ${flags} --image-ids imageDigest=${digest}${accepted} --query 'images[0].imageManifest' --output text)`,
    `aws ecr put-image ${flags} --image-tag ${tagAsked(image)} --image-digest ${digest}${type} --image-manifest "$MANIFEST"`,
  ];
}

export function restore(image: EcrImage, digest: string): readonly string[] {
  return [
    `aws ecr update-image-storage-class ${repositoryFlags(image)} --image-id imageDigest=${digest} --target-storage-class STANDARD`,
  ];
}

/** `crane` carries manifest and layers from registry to registry, once it is logged in to both. */
export function copyFrom(image: EcrImage, source: Place): readonly string[] {
  const { host } = image.registry;
  const name = image.digest === undefined ? `:${tagAsked(image)}` : `@${image.digest}`;
  const there = host.replace(image.registry.account, source.account).replace(image.registry.region, source.region);
  return [`crane copy ${there}/${image.repository}${name} ${host}/${image.repository}${name}`];
}

export function makeRepository(image: EcrImage): readonly string[] {
  return [`aws ecr create-repository ${repositoryFlags(image)}`];
}

export function deployAnew({ cluster, service, region }: EcsWorkload): readonly string[] {
  if (service === null) return [];
  return [`aws ecs update-service --region ${region} --cluster ${cluster} --service ${service} --force-new-deployment`];
}

/** Back to the task definition of an earlier deployment. */
export function deployOld({ cluster, service, region }: EcsWorkload, taskDefinition: Arn): readonly string[] {
  if (service === null) return [];
  return [
    `aws ecs update-service --region ${region} --cluster ${cluster} --service ${service} --task-definition ${taskDefinition}`,
  ];
}

/** What was named by its digest alone cannot be had again under it: a new build has another. */
export function buildAnew(image: EcrImage, tag: string | null, commit: string | null): readonly string[] {
  if (tag === null) return [];
  const name = `${image.registry.host}/${image.repository}:${tag}`;
  return [...(commit === null ? [] : [`git checkout ${commit}`]), `docker build -t ${name} .`, `docker push ${name}`];
}
