import { TAG_MUTABILITIES, type TagMutability } from '../../../../domain/facts/registry.ts';
import { structuresOf, textOf } from '../../wire/input.ts';
import type { Input } from '../../wire/protocol.ts';
import { recordCall } from '../record-call.ts';
import type { Operation } from '../operation.ts';
import { filtersOf } from './repositories.ts';
import { findRepository, invalidParameter, registryIdOf, repositoryArn, wishForNamed } from './repository.ts';

/** (ECR API reference, ImageTagMutabilityExclusionFilter; ECR user guide, "Image tag mutability".) */
const MOST_FILTERS = 5;
const FILTER = /^[0-9a-zA-Z._*-]{1,128}$/;
const MOST_WILDCARDS = 2;

export const putImageTagMutability: Operation = {
  wishes: wishForNamed,

  answer(call) {
    const mutability = mutabilityOf(call.input);
    const filters = filtersIn(call.input, mutability);
    const repository = findRepository(call);
    repository.tagMutability = mutability;
    repository.exclusionFilters = [...filters];
    const output = {
      registryId: registryIdOf(call),
      repositoryName: repository.name,
      imageTagMutability: mutability,
      ...(filters.length === 0 ? {} : { imageTagMutabilityExclusionFilters: filtersOf(repository) }),
    };
    recordCall(call, {
      eventSource: 'ecr.amazonaws.com',
      eventName: 'PutImageTagMutability',
      resource: repositoryArn(call, repository.name),
      output,
    });
    return output;
  },
};

function mutabilityOf(input: Input): TagMutability {
  const value = textOf(input, 'imageTagMutability') ?? '';
  const mutability = TAG_MUTABILITIES.find((candidate) => candidate === value);
  if (mutability === undefined) {
    throw invalidParameter(
      'imageTagMutability',
      `Member must satisfy enum value set: [${TAG_MUTABILITIES.join(', ')}]`,
    );
  }
  return mutability;
}

/** The wording of the first error was observed (aws/aws-cdk pull request 35246); that of the others follows it. */
function filtersIn(input: Input, mutability: TagMutability): readonly string[] {
  const parameter = 'imageTagMutabilityExclusionFilters';
  const given = input[parameter] !== undefined;
  const filters = structuresOf(input, parameter);
  if (mutability.endsWith('_WITH_EXCLUSION') && filters.length === 0) {
    throw invalidParameter(
      parameter,
      `ImageTagMutabilityExclusionFilters can't be null when imageTagMutability is set as ${mutability}`,
    );
  }
  if (!mutability.endsWith('_WITH_EXCLUSION') && given) {
    throw invalidParameter(
      parameter,
      `ImageTagMutabilityExclusionFilters must be null when imageTagMutability is set as ${mutability}`,
    );
  }
  if (filters.length > MOST_FILTERS) {
    throw invalidParameter(parameter, `Member must have length less than or equal to ${MOST_FILTERS}`);
  }
  return filters.map((filter) => {
    const pattern = textOf(filter, 'filter') ?? '';
    const isValid = FILTER.test(pattern) && pattern.split('*').length - 1 <= MOST_WILDCARDS;
    if (textOf(filter, 'filterType') !== 'WILDCARD' || !isValid) {
      throw invalidParameter(parameter, 'Member must be a wildcard filter of at most two wildcards');
    }
    return pattern;
  });
}
