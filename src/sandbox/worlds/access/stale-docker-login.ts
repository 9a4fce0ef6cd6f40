import { healthyEstate } from '../healthy-estate.ts';
import { registryHost } from '../parts/names.ts';
import type { World } from '../world.ts';

const MESSAGE = `$ docker pull ${registryHost()}/shop/api:v4.12.1
Error response from daemon: pull access denied for ${registryHost()}/shop/api, repository does not exist or may require 'docker login': denied: Your authorization token has expired. Reauthenticate and try again.`;

export const staleDockerLogin: World = {
  id: 'stale-docker-login',
  title: 'Yesterday’s docker login',
  breaks: 'Nothing is broken in AWS: a machine logged in to ECR more than 12 hours ago, and nobody did so again.',
  message: MESSAGE,
  expect: { conclusion: 'undetermined', says: 'Nobody logs this machine in again' },
  build: healthyEstate,
};
