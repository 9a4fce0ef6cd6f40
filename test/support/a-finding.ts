import type { Finding } from '../../src/domain/finding.ts';

export function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    check: 'missing-image',
    question: 'Is it there?',
    position: { stage: 'manifest', step: 'object' },
    verdict: 'pass',
    answer: 'present',
    data: {},
    summary: 'It is there.',
    evidence: [],
    gaps: [],
    after: [],
    ...parts,
  };
}
