import { z } from 'zod';
import type { Push } from '../../domain/facts/history.ts';
import { isAbout, type OwnedRepository, type TrailRecord } from './trail-record.ts';

/** (ECR user guide, "Logging actions with CloudTrail".) */
const PUT_IMAGE = z.object({
  image: z.object({ imageId: z.object({ imageDigest: z.string(), imageTag: z.string().optional() }) }),
});

/** What a `PutImage` pushed to the repository; nothing when it is about another. */
export function readPush({ at, by, request, response }: TrailRecord, repository: OwnedRepository): readonly Push[] {
  const { data } = PUT_IMAGE.safeParse(response);
  if (data === undefined || !isAbout(request, repository)) return [];
  const { imageDigest, imageTag = null } = data.image.imageId;
  return [{ tag: imageTag, digest: imageDigest, at, by }];
}
