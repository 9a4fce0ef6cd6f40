import { findImage, removeImage } from '../parts/find.ts';
import { LOST, lostImageWorld } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { deleted, record } from '../parts/trail.ts';

export const lastTagDeleted = lostImageWorld({
  id: 'last-tag-deleted',
  title: 'Somebody deleted the last tag of the image',
  breaks: 'Ann deleted tag v2.1.0 of my-app. It was the only one of its image, which ECR deletes together with it.',
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['deleted-image'] },
  change(estate) {
    const image = findImage(estate, LOST.repository, LOST.tag);
    record(estate, deleted(LOST.repository, image, ago(estate.now, { days: 1 }), 'tag'));
    removeImage(estate, LOST.repository, LOST.tag);
  },
});
