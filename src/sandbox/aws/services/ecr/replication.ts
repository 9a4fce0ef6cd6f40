import { structuresOf, textOf } from '../../wire/input.ts';
import { type Operation, wishForAll } from '../operation.ts';
import { findImage } from './images.ts';
import { findRepository, registryOf, wishForNamed } from './repository.ts';

/** Always speaks of the caller's own registry: the call takes no other. (ECR API reference.) */
export const describeRegistry: Operation = {
  wishes: wishForAll,
  answer: (call) => ({
    registryId: call.caller.account,
    replicationConfiguration: {
      rules: registryOf(call).replicationRules.map(({ destinations, prefixes }) => ({
        destinations: destinations.map(({ account, region }) => ({ registryId: account, region })),
        repositoryFilters: prefixes.map((filter) => ({ filterType: 'PREFIX_MATCH', filter })),
      })),
    },
  }),
};

export const describeImageReplicationStatus: Operation = {
  wishes: wishForNamed,
  answer(call) {
    const repository = findRepository(call);
    const [imageId = {}] = structuresOf(call.input, 'imageId');
    const { replications = [] } = findImage(call, repository, imageId);
    return {
      repositoryName: textOf(call.input, 'repositoryName'),
      imageId,
      // Assumption: `registryId` is the destination's, as in the rules.
      replicationStatuses: replications.map(({ account, ...rest }) => ({ registryId: account, ...rest })),
    };
  },
};
