import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef, useImage } from '../parts/failed-pull.ts';
import { findImage, findRepository, removeImage } from '../parts/find.ts';
import { type PolicyRule, policyRun } from '../parts/lifecycle-run.ts';
import { registryHost } from '../parts/names.ts';
import { ago } from '../parts/time.ts';
import { record } from '../parts/trail.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/shop/api:v4.11.2`;
const MESSAGE = notFoundMessage(IMAGE);

const RULE: PolicyRule = {
  rulePriority: 1,
  description: 'Keep releases for thirty days',
  selection: {
    tagStatus: 'tagged',
    tagPatternList: ['v*'],
    countType: 'sinceImagePushed',
    countUnit: 'days',
    countNumber: 30,
  },
  action: { type: 'expire' },
};

export const tagExpiredByLifecycle: World = {
  id: 'tag-expired-by-lifecycle',
  title: 'A lifecycle policy removed the image',
  breaks:
    'A lifecycle rule of shop/api expires releases after thirty days, and took v4.11.2, which checkout was rolled back to.',
  message: MESSAGE,
  workload: serviceRef('checkout'),
  expect: { conclusion: 'explained', cause: 'missing-image', because: ['expired-by-lifecycle'] },
  build(now) {
    const estate = healthyEstate(now);
    const ranAt = ago(estate.now, { hours: 20 });
    const repository = findRepository(estate, 'shop/api');
    repository.lifecyclePolicy = { text: JSON.stringify({ rules: [RULE] }), lastEvaluatedAt: ranAt };
    record(estate, policyRun('shop/api', findImage(estate, 'shop/api', 'v4.11.2'), RULE, ranAt));
    removeImage(estate, 'shop/api', 'v4.11.2');
    useImage(estate, 'checkout', IMAGE);
    failPull(estate, 'checkout', MESSAGE);
    return estate;
  },
};
