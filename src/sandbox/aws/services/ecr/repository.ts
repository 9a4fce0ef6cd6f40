import type { AccountId, Action, Arn } from '../../../../domain/aws.ts';
import type { Wish } from '../../wish.ts';
import type { Registry, Repository } from '../../estate.ts';
import { AwsFault } from '../../wire/faults.ts';
import { textOf } from '../../wire/input.ts';
import type { Call } from '../operation.ts';

/** The registry that a call means: the caller's own unless it names another. */
export const registryIdOf = ({ caller, input }: Call): AccountId => textOf(input, 'registryId') ?? caller.account;

/** An account that never used ECR in a Region has an empty registry there, not none. */
export function registryOf(call: Call): Registry {
  const account = call.estate.accounts.find(({ id }) => id === registryIdOf(call));
  return (
    account?.registries[call.region] ?? {
      repositories: [],
      policy: null,
      policyScope: 'V2',
      replicationRules: [],
      scanning: { scanType: 'BASIC', rules: [] },
      pullThroughCacheRules: [],
      creationTemplates: [],
    }
  );
}

export const repositoryArn = (call: Call, name: string): Arn =>
  `arn:aws:ecr:${call.region}:${registryIdOf(call)}:repository/${name}`;

/**
 * A wish about one repository. One that does not exist has no policy, so another account is denied and never learns
 * that it does not exist.
 */
export function wishForRepository(call: Call, action: Action, name: string): Wish {
  const registry = registryOf(call);
  const repository = registry.repositories.find((candidate) => candidate.name === name);
  return {
    action,
    resource: repositoryArn(call, name),
    owner: registryIdOf(call),
    resourcePolicies: [repository?.policy ?? null, policyInForce(registry)],
    context: tagKeys(repository?.tags ?? {}),
  };
}

/** Both names of each tag. (Service authorization reference, Amazon ECR: condition keys.) */
const tagKeys = (tags: Repository['tags']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) => [
      [`aws:ResourceTag/${key}`, value],
      [`ecr:ResourceTag/${key}`, value],
    ]),
  );

/** In version 1 a registry policy speaks of replication and caching alone, which the sandbox does not play. */
const policyInForce = ({ policy, policyScope }: Registry): string | null => (policyScope === 'V2' ? policy : null);

/** The wish of most operations: about the repository that the call names. */
export const wishForNamed = (call: Call, action: Action): readonly Wish[] => [
  wishForRepository(call, action, textOf(call.input, 'repositoryName') ?? ''),
];

export const wishForRegistry = (call: Call, action: Action): readonly Wish[] => [
  { action, resource: '*', owner: registryIdOf(call), resourcePolicies: [policyInForce(registryOf(call))] },
];

/** @throws AwsFault `RepositoryNotFoundException` */
export function findRepository(call: Call, name = textOf(call.input, 'repositoryName') ?? ''): Repository {
  const repository = registryOf(call).repositories.find((candidate) => candidate.name === name);
  if (repository === undefined) {
    throw notFound('RepositoryNotFoundException', `The repository with name '${name}' does not exist`, call);
  }
  return repository;
}

export const notFound = (code: string, sentence: string, call: Call): AwsFault =>
  new AwsFault(code, `${sentence} in the registry with id '${registryIdOf(call)}'`);

export const invalidParameter = (parameter: string, constraint: string): AwsFault =>
  new AwsFault(
    'InvalidParameterException',
    `Invalid parameter at '${parameter}' failed to satisfy constraint: '${constraint}'`,
  );
