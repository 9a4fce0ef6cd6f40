import { mutableTags } from '../../../src/checks/prevention/mutable-tags.ts';
import { anImage } from '../../support/an-incident.ts';
import { aRepository } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const withMode = (
  tagMutability: 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION',
  ...exclusionFilters: string[]
) => ({
  repository: aRepository({ tagMutability, exclusionFilters }),
  repushedTags: [],
});

const times = (tag: string, pushes: number) => ({ tag, pushes, lastPushedAt: '2026-03-01T10:00:00Z' });

testCheck(mutableTags, {
  immutable: [{ when: 'IMMUTABLE', facts: withMode('IMMUTABLE') }],
  'immutable-but': [
    {
      when: 'IMMUTABLE_WITH_EXCLUSION',
      facts: withMode('IMMUTABLE_WITH_EXCLUSION', 'latest', 'dev-*'),
      says: 'Tags of `shop/api` cannot be overwritten, except `latest`, `dev-*`.',
    },
  ],
  mutable: [
    {
      when: 'MUTABLE',
      facts: withMode('MUTABLE'),
      says: 'Tags of `shop/api` can be overwritten; none is on record as having been in the last 90 days.',
    },
    {
      when: 'some were pushed again: those that were most often are named',
      facts: {
        ...withMode('MUTABLE'),
        repushedTags: [times('a', 2), times('latest', 9), times('b', 2), times('main', 4)],
      },
      says: 'Tags of `shop/api` can be overwritten; pushed more than once in the last 90 days: `latest` 9 times, last at 2026-03-01T10:00:00Z, `main` 4 times, last at 2026-03-01T10:00:00Z and `a` 2 times, last at 2026-03-01T10:00:00Z.',
    },
    {
      when: 'CloudTrail cannot be read',
      facts: { ...withMode('MUTABLE'), repushedTags: 'unknown' },
      says: 'Tags of `shop/api` can be overwritten; which of them are could not be read from CloudTrail.',
    },
  ],
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
  'no-repository': [{ when: 'there is no repository', facts: { repository: null, repushedTags: [] } }],
});
