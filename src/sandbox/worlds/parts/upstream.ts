import type { Estate, PullThroughCacheRule, Repository } from '../../aws/estate.ts';
import { findAccount } from './find.ts';
import { HOME, registryHost, REGISTRY, roleArn, WORKLOAD } from './names.ts';
import { CACHED_REPOSITORY, CACHED_TAG } from './cached.ts';
import { policy } from './policy.ts';
import { image, registry, repository } from './registry.ts';
import { ago } from './time.ts';

/** Makes the cache fetch from a registry of the workload account, which has the image and lets the cache's role in. */
export function fetchFromEcr(estate: Estate, rule: PullThroughCacheRule): Repository {
  const customRoleArn = roleArn(REGISTRY, 'ecr-cache');
  Object.assign(rule, {
    upstreamUrl: registryHost(WORKLOAD),
    upstream: 'ecr',
    upstreamPrefix: 'docker-hub',
    credentialArn: undefined,
    customRoleArn,
  });
  const createdAt = ago(estate.now, { days: 60 });
  const upstream = {
    ...repository(CACHED_REPOSITORY, createdAt, [image(CACHED_REPOSITORY, [CACHED_TAG], createdAt)]),
    policy: policy({
      Sid: 'Cache',
      Effect: 'Allow',
      Principal: { AWS: customRoleArn },
      Action: [
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
        'ecr:BatchImportUpstreamImage',
        'ecr:GetImageCopyStatus',
      ],
    }),
  };
  findAccount(estate, WORKLOAD).registries[HOME] = registry([upstream]);
  return upstream;
}
