import type { Arn, Place, Timestamp } from '../../../domain/aws.ts';
import type { Encryption, Image as DomainImage, IndexEntry, TagMutability } from '../../../domain/facts/registry.ts';

/** The private ECR registry of one account in one Region. */
export interface Registry {
  repositories: Repository[];
  policy: string | null;
  /** `V2` lets the registry policy decide about every ECR action, and is what new registries have. */
  policyScope: 'V1' | 'V2';
  scanning: { scanType: 'BASIC' | 'ENHANCED'; rules: ScanningRule[] };
  replicationRules: ReplicationRule[];
  pullThroughCacheRules: PullThroughCacheRule[];
  creationTemplates: CreationTemplate[];
}

export interface Repository {
  name: string;
  createdAt: Timestamp;
  tagMutability: TagMutability;
  exclusionFilters: string[];
  scanOnPush: boolean;
  encryption: Encryption;
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
  /** What a signature or the like is about. */
  subject?: string;
  status: DomainImage['status'];
  /** The entries of an image index; a single manifest has none. */
  platforms?: IndexEntry[];
  lastPulledAt?: Timestamp;
  lastArchivedAt?: Timestamp;
  lastActivatedAt?: Timestamp;
  /** Where replication has sent it, or is sending it. */
  replications?: (Place & { status: 'IN_PROGRESS' | 'COMPLETE' | 'FAILED'; failureCode?: string })[];
}

interface ScanningRule {
  scanFrequency: 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL';
  /** Of repository names. */
  filters: string[];
}

interface ReplicationRule {
  destinations: Place[];
  /** The beginnings of the repository names that it takes; none: every name. */
  prefixes: string[];
}

export interface PullThroughCacheRule {
  prefix: string;
  upstreamUrl: string;
  upstream: string;
  createdAt: Timestamp;
  upstreamPrefix?: string;
  credentialArn?: Arn;
  customRoleArn?: Arn;
  /** Why the upstream registry does not let ECR in, in ECR's words. */
  upstreamRefuses?: string;
}

/** A repository creation template. */
interface CreationTemplate {
  prefix: string;
  appliedFor: ('PULL_THROUGH_CACHE' | 'REPLICATION')[];
  repositoryPolicy: string | null;
}
