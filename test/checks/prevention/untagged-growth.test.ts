import { untaggedGrowth } from '../../../src/checks/prevention/untagged-growth.ts';
import type { Image } from '../../../src/domain/facts/registry.ts';
import { anImageFact, aRepository } from '../../support/facts.ts';
import { aLifecyclePolicy, more, older } from '../../support/lifecycle-text.ts';
import { testCheck } from '../../support/test-check.ts';

const mediaType = 'application/vnd.oci.image.index.v1+json';
const untagged = (count: number, parts: Partial<Image> = {}) =>
  Array.from({ length: count }, (_, index) => anImageFact({ digest: `sha256:${index}`, tags: [], ...parts }));
const index = anImageFact({ digest: 'sha256:index', mediaType });
const facts = (images: readonly Image[], lifecyclePolicy: { text: string } | null = null) => ({
  repository: aRepository(),
  images,
  lifecyclePolicy,
});

testCheck(untaggedGrowth, {
  many: [
    {
      when: 'there are a hundred, and no policy',
      facts: facts(untagged(100)),
      says: '`shop/api` holds 100 untagged images, and no lifecycle rule is about them.',
    },
    { when: 'the rules are about tags', facts: facts(untagged(100), aLifecyclePolicy(more(9, ['*']))) },
    {
      when: 'a hundred of them are indexes, which are no parts',
      facts: facts([index, ...untagged(100, { mediaType }), ...untagged(40)]),
      says: '`shop/api` holds 100 untagged images, and no lifecycle rule is about them.',
    },
  ],
  'may-be-parts': [
    {
      when: 'they may be the images of an index',
      facts: facts([index, ...untagged(100)]),
      says: '`shop/api` holds 100 untagged images, and no lifecycle rule is about them; how many of them are parts of its multi-platform images I cannot tell.',
    },
  ],
  few: [
    { when: 'there are ninety-nine', facts: facts(untagged(99)) },
    { when: 'the others are in the archive', facts: facts(untagged(100, { status: 'ARCHIVED' })) },
    { when: 'the others are signatures', facts: facts(untagged(100, { subject: 'sha256:signed' })) },
  ],
  tidied: [
    {
      when: 'a rule is about untagged images',
      facts: facts(untagged(500), aLifecyclePolicy(more(9, ['v*']), older(14, 'untagged'))),
      says: 'Lifecycle rule 2 is about untagged images.',
    },
    { when: 'a rule is about any image', facts: facts(untagged(500), aLifecyclePolicy(more(900, 'any'))) },
  ],
  'no-repository': [{ when: 'there is none', facts: { ...facts([]), repository: null } }],
  unreadable: [{ when: 'the policy is no policy', facts: facts(untagged(100), { text: '{}' }) }],
});
