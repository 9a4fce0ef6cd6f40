import { DescribeImagesCommand, type ImageIdentifier } from '@aws-sdk/client-ecr';
import type { Place } from '../domain/aws.ts';
import { type EcrImage, shortDigest } from '../domain/image-reference.ts';
import type { Image } from '../domain/facts/registry.ts';
import { toImage } from './image-detail.ts';
import type { Answer, Reader } from './reader.ts';

/** One image of a repository by its tag or digest, archived ones included; `null`: there is none, or no such repository. */
export async function describeImage(
  reader: Reader,
  place: Place,
  repositoryName: string,
  id: ImageIdentifier,
): Promise<{ readonly image: Image | null; readonly says: Answer<unknown>['says'] }> {
  const { output, says } = await reader.ask(
    place,
    'ecr:DescribeImages',
    ({ ecr }) =>
      ecr.send(
        new DescribeImagesCommand({
          registryId: place.account,
          repositoryName,
          imageIds: [id],
          // The default hides archived images, which then look as if they had never been pushed.
          filter: { imageStatus: 'ANY' },
        }),
      ),
    ['ImageNotFoundException', 'RepositoryNotFoundException'],
  );
  const detail = output?.imageDetails?.[0];
  return { image: detail === undefined ? null : toImage(detail), says };
}

/** What ECR is asked for: the digest where there is one, and else the tag that a runtime would ask for. */
export function imageIdOf({ tag, digest }: EcrImage): ImageIdentifier {
  return digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest };
}

/** What AWS said of an image, in the few fields that matter. */
export function observedOf(image: Image | null): string {
  return image === null ? 'no such image' : `${image.status} ${shortDigest(image.digest)} pushed ${image.pushedAt}`;
}
