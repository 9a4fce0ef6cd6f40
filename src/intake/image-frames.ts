/** Words of a product after which it names the image. */
export interface ImageFrame {
  readonly before: string;
  /** What the place is worth: 3 names the image that was asked for, 2 probably does, 1 only helps to complete it. */
  readonly weight: 1 | 2 | 3;
  /**
   * Where a wrapped line may continue the image, and whether one bare word can be one: a sentence of a product has one
   * shape; in a command line the image ends with the line; in prose a bare word is just the next word.
   */
  readonly style: 'sentence' | 'command' | 'prose';
  /** The words that follow the image, if it counts only before them. */
  readonly after?: string;
  /** Where the wording comes from. */
  readonly source: string;
}

const KUBELET = 'kubernetes, pkg/kubelet/images/image_manager.go';
const CONTAINERD = 'containerd, client/pull.go and core/remotes/docker';
const MOBY = 'moby, distribution/errors.go';
const BUILDKIT = 'buildkit, solver and source/containerimage';
const CONTAINERS = 'containers/image, docker transport; podman, skopeo and CRI-O print it';
const LAMBDA = 'Lambda, CreateFunction and UpdateFunctionCode';
const SAGE_MAKER = 'SageMaker, CreateModel';
const ECS = 'Amazon ECS, stopped task reasons';

export const IMAGE_FRAMES: readonly ImageFrame[] = [
  { before: 'failed to pull image "', weight: 3, style: 'sentence', source: KUBELET },
  { before: 'failed to pull image ', weight: 3, style: 'prose', source: KUBELET },
  { before: 'failed to pull ', weight: 2, style: 'prose', source: 'fsouza/go-dockerclient users, Helm, Compose' },
  { before: 'pull image "', weight: 2, style: 'sentence', source: 'kubernetes before 1.20, pkg/kubelet/remote' },
  { before: 'failed pulling image "', weight: 3, style: 'sentence', source: 'kubernetes, dockershim' },
  { before: 'back-off pulling image "', weight: 3, style: 'sentence', source: KUBELET },
  { before: 'failed to apply default image tag "', weight: 3, style: 'sentence', source: KUBELET },
  { before: 'failed to inspect image "', weight: 3, style: 'sentence', source: KUBELET },
  { before: 'container image "', weight: 2, style: 'sentence', source: KUBELET },
  { before: 'image pull failed for ', weight: 3, style: 'sentence', source: KUBELET },
  { before: 'pulling image "', weight: 2, style: 'sentence', source: KUBELET },
  { before: 'failed to get sandbox image "', weight: 3, style: 'sentence', source: CONTAINERD },
  { before: 'failed to get sandbox image ', weight: 3, style: 'prose', source: CONTAINERD },
  { before: 'failed to pull and unpack image "', weight: 3, style: 'sentence', source: CONTAINERD },
  { before: 'failed to resolve reference ', weight: 3, style: 'sentence', source: CONTAINERD },
  { before: 'PullImage "', weight: 3, style: 'sentence', source: CONTAINERD },
  { before: 'failed to resolve ref ', weight: 3, style: 'sentence', source: ECS },
  { before: 'the task cannot pull ', weight: 3, style: 'prose', source: ECS },
  { before: 'from the amazon ecr repository ', weight: 2, style: 'prose', source: ECS },
  { before: 'from the registry ', weight: 2, style: 'prose', source: ECS },
  { before: 'failed to do request: get ', weight: 2, style: 'prose', source: ECS },
  { before: 'pull access denied for ', after: ', repository', weight: 3, style: 'sentence', source: MOBY },
  { before: 'pull access denied for ', weight: 3, style: 'sentence', source: MOBY },
  { before: 'manifest for ', after: ' not found', weight: 3, style: 'sentence', source: MOBY },
  { before: 'repository ', after: ' not found', weight: 2, style: 'prose', source: 'moby before 1.13' },
  {
    before: 'API error (404): repository ',
    after: ' not found',
    weight: 3,
    style: 'sentence',
    source: 'moby before 1.13',
  },
  { before: 'Error: image ', after: ' not found', weight: 3, style: 'sentence', source: 'moby before 1.13' },
  { before: 'unable to find image ', weight: 3, style: 'sentence', source: 'docker/cli, command/container/create.go' },
  { before: 'error pulling image ', weight: 2, style: 'prose', source: MOBY },
  { before: 'failed to resolve source metadata for ', weight: 3, style: 'sentence', source: BUILDKIT },
  { before: 'load metadata for ', weight: 2, style: 'command', source: BUILDKIT },
  { before: 'failed to load cache key: ', weight: 2, style: 'prose', source: BUILDKIT },
  { before: 'failed to solve: ', weight: 2, style: 'prose', source: BUILDKIT },
  { before: 'initializing source docker://', weight: 3, style: 'sentence', source: CONTAINERS },
  { before: 'error parsing image name "docker://', weight: 3, style: 'sentence', source: CONTAINERS },
  { before: 'error determining manifest MIME type for docker://', weight: 3, style: 'sentence', source: CONTAINERS },
  { before: 'unable to pull image ', weight: 2, style: 'prose', source: CONTAINERS },
  { before: 'unable to pull ', weight: 2, style: 'prose', source: CONTAINERS },
  { before: 'trying to pull ', weight: 2, style: 'prose', source: CONTAINERS },
  { before: 'source image ', after: ' does not exist', weight: 3, style: 'sentence', source: LAMBDA },
  { before: 'source image ', after: ' is not valid', weight: 3, style: 'sentence', source: LAMBDA },
  { before: 'source image ', after: ' is not supported', weight: 3, style: 'sentence', source: LAMBDA },
  { before: 'repository of your image ', after: ' does not grant', weight: 3, style: 'sentence', source: SAGE_MAKER },
  { before: 'Requested image ', after: ' not found', weight: 3, style: 'prose', source: SAGE_MAKER },
  { before: 'error pulling ', weight: 2, style: 'prose', source: 'kaniko, podman' },
  { before: 'retrieving image ', weight: 2, style: 'prose', source: 'kaniko, pkg/image' },
  { before: 'image=', weight: 2, style: 'prose', source: 'logfmt of the ECS agent and containerd' },
  { before: ': FROM ', weight: 2, style: 'command', source: 'moby, builder: the step that it prints' },
  { before: 'docker pull ', weight: 2, style: 'command', source: 'command line' },
  { before: 'podman pull ', weight: 2, style: 'command', source: 'command line' },
  { before: 'nerdctl pull ', weight: 2, style: 'command', source: 'command line' },
  { before: 'crictl pull ', weight: 2, style: 'command', source: 'command line' },
  { before: 'docker://', weight: 1, style: 'sentence', source: CONTAINERS },
  { before: 'image: ', weight: 1, style: 'prose', source: 'Kubernetes manifests, Compose files' },
  { before: 'Image ', weight: 1, style: 'prose', source: 'docker compose' },
];
