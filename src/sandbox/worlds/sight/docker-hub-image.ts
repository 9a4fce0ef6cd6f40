import { healthyEstate } from '../healthy-estate.ts';
import { failPull, useImage } from '../parts/failed-pull.ts';
import type { World } from '../world.ts';

const IMAGE = 'docker.io/library/nginx:1.29';
const MESSAGE = `CannotPullContainerError: inspect image has been retried 5 time(s): httpReaderSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/nginx/manifests/1.29: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.`;

export const dockerHubImage: World = {
  id: 'docker-hub-image',
  title: 'The image is on Docker Hub',
  breaks: 'The task definition of my-app names an image on Docker Hub, which limits anonymous pulls.',
  message: MESSAGE,
  image: IMAGE,
  expect: { conclusion: 'out-of-sight' },
  build(now) {
    const estate = healthyEstate(now);
    useImage(estate, 'my-app', IMAGE);
    failPull(estate, 'my-app', MESSAGE);
    return estate;
  },
};
