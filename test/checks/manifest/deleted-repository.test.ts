import { deletedRepository } from '../../../src/checks/manifest/deleted-repository.ts';
import { aRepository } from '../../support/facts.ts';
import { aRemoval } from '../../support/history.ts';
import { testCheck } from '../../support/test-check.ts';

const repository = aRepository({ createdAt: '2026-03-01T10:10:00.000Z' });
const removals = [aRemoval(), aRemoval({ kind: 'repository-deleted', digest: null, tags: [] })];

testCheck(deletedRepository, {
  deleted: [
    {
      when: 'it is gone',
      facts: { repository: null, removals },
      says: 'It was deleted at 2026-03-01T10:00:00Z by user `ann`, with every image in it.',
    },
  ],
  'made-anew': [
    {
      when: 'there is another of its name',
      facts: { repository, removals },
      says: 'Repository `shop/api` was deleted at 2026-03-01T10:00:00Z by user `ann` and made anew at 2026-03-01T10:10:00.000Z: what was pushed before is gone.',
    },
  ],
  'never-deleted': [{ when: 'only images were deleted', facts: { repository, removals: [aRemoval()] } }],
  'no-record': [{ when: 'nothing is on record', facts: { repository: null, removals: [] } }],
  'too-early': [
    {
      when: 'the pull failed a moment ago',
      facts: { repository: null, removals: [] },
      incident: { failedAt: '2026-03-03T02:59:00.000Z' },
    },
  ],
});
