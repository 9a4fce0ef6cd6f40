import { mistypedTag } from '../../../src/checks/manifest/mistyped-tag.ts';
import { anImage } from '../../support/an-incident.ts';
import { anImageFact } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const tagged = (...tags: string[]) => ({ image: null, images: tags.map((tag) => anImageFact({ tags: [tag] })) });
const asked = (tag: string) => ({ image: anImage({ tag }) });

const SHA = '9fceb02d0ae598e95dc970b74767f19372d61af8';

testCheck(mistypedTag, {
  similar: [
    {
      when: 'only the leading v differs',
      facts: tagged('1.0.0', '2.1.0'),
      says: 'The repository has `2.1.0` (pushed at 2026-02-20T10:00:00.000Z): the tag may be written differently.',
    },
    { when: 'only the case differs', facts: tagged('Release-2'), incident: asked('release-2') },
    { when: 'only a separator differs', facts: tagged('2026_03_01'), incident: asked('2026-03-01') },
    { when: 'a word has one slip', facts: tagged('staging'), incident: asked('stagng') },
    { when: 'a commit is written whole', facts: tagged(SHA), incident: asked(SHA.slice(0, 8)) },
    { when: 'a commit is abbreviated', facts: tagged(SHA.slice(0, 8)), incident: asked(SHA) },
    { when: 'a commit has another name before it', facts: tagged(`sha-${SHA.slice(0, 7)}`), incident: asked(SHA) },
  ],
  'commits-only': [
    {
      when: 'a release is asked for',
      facts: tagged(SHA, 'sha-0ae598e'),
      says: `Every tag of the repository is the name of a commit, so this one may never have been set. Pushed last: \`${SHA}\` (pushed at 2026-02-20T10:00:00.000Z) and \`sha-0ae598e\` (pushed at 2026-02-20T10:00:00.000Z).`,
    },
    { when: 'latest is asked for', facts: tagged(SHA), incident: asked('latest') },
  ],
  none: [
    {
      when: 'other releases are there: a digit is never a slip',
      facts: {
        image: null,
        images: [
          anImageFact({ tags: ['v2.0.9', 'stable'], pushedAt: '2026-01-01T00:00:00Z' }),
          anImageFact({ tags: ['v2.0.8'], pushedAt: '2025-12-01T00:00:00Z' }),
          anImageFact({ tags: ['v2.1.1'], pushedAt: '2026-02-01T00:00:00Z' }),
        ],
      },
      says: 'No tag differs only in writing. Pushed last: `v2.1.1` (pushed at 2026-02-01T00:00:00Z), `v2.0.9` (pushed at 2026-01-01T00:00:00Z) and `stable` (pushed at 2026-01-01T00:00:00Z).',
    },
    { when: 'a commit is asked for, and others are there', facts: tagged(SHA), incident: asked('0ae598e') },
    { when: 'releases are there beside commits', facts: tagged(SHA, 'v2.0.9') },
    { when: 'a commit begins as another tag does', facts: tagged('9', 'stable'), incident: asked(SHA) },
    { when: 'it is pushed while we look', facts: tagged('v2.1.0', 'stable') },
    { when: 'dates and counts are no commits', facts: tagged('20260301', '1234567') },
  ],
  untagged: [{ when: 'no image has a tag', facts: { image: null, images: [anImageFact({ tags: [] })] } }],
  digest: [
    {
      when: 'the image is named by digest',
      facts: { image: null, images: [] },
      incident: { image: anImage({ digest: `sha256:${'0'.repeat(64)}` }) },
    },
  ],
  'still-there': [
    { when: 'it is archived under this very tag', facts: { image: anImageFact({ status: 'ARCHIVED' }), images: [] } },
  ],
});
