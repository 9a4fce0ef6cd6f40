import type { Estate, PullThroughCacheRule, Registry, Secret } from '../../aws/estate.ts';
import { healthyEstate } from '../healthy-estate.ts';
import type { World } from '../world.ts';
import { failPull, notFoundMessage, serviceRef, stoppedTaskId, useImage } from './failed-pull.ts';
import { findAccount, findRegistry, findRole } from './find.ts';
import { CLUSTER, HOME, registryHost, REGISTRY, repositoryArn, WORKLOAD } from './names.ts';
import { allow, policy, PULL_ACTIONS } from './policy.ts';
import { ago } from './time.ts';

/** The service that pulls in these worlds. */
const SERVICE = 'my-app';
export const EXECUTION_ROLE = `${SERVICE}-exec`;
export const CACHED_REPOSITORY = 'docker-hub/library/nginx';
export const CACHED_TAG = '1.29';
export const CACHED_IMAGE = `${registryHost()}/${CACHED_REPOSITORY}:${CACHED_TAG}`;

const STOPPED_TASK = `arn:aws:ecs:${HOME}:${WORKLOAD}:task/${CLUSTER}/${stoppedTaskId(SERVICE)}`;
const SECRET_NAME = 'ecr-pullthroughcache/docker-hub';
const SECRET_ARN = `arn:aws:secretsmanager:${HOME}:${REGISTRY}:secret:${SECRET_NAME}-a1B2c3`;
export const IMPORT_ACTIONS = ['ecr:CreateRepository', 'ecr:BatchImportUpstreamImage'] as const;

/** What Docker prints when ECR could not log in upstream. (aws/containers-roadmap, issue 2354.) */
export const LOGIN_FAILED = `CannotPullContainerError: Error response from daemon: pull access denied for ${registryHost()}/${CACHED_REPOSITORY}, repository does not exist or may require 'docker login': denied: The authentication to the upstream registry failed. Verify that the credentials provided in the pull through cache rule are correct, and try again.`;

/** The parts of a cache of Docker Hub that has yet to fetch its first image. */
interface Cache {
  readonly registry: Registry;
  readonly rule: PullThroughCacheRule;
  readonly secret: Secret;
}

/** A world of a service that pulls through a cache of Docker Hub in which all is right but for one thing. */
export function cachedWorld(draft: {
  readonly id: string;
  readonly title: string;
  readonly breaks: string;
  readonly image?: string;
  /** Why ECS says that the task stopped; "not found" when it is not given. */
  readonly reason?: string;
  readonly expect: World['expect'];
  readonly change: (cache: Cache, estate: Estate) => void;
}): World {
  const { change, image = CACHED_IMAGE, reason = notFoundMessage(image), ...world } = draft;
  return {
    ...world,
    // A reason alone may name neither image nor service: the task leads to both.
    message: reason.includes(registryHost()) ? reason : `Task ${STOPPED_TASK} stopped.\n${reason}`,
    image,
    workload: serviceRef(SERVICE),
    build(now) {
      const estate = healthyEstate(now);
      change(addCache(estate), estate);
      useImage(estate, SERVICE, image);
      failPull(estate, SERVICE, reason);
      return estate;
    },
  };
}

function addCache(estate: Estate): Cache {
  const createdAt = ago(estate.now, { days: 100 });
  const secret: Secret = { arn: SECRET_ARN, name: SECRET_NAME, createdAt, deletedAt: null, kmsKeyId: null };
  const rule: PullThroughCacheRule = {
    prefix: 'docker-hub',
    upstreamUrl: 'registry-1.docker.io',
    upstream: 'docker-hub',
    credentialArn: SECRET_ARN,
    createdAt,
  };
  const registry = findRegistry(estate);
  registry.pullThroughCacheRules.push(rule);
  registry.policy = policy(grantOnCache([...PULL_ACTIONS, ...IMPORT_ACTIONS]));
  findAccount(estate, REGISTRY).secrets[HOME] = [secret];
  findRole(estate, WORKLOAD, EXECUTION_ROLE).inlinePolicies.push({
    name: 'import',
    document: policy(allow(IMPORT_ACTIONS, repositoryArn('docker-hub/*'))),
  });
  return { registry, rule, secret };
}

/** The statement by which a registry lets the workload account use what its cache keeps or may fetch. */
export const grantOnCache = (actions: readonly string[]) => ({
  Sid: 'Cache',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${WORKLOAD}:root` },
  Action: actions,
  Resource: repositoryArn('docker-hub/*'),
});
