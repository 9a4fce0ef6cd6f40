import type { ImageDetail } from '@aws-sdk/client-ecr';
import type { Image } from '../domain/facts/registry.ts';

/** ECR's description of an image in our words; the fields that no check asks about are left behind. */
export function toImage(detail: ImageDetail): Image {
  const { imageStatus, lastRecordedPullTime, lastActivatedAt, lastArchivedAt } = detail;
  return {
    digest: detail.imageDigest ?? '',
    tags: detail.imageTags ?? [],
    pushedAt: detail.imagePushedAt?.toISOString() ?? '',
    status: imageStatus === 'ARCHIVED' || imageStatus === 'ACTIVATING' ? imageStatus : 'ACTIVE',
    ...(detail.imageSizeInBytes !== undefined && { sizeInBytes: detail.imageSizeInBytes }),
    ...(detail.imageManifestMediaType !== undefined && { mediaType: detail.imageManifestMediaType }),
    ...(detail.subjectManifestDigest !== undefined && { subject: detail.subjectManifestDigest }),
    ...(lastRecordedPullTime && { lastPulledAt: lastRecordedPullTime.toISOString() }),
    ...(lastActivatedAt && { lastActivatedAt: lastActivatedAt.toISOString() }),
    ...(lastArchivedAt && { lastArchivedAt: lastArchivedAt.toISOString() }),
  };
}
