import type { Timestamp } from '../../domain/aws.ts';
import type { Reader } from '../reader.ts';

/** What is known of when the wanted image went, before CloudTrail is asked. */
export interface ImageTimes {
  /** Then it was still there, or its repository had yet to be made; `null`: nobody says. */
  readonly thereAt: Timestamp | null;
  /** By then it was gone; `null`: nobody says. */
  readonly goneBy: Timestamp | null;
}

/**
 * An image that is in the archive says itself when it went there. Of one that is gone, ECS resolved the tag while it was
 * there, and a pull failed when it was not. What cannot be learned of these leaves the whole of CloudTrail's memory.
 */
export async function imageTimes(reader: Reader): Promise<ImageTimes> {
  const [image, frozen, repository, workload] = await Promise.all([
    reader.learn('image'),
    reader.learn('frozenImage'),
    reader.learn('repository'),
    reader.learn('workload'),
  ]);
  const frozenImage = frozen.known ? frozen.value : null;
  const held = frozenImage?.image ?? (image.known ? image.value : null);
  if (held?.status === 'ARCHIVED' && held.lastArchivedAt !== undefined)
    return { thereAt: held.lastArchivedAt, goneBy: held.lastArchivedAt };
  const createdAt = repository.known ? (repository.value?.createdAt ?? null) : null;
  const { failedAt } = reader.incident;
  return {
    thereAt: frozenImage?.frozenAt ?? createdAt,
    goneBy: failedAt ?? (workload.known ? workload.value.failedAt : null),
  };
}
