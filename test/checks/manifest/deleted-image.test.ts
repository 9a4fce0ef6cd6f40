import { deletedImage } from '../../../src/checks/manifest/deleted-image.ts';
import { aRemoval } from '../../support/history.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(deletedImage, {
  deleted: [
    {
      when: 'a person did, by digest',
      facts: { imageRemoval: aRemoval() },
      says: 'It was deleted at 2026-03-01T10:00:00Z by user `ann`: `v2.1.0` and `sha256:a1a1a1a1a1a1…`.',
    },
    {
      when: 'a service of AWS did, and the record has the tag alone',
      facts: { imageRemoval: aRemoval({ by: null, digest: null }) },
      says: 'It was deleted at 2026-03-01T10:00:00Z by AWS itself: `v2.1.0`.',
    },
  ],
  expired: [{ when: 'the policy did', facts: { imageRemoval: aRemoval({ kind: 'expired' }) } }],
  archived: [{ when: 'it lies in the archive', facts: { imageRemoval: aRemoval({ kind: 'archived' }) } }],
  'no-record': [
    { when: 'nothing is on record', facts: { imageRemoval: null } },
    {
      when: 'nothing is on record, and the failure is old enough to be',
      facts: { imageRemoval: null },
      incident: { failedAt: '2026-03-03T02:45:00.000Z' },
    },
  ],
  'too-early': [
    {
      when: 'the pull failed a moment ago',
      facts: { imageRemoval: null },
      incident: { failedAt: '2026-03-03T02:45:01.000Z' },
      says: 'Nothing shows yet that anybody deleted it. CloudTrail remembers 90 days, and may write down what happened some minutes late: give it 15.',
    },
  ],
});
