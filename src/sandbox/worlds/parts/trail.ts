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
    eventType: 'AwsApiCall',
    readOnly: false,
    userIdentity: {
      type: 'AssumedRole',
      principalId: `${roleId('ci-push')}:build`,
      arn: `arn:aws:sts::${REGISTRY}:assumed-role/ci-push/build`,
      accountId: REGISTRY,
    },
    sourceIPAddress: 'ecr.amazonaws.com',
    userAgent: 'ecr.amazonaws.com',
    requestParameters: { registryId: REGISTRY, repositoryName: repository, imageTag: tag },
    responseElements: {
      image: { registryId: REGISTRY, repositoryName: repository, imageId: { imageDigest: digest, imageTag: tag } },
    },
  };
}

/** A run of a lifecycle policy. AWS marks these events read-only. (ECR user guide, "Logging actions with CloudTrail".) */
export function expired(
  repository: string,
  image: { digest: string; tags: string[] },
  rule: object,
  at: Timestamp,
): CloudTrailRecord {
  return {
    ...common(`expire ${repository} ${image.digest}`, 'PolicyExecutionEvent', repository, at),
    eventType: 'AwsServiceEvent',
    readOnly: true,
    userIdentity: { accountId: REGISTRY, invokedBy: 'AWS Internal' },
    sourceIPAddress: 'AWS Internal',
    userAgent: 'AWS Internal',
    requestParameters: null,
    responseElements: null,
    serviceEventDetails: {
      repositoryName: repository,
      lifecycleEventPolicy: {
        lifecycleEventRules: [rule],
        lastEvaluatedAt: Date.parse(at),
        policyVersion: 1,
        policyId: hex(repository, 32),
      },
      lifecycleEventImageActions: [
        { lifecycleEventImage: { digest: image.digest, tagStatus: 'Tagged', tagList: image.tags }, rulePriority: 1 },
      ],
      lifecycleEventFailureDetails: [],
    },
  };
}

function common(seed: string, eventName: string, repository: string, eventTime: Timestamp) {
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
