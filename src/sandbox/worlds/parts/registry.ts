import type { Timestamp } from '../../../domain/aws.ts';
import type { Image, Registry, Repository } from '../../aws/estate.ts';
import { hex } from './hex.ts';
import { WORKLOAD } from './names.ts';
import { grantPull, policy } from './policy.ts';
import { ago } from './time.ts';

const MEDIA_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const MEGABYTE = 1024 * 1024;

/** An image whose digest follows from its repository and first tag. */
export function image(repositoryName: string, tags: readonly string[], pushedAt: Timestamp): Image {
  const seed = `${repositoryName}:${tags[0] ?? pushedAt}`;
  return {
    digest: `sha256:${hex(seed, 64)}`,
    tags: [...tags],
    pushedAt,
    sizeInBytes: 40 * MEGABYTE + Number.parseInt(hex(seed, 6), 16),
    mediaType: MEDIA_TYPE,
    status: 'ACTIVE',
  };
}

/** A repository with immutable tags, scanned on push, that the workload account may pull from. */
export function repository(name: string, createdAt: Timestamp, images: Image[]): Repository {
  return {
    name,
    createdAt,
    tagMutability: 'IMMUTABLE',
    exclusionFilters: [],
    scanOnPush: true,
    encryption: { type: 'AES256', key: null },
    images,
    lifecyclePolicy: null,
    policy: policy(grantPull(WORKLOAD)),
    tags: { team: name.split('/')[0] ?? name },
  };
}

export const registry = (repositories: Repository[]): Registry => ({
  repositories,
  policy: null,
  policyScope: 'V2',
  scanning: { scanType: 'BASIC', rules: [] },
  replicationRules: [],
  pullThroughCacheRules: [],
  creationTemplates: [],
});

/** The registry that the whole organization pulls from. */
export function homeRegistry(now: Timestamp): Registry {
  const born = ago(now, { days: 410 });
  const releases = (name: string, tags: readonly (readonly [tag: string, days: number])[]): Image[] =>
    tags.map(([tag, days]) => ({ ...image(name, [tag], ago(now, { days })), lastPulledAt: ago(now, { hours: 7 }) }));
  const untagged = image('shop/web', [], ago(now, { days: 9 }));
  return registry([
    repository(
      'my-app',
      born,
      releases('my-app', [
        ['v1.9.0', 61],
        ['v2.0.9', 24],
        ['v2.1.0', 2],
      ]),
    ),
    repository(
      'shop/api',
      born,
      releases('shop/api', [
        ['v4.11.2', 33],
        ['v4.12.0', 12],
        ['v4.12.1', 3],
      ]),
    ),
    {
      ...repository('shop/web', born, [
        ...releases('shop/web', [
          ['v7.2.0', 20],
          ['v7.3.0', 5],
        ]),
        untagged,
      ]),
      lifecyclePolicy: { text: EXPIRE_UNTAGGED, lastEvaluatedAt: ago(now, { hours: 5 }) },
    },
    repository(
      'tools/ci-base',
      born,
      releases('tools/ci-base', [
        ['2026.10', 40],
        ['2026.11', 10],
      ]),
    ),
  ]);
}

/** Copies for the other Region: replication takes images along, and neither policies nor lifecycle rules. */
export function replicaRegistry(now: Timestamp): Registry {
  const born = ago(now, { days: 200 });
  const copy = (name: string, tag: string, days: number): Repository => ({
    ...repository(name, born, [image(name, [tag], ago(now, { days }))]),
    policy: null,
  });
  return registry([copy('shop/api', 'v4.12.1', 3), copy('shop/web', 'v7.3.0', 5)]);
}

const EXPIRE_UNTAGGED = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      description: 'Remove what no tag names any more',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
      action: { type: 'expire' },
    },
  ],
});
