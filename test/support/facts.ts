import type { AccessFact, ActionAccess } from '../../src/domain/access.ts';
import type { EcsWorkload } from '../../src/domain/puller-facts.ts';
import type { Image, Repository } from '../../src/domain/registry-facts.ts';
import { REGISTRY } from './an-incident.ts';

export function aRepository(parts: Partial<Repository> = {}): Repository {
  return {
    ...REGISTRY,
    arn: `arn:aws:ecr:us-east-1:123456789012:repository/${parts.name ?? 'shop/api'}`,
    name: 'shop/api',
    createdAt: '2025-01-01T00:00:00.000Z',
    tagMutability: 'IMMUTABLE',
    exclusionFilters: [],
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

export function aWorkload(parts: Partial<EcsWorkload> = {}): EcsWorkload {
  return {
    account: '444455556666',
    region: 'us-east-1',
    cluster: 'prod',
    service: 'checkout',
    taskDefinition: 'arn:aws:ecs:us-east-1:444455556666:task-definition/checkout:7',
    launchType: 'FARGATE',
    executionRole: 'arn:aws:iam::444455556666:role/checkout-exec',
    images: [],
    failedImage: null,
    network: { subnets: ['subnet-task'], securityGroups: ['sg-task'], assignPublicIp: false, networkInterface: null },
    platformVersion: 'LATEST',
    os: 'linux',
    ...parts,
  };
}
