import type { Timestamp } from '../../../domain/aws.ts';
import type { CloudTrailRecord, Estate } from '../../aws/estate.ts';
import { findAccount } from './find.ts';
import { hex, roleId } from './hex.ts';
import { HOME, REGISTRY, repositoryArn } from './names.ts';

const VERSION = '1.11';

/** Writes into the trail of the registry account. */
export function record(estate: Estate, entry: CloudTrailRecord): void {
  (findAccount(estate, REGISTRY).trail[HOME] ??= []).push(entry);
}

/** A push by the continuous integration's role. */
export function pushed(repository: string, tag: string, digest: string, at: Timestamp): CloudTrailRecord {
  return {
    ...common(`push ${repository}:${tag} ${at}`, 'PutImage', repository, at),
    ...byPipeline(),
    sourceIPAddress: 'ecr.amazonaws.com',
    userAgent: 'ecr.amazonaws.com',
    requestParameters: { registryId: REGISTRY, repositoryName: repository, imageTag: tag },
    responseElements: {
      image: { registryId: REGISTRY, repositoryName: repository, imageId: { imageDigest: digest, imageTag: tag } },
    },
  };
}

/** A person deletes an image: by its digest, which takes every tag along, or one tag, which is the last that it has. */
export function deleted(
  repository: string,
  image: { digest: string; tags: readonly string[] },
  at: Timestamp,
  by: 'digest' | 'tag' = 'digest',
): CloudTrailRecord {
  const { digest: imageDigest, tags } = image;
  return {
    ...common(`delete ${repository} ${imageDigest} ${at}`, 'BatchDeleteImage', repository, at),
    ...byPerson('ann'),
    requestParameters: {
      registryId: REGISTRY,
      repositoryName: repository,
      imageIds: by === 'digest' ? [{ imageDigest }] : tags.map((imageTag) => ({ imageTag })),
    },
    // Assumption: the answer names each tag that went together with its digest, as the documentation of the call shows it.
    responseElements: {
      imageIds: tags.length === 0 ? [{ imageDigest }] : tags.map((imageTag) => ({ imageDigest, imageTag })),
      failures: [],
    },
  };
}

export function deletedRepository(repository: string, at: Timestamp): CloudTrailRecord {
  return {
    ...common(`delete ${repository} ${at}`, 'DeleteRepository', repository, at),
    ...byPerson('ann'),
    requestParameters: { registryId: REGISTRY, repositoryName: repository, force: true },
    responseElements: { repository: { registryId: REGISTRY, repositoryName: repository } },
  };
}

export function archived(repository: string, digest: string, at: Timestamp): CloudTrailRecord {
  return {
    ...common(`archive ${repository} ${digest} ${at}`, 'UpdateImageStorageClass', repository, at),
    ...byPerson('ann'),
    requestParameters: {
      registryId: REGISTRY,
      repositoryName: repository,
      imageId: { imageDigest: digest },
      targetStorageClass: 'ARCHIVE',
    },
    responseElements: {
      registryId: REGISTRY,
      repositoryName: repository,
      imageId: { imageDigest: digest },
      imageStatus: 'ARCHIVED',
    },
  };
}

/** A call that was refused is on record as well. */
export function refused(entry: CloudTrailRecord): CloudTrailRecord {
  return { ...entry, errorCode: 'AccessDenied', requestParameters: null, responseElements: null };
}

const byPipeline = () => ({
  eventType: 'AwsApiCall' as const,
  readOnly: false,
  userIdentity: session('ci-push', 'build'),
});

/** The console, entered through IAM Identity Center. */
const byPerson = (name: string) => ({
  eventType: 'AwsApiCall' as const,
  readOnly: false,
  userIdentity: session('AWSReservedSSO_Developer_4f1c2d3e5a6b7c8d', name),
  sourceIPAddress: '198.51.100.7',
  userAgent: 'aws-cli/2.31.4',
});

function session(role: string, name: string): Record<string, unknown> {
  return {
    type: 'AssumedRole',
    principalId: `${roleId(role)}:${name}`,
    arn: `arn:aws:sts::${REGISTRY}:assumed-role/${role}/${name}`,
    accountId: REGISTRY,
  };
}

/** What every record about a repository of the registry has. */
export function common(seed: string, eventName: string, repository: string, eventTime: Timestamp) {
  return {
    eventVersion: VERSION,
    eventID: hex(seed, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    eventTime,
    eventSource: 'ecr.amazonaws.com',
    eventName,
    awsRegion: HOME,
    recipientAccountId: REGISTRY,
    resources: [{ ARN: repositoryArn(repository), accountId: REGISTRY, type: 'AWS::ECR::Repository' }],
  };
}
