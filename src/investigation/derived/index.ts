import type { DerivedFacts } from '../../domain/facts.ts';
import type { DerivedFact } from './define-derived.ts';
import { lifecycleRemoval } from './lifecycle-removal.ts';
import { networkPaths } from './network-paths.ts';
import { pullAccess } from './pull-access.ts';
import { roleTrust } from './role-trust.ts';
import { tokenAccess } from './token-access.ts';

/** Every fact that follows from what AWS tells. */
export const DERIVED: { readonly [Name in keyof DerivedFacts]: DerivedFact<Name> } = {
  roleTrust,
  tokenAccess,
  pullAccess,
  lifecycleRemoval,
  networkPaths,
};
