import { findImage, findRepository, removeImage } from '../parts/find.ts';
import { policyRun } from '../parts/lifecycle-run.ts';
import { EXPIRE_RELEASES, LOST, lostImageWorld, policyOf } from '../parts/lost-image.ts';
import { REGISTRY } from '../parts/names.ts';
import { ago } from '../parts/time.ts';
import { record } from '../parts/trail.ts';

export const readerDeniedTrail = lostImageWorld({
  id: 'reader-denied-trail',
  title: 'The bot may not read CloudTrail',
  breaks:
    'A lifecycle rule took v2.1.0 of my-app, and the reading role of the registry account lacks cloudtrail:LookupEvents.',
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['expired-by-lifecycle'] },
  change(estate) {
    const ranAt = ago(estate.now, { hours: 3 });
    const image = findImage(estate, LOST.repository, LOST.tag);
    const policy = { text: policyOf(EXPIRE_RELEASES), lastEvaluatedAt: ranAt };
    findRepository(estate, LOST.repository).lifecyclePolicy = policy;
    record(estate, policyRun(LOST.repository, image, EXPIRE_RELEASES, ranAt));
    removeImage(estate, LOST.repository, LOST.tag);
    estate.deniedToReader[REGISTRY] = ['cloudtrail:LookupEvents'];
  },
});
