import { archivedImage } from '../../../src/checks/manifest/archived-image.ts';
import { anImageFact } from '../../support/facts.ts';
import { aRemoval } from '../../support/history.ts';
import { testCheck } from '../../support/test-check.ts';

const image = anImageFact({ status: 'ARCHIVED' });
const rule = { priority: 3, description: null, text: '{}' };
const takes = { selects: 'untagged images', condition: 'they were pushed more than 14 days ago' };

testCheck(archivedImage, {
  'by-rule': [
    {
      when: 'the record says which images the rule takes',
      facts: { image, imageRemoval: aRemoval({ kind: 'archived', by: null, rule, takes }) },
      says: 'Lifecycle rule 3 archived it at 2026-03-01T10:00:00Z: it takes untagged images when they were pushed more than 14 days ago.',
    },
    {
      when: 'the record says so in words that we do not know',
      facts: { image, imageRemoval: aRemoval({ kind: 'archived', by: null, rule }) },
      says: 'Lifecycle rule 3 archived it at 2026-03-01T10:00:00Z.',
    },
  ],
  'by-hand': [
    {
      when: 'a person did',
      facts: { image, imageRemoval: aRemoval({ kind: 'archived' }) },
      says: 'It was archived at 2026-03-01T10:00:00Z by user `ann`.',
    },
  ],
  'no-record': [{ when: 'nothing is on record', facts: { image, imageRemoval: null } }],
  'not-archived': [
    { when: 'it is gone', facts: { image: null, imageRemoval: aRemoval() } },
    { when: 'it is there', facts: { image: anImageFact(), imageRemoval: null } },
  ],
});
