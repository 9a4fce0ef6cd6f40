import type { Registry } from '../domain/image-reference.ts';

/** `123456789012.dkr.ecr.…` and `123456789012.dkr-ecr.…`, FIPS or not: what the host of a private ECR registry looks like. */
const ECR_HOST = /^([^.]*)\.dkr[.-]ecr(?:-fips)?\.([^.]+)\.(.+)$/;

/**
 * The domains that end an ECR host, in every partition. The kubelet's credential provider knows the same ones.
 * Source: kubernetes/cloud-provider-aws, cmd/ecr-credential-provider.
 */
const ECR_DOMAINS: ReadonlySet<string> = new Set([
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'on.aws',
  'on.amazonwebservices.com.cn',
  'c2s.ic.gov',
  'sc2s.sgov.gov',
  'cloud.adc-e.uk',
  'csp.hci.ic.gov',
]);

/** Source: Amazon ECR Public user guide; the second is its dual-stack name. */
const ECR_PUBLIC_HOSTS: ReadonlySet<string> = new Set(['public.ecr.aws', 'ecr-public.aws.com']);

/** The names under which Docker Hub answers: a pull of `nginx` fails at any of them. */
const DOCKER_HUB_HOSTS: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'auth.docker.io',
  'production.cloudflare.docker.com',
  'production.cloudfront.docker.com',
]);

/** Public registries that references name most. */
export const PUBLIC_REGISTRIES = [
  'docker.io',
  'public.ecr.aws',
  'ghcr.io',
  'quay.io',
  'gcr.io',
  'mcr.microsoft.com',
  'registry.k8s.io',
  'k8s.gcr.io',
  'registry.gitlab.com',
] as const;

/** The name that references say for Docker Hub, whatever host of it was asked. */
export const DOCKER_HUB = 'docker.io';

/** What the parts of an ECR-shaped host say. Each part is absent when it is masked, or is not what it should be. */
export interface EcrHostParts {
  readonly account: string | null;
  readonly region: string | null;
  /** Whether the host ends in a domain that AWS uses: `amazonawss.com` does not. */
  readonly hasAwsDomain: boolean;
}

/** The parts of a host shaped like an ECR registry's, however damaged; `null` when it is not shaped like one. */
export function readEcrHost(host: string): EcrHostParts | null {
  const match = ECR_HOST.exec(host);
  if (match === null) return null;
  const [, account = '', region = '', domain = ''] = match;
  return {
    account: /^\d{12}$/.test(account) ? account : null,
    region: isRegion(region) ? region : null,
    hasAwsDomain: ECR_DOMAINS.has(domain),
  };
}

/**
 * The registry behind a host. `null` when the host is shaped like an ECR registry's but cannot be one: eleven digits, a zone
 * for a Region, a misspelt domain. Such a host must not pass for somebody else's registry.
 */
export function registryOf(host: string): Registry | null {
  const parts = readEcrHost(host);
  if (parts !== null) {
    if (parts.account === null || parts.region === null || !parts.hasAwsDomain) return null;
    return { kind: 'ecr', host, account: parts.account, region: parts.region };
  }
  if (ECR_PUBLIC_HOSTS.has(host)) return { kind: 'ecr-public', host };
  return isHost(host) ? { kind: 'other', host: isDockerHub(host) ? DOCKER_HUB : host } : null;
}

/** Whether a host is one of Docker Hub's, under any of its names. */
export function isDockerHub(host: string): boolean {
  return DOCKER_HUB_HOSTS.has(host);
}

/** Whether a host is a registry that everybody knows. */
export function isPublicRegistry(host: string): boolean {
  return isDockerHub(host) || PUBLIC_REGISTRIES.some((known) => known === host);
}

/** Whether the first part of a reference names a registry rather than a namespace: the rule of docker and containerd. */
export function namesRegistry(part: string): boolean {
  return part.includes('.') || part.includes(':') || part === 'localhost';
}

/** A host name, an IPv4 address or `localhost`, with or without a port. */
export function isHost(text: string): boolean {
  return (
    text.length <= 255 &&
    /^[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?$/.test(text) &&
    !/\.\.|\.-|-\.|[.-](?::|$)/.test(text)
  );
}

/** Whether a text is shaped like the code of a Region: `us-gov-west-1` is, the zone `us-east-1a` is not. */
export function isRegion(text: string): boolean {
  return text.length <= 24 && /^[a-z]{2,4}-[a-z-]{2,16}-\d{1,2}$/.test(text) && !text.includes('--');
}
