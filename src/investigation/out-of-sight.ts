import type { Incident, SymptomKind } from '../domain/incident.ts';

/** What each symptom means at a registry that we cannot look into. */
const MEANINGS: Readonly<Partial<Record<SymptomKind, string>>> = {
  not_found: 'That registry answered, and knows no such image: the name, the tag or the digest is not there.',
  access_denied:
    'That registry answered, and refused: the image is private, or does not exist, which some registries do not tell apart.',
  auth_missing_or_expired: 'That registry wants credentials, and got none or old ones.',
  rate_limited: 'That registry limits how often images may be pulled, and the limit is reached.',
  timeout: 'That registry was not reached. Endpoints of ECR do not lead there: it takes a way to the internet.',
  connection_refused: 'That registry was not reached: something answered, and refused the connection.',
  dns: 'The name of that registry could not be resolved.',
  tls: 'The connection to that registry could not be secured: its certificate is not trusted, often because a proxy is in between.',
  platform_mismatch: 'The image is there, but not for the platform that asked for it.',
  disk_full: 'The image did not fit on the disk of whoever pulled it.',
  invalid_reference: 'The name of the image is not a valid one.',
};

/** Registries of which ECR can keep a copy (Amazon ECR user guide, pull-through cache: upstream registries). */
const CACHED: ReadonlySet<string> = new Set([
  'docker.io',
  'public.ecr.aws',
  'quay.io',
  'registry.k8s.io',
  'ghcr.io',
  'registry.gitlab.com',
  'cgr.dev',
]);

const NO_IMAGE = 'Neither the message nor its workload names an image, so I can only say what the message says.';

/** What can be said of a pull that we cannot look into: what the text means there, and what ECR offers instead. */
export function outOfSight({ image, symptom }: Incident): string {
  if (image === null) return NO_IMAGE;
  const { host } = image.registry;
  const opening = `This image is in ${host}, not in a private registry of Amazon ECR, so I can only say what the message says.`;
  const meaning = symptom === null ? undefined : MEANINGS[symptom.kind];
  const isCacheable = CACHED.has(host) && (symptom?.kind === 'rate_limited' || symptom?.kind === 'timeout');
  const offer = `ECR can keep a copy: with a pull-through cache rule for ${host}, pulls come from your own registry.`;
  return [opening, meaning, isCacheable ? offer : undefined].filter((sentence) => sentence !== undefined).join(' ');
}
