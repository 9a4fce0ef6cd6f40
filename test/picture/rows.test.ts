import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/picture/rows.ts';
import { endpointsNetwork, natNetwork } from '../support/network.ts';
import { pathsOf } from '../support/paths.ts';

describe('rowsOf', () => {
  it('shares what all connections pass, and says nothing more of what is open', () => {
    const cells = rowsOf(pathsOf(natNetwork()).legs).flat();
    expect(cells).toHaveLength(5);
    for (const { from, to, station } of cells) {
      expect([from, to]).toEqual([0, 2]);
      expect([station.verdict, station.reason]).toEqual(['open', '']);
    }
  });

  it('puts side by side what differs', () => {
    const last = rowsOf(pathsOf(endpointsNetwork()).legs).at(-1) ?? [];
    expect(last.map(({ station }) => station.subject)).toEqual(['vpce-api', 'vpce-dkr', 'vpce-s3']);
  });

  it('has no row for what no connection passes', () => {
    const rows = rowsOf(pathsOf(natNetwork(), { platform: 'fargate-1.3' }).legs.slice(0, 1));
    expect(rows.map((cells) => cells.map(({ station }) => station.title))).toEqual([['AWS network']]);
  });
});
