import { healthyEstate } from '../healthy-estate.ts';
import { failPull, serviceRef } from '../parts/failed-pull.ts';
import { registryHost } from '../parts/names.ts';
import { runOutsideAws } from '../parts/unseen-machines.ts';
import type { World } from '../world.ts';

const MESSAGE = `CannotPullContainerError: Error response from daemon: Get "https://${registryHost()}/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`;

export const taskOutsideAws: World = {
  id: 'task-outside-aws',
  title: 'The machine stands in another data center',
  breaks: 'The tasks of my-app run outside of AWS, by ECS Anywhere, and the machine cannot reach the registry.',
  message: MESSAGE,
  workload: serviceRef('my-app'),
  expect: { conclusion: 'undetermined' },
  build(now) {
    const estate = healthyEstate(now);
    failPull(estate, 'my-app', MESSAGE);
    runOutsideAws(estate, 'my-app');
    return estate;
  },
};
