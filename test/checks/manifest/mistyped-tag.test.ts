import { mistypedTag } from '../../../src/checks/manifest/mistyped-tag.ts';
import { anImage } from '../../support/an-incident.ts';
import { anImageFact } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const tagged = (...tags: string[]) => ({ image: null, images: tags.map((tag) => anImageFact({ tags: [tag] })) });
const asked = (tag: string) => ({ image: anImage({ tag }) });

testCheck(mistypedTag, {
  similar: [
    {
      when: 'only the leading v differs',
      facts: tagged('1.0.0', '2.1.0'),
      says: 'The repository has `2.1.0`: the tag may be written differently.',
    },
    { when: 'only the case differs', facts: tagged('Release-2'), incident: asked('release-2') },
    { when: 'only a separator differs', facts: tagged('2026_03_01'), incident: asked('2026-03-01') },
    { when: 'a word has one slip', facts: tagged('staging'), incident: asked('stagng') },
  ],
  none: [
    {
      when: 'other releases are there: a digit is never a slip',
      facts: {
        image: null,
        images: [
          anImageFact({ tags: ['v2.0.9'], pushedAt: '2026-01-01T00:00:00Z' }),
          anImageFact({ tags: ['v2.1.1'], pushedAt: '2026-02-01T00:00:00Z' }),
        ],
      },
      says: 'No tag differs only in writing. Pushed last: `v2.1.1` and `v2.0.9`.',
    },
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
