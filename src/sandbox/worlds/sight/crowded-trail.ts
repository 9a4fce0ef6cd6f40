import { findImage, findRepository, removeImage } from '../parts/find.ts';
import { policyRun } from '../parts/lifecycle-run.ts';
import { EXPIRE_RELEASES, LOST, lostImageWorld, policyOf } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { record } from '../parts/trail.ts';

/** Of one kind of event, more than is read of a trail for one diagnosis. */
const CROWD = 1_100;

export const crowdedTrail = lostImageWorld({
  id: 'crowded-trail',
  title: 'CloudTrail holds too much to be read whole',
  breaks:
    'A lifecycle rule took v2.1.0 of my-app 60 days ago, and policies of other repositories have run every hour since.',
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['expired-by-lifecycle'] },
  change(estate) {
    const { now } = estate;
    const image = findImage(estate, LOST.repository, LOST.tag);
    const policy = { text: policyOf(EXPIRE_RELEASES), lastEvaluatedAt: ago(now, { hours: 3 }) };
    findRepository(estate, LOST.repository).lifecyclePolicy = policy;
    record(estate, policyRun(LOST.repository, image, EXPIRE_RELEASES, ago(now, { days: 60 })));
    const other = findImage(estate, 'shop/api', 'v4.11.2');
    for (let hours = 1; hours <= CROWD; hours += 1) {
      record(estate, policyRun('shop/api', other, EXPIRE_RELEASES, ago(now, { hours })));
    }
    removeImage(estate, LOST.repository, LOST.tag);
  },
});
