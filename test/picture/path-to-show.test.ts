import { describe, expect, it } from 'vitest';
import type { Conclusion, Diagnosis } from '../../src/domain/diagnosis.ts';
import { pathInWords, pathToShow } from '../../src/picture/path-to-show.ts';
import { describePath } from '../../src/picture/describe-path.ts';
import { aFinding } from '../support/a-finding.ts';
import { pathsWith } from '../support/paths.ts';

const PATHS = pathsWith(['layers'], { kind: 'endpoint-policy', subject: 'vpce-1', reason: 'endpoint-policy-denies' });
const ELSEWHERE = aFinding({ verdict: 'fail' });
const ROUTE = aFinding({ check: 'missing-route', position: { stage: 'layers', step: 'path' }, verdict: 'fail' });
const LOGS = aFinding({
  check: 'side-service-unreachable',
  position: { stage: 'start', step: 'path' },
  verdict: 'fail',
});
const POLICY = aFinding({
  check: 'endpoint-policy-denies',
  position: { stage: 'layers', step: 'permission' },
  answer: 'endpoint-policy-denies',
});

const explained = (change: object): Conclusion => ({
  kind: 'explained',
  certainty: 'confirmed',
  cause: ELSEWHERE,
  because: [],
  follows: [],
  alsoWrong: [],
  unknown: [],
  ...change,
});

const shown = (conclusion: Conclusion, paths: Diagnosis['paths'] = PATHS) => pathToShow({ conclusion, paths });

describe('pathToShow', () => {
  it.each<[when: string, conclusion: Conclusion]>([
    ['the cause is a place on the way', explained({ cause: ROUTE })],
    ['the cause is the policy of an endpoint', explained({ cause: POLICY })],
    ['the way would stop the pull next', explained({ follows: [ROUTE] })],
    ['the way is not known, and comes before the cause', explained({ unknown: [ROUTE] })],
    ['nobody knows, for the way is not known', { kind: 'undetermined', says: '', unknown: [ROUTE], alsoWrong: [] }],
    ['it would fail on the way now', { kind: 'would-fail-now', says: '', next: ROUTE, alsoWrong: [] }],
  ])('shows it when %s', (_when, conclusion) => {
    expect(shown(conclusion)).toBe(PATHS);
    expect(shown(conclusion, null)).toBeNull();
    expect(pathInWords({ conclusion, paths: PATHS })).toEqual(describePath(PATHS));
  });

  it.each<[when: string, conclusion: Conclusion]>([
    ['the cause is elsewhere', explained({})],
    ['what would stop it next is the task’s own way', explained({ follows: [LOGS] })],
    ['the way is only wrong besides', explained({ alsoWrong: [ROUTE] })],
    ['something else is not known', { kind: 'undetermined', says: '', unknown: [ELSEWHERE], alsoWrong: [ROUTE] }],
    ['all is well', { kind: 'would-pull-now', says: '', alsoWrong: [] }],
    ['it is not ours to see', { kind: 'out-of-sight', says: '' }],
  ])('does not when %s', (_when, conclusion) => {
    expect(shown(conclusion)).toBeNull();
    expect(pathInWords({ conclusion, paths: PATHS })).toEqual([]);
  });
});
