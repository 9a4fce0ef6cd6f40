import { healthyEstate } from '../healthy-estate.ts';
import { notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { moreThan, olderThan, setLifecycle } from '../parts/lifecycle.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;

export const lifecycleRuleShielded: World = {
  id: 'lifecycle-rule-shielded',
  title: 'A lifecycle rule that never acts',
  breaks: 'The first lifecycle rule of my-app is about every release, so the second, about old candidates, never acts.',
  message: notFoundMessage(IMAGE),
  image: IMAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'would-pull-now', alsoWrong: ['lifecycle-trap'] },
  build(now) {
    const estate = healthyEstate(now);
    setLifecycle(
      estate,
      'my-app',
      { description: 'Keep a hundred releases', selection: moreThan(100, 'v*') },
      { description: 'Candidates go after two weeks', selection: olderThan(14, 'v*-rc*') },
    );
    return estate;
  },
};
