import type { FactModule, ReadFactName } from '../reader.ts';
import { controlPolicies } from './puller/control-policies.ts';
import { creationTemplate } from './cache/creation-template.ts';
import { imageElsewhere } from './image/image-elsewhere.ts';
import { ecsClusters } from './puller/ecs-clusters.ts';
import { frozenImage } from './image/frozen-image.ts';
import { imagePlatforms } from './image/image-platforms.ts';
import { image } from './image/image.ts';
import { imagesInUse } from './image/images-in-use.ts';
import { images } from './image/images.ts';
import { importingRule } from './cache/importing-rule.ts';
import { lastGoodImage } from './image/last-good-image.ts';
import { lifecyclePolicy } from './registry/lifecycle-policy.ts';
import { network } from './puller/network.ts';
import { organization } from './puller/organization.ts';
import { pushes } from './history/pushes.ts';
import { pullThroughRule } from './cache/pull-through-rule.ts';
import { pullThroughRules } from './cache/pull-through-rules.ts';
import { pullThroughValidation } from './cache/pull-through-validation.ts';
import { puller } from './puller/puller.ts';
import { pullerRoles } from './puller/puller-roles.ts';
import { registryPolicy } from './registry/registry-policy.ts';
import { registryScanning } from './registry/registry-scanning.ts';
import { removals } from './history/removals.ts';
import { replications } from './image/replications.ts';
import { repositoryElsewhere } from './registry/repository-elsewhere.ts';
import { repositoryKey } from './registry/repository-key.ts';
import { repositoryManager } from './registry/repository-manager.ts';
import { repositoryNames } from './registry/repository-names.ts';
import { repositoryPolicy } from './registry/repository-policy.ts';
import { repositoryTags } from './registry/repository-tags.ts';
import { repository } from './registry/repository.ts';
import { rulesElsewhere } from './cache/rules-elsewhere.ts';
import { taskRole } from './puller/task-role.ts';
import { upstreamRepository } from './cache/upstream-repository.ts';
import { upstreamSecret } from './cache/upstream-secret.ts';
import { siblings } from './puller/siblings.ts';
import { simulations } from './puller/simulations.ts';
import { serviceDeployments } from './puller/service-deployments.ts';
import { serviceRevision } from './puller/service-revision.ts';
import { workload } from './puller/workload.ts';

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
  repositoryTags,
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
  serviceDeployments,
  serviceRevision,
  lastGoodImage,
  frozenImage,
  imagePlatforms,
  puller,
  pullerRoles,
  simulations,
  organization,
  controlPolicies,
  taskRole,
  network,
  siblings,
};
