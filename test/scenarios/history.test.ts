import { describe, expect, it } from 'vitest';
import { findWorld } from '../../src/sandbox/worlds/index.ts';
import { diagnoseWorld } from '../support/diagnose-world.ts';

async function answersIn(id: string): Promise<Record<string, string | null>> {
  const world = findWorld(id);
  if (world === undefined) throw new Error(`there is no world ${id}`);
  const { diagnosis } = await diagnoseWorld(world);
  return Object.fromEntries(diagnosis.findings.map(({ check, verdict, answer }) => [check, answer ?? verdict]));
}

describe('what CloudTrail says of a missing image', () => {
  it.each([
    ['tag-expired-by-lifecycle', { 'expired-by-lifecycle': 'removed', 'deleted-image': 'expired' }],
    ['image-deleted', { 'deleted-image': 'deleted', 'expired-by-lifecycle': 'removed-otherwise' }],
    ['last-tag-deleted', { 'deleted-image': 'deleted' }],
    ['repository-deleted', { 'deleted-repository': 'deleted' }],
    ['repository-made-anew', { 'deleted-repository': 'made-anew', 'deleted-image': 'no-record' }],
    ['digest-lost-its-tag', { 'moved-tag': 'moved', 'expired-by-lifecycle': 'removed' }],
    ['frozen-digest-deleted', { 'moved-tag': 'moved', 'deleted-image': 'deleted' }],
    ['archived-by-rule', { 'archived-image': 'by-rule', 'expired-by-lifecycle': 'still-there' }],
    ['archived-by-hand', { 'archived-image': 'by-hand', 'deleted-image': 'archived' }],
    ['trail-too-short', { 'expired-by-lifecycle': 'removes', 'deleted-image': 'no-record' }],
    ['dry-run-only', { 'expired-by-lifecycle': 'no-policy', 'deleted-image': 'no-record' }],
    ['missing-repository', { 'deleted-repository': 'no-record' }],
    ['mutable-tags-with-repushed-latest', { 'mutable-tags': 'mutable' }],
  ])('%s', async (id, answers) => {
    expect(await answersIn(id)).toMatchObject(answers);
  });

  it.each(['reader-denied-trail', 'throttled-trail'])(
    '%s: what needs the record is open, the replay is not',
    async (id) => {
      expect(await answersIn(id)).toMatchObject({
        'expired-by-lifecycle': 'removes-unproven',
        'deleted-image': 'unknown',
        'deleted-repository': 'unknown',
        'moved-tag': 'no-digest',
      });
    },
  );
});
