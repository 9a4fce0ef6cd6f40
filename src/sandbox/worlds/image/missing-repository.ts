import { healthyEstate } from '../healthy-estate.ts';
import { failPull } from '../parts/failed-pull.ts';
import { removeRepository } from '../parts/find.ts';
import type { World } from '../world.ts';

const MESSAGE = `CannotPullContainerError: Error response from daemon: pull access denied for
123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app, repository does not exist
or may require 'docker login'`;

export const missingRepository: World = {
  id: 'missing-repository',
  title: 'The repository is gone',
  breaks: 'Repository my-app was deleted, and no other place has one of that name.',
  message: MESSAGE,
  expect: { conclusion: 'explained', cause: 'missing-repository' },
  build(now) {
    const estate = healthyEstate(now);
    removeRepository(estate, 'my-app');
    failPull(estate, 'my-app', MESSAGE.replaceAll('\n', ' '));
    return estate;
  },
};
