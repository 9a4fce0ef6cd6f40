import { describe, expect, it } from 'vitest';
import { drawHome } from '../../../src/slack/blocks/home.ts';
import { NAMES } from '../support/diagnoses.ts';

describe('drawHome', () => {
  it('tells a recent answer as its thread did: accounts by name, times in the zone of the reader', () => {
    const home = drawHome(
      {
        recent: [
          {
            id: 'd-1',
            image: 'shop/api:v2.1.0',
            says: 'There is no repository `shop/api` in 111122223333 eu-west-1.',
            at: '2026-11-21T15:02:11Z',
            channel: 'C1',
          },
        ],
        waiting: [],
        health: 'All is well.',
      },
      [],
      NAMES,
    );
    const shown = JSON.stringify(home.blocks);
    expect(shown).toContain('in 1111 2222 3333 registry eu-west-1.');
    expect(shown).toContain('"timestamp":1795273331');
  });
});
