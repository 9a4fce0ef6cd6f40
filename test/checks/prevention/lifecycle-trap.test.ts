import { lifecycleTrap } from '../../../src/checks/prevention/lifecycle-trap.ts';
import { anImageFact } from '../../support/facts.ts';
import { aLifecyclePolicy, more, older } from '../../support/lifecycle-text.ts';
import { testCheck } from '../../support/test-check.ts';

const tagged = (...all: readonly string[][]) =>
  all.map((tags, index) => anImageFact({ digest: `sha256:${index}`, tags }));
const both = aLifecyclePolicy(more(9, ['v*', 'release-*']));

testCheck(lifecycleTrap, {
  'list-means-and': [
    {
      when: 'every image has tags of one entry only',
      facts: { lifecyclePolicy: both, images: tagged(['v1'], ['release-1']) },
      says: 'Lifecycle rule 1 takes only images with tags of `v*` and `release-*` at once, and there is none: ECR reads the list as "and".',
    },
    {
      when: 'images have tags of one entry, and none of another',
      facts: { lifecyclePolicy: both, images: tagged(['v1']) },
    },
  ],
  shielded: [
    {
      when: 'an earlier rule is about more',
      facts: { lifecyclePolicy: aLifecyclePolicy(more(9, ['v*']), older(14, ['v*-rc*'])), images: tagged(['v1']) },
      says: 'Lifecycle rule 2 never acts: rule 1 comes first and is about all the same images.',
    },
  ],
  invalid: [
    {
      when: 'a pattern has five stars',
      facts: { lifecyclePolicy: aLifecyclePolicy(more(9, ['*a*b*c*d*'])), images: [] },
      says: 'ECR would refuse lifecycle rule 1 today (too many wildcards), so what it does is not certain.',
    },
  ],
  clear: [
    {
      when: 'some image has tags of the whole list: "and" may be meant',
      facts: { lifecyclePolicy: both, images: tagged(['v1'], ['v2', 'release-2']) },
    },
    { when: 'no image has tags of any of the list', facts: { lifecyclePolicy: both, images: tagged(['dev']) } },
    {
      when: 'each rule is about other images',
      facts: { lifecyclePolicy: aLifecyclePolicy(older(14, ['v*-rc*']), more(9, ['v*'])), images: tagged(['v1']) },
    },
  ],
  'no-policy': [{ when: 'there is none', facts: { lifecyclePolicy: null, images: [] } }],
  unreadable: [{ when: 'the policy is no policy', facts: { lifecyclePolicy: { text: '{}' }, images: [] } }],
});
