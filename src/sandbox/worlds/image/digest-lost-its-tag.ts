import { healthyEstate } from '../healthy-estate.ts';
import { findImage, findRepository } from '../parts/find.ts';
import { pushAnew } from '../parts/frozen.ts';
import { type PolicyRule, policyRun } from '../parts/lifecycle-run.ts';
import { LOST, lostImageWorld, policyOf } from '../parts/lost-image.ts';
import { ago } from '../parts/time.ts';
import { pushed, record } from '../parts/trail.ts';

const { digest: WANTED } = findImage(healthyEstate(), LOST.repository, LOST.tag);

const EXPIRE_UNTAGGED: PolicyRule = {
  rulePriority: 1,
  description: 'Remove what no tag names any more',
  selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 1 },
  action: { type: 'expire' },
};

export const digestLostItsTag = lostImageWorld({
  id: 'digest-lost-its-tag',
  title: 'The tag was pushed again, and the image that is asked for by digest expired',
  breaks:
    'The pipeline pushed v2.1.0 of my-app again, which left the image before it untagged, and a lifecycle rule takes those.',
  asksFor: `@${WANTED}`,
  expect: {
    conclusion: 'explained',
    cause: 'missing-image',
    because: ['moved-tag', 'expired-by-lifecycle'],
    alsoWrong: ['mutable-tags'],
  },
  change(estate) {
    const { now } = estate;
    const repository = findRepository(estate, LOST.repository);
    repository.tagMutability = 'MUTABLE';
    repository.lifecyclePolicy = { text: policyOf(EXPIRE_UNTAGGED), lastEvaluatedAt: ago(now, { hours: 3 }) };
    pushAnew(estate, LOST.repository, LOST.tag);
    const { digest } = findImage(estate, LOST.repository, LOST.tag);
    record(estate, pushed(LOST.repository, LOST.tag, WANTED, ago(now, { days: 2 })));
    record(estate, pushed(LOST.repository, LOST.tag, digest, ago(now, { hours: 30 })));
    record(estate, policyRun(LOST.repository, { digest: WANTED, tags: [] }, EXPIRE_UNTAGGED, ago(now, { hours: 3 })));
  },
});
