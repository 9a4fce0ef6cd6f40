import { healthyEstate } from '../healthy-estate.ts';
import { failPull, notFoundMessage, serviceRef } from '../parts/failed-pull.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const IMAGE = `${registryHost()}/my-app:v2.1.0`;
const MESSAGE = notFoundMessage(IMAGE);

export const throttledRegistry: World = {
  id: 'throttled-registry',
  title: 'ECR is too busy to answer the bot',
  breaks: 'ECR throttles every attempt to describe repositories and images.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    estate.throttled = ['ecr:DescribeRepositories', 'ecr:DescribeImages'];
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
