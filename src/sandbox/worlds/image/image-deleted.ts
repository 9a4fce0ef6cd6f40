import { findImage, removeImage } from '../parts/find.ts';
import { LOST, lostImageWorld } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { deleted, record, refused } from '../parts/trail.ts';

export const imageDeleted = lostImageWorld({
  id: 'image-deleted',
  title: 'Somebody deleted the image',
  breaks: 'Ann deleted image v2.1.0 of my-app by its digest, five hours ago; a first attempt was refused.',
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['deleted-image'] },
  change(estate) {
    const image = findImage(estate, LOST.repository, LOST.tag);
    record(estate, refused(deleted(LOST.repository, image, ago(estate.now, { hours: 6 }))));
    record(estate, deleted(LOST.repository, image, ago(estate.now, { hours: 5 })));
    removeImage(estate, LOST.repository, LOST.tag);
  },
});
