import { expect, it } from 'vitest';
import { isReleaseTag } from '../../src/semantics/release-tag.ts';

it.each(['v2.1.0', '2.1.0', '2026.11', 'release-7', 'Release_2.0', 'v4', 'rel-1.2.3'])('%s is a release', (tag) => {
  expect(isReleaseTag(tag)).toBe(true);
});

it.each([
  'latest',
  'main',
  '9f3c2ab',
  '1234567',
  'build-401',
  'pr-118',
  'v2.1.0-rc.1',
  '2.1.0-dev',
  'prod',
  '2026-11-24',
])('%s is none', (tag) => {
  expect(isReleaseTag(tag)).toBe(false);
});
