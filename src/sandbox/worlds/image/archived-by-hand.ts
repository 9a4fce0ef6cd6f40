import { findImage } from '../parts/find.ts';
import { LOST, lostImageWorld } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { archived, record } from '../parts/trail.ts';

export const archivedByHand = lostImageWorld({
  id: 'archived-by-hand',
  title: 'Somebody archived the image',
  breaks: 'Ann put image v2.1.0 of my-app into the archive, a day ago.',
  expect: {
    conclusion: 'explained',
    cause: 'missing-image',
    because: ['archived-image'],
    recovery: ['restore-archived'],
  },
  change(estate) {
    const at = ago(estate.now, { days: 1 });
    const image = findImage(estate, LOST.repository, LOST.tag);
    record(estate, archived(LOST.repository, image.digest, at));
    Object.assign(image, { status: 'ARCHIVED', lastArchivedAt: at });
  },
});
