import type { Arn, Timestamp } from '../../../domain/aws.ts';
import type { Image as DomainImage, TagMutability } from '../../../domain/registry-facts.ts';

/** The private ECR registry of one account in one Region. */
export interface Registry {
  repositories: Repository[];
  policy: string | null;
  /** `V2` lets the registry policy decide about every ECR action, and is what new registries have. */
  policyScope: 'V1' | 'V2';
  pullThroughCacheRules: PullThroughCacheRule[];
}

export interface Repository {
  name: string;
  createdAt: Timestamp;
  tagMutability: TagMutability;
  exclusionFilters: string[];
  images: Image[];
  lifecyclePolicy: { text: string; lastEvaluatedAt: Timestamp } | null;
  policy: string | null;
  /** Resource tags, by key. */
  tags: Record<string, string>;
}

export interface Image {
  digest: string;
  tags: string[];
  pushedAt: Timestamp;
  sizeInBytes: number;
  mediaType: string;
  status: DomainImage['status'];
  lastPulledAt?: Timestamp;
  lastArchivedAt?: Timestamp;
  lastActivatedAt?: Timestamp;
}

interface PullThroughCacheRule {
  prefix: string;
  upstreamUrl: string;
  upstream: string;
  createdAt: Timestamp;
  credentialArn?: Arn;
}
