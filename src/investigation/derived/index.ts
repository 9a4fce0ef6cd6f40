import type { DerivedFacts } from '../../domain/facts.ts';
import type { DerivedFact } from './define-derived.ts';
import { imageRemoval, removalProof } from './image-removal.ts';
import { importAccess } from './import-access.ts';
import { latePush } from './late-push.ts';
import { leavingInUse } from './leaving-in-use.ts';
import { lifecycleRemoval } from './lifecycle-removal.ts';
import { movedTags } from './moved-tags.ts';
import { networkPaths } from './network-paths.ts';
import { newRepositoryAccess } from './new-repository-access.ts';
import { openSubnet } from './open-subnet.ts';
import { pullAccess } from './pull-access.ts';
import { pullerPlatform } from './puller-platform.ts';
import { repushedTags } from './repushed-tags.ts';
import { roleTrust } from './role-trust.ts';
import { siblingPull } from './sibling-pull.ts';
import { sidePaths } from './side-paths.ts';
import { secretLogins } from './secret-logins.ts';
import { secondWitness } from './second-witness.ts';
import { tagMove } from './tag-move.ts';
import { taskRoleAccess } from './task-role-access.ts';
import { tokenAccess } from './token-access.ts';
import { upstreamAccess } from './upstream-access.ts';
import { upstreamPaths } from './upstream-paths.ts';

/** Every fact that follows from what AWS tells. */
export const DERIVED: { readonly [Name in keyof DerivedFacts]: DerivedFact<Name> } = {
  roleTrust,
  tokenAccess,
  secretLogins,
  secondWitness,
  pullAccess,
  taskRoleAccess,
  importAccess,
  newRepositoryAccess,
  upstreamAccess,
  lifecycleRemoval,
  movedTags,
  repushedTags,
  imageRemoval,
  removalProof,
  tagMove,
  leavingInUse,
  latePush,
  pullerPlatform,
  networkPaths,
  sidePaths,
  siblingPull,
  openSubnet,
  upstreamPaths,
};
