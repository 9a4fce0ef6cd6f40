import type { FactModule, ReadFactName } from '../reader.ts';
import { creationTemplate } from './creation-template.ts';
import { imageElsewhere } from './image-elsewhere.ts';
import { ecsClusters } from './ecs-clusters.ts';
import { frozenImage } from './frozen-image.ts';
import { imagePlatforms } from './image-platforms.ts';
import { image } from './image.ts';
import { imagesInUse } from './images-in-use.ts';
import { images } from './images.ts';
import { importingRule } from './importing-rule.ts';
import { lifecyclePolicy } from './lifecycle-policy.ts';
import { network } from './network.ts';
import { organization } from './organization.ts';
import { pushes } from './pushes.ts';
import { pullThroughRule } from './pull-through-rule.ts';
import { pullThroughRules } from './pull-through-rules.ts';
import { pullThroughValidation } from './pull-through-validation.ts';
import { puller } from './puller.ts';
import { pullerRoles } from './puller-roles.ts';
import { registryPolicy } from './registry-policy.ts';
import { registryScanning } from './registry-scanning.ts';
import { removals } from './removals.ts';
import { replications } from './replications.ts';
import { repositoryElsewhere } from './repository-elsewhere.ts';
import { repositoryKey } from './repository-key.ts';
import { repositoryManager } from './repository-manager.ts';
import { repositoryNames } from './repository-names.ts';
import { repositoryPolicy } from './repository-policy.ts';
import { repository } from './repository.ts';
import { rulesElsewhere } from './rules-elsewhere.ts';
import { taskRole } from './task-role.ts';
import { upstreamRepository } from './upstream-repository.ts';
import { upstreamSecret } from './upstream-secret.ts';
import { siblings } from './siblings.ts';
import { simulations } from './simulations.ts';
import { serviceRevision } from './service-revision.ts';
import { workload } from './workload.ts';

/** Every fact that is read from AWS. */
export const FACTS: { readonly [Name in ReadFactName]: FactModule<Name> } = {
  repository,
  repositoryNames,
  repositoryElsewhere,
  imageElsewhere,
  replications,
  repositoryKey,
  repositoryManager,
  repositoryPolicy,
  registryPolicy,
  pullThroughRules,
  pullThroughRule,
  importingRule,
  rulesElsewhere,
  pullThroughValidation,
  upstreamSecret,
  creationTemplate,
  upstreamRepository,
  image,
  images,
  lifecyclePolicy,
  pushes,
  removals,
  registryScanning,
  ecsClusters,
  imagesInUse,
  workload,
  serviceRevision,
  frozenImage,
  imagePlatforms,
  puller,
  pullerRoles,
  simulations,
  organization,
  taskRole,
  network,
  siblings,
};
