import type { EcrIncident } from '../../src/domain/check.ts';
import type { Estate, PullThroughCacheRule } from '../../src/sandbox/aws/estate.ts';
import { findAccount, findRegistry } from '../../src/sandbox/worlds/parts/find.ts';
import { HOME, REGISTRY } from '../../src/sandbox/worlds/parts/names.ts';
import { anImage, anIncident } from './an-incident.ts';

export const SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:ecr-pullthroughcache/hub-a1B2c3';

/** A pull of an image that the sandbox's registry would have to fetch through a rule for `hub`. */
export const firstPull = (repository = 'hub/library/nginx'): EcrIncident =>
  anIncident({ image: anImage({ repository, tag: '1.29' }) });

/** Adds a rule that caches Docker Hub under `hub`, with its secret. */
export function cacheHub(estate: Estate, parts: Partial<PullThroughCacheRule> = {}): void {
  const createdAt = estate.now;
  findRegistry(estate).pullThroughCacheRules.push({
    prefix: 'hub',
    upstreamUrl: 'registry-1.docker.io',
    upstream: 'docker-hub',
    credentialArn: SECRET_ARN,
    createdAt,
    ...parts,
  });
  findAccount(estate, REGISTRY).secrets[HOME] = [
    { arn: SECRET_ARN, name: 'ecr-pullthroughcache/hub', createdAt, deletedAt: null, kmsKeyId: null },
  ];
}
