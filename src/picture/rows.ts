import type { LegPathFact } from '../domain/network-path.ts';
import { type Station, stationsOf, STOPS } from './stations.ts';

/** One station on the ways of connections that lie side by side. Those that share it share the box. */
export interface Cell {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  readonly station: Station;
}

/** The stations of all ways, one row a stop; stops at which no way has a station are left out. */
export function rowsOf(legs: readonly LegPathFact[]): readonly (readonly Cell[])[] {
  const ways = legs.map(stationsOf);
  return STOPS.map((stop) => cellsOf(ways.map((way) => way.find((station) => station.stop === stop)))).filter(
    (cells) => cells.length > 0,
  );
}

function cellsOf(lanes: readonly (Station | undefined)[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const [lane, station] of lanes.entries()) {
    if (station === undefined) continue;
    const last = cells.at(-1);
    if (last?.to === lane - 1 && isAlike(last.station, station)) {
      const hops = [...last.station.hops, ...station.hops];
      cells[cells.length - 1] = { ...last, to: lane, station: { ...station, hops } };
    } else cells.push({ from: lane, to: lane, station });
  }
  return cells;
}

function isAlike(a: Station, b: Station): boolean {
  return a.title === b.title && a.subject === b.subject && a.verdict === b.verdict && a.reason === b.reason;
}
