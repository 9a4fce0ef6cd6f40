import { mutableTags } from '../../../src/checks/prevention/mutable-tags.ts';
import { anImage } from '../../support/an-incident.ts';
import { aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const withMode = (
  tagMutability: 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION',
  ...exclusionFilters: string[]
) => ({
  repository: aRepository({ tagMutability, exclusionFilters }),
});

testCheck(mutableTags, {
  immutable: [{ when: 'IMMUTABLE', facts: withMode('IMMUTABLE') }],
  'immutable-but': [
    {
      when: 'IMMUTABLE_WITH_EXCLUSION',
      facts: withMode('IMMUTABLE_WITH_EXCLUSION', 'latest', 'dev-*'),
      says: 'Tags of `shop/api` cannot be overwritten, except `latest`, `dev-*`.',
    },
  ],
  mutable: [{ when: 'MUTABLE', facts: withMode('MUTABLE') }],
  'mutable-but': [
    { when: 'the filters protect other tags', facts: withMode('MUTABLE_WITH_EXCLUSION', 'release-*') },
    {
      when: 'the image is named by digest only',
      facts: withMode('MUTABLE_WITH_EXCLUSION', 'v*'),
      incident: { image: anImage({ digest: `sha256:${'1'.repeat(64)}` }) },
    },
  ],
  protected: [
    {
      when: 'a filter protects this very tag',
      facts: withMode('MUTABLE_WITH_EXCLUSION', 'v*'),
      says: 'Tag `v2.1.0` of `shop/api` cannot be overwritten: `v*` are protected.',
    },
  ],
  'no-repository': [{ when: 'there is no repository', facts: { repository: null } }],
});
