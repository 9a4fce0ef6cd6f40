/** An upstream registry as AWS knows it, and the names that its caches go by. */
interface KnownUpstream {
  /** (ECR API reference, CreatePullThroughCacheRule, upstreamRegistry.) */
  readonly kind: string;
  readonly name: string;
  /** The prefix that the console proposes, and the registry's own host names. (ECR user guide, "Creating a pull through cache rule".) */
  readonly prefixes: readonly string[];
}

const KNOWN_UPSTREAMS: readonly KnownUpstream[] = [
  { kind: 'docker-hub', name: 'Docker Hub', prefixes: ['docker-hub', 'docker.io', 'registry-1.docker.io'] },
  { kind: 'ecr-public', name: 'Amazon ECR Public', prefixes: ['ecr-public', 'public.ecr.aws'] },
  { kind: 'k8s', name: 'the Kubernetes registry', prefixes: ['kubernetes', 'registry.k8s.io'] },
  { kind: 'quay', name: 'Quay', prefixes: ['quay', 'quay.io'] },
  { kind: 'github-container-registry', name: 'the GitHub Container Registry', prefixes: ['github', 'ghcr', 'ghcr.io'] },
  {
    kind: 'gitlab-container-registry',
    name: 'the GitLab Container Registry',
    prefixes: ['gitlab', 'registry.gitlab.com'],
  },
  { kind: 'azure-container-registry', name: 'the Azure Container Registry', prefixes: ['azure'] },
  { kind: 'chainguard', name: 'the Chainguard Registry', prefixes: ['chainguard', 'cgr.dev'] },
];

/** The upstream registry whose caches are called so; `null` for a name that could be anybody's. */
export function upstreamCalled(prefix: string): KnownUpstream | null {
  return KNOWN_UPSTREAMS.find(({ prefixes }) => prefixes.includes(prefix)) ?? null;
}
