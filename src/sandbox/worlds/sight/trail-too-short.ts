import { findImage, findRepository, removeImage } from '../parts/find.ts';
import { policyRun } from '../parts/lifecycle-run.ts';
import { EXPIRE_RELEASES, LOST, lostImageWorld, policyOf } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { record } from '../parts/trail.ts';

export const trailTooShort = lostImageWorld({
  id: 'trail-too-short',
  title: 'CloudTrail no longer remembers what took the image',
  breaks: 'A lifecycle rule took v2.1.0 of my-app 95 days ago: five more than CloudTrail remembers.',
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['expired-by-lifecycle'] },
  change(estate) {
    const { now } = estate;
    const image = findImage(estate, LOST.repository, LOST.tag);
    const policy = { text: policyOf(EXPIRE_RELEASES), lastEvaluatedAt: ago(now, { hours: 3 }) };
    findRepository(estate, LOST.repository).lifecyclePolicy = policy;
    record(estate, policyRun(LOST.repository, image, EXPIRE_RELEASES, ago(now, { days: 95 })));
    removeImage(estate, LOST.repository, LOST.tag);
  },
});
