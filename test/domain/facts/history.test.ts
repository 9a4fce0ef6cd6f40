import { expect, it } from 'vitest';
import { tookAway } from '../../../src/domain/facts/history.ts';
import { aRemoval } from '../../support/history.ts';

it.each([
  ['the tag', {}, { tag: 'v1' }, true],
  ['another tag', {}, { tag: 'v2' }, false],
  ['the digest, whatever its tags', {}, { digest: 'sha256:1' }, true],
  ['another digest that once had the tag', {}, { tag: 'v1', digest: 'sha256:2' }, false],
  ['the tag, where no digest is on record', { digest: null }, { tag: 'v1', digest: 'sha256:2' }, true],
  ['a digest of which only a tag is on record', { digest: null }, { digest: 'sha256:1' }, false],
  ['latest, where no tag is written', { tags: ['latest'] }, {}, true],
  ['a repository, which names no image', { kind: 'repository-deleted', digest: null, tags: [] }, { tag: 'v1' }, false],
] as const)('a removal of %s', (_what, removal, wanted, isTaken) => {
  expect(tookAway(aRemoval({ digest: 'sha256:1', tags: ['v1'], ...removal }), wanted)).toBe(isTaken);
});
