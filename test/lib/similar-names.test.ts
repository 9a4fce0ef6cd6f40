import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarNames } from '../../src/lib/similar-names.ts';

describe('similarNames', () => {
  it.each([
    ['shop/api', ['shop/apis', 'shop/Api', 'api', 'shop/web'], ['shop/Api', 'api', 'shop/apis']],
    ['my-app', ['my_app', 'myapp', 'my-other-app'], ['my_app', 'myapp']],
    ['ab', ['ba', 'xy', 'abc'], []],
  ])('%s among %j is %j, the nearest first', (wanted, candidates, similar) => {
    expect(similarNames(wanted, candidates)).toEqual(similar);
  });

  const name = fc.stringMatching(/^[a-z][a-z0-9/_-]{0,12}$/);
  it('only names candidates, and never the wanted name itself', () => {
    fc.assert(
      fc.property(name, fc.array(name), (wanted, candidates) => {
        const similar = similarNames(wanted, candidates);
        expect(similar).not.toContain(wanted);
        expect(candidates).toEqual(expect.arrayContaining([...similar]));
      }),
    );
  });
});
