import type { Push, TagMove } from '../../../domain/facts/history.ts';
import { defineDerived, known } from '../define-derived.ts';
import { missedImage } from './missed-image.ts';

export const tagMove = defineDerived({
  name: 'tagMove',
  from: ['image', 'frozenImage', 'pushes'],
  async derive(learn, incident) {
    const [image, frozen] = await Promise.all([learn('image'), learn('frozenImage')]);
    if (!image.known) return image;
    const { tag, digest } = missedImage(incident, image.value, frozen.known ? frozen.value : null);
    if (digest === undefined) return known('no-digest', []);
    const pushes = await learn('pushes');
    if (!pushes.known) return pushes;
    return known(findMove(pushes.value, digest, tag), pushes.evidence);
  },
});

/** @param pushes newest first */
function findMove(pushes: readonly Push[], digest: string, tag: string | undefined): TagMove | null {
  for (const [index, push] of pushes.entries()) {
    if (push.digest !== digest || push.tag === null || (tag !== undefined && push.tag !== tag)) continue;
    const next = pushes.slice(0, index).findLast((each) => each.tag === push.tag && each.digest !== digest);
    // The newest push of the digest under a tag says where that tag ended up.
    if (next !== undefined) return { tag: push.tag, from: digest, to: next.digest, at: next.at, by: next.by };
    if (tag !== undefined) return null;
  }
  const last = tag === undefined ? undefined : pushes.find((each) => each.tag === tag);
  return last === undefined ? null : { tag: last.tag ?? '', from: null, to: last.digest, at: last.at, by: last.by };
}
