import { pageOf } from '../../page.ts';
import type { Repository } from '../../estate.ts';
import { textOf, textsOf } from '../../wire/input.ts';
import type { Output } from '../../wire/protocol.ts';
import type { Call, Operation } from '../operation.ts';
import { ECR_PAGE } from './paging.ts';
import {
  findRepository,
  invalidParameter,
  registryIdOf,
  registryOf,
  repositoryArn,
  wishForRepository,
} from './repository.ts';

export const describeRepositories: Operation = {
  wishes(call, action) {
    const names = textsOf(call.input, 'repositoryNames');
    return (names.length === 0 ? ['*'] : names).map((name) => wishForRepository(call, action, name));
  },

  answer(call) {
    const names = textsOf(call.input, 'repositoryNames');
    if (names.length > 0) {
      if (call.input['maxResults'] !== undefined || call.input['nextToken'] !== undefined) {
        throw invalidParameter('maxResults', 'cannot be used when you specify repositoryNames');
      }
      return { repositories: names.map((name) => describe(call, findRepository(call, name))) };
    }
    const { page, nextToken } = pageOf(registryOf(call).repositories, call.input, ECR_PAGE);
    return { repositories: page.map((repository) => describe(call, repository)), nextToken };
  },
};

function describe(call: Call, repository: Repository): Output {
  const registryId = registryIdOf(call);
  return {
    repositoryArn: repositoryArn(call, repository.name),
    registryId,
    repositoryName: repository.name,
    repositoryUri: `${registryId}.dkr.ecr.${call.region}.amazonaws.com/${repository.name}`,
    createdAt: repository.createdAt,
    imageTagMutability: repository.tagMutability,
    // AWS leaves the list out where there are no filters.
    ...(repository.exclusionFilters.length === 0 ? {} : { imageTagMutabilityExclusionFilters: filtersOf(repository) }),
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: {
      encryptionType: repository.encryption.type,
      ...(repository.encryption.key !== null && { kmsKey: repository.encryption.key }),
    },
  };
}

export const filtersOf = ({ exclusionFilters }: Repository): readonly Output[] =>
  exclusionFilters.map((filter) => ({ filterType: 'WILDCARD', filter }));

export const listTagsForResource: Operation = {
  wishes: (call, action) => [wishForRepository(call, action, nameInArn(call))],
  answer: (call) => ({
    tags: Object.entries(findRepository(call, nameInArn(call)).tags).map(([Key, Value]) => ({ Key, Value })),
  }),
};

/** @throws AwsFault for an ARN that is not of a repository in the caller's account. */
function nameInArn(call: Call): string {
  const arn = textOf(call.input, 'resourceArn') ?? '';
  const start = repositoryArn(call, '');
  // Assumption: AWS words this as it does for ARNs of other accounts elsewhere in ECR.
  if (!arn.startsWith(start)) throw invalidParameter('resourceArn', 'must be the ARN of a repository of this registry');
  return arn.slice(start.length);
}
