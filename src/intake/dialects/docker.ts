import { from, type Dialect } from './dialect.ts';

export const DOCKER: Dialect = {
  platform: 'docker',
  failures: [
    ...from(
      'moby',
      'pull access denied for ',
      // A login and a push ask with other methods.
      'Error response from daemon: Head "http',
      'Error response from daemon: Head http',
      'Error response from daemon: manifest for ',
      'Could not pull image',
      'Not continuing with pull after error',
      'Error getting v2 registry',
      'GetImageBlob',
      'failed to register layer:',
      'filesystem layer verification failed',
    ),
    ...from('buildkit', 'failed to resolve source metadata', 'failed to load cache key'),
    ...from(
      'containers/image; podman and skopeo print it',
      'initializing source docker://',
      'unable to copy from source docker://',
      'copying system image from manifest list: ',
      'Error parsing image name "docker://',
      'error pulling image',
      'invalid status code from registry',
    ),
  ],
  marks: [
    ...from(
      'moby',
      'dockerd',
      'manifest for ',
      'image with reference ',
      'docker login -',
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
    ...from('containerd, nerdctl', 'nerdctl '),
    ...from('kaniko', 'kaniko', 'error building image'),
  ],
};

/** Its server answers its client over gRPC, and its errors then begin as the kubelet's do. */
export const BUILD_KIT: Dialect = {
  platform: 'docker',
  failures: from('buildkit', 'failed to solve with frontend dockerfile', 'failed to create LLB definition'),
  marks: from('buildkit', 'failed to solve: rpc error'),
};

/** Any client may print it, but where no other product shows, it was a builder that asked for a token. */
export const BUILD_KIT_TOKEN: Dialect = {
  platform: 'docker',
  failures: from(
    'containerd, core/remotes/docker',
    'failed to fetch anonymous token',
    'failed to fetch oauth token:',
    'failed to authorize: failed to fetch',
    'failed to solve: failed to fetch',
  ),
  marks: [],
};

/** Its docker executor prints the kubelet's words, and adds the policies of its own. */
export const GIT_LAB: Dialect = {
  platform: 'docker',
  failures: from('GitLab Runner, docker executor', 'with specified policies ['),
  marks: [],
};
