import type { SubnetPaths } from '../domain/network-path.ts';
import { drawBox, drawLine } from './box.ts';
import { pullerBox, serviceBox, stationBox } from './boxes.ts';
import { describePath } from './describe-path.ts';
import { LEG_TITLES } from './legs.ts';
import { middleOf, placeRows } from './lanes.ts';
import { drawLeads } from './leads.ts';
import { FONT, FONT_SIZE, GROUND, MARGIN, TOP_OF_BOXES, WIDTH } from './look.ts';
import { rowsOf } from './rows.ts';
import { element, escapeXml } from './xml.ts';

/**
 * The ways of a pull out of one subnet, drawn from the puller down to ECR and S3, as SVG of 720 pixels' width. What all
 * connections pass is one box; where one is shut, its line is broken from there on.
 */
export function drawPath(paths: SubnetPaths): string {
  const { subnet, legs } = paths;
  const lanes = Math.max(legs.length, 1);
  const placed = placeRows(
    [
      [{ from: 0, to: lanes - 1, box: pullerBox(subnet) }],
      ...rowsOf(legs).map((cells) => cells.map((cell) => ({ from: cell.from, to: cell.to, box: stationBox(cell) }))),
      legs.map((leg, lane) => ({ from: lane, to: lane, box: serviceBox(leg) })),
    ],
    lanes,
  );
  const headings = legs.map(({ leg }, lane) =>
    drawLine({ text: LEG_TITLES[leg], isBold: true }, middleOf(lane, lanes), MARGIN + FONT_SIZE),
  );
  const height = MARGIN + Math.max(TOP_OF_BOXES, ...placed.map(({ frame }) => frame.y + frame.height));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'font-family': FONT,
      'font-size': FONT_SIZE,
      fill: 'none',
    },
    element('title', {}, 'The way of the pull'),
    element('desc', {}, escapeXml(describePath(paths).join('\n'))),
    element('rect', { width: WIDTH, height, fill: GROUND }),
    ...headings,
    ...legs.flatMap((_leg, lane) => drawLeads(placed, lane, middleOf(lane, lanes))),
    ...placed.map(({ box, frame }) => drawBox(box, frame)),
  );
}
