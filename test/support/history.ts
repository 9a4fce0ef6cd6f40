import type { ImageRemoval, Push } from '../../src/domain/facts/history.ts';

export const PIPELINE = 'arn:aws:sts::123456789012:assumed-role/ci-push/build';
export const ANN = 'arn:aws:iam::123456789012:user/ann';

export function aRemoval(parts: Partial<ImageRemoval> = {}): ImageRemoval {
  return {
    kind: 'deleted',
    at: '2026-03-01T10:00:00Z',
    by: ANN,
    digest: `sha256:${'a1'.repeat(32)}`,
    tags: ['v2.1.0'],
    rule: null,
    takes: null,
    ...parts,
  };
}

export function aPush(parts: Partial<Push> = {}): Push {
  return { tag: 'v2.1.0', digest: `sha256:${'a1'.repeat(32)}`, at: '2026-02-20T10:00:00Z', by: PIPELINE, ...parts };
}
