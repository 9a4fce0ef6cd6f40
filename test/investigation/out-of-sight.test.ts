import { describe, expect, it } from 'vitest';
import { SYMPTOM_KINDS, type SymptomKind } from '../../src/domain/incident.ts';
import { outOfSight } from '../../src/investigation/out-of-sight.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';

const at = (host: string, kind: SymptomKind | null) => ({
  ...anIncident({ symptom: kind === null ? null : { ...SYMPTOMS.notFound, kind } }),
  image: { text: `${host}/x:1`, registry: { kind: 'other', host }, repository: 'x', tag: '1' } as const,
});

describe('outOfSight', () => {
  it('offers a copy where a rate limit is the trouble and ECR can keep one', () => {
    const says = outOfSight(at('docker.io', 'rate_limited'));
    expect(says).toMatch(/^This image is in docker\.io/);
    expect(says).toContain('pull-through cache rule for docker.io');
    expect(outOfSight(at('registry.corp', 'rate_limited'))).not.toContain('pull-through');
    expect(outOfSight(at('docker.io', 'not_found'))).not.toContain('pull-through');
  });

  it.each([...SYMPTOM_KINDS, null])('says whole sentences of %s', (kind) => {
    expect(outOfSight(at('ghcr.io', kind))).toMatch(/^[A-Z].*\.$/);
  });

  it('says that no image is named', () => {
    expect(outOfSight({ ...anIncident(), image: null })).toContain('names an image');
  });
});
