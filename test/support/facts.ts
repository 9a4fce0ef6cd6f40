import type { AccessLack, NearlyAllows } from '../../src/domain/access-lack.ts';
import type { AccessFact, ActionAccess } from '../../src/domain/access.ts';
import type { UpstreamRepository } from '../../src/domain/facts/cache.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { ImageCopy, Replication, RepositoryKey } from '../../src/domain/facts/copies.ts';
import type { EcsWorkload } from '../../src/domain/facts/puller.ts';
import type { Puller } from '../../src/domain/puller.ts';
import type { Image, PullThroughRule, Repository } from '../../src/domain/facts/registry.ts';
import { REGISTRY } from './an-incident.ts';

export function aRepository(parts: Partial<Repository> = {}): Repository {
  return {
    ...REGISTRY,
    arn: `arn:aws:ecr:us-east-1:123456789012:repository/${parts.name ?? 'shop/api'}`,
    name: 'shop/api',
    createdAt: '2025-01-01T00:00:00.000Z',
    tagMutability: 'IMMUTABLE',
    exclusionFilters: [],
    scanOnPush: true,
    encryption: { type: 'AES256', key: null },
    ...parts,
  };
}

export function anImageFact(parts: Partial<Image> = {}): Image {
  return {
    digest: `sha256:${'a1'.repeat(32)}`,
    tags: ['v2.1.0'],
    pushedAt: '2026-02-20T10:00:00.000Z',
    status: 'ACTIVE',
    ...parts,
  };
}

export function anAccess(...actions: readonly Partial<ActionAccess>[]): AccessFact {
  return {
    principal: 'arn:aws:iam::444455556666:role/checkout-exec',
    exists: true,
    actions: actions.map((parts) => ({
      action: 'ecr:BatchGetImage',
      resource: 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api',
      outcome: 'allowed',
      layer: null,
      explicit: false,
      statement: null,
      unknowns: [],
      ...parts,
    })),
  };
}

/** Why an action is not allowed, and by nothing that the case does not name. */
export function aLack(parts: Partial<AccessLack> = {}): AccessLack {
  return { layers: ['identity-based'], documents: [], denial: null, nearly: [], missingKeys: [], ...parts };
}

/** A statement that names the action and fails on `fails`. */
export function aNearMiss(parts: Partial<NearlyAllows> = {}): NearlyAllows {
  return {
    name: 'statement 1 of inline policy pull',
    json: '{"Effect":"Allow"}',
    layer: 'identity-based',
    fails: ['resource'],
    principals: [],
    resources: [],
    conditions: [],
    ...parts,
  };
}

export function aWorkload(parts: Partial<EcsWorkload> = {}): EcsWorkload {
  return {
    account: '444455556666',
    region: 'us-east-1',
    cluster: 'prod',
    service: 'checkout',
    taskDefinition: 'arn:aws:ecs:us-east-1:444455556666:task-definition/checkout:7',
    launchType: 'FARGATE',
    executionRole: 'arn:aws:iam::444455556666:role/checkout-exec',
    taskRole: null,
    capacityProvider: null,
    containerInstance: null,
    images: [],
    failedImage: null,
    network: { subnets: ['subnet-task'], securityGroups: ['sg-task'], assignPublicIp: false, networkInterface: null },
    platformVersion: 'LATEST',
    os: 'linux',
    architecture: 'X86_64',
    diskGiB: 20,
    unfrozenContainers: [],
    imagesWithCredentials: [],
    sideServices: [],
    searched: null,
    candidates: 1,
    revision: null,
    failedAt: null,
    ...parts,
  };
}

/** The workload as who pulls. */
export function aPuller(parts: Partial<Puller> = {}): Puller {
  return {
    account: '444455556666',
    region: 'us-east-1',
    kind: 'fargate-task',
    name: 'service checkout in cluster prod',
    roles: [{ arn: 'arn:aws:iam::444455556666:role/checkout-exec', source: 'execution-role' }],
    service: null,
    placement: { kind: 'task' },
    images: [],
    os: 'linux',
    architecture: 'X86_64',
    diskGiB: 20,
    ...parts,
  };
}

/** A rule that caches Docker Hub. */
export function aRule(parts: Partial<PullThroughRule> = {}): PullThroughRule {
  return {
    prefix: 'hub',
    upstream: 'registry-1.docker.io',
    kind: 'docker-hub',
    upstreamPrefix: null,
    credential: null,
    customRole: null,
    ...parts,
  };
}

/** What is known of caches where none has anything to fetch. */
export const NOTHING_TO_IMPORT = {
  importingRule: null,
  pullThroughValidation: null,
  upstreamSecret: null,
  creationTemplate: null,
  upstreamRepository: null,
  importAccess: null,
  newRepositoryAccess: null,
  upstreamAccess: null,
  upstreamPaths: [],
} as const satisfies Partial<Facts>;

/** A repository of ECR from which a cache fetches `shop/api`. */
export function anUpstream(parts: Partial<UpstreamRepository> = {}): UpstreamRepository {
  return {
    account: '444455556666',
    region: 'eu-west-1',
    name: 'base/api',
    exists: true,
    image: 'ACTIVE',
    repositoryPolicy: null,
    registryPolicy: null,
    ...parts,
  };
}

/** The image in the other Region of the registry's account. */
export function aCopy(parts: Partial<ImageCopy> = {}): ImageCopy {
  return {
    account: REGISTRY.account,
    region: 'eu-west-1',
    digest: `sha256:${'a1'.repeat(32)}`,
    pushedAt: '2026-02-20T10:00:00.000Z',
    status: 'ACTIVE',
    ...parts,
  };
}

export function aReplication(parts: Partial<Replication> = {}): Replication {
  const { account, region, digest } = aCopy();
  return { account, region, digest, state: 'complete', failure: null, prefixes: [], ...parts };
}

/** A customer's key that ECR may use. */
export function aKey(parts: Partial<RepositoryKey> = {}): RepositoryKey {
  return {
    arn: 'arn:aws:kms:us-east-1:123456789012:key/1',
    state: 'Enabled',
    deletionAt: null,
    hasGrant: true,
    ...parts,
  };
}
