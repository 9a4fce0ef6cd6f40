import type { Timestamp } from '../../../domain/aws.ts';
import type { EcrIncident } from '../../../domain/check.ts';
import type { LatePush, Push } from '../../../domain/facts/history.ts';
import { tagAsked } from '../../../domain/image-reference.ts';
import { defineDerived, known } from '../define-derived.ts';

/** Two clocks tell the times, and a registry may show an image some seconds after it was pushed: less proves nothing. */
const CLOCK_DOUBT_MS = 5_000;

export const latePush = defineDerived({
  name: 'latePush',
  from: ['image', 'workload', 'pushes'],
  async derive(learn, incident) {
    const [image, workload] = await Promise.all([learn('image'), learn('workload')]);
    if (!image.known) return image;
    const failedAt = incident.failedAt ?? (workload.known ? workload.value.failedAt : null);
    if (image.value === null || failedAt === null) return known(null, image.evidence);
    if (!isLater(image.value.pushedAt, failedAt)) return known(null, image.evidence);
    const pushes = await learn('pushes');
    const evidence = [
      ...image.evidence,
      ...(incident.failedAt === null && workload.known ? workload.evidence : []),
      ...(pushes.known ? pushes.evidence : []),
    ];
    const onRecord = pushes.known ? pushes.value.filter((push) => isOfImage(push, incident)) : [];
    if (onRecord.some(({ at }) => !isLater(at, failedAt))) return known(null, evidence);
    // A history that lacks even this push may lack an earlier one as well.
    const late: LatePush = { failedAt, pushedAt: image.value.pushedAt, isFirst: onRecord.length > 0 };
    return known(late, evidence);
  },
});

function isLater(pushedAt: Timestamp, failedAt: Timestamp): boolean {
  return Date.parse(pushedAt) - Date.parse(failedAt) > CLOCK_DOUBT_MS;
}

function isOfImage({ tag, digest }: Push, { image }: EcrIncident): boolean {
  return image.digest === undefined ? tag === tagAsked(image) : digest === image.digest;
}
