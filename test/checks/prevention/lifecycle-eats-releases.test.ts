import { lifecycleEatsReleases } from '../../../src/checks/prevention/lifecycle-eats-releases.ts';
import { anImageFact } from '../../support/facts.ts';
import { aLifecyclePolicy, more, older, unpulled } from '../../support/lifecycle-text.ts';
import { testCheck } from '../../support/test-check.ts';

const tagged = (...all: readonly string[][]) =>
  all.map((tags, index) => anImageFact({ digest: `sha256:${index}`, tags }));
const releasesAndBuilds = tagged(['v2.1.0'], ['build-7'], []);

testCheck(lifecycleEatsReleases, {
  'by-age': [
    {
      when: 'a rule is about releases alone',
      facts: { lifecyclePolicy: aLifecyclePolicy(older(30, ['v*'])), images: releasesAndBuilds },
      says: 'Lifecycle rule 1 expires releases such as `v2.1.0` 30 days after their push, also while they run.',
    },
    {
      when: 'the release has a name that is moved as well',
      facts: { lifecyclePolicy: aLifecyclePolicy(older(30, 'any')), images: tagged(['stable', 'v2.1.0']) },
    },
    {
      when: 'a rule is about any image, and no earlier rule shields releases',
      facts: { lifecyclePolicy: aLifecyclePolicy(more(5, ['build-*']), older(14, 'any')), images: releasesAndBuilds },
    },
  ],
  'by-count': [
    {
      when: 'builds count as well',
      facts: { lifecyclePolicy: aLifecyclePolicy(more(20, 'any')), images: releasesAndBuilds },
      says: 'Lifecycle rule 1 keeps only the newest 20 images of every kind, so that builds push out releases such as `v2.1.0`.',
    },
  ],
  kept: [
    {
      when: 'an earlier rule shields them',
      facts: { lifecyclePolicy: aLifecyclePolicy(more(999, ['v*']), older(14, 'any')), images: releasesAndBuilds },
    },
    {
      when: 'only releases push releases out',
      facts: { lifecyclePolicy: aLifecyclePolicy(more(20, ['v*'])), images: releasesAndBuilds },
    },
    {
      when: 'they have a quarter or more',
      facts: { lifecyclePolicy: aLifecyclePolicy(older(90, ['v*'])), images: releasesAndBuilds },
    },
    {
      when: 'the archive keeps them',
      facts: { lifecyclePolicy: aLifecyclePolicy(unpulled(30, ['v*'])), images: releasesAndBuilds },
    },
  ],
  'no-releases': [
    {
      when: 'tags are commits and branches',
      facts: { lifecyclePolicy: aLifecyclePolicy(older(14, 'any')), images: tagged(['9f3c2ab'], ['main']) },
    },
  ],
  'no-policy': [{ when: 'there is none', facts: { lifecyclePolicy: null, images: releasesAndBuilds } }],
  unreadable: [{ when: 'the policy is no policy', facts: { lifecyclePolicy: { text: '{}' }, images: [] } }],
});
