import type { PlacedBox } from './lanes.ts';
import { LINES } from './look.ts';
import { element } from './xml.ts';

/** The line of one connection from box to box. Behind one that is shut or unknown it looks otherwise, down to the end. */
export function drawLeads(placed: readonly PlacedBox[], lane: number, x: number): readonly string[] {
  const passed = placed.filter(({ from, to }) => from <= lane && lane <= to);
  return passed.slice(1).flatMap(({ frame: { y: y2 } }, index) => {
    const before = passed.slice(0, index + 1);
    const looks = new Set(before.map(({ box }) => box.look));
    const worst = (['blocked', 'unknown'] as const).find((look) => looks.has(look)) ?? 'open';
    return before
      .slice(-1)
      .map(({ frame }) => element('line', { x1: x, x2: x, y1: frame.y + frame.height, y2, ...LINES[worst] }));
  });
}
