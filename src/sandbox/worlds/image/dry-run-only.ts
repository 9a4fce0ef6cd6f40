import { findImage, removeImage } from '../parts/find.ts';
import { policyRun } from '../parts/lifecycle-run.ts';
import { EXPIRE_RELEASES, LOST, lostImageWorld } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { record } from '../parts/trail.ts';

export const dryRunOnly = lostImageWorld({
  id: 'dry-run-only',
  title: 'A lifecycle policy was only tried out',
  breaks:
    'A preview of a lifecycle policy named v2.1.0 of my-app, and took nothing: the policy was never put into force. Why the image is gone, no record says.',
  expect: { conclusion: 'explained', cause: 'missing-image' },
  change(estate) {
    const image = findImage(estate, LOST.repository, LOST.tag);
    const at = ago(estate.now, { days: 1 });
    record(estate, policyRun(LOST.repository, image, EXPIRE_RELEASES, at, 'DryRunEvent'));
    removeImage(estate, LOST.repository, LOST.tag);
  },
});
