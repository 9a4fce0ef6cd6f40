import type { DerivedFacts } from '../../domain/facts.ts';
import type { DerivedFact } from './define-derived.ts';
import { frozenInstead } from './image/frozen-instead.ts';
import { imageRemoval, removalProof } from './image/image-removal.ts';
import { indexChildren } from './image/index-children.ts';
import { importAccess } from './access/import-access.ts';
import { latePush } from './image/late-push.ts';
import { leavingInUse } from './image/leaving-in-use.ts';
import { lifecycleRemoval } from './image/lifecycle-removal.ts';
import { movedTags } from './image/moved-tags.ts';
import { networkPaths } from './network/network-paths.ts';
import { newRepositoryAccess } from './access/new-repository-access.ts';
import { openSubnet } from './network/open-subnet.ts';
import { pullAccess } from './access/pull-access.ts';
import { pullerPlatform } from './image/puller-platform.ts';
import { repushedTags } from './image/repushed-tags.ts';
import { roleTrust } from './access/role-trust.ts';
import { siblingPull } from './network/sibling-pull.ts';
import { sidePaths } from './network/side-paths.ts';
import { secretLogins } from './access/secret-logins.ts';
import { secondWitness } from './access/second-witness.ts';
import { tagMove } from './image/tag-move.ts';
import { taskRoleAccess } from './access/task-role-access.ts';
import { tokenAccess } from './access/token-access.ts';
import { upstreamAccess } from './access/upstream-access.ts';
import { upstreamPaths } from './network/upstream-paths.ts';

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
  frozenInstead,
  lifecycleRemoval,
  movedTags,
  repushedTags,
  imageRemoval,
  removalProof,
  tagMove,
  leavingInUse,
  latePush,
  pullerPlatform,
  indexChildren,
  networkPaths,
  sidePaths,
  siblingPull,
  openSubnet,
  upstreamPaths,
};
