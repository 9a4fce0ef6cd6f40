import { type Box, type Frame, heightOf } from './box.ts';
import { LANE_GAP, MARGIN, ROW_GAP, TOP_OF_BOXES, WIDTH } from './look.ts';

/** A box over connections that lie side by side; `to` is inclusive. */
export interface LaneBox {
  readonly from: number;
  readonly to: number;
  readonly box: Box;
}

export interface PlacedBox extends LaneBox {
  readonly frame: Frame;
}

/** Gives every box its place: rows from top to bottom, each as high as the highest of its boxes. */
export function placeRows(rows: readonly (readonly LaneBox[])[], lanes: number): readonly PlacedBox[] {
  const placed: PlacedBox[] = [];
  let y = TOP_OF_BOXES;
  for (const row of rows) {
    const height = Math.max(0, ...row.map(({ box }) => heightOf(box)));
    for (const each of row) placed.push({ ...each, frame: { ...spanOf(each, lanes), y, height } });
    y += height + ROW_GAP;
  }
  return placed;
}

/** Where the line of a connection runs. */
export function middleOf(lane: number, lanes: number): number {
  const { x, width } = spanOf({ from: lane, to: lane }, lanes);
  return x + width / 2;
}

function spanOf({ from, to }: Pick<LaneBox, 'from' | 'to'>, lanes: number): Pick<Frame, 'x' | 'width'> {
  const width = (WIDTH - 2 * MARGIN - (lanes - 1) * LANE_GAP) / lanes;
  return { x: MARGIN + from * (width + LANE_GAP), width: (to - from + 1) * (width + LANE_GAP) - LANE_GAP };
}
