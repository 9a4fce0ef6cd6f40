import { describe, expect, it } from 'vitest';
import type { Denial, SymptomKind } from '../../src/domain/incident.ts';
import type { PullPosition } from '../../src/domain/pull-stage.ts';
import { readsLike } from '../../src/investigation/reads-like.ts';
import { aFinding } from '../support/a-finding.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';

const POSITIONS: Readonly<Record<string, PullPosition>> = {
  'vpc-dns-off': { stage: 'token', step: 'path' },
  'missing-route': { stage: 'layers', step: 'path' },
  'denied-token': { stage: 'token', step: 'permission' },
  'denied-pull': { stage: 'manifest', step: 'permission' },
  'missing-repository': { stage: 'manifest', step: 'object' },
  'missing-image': { stage: 'manifest', step: 'object' },
  'wrong-platform': { stage: 'manifest', step: 'object' },
  'key-unusable': { stage: 'layers', step: 'permission' },
  'image-too-large': { stage: 'start', step: 'object' },
};
const DENIAL: Denial = {
  principal: 'arn:aws:iam::444455556666:role/x',
  action: 'ecr:BatchGetImage',
  resource: null,
  layer: 'resource-based',
  explicit: false,
  policy: null,
};

function readingAs(kind: SymptomKind | null, denial: Denial | null = null): readonly string[] {
  const incident = anIncident({ symptom: kind === null ? null : { ...SYMPTOMS.denied, kind }, denial });
  return Object.entries(POSITIONS)
    .filter(([check, position]) => readsLike(aFinding({ check, position, verdict: 'fail' }), incident))
    .map(([check]) => check);
}

describe('what would read so', () => {
  it.each([
    ['rate_limited', []],
    ['throttled', []],
    ['tls', []],
    ['dns', ['vpc-dns-off']],
    ['auth_missing_or_expired', ['vpc-dns-off', 'denied-token']],
    ['kms', ['key-unusable']],
    ['platform_mismatch', ['wrong-platform']],
    ['disk_full', ['image-too-large']],
    ['not_found', ['missing-repository', 'missing-image', 'wrong-platform', 'image-too-large']],
  ] as const)('%s', (kind, checks) => {
    expect(readingAs(kind)).toEqual(checks);
  });

  it('is all, as far as the position allows it, where there is no text or it does not tell', () => {
    for (const kind of [null, 'other', 'timeout', 'access_denied'] as const)
      expect(readingAs(kind)).toEqual(Object.keys(POSITIONS));
  });

  it('is no missing image where IAM itself says that a policy denied', () => {
    const checks = readingAs('access_denied', DENIAL);
    expect(checks).toContain('missing-repository');
    expect(checks).toContain('denied-pull');
    expect(checks).not.toContain('missing-image');
  });
});
