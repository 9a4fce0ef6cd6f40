import { expect, it } from 'vitest';
import { PATH_CHECKS } from '../../src/checks/after-path.ts';
import { CHECKS } from '../../src/checks/index.ts';

it('names every check of the path, and no other', () => {
  const ofThePath = CHECKS.filter(({ needs, step }) => step === 'path' && needs.includes('networkPaths'));
  expect(PATH_CHECKS).toEqual(ofThePath.map(({ id }) => id));
});
