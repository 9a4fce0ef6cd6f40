import { expect, it } from 'vitest';
import type { Push, Removal } from '../../../src/domain/facts/history.ts';
import { formerDigest } from '../../../src/investigation/recovery/former-digest.ts';
import { anImage, anIncident } from '../../support/an-incident.ts';

const push = (day: number, digest: string, tag: string | null = 'v2.1.0'): Push => ({
  tag,
  digest,
  at: `2026-02-0${day}T10:00:00.000Z`,
  by: null,
});
const removal = (day: number, digest: string | null, tags: readonly string[] = ['v2.1.0']): Removal => ({
  kind: 'deleted',
  at: `2026-02-0${day}T10:00:00.000Z`,
  by: null,
  digest,
  tags,
  rule: null,
});

it.each([
  ['the last push of the tag', [push(1, 'old'), push(3, 'new'), push(5, 'other', 'v2.0.0')], [], 'new'],
  ['what was removed with the tag', [], [removal(4, 'gone')], 'gone'],
  ['the push behind a removal that names the tag alone', [push(1, 'pushed')], [removal(4, null)], 'pushed'],
  [
    'what went last, when it was pushed by its digest and tagged elsewhere',
    [push(1, 'old')],
    [removal(4, 'gone')],
    'gone',
  ],
  ['nothing, when no record has the tag', [push(1, 'untagged', null)], [removal(4, 'other', ['v1'])], null],
])('is %s', (_title, pushes, removals, digest) => {
  expect(formerDigest(anIncident(), { pushes, removals })).toBe(digest);
});

it('is the digest that the message names, whatever the history says', () => {
  const digest = `sha256:${'c0'.repeat(32)}`;
  const facts = { pushes: [push(1, 'other')], removals: [] };
  expect(formerDigest(anIncident({ image: anImage({ tag: 'v2.1.0', digest }) }), facts)).toBe(digest);
});

it.each([
  ['pushes', { pushes: [push(1, 'pushed')] }, 'pushed'],
  ['removals', { removals: [removal(1, 'gone')] }, 'gone'],
  ['neither', {}, null],
])('makes do with %s', (_title, facts, digest) => {
  expect(formerDigest(anIncident(), facts)).toBe(digest);
});
