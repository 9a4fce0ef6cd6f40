import type { Timestamp } from '../../../domain/aws.ts';
import type { CloudTrailRecord } from '../../aws/estate.ts';
import { hex } from './hex.ts';
import { REGISTRY } from './names.ts';
import { common } from './trail.ts';

/** A rule of a lifecycle policy, in the words of the policy. */
export interface PolicyRule {
  readonly rulePriority: number;
  readonly description?: string;
  readonly selection: {
    readonly tagStatus: 'tagged' | 'untagged' | 'any';
    readonly tagPatternList?: readonly string[];
    readonly countType: keyof typeof COUNT_TYPES;
    readonly countUnit?: 'days';
    readonly countNumber: number;
  };
  readonly action:
    | { readonly type: 'expire' }
    | { readonly type: 'transition'; readonly targetStorageClass: 'archive' };
}

/** CloudTrail's words for them. The last two are an assumption. */
const COUNT_TYPES = {
  imageCountMoreThan: 'Image count more than',
  sinceImagePushed: 'Time since image pushed',
  sinceImagePulled: 'Time since image pulled',
  sinceImageTransitioned: 'Time since image transitioned',
} as const;

const TAG_STATUSES = { tagged: 'Tagged', untagged: 'Untagged', any: 'Any' } as const;

/**
 * A run of a lifecycle policy that takes one image. AWS marks these events read-only. (ECR user guide, "Logging actions
 * with CloudTrail".) A preview, `DryRunEvent`, looks the same and takes nothing.
 */
export function policyRun(
  repository: string,
  image: { digest: string; tags: readonly string[] },
  rule: PolicyRule,
  at: Timestamp,
  eventName: 'PolicyExecutionEvent' | 'DryRunEvent' = 'PolicyExecutionEvent',
): CloudTrailRecord {
  return {
    ...common(`${eventName} ${repository} ${image.digest}`, eventName, repository, at),
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
        lifecycleEventRules: [recorded(rule)],
        lastEvaluatedAt: Date.parse(at),
        policyVersion: 1,
        policyId: hex(repository, 32),
      },
      lifecycleEventImageActions: [
        {
          lifecycleEventImage: {
            digest: image.digest,
            tagStatus: image.tags.length === 0 ? 'Untagged' : 'Tagged',
            tagList: image.tags,
          },
          rulePriority: rule.rulePriority,
        },
      ],
      lifecycleEventFailureDetails: [],
    },
  };
}

/** A rule as CloudTrail writes it. How it writes one that archives is an assumption. */
function recorded({ rulePriority, description, selection, action }: PolicyRule) {
  const { tagStatus, tagPatternList = [], countType, countUnit, countNumber } = selection;
  return {
    rulePriority,
    ...(description !== undefined && { description }),
    lifecycleEventSelection: {
      tagStatus: TAG_STATUSES[tagStatus],
      tagPrefixList: [],
      tagPatternList,
      countType: COUNT_TYPES[countType],
      ...(countUnit !== undefined && { countUnit: 'Days' }),
      countNumber,
    },
    action: action.type,
  };
}
