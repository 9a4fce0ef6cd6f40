import type { Timestamp } from '../../domain/aws.ts';
import type { Account, Estate } from '../aws/estate.ts';
import { ecs } from './parts/ecs.ts';
import { ABROAD, BOT, HOME, ORGANIZATION, READ_ROLE, REGISTRY, roleArn, STAGING, WORKLOAD } from './parts/names.ts';
import { network } from './parts/network.ts';
import { organizationTree } from './parts/organization.ts';
import { homeRegistry, image, registry, replicaRegistry, repository } from './parts/registry.ts';
import { botRole, executionRole, rolesForBot } from './parts/role.ts';
import { ago } from './parts/time.ts';

/**
 * An organization in which every pull works: a registry account, a workload account that pulls from it, a staging
 * account that the bot was never told of, and the bot's own.
 *
 * @param now the moment to build it for. Every time in it is counted back from here, so that images and events are
 *   never older to the reader than they are to the world.
 */
export function healthyEstate(now: Timestamp = new Date().toISOString()): Estate {
  return {
    now,
    self: {
      accessKeyId: 'SANDBOX-ECR-WHY',
      secretAccessKey: 'the sandbox checks no signatures',
      role: roleArn(BOT, 'ecr-why'),
      sessionName: 'sandbox',
    },
    organization: ORGANIZATION,
    serviceControlPolicies: {},
    organizationPolicies: organizationTree(),
    simulatorLag: {},
    accounts: [registryAccount(now), workloadAccount(now), stagingAccount(now), botAccount(now)],
    readerRole: READ_ROLE,
    deniedToReader: {},
    throttled: [],
  };
}

function registryAccount(now: Timestamp): Account {
  return {
    ...account(REGISTRY, 'registry'),
    roles: rolesForBot(REGISTRY, ago(now, { days: 90 })),
    registries: { [HOME]: homeRegistry(now), [ABROAD]: replicaRegistry(now) },
  };
}

function workloadAccount(now: Timestamp): Account {
  const born = ago(now, { days: 300 });
  return {
    ...account(WORKLOAD, 'shop-prod'),
    roles: [
      ...rolesForBot(WORKLOAD, ago(now, { days: 90 })),
      executionRole(WORKLOAD, 'checkout-exec', born),
      executionRole(WORKLOAD, 'my-app-exec', born),
    ],
    ecs: { [HOME]: ecs(now) },
    networks: { [HOME]: network(now) },
  };
}

function stagingAccount(now: Timestamp): Account {
  const name = 'shop/preview';
  const preview = repository(name, ago(now, { days: 80 }), [image(name, ['pr-118'], ago(now, { days: 1 }))]);
  return { ...account(STAGING, 'shop-staging'), registries: { [HOME]: registry([preview]) } };
}

function botAccount(now: Timestamp): Account {
  return { ...account(BOT, 'platform-tools'), roles: [botRole(ago(now, { days: 90 }))] };
}

function account(id: string, name: string): Account {
  return {
    id,
    name,
    regions: [HOME, ABROAD],
    roles: [],
    policies: [],
    registries: {},
    ecs: {},
    trail: {},
    networks: {},
    secrets: {},
    keys: {},
  };
}
