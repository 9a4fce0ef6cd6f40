import type { Image, Repository } from '../../estate.ts';
import { pageOf } from '../../page.ts';
import { structuresOf, textOf } from '../../wire/input.ts';
import type { Input, Output } from '../../wire/protocol.ts';
import type { Call, Operation } from '../operation.ts';
import { ECR_PAGE } from './paging.ts';
import { findRepository, invalidParameter, notFound, registryIdOf, wishForNamed } from './repository.ts';

export const describeImages: Operation = {
  wishes: wishForNamed,

  answer(call) {
    const repository = findRepository(call);
    const wanted = structuresOf(call.input, 'imageIds');
    if (wanted.length > 0) {
      if (call.input['maxResults'] !== undefined || call.input['nextToken'] !== undefined) {
        throw invalidParameter('maxResults', 'cannot be used when you specify imageIds');
      }
      // Whether AWS accepts a filter together with imageIds is not documented; assumed, since the SDK allows both.
      const images = wanted.map((id) => findImage(call, repository, id));
      return { imageDetails: [...new Set(images)].map((image) => detail(call, repository, image)) };
    }
    const { page, nextToken } = pageOf(visible(repository, call.input), call.input, ECR_PAGE);
    return { imageDetails: page.map((image) => detail(call, repository, image)), nextToken };
  },
};

export const listImages: Operation = {
  wishes: wishForNamed,

  answer(call) {
    const ids = visible(findRepository(call), call.input).flatMap(({ digest: imageDigest, tags }) =>
      tags.length === 0 ? [{ imageDigest }] : tags.map((imageTag) => ({ imageDigest, imageTag })),
    );
    const { page, nextToken } = pageOf(ids, call.input, ECR_PAGE);
    return { imageIds: page, nextToken };
  },
};

/** The images that a filter lets through. Without one, archived images do not show. (ECR API, DescribeImagesFilter.) */
function visible(repository: Repository, input: Input): readonly Image[] {
  const filter = structuresOf(input, 'filter')[0] ?? {};
  const status = textOf(filter, 'imageStatus') ?? 'ACTIVE';
  const tagged = textOf(filter, 'tagStatus') ?? 'ANY';
  return repository.images.filter(
    (image) =>
      (status === 'ANY' || image.status === status) &&
      (tagged === 'ANY' || (tagged === 'TAGGED') === image.tags.length > 0),
  );
}

/** @throws AwsFault `ImageNotFoundException`, for the whole call, as AWS does when any one image is missing. */
export function findImage(call: Call, repository: Repository, id: Input): Image {
  const digest = textOf(id, 'imageDigest');
  const tag = textOf(id, 'imageTag');
  const image = visible(repository, call.input).find(
    (candidate) =>
      (digest === undefined || candidate.digest === digest) && (tag === undefined || candidate.tags.includes(tag)),
  );
  if (image === undefined || (digest === undefined && tag === undefined)) {
    const named = `{imageDigest:'${digest ?? 'null'}', imageTag:'${tag ?? 'null'}'}`;
    const sentence = `The image with imageId ${named} does not exist within the repository with name '${repository.name}'`;
    throw notFound('ImageNotFoundException', sentence, call);
  }
  return image;
}

function detail(call: Call, repository: Repository, image: Image): Output {
  return {
    registryId: registryIdOf(call),
    repositoryName: repository.name,
    imageDigest: image.digest,
    ...(image.tags.length === 0 ? {} : { imageTags: image.tags }),
    imageSizeInBytes: image.sizeInBytes,
    imagePushedAt: image.pushedAt,
    imageManifestMediaType: image.mediaType,
    subjectManifestDigest: image.subject,
    artifactMediaType: 'application/vnd.docker.container.image.v1+json',
    imageStatus: image.status,
    lastRecordedPullTime: image.lastPulledAt,
    lastArchivedAt: image.lastArchivedAt,
    lastActivatedAt: image.lastActivatedAt,
  };
}
