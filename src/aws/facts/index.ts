import type { FactModule, ReadFactName } from '../reader.ts';
import { image } from './image.ts';
import { images } from './images.ts';
import { lifecyclePolicy } from './lifecycle-policy.ts';
import { movedTags } from './moved-tags.ts';
import { network } from './network.ts';
import { pullThroughRule } from './pull-through-rule.ts';
import { pullerRole } from './puller-role.ts';
import { registryPolicy } from './registry-policy.ts';
import { repositoryElsewhere } from './repository-elsewhere.ts';
import { repositoryManager } from './repository-manager.ts';
import { repositoryNames } from './repository-names.ts';
import { repositoryPolicy } from './repository-policy.ts';
import { repository } from './repository.ts';
import { workload } from './workload.ts';

/** Every fact that is read from AWS. */
export const FACTS: { readonly [Name in ReadFactName]: FactModule<Name> } = {
  repository,
  repositoryNames,
  repositoryElsewhere,
  repositoryManager,
  repositoryPolicy,
  registryPolicy,
  pullThroughRule,
  image,
  images,
  lifecyclePolicy,
  movedTags,
  workload,
  pullerRole,
  network,
};
