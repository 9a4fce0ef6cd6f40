import { z } from 'zod';
import type { Removal } from '../../domain/facts/history.ts';
import { isAbout, type OwnedRepository, type TrailRecord } from './trail-record.ts';

export const REPOSITORY_DELETED = 'DeleteRepository';

type ReadRemovals = (record: TrailRecord, repository: OwnedRepository) => readonly Removal[];

/**
 * The events that take an image away, and what each of them says. `DryRunEvent`, a lifecycle policy that was only tried
 * out, looks like `PolicyExecutionEvent` and is not among them: it takes nothing.
 */
export const REMOVAL_EVENTS: Readonly<Record<string, ReadRemovals>> = {
  PolicyExecutionEvent: readPolicyExecution,
  BatchDeleteImage: readDeletedImages,
  [REPOSITORY_DELETED]: readDeletedRepository,
  UpdateImageStorageClass: readArchivedImage,
};

const POLICY_EXECUTION = z.object({
  repositoryName: z.string(),
  lifecycleEventPolicy: z.object({
    lifecycleEventRules: z.array(
      z.looseObject({ rulePriority: z.number(), description: z.string().optional(), action: z.unknown().optional() }),
    ),
  }),
  lifecycleEventImageActions: z.array(
    z.object({
      lifecycleEventImage: z.object({ digest: z.string(), tagList: z.array(z.string()).default([]) }),
      rulePriority: z.number(),
    }),
  ),
  lifecycleEventFailureDetails: z.unknown().optional(),
});

/** One run of the policy; most runs take nothing. (ECR user guide, "Logging actions with CloudTrail".) */
function readPolicyExecution({ at, details }: TrailRecord, { name }: OwnedRepository): readonly Removal[] {
  const { data } = POLICY_EXECUTION.safeParse(details);
  if (data === undefined || data.repositoryName !== name) return [];
  // What a failure looks like is not documented: an image that is named in one counts as not taken.
  const failed = JSON.stringify(data.lifecycleEventFailureDetails ?? []);
  return data.lifecycleEventImageActions
    .filter(({ lifecycleEventImage }) => !failed.includes(lifecycleEventImage.digest))
    .map(({ lifecycleEventImage: { digest, tagList }, rulePriority }) => {
      const rule = data.lifecycleEventPolicy.lifecycleEventRules.find((each) => each.rulePriority === rulePriority);
      return {
        // How a rule that archives is written here is not documented; one that expires says `expire`.
        kind: /transition|archiv/i.test(JSON.stringify(rule?.action ?? '')) ? 'archived' : 'expired',
        at,
        by: null,
        digest,
        tags: tagList,
        rule: {
          priority: rulePriority,
          description: rule?.description ?? null,
          text: JSON.stringify(rule ?? {}),
        },
      };
    });
}

const IMAGE_ID = z.object({ imageDigest: z.string().optional(), imageTag: z.string().optional() });
const BATCH_DELETE_IMAGE = z.object({ imageIds: z.array(IMAGE_ID) });

/** The answer names what went; the request names also what could not be deleted. */
function readDeletedImages({ at, by, request, response }: TrailRecord, about: OwnedRepository): readonly Removal[] {
  const { data } = BATCH_DELETE_IMAGE.safeParse(response);
  if (data === undefined || !isAbout(request, about)) return [];
  const digests = new Set(data.imageIds.map(({ imageDigest }) => imageDigest));
  return [...digests].map((digest) => ({
    kind: 'deleted',
    at,
    by,
    digest: digest ?? null,
    tags: data.imageIds.flatMap(({ imageDigest, imageTag }) => (imageDigest === digest ? (imageTag ?? []) : [])),
    rule: null,
  }));
}

function readDeletedRepository({ at, by, request }: TrailRecord, about: OwnedRepository): readonly Removal[] {
  if (!isAbout(request, about)) return [];
  return [{ kind: 'repository-deleted', at, by, digest: null, tags: [], rule: null }];
}

const ARCHIVE = z.object({ imageId: IMAGE_ID, targetStorageClass: z.literal('ARCHIVE') });

/** To the archive, not back from it. (ECR API reference, UpdateImageStorageClass.) */
function readArchivedImage({ at, by, request }: TrailRecord, about: OwnedRepository): readonly Removal[] {
  const { data } = ARCHIVE.safeParse(request);
  if (data === undefined || !isAbout(request, about)) return [];
  const { imageDigest = null, imageTag } = data.imageId;
  return [
    { kind: 'archived', at, by, digest: imageDigest, tags: imageTag === undefined ? [] : [imageTag], rule: null },
  ];
}
