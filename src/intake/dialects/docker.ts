import { from, type Dialect } from './dialect.ts';

export const DOCKER: Dialect = {
  platform: 'docker',
  failures: [
    ...from(
      'moby',
      'pull access denied for ',
      'Could not pull image',
      'Not continuing with pull after error',
      'Error getting v2 registry',
      'GetImageBlob',
      'failed to register layer',
      'filesystem layer verification failed',
    ),
    ...from(
      'buildkit',
      'failed to resolve source metadata for',
      'failed to load cache key',
      'failed to solve with frontend dockerfile',
    ),
    ...from(
      'containers/image; podman and skopeo print it',
      'initializing source docker://',
      'Error parsing image name "docker://',
      'error pulling image',
    ),
  ],
  marks: [
    ...from(
      'moby',
      'dockerd',
      'manifest for ',
      'Error response from daemon',
      'Unable to find image ',
      'docker: ',
      'docker pull ',
      'docker run ',
      'docker build ',
      'dockerjava',
      'docker compose',
      'docker-compose',
      'Using default tag: latest',
    ),
    ...from('buildkit', 'failed to solve', 'failed to compute cache key', 'buildx', 'load metadata for'),
    ...from(
      'containers/image',
      'podman ',
      'skopeo ',
      'docker://',
      'buildah',
      'pinging container registry',
      'copying system image',
      'getting image source signatures',
      'copying blob',
    ),
    ...from('kaniko', 'kaniko', 'error building image'),
  ],
};

/** Its docker executor prints the kubelet's words, and adds the policies of its own. */
export const GIT_LAB: Dialect = {
  platform: 'docker',
  failures: from('GitLab Runner, docker executor', 'with specified policies ['),
  marks: [],
};
