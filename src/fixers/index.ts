import type { Fix, Fixer } from '../domain/fix.ts';
import { makeTagsImmutable } from './make-tags-immutable.ts';

export const FIXERS: readonly Fixer[] = [makeTagsImmutable];

/** The fix that puts `fix` back, or `null` when nothing can. */
export function undoOf(fix: Fix): Fix | null {
  if (fix.undo === null) return null;
  return {
    ...fix,
    kind: 'undo',
    title: `Undo: ${fix.title}`,
    effect: 'The setting becomes what it was before the fix.',
    blastRadius: 'Whoever relied on the fix loses its protection.',
    calls: fix.undo,
    undo: fix.calls,
    before: fix.after,
    after: fix.before,
  };
}
