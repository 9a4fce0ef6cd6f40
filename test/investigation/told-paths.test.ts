import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../../src/domain/diagnosis.ts';
import { toldPaths } from '../../src/investigation/told-paths.ts';
import { aFinding } from '../support/a-finding.ts';
import { anIncident } from '../support/an-incident.ts';
import { aGap, FakeFactSource } from '../support/fake-fact-source.ts';
import { pathsWith } from '../support/paths.ts';

const WORST = pathsWith(['token', 'manifest', 'layers'], {}, 'subnet-a');
const OTHER = pathsWith(['layers'], {}, 'subnet-b');

const about = (subnet: string): Conclusion => ({
  kind: 'would-fail-now',
  says: '',
  next: aFinding({ data: { subnet } }),
  alsoWrong: [],
});
const told = (conclusion: Conclusion, source: FakeFactSource, bugs: string[] = []) =>
  toldPaths(conclusion, source, anIncident(), (check) => bugs.push(check));

describe('toldPaths', () => {
  const source = new FakeFactSource({ networkPaths: [WORST, OTHER] });

  it.each([
    ['the subnet that the answer names', 'subnet-b', OTHER],
    ['the worst when it names another', 'subnet-c', WORST],
  ])('takes %s', async (_what, subnet, expected) => {
    expect(await told(about(subnet), source)).toBe(expected);
  });

  it.each<[Conclusion['kind'], Conclusion]>([
    ['would-pull-now', { kind: 'would-pull-now', says: '', alsoWrong: [] }],
    ['undetermined', { kind: 'undetermined', says: '', unknown: [], alsoWrong: [] }],
  ])('takes the worst when nothing is said to fail: %s', async (_kind, conclusion) => {
    expect(await told(conclusion, source)).toBe(WORST);
  });

  it('has none when nothing leaves through a network, or it could not be read', async () => {
    expect(await told(about('subnet-a'), new FakeFactSource({ networkPaths: [] }))).toBeNull();
    expect(await told(about('subnet-a'), new FakeFactSource({}, [aGap('networkPaths')]))).toBeNull();
  });

  it('costs the picture, and not the answer, when it cannot be learned for a fault of ours', async () => {
    const bugs: string[] = [];
    expect(await told(about('subnet-a'), new FakeFactSource({}), bugs)).toBeNull();
    expect(bugs).toEqual(['told-paths']);
  });
});
