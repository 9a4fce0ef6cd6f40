import { from, type Dialect } from './dialect.ts';

export const KUBERNETES: Dialect = {
  platform: 'kubernetes',
  failures: [
    ...from(
      'kubernetes, pkg/kubelet/images',
      'Failed to pull image "',
      'Back-off pulling image "',
      'Failed to apply default image tag',
      'Failed pulling image "',
      'PullImage from image service failed',
      'ErrImagePull: rpc error',
      'with ErrImagePull: ',
      'ImagePullBackOff: Back-off pulling image',
      'Error: ErrImagePull',
      'Error: ImagePullBackOff',
      'Error: InvalidImageName',
      'Failed to inspect image "',
      'image pull failed for ',
      'is not present with pull policy of Never',
    ),
    ...from(
      'kubectl, get, describe and logs',
      '0/1 ImagePullBackOff',
      '0/1 ErrImagePull',
      'Init:ImagePullBackOff',
      'Init:ErrImagePull',
      'Reason: ImagePullBackOff',
      'Reason: ErrImagePull',
      'is waiting to start: trying and failing to pull image',
      "is waiting to start: image can't be pulled",
    ),
    ...from('containerd, client/pull.go', 'failed to pull and unpack image'),
    ...from('containerd, internal/cri', 'failed to get sandbox image ', 'failed to get sandbox image "', 'PullImage "'),
  ],
  marks: [
    ...from(
      'kubernetes, pkg/kubelet',
      'kubelet',
      'ErrImagePull',
      'ImagePullBackOff',
      'InvalidImageName',
      'create pod sandbox',
    ),
    ...from('Tekton', 'failed to create task run pod', 'translating TaskSpec to Pod'),
    ...from('gRPC status, as the kubelet relays it', 'rpc error: code =', ' desc = failed to '),
  ],
};

/** The kubelet's words without its quotes: people tell of it so, but others print them too. */
export const KUBERNETES_RETOLD: Dialect = {
  platform: 'kubernetes',
  failures: from('kubernetes, pkg/kubelet/images', 'Failed to pull image ', 'Failed to pull image:'),
  marks: [],
};
