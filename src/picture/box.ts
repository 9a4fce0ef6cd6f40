import { BOXES, DOUBT, FONT_SIZE, GROUND, INK, LINE_HEIGHT, type Look, PADDING, SHUT } from './look.ts';
import { element, escapeXml } from './xml.ts';

/** Where a box stands, in pixels. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly text: string;
  readonly isBold: boolean;
}

export interface Box {
  readonly look: Look;
  readonly lines: readonly Line[];
  /** Everything that the box stands for, in full: what a pointer or a screen reader finds. */
  readonly title: string;
}

export function heightOf({ lines }: Box): number {
  return lines.length * LINE_HEIGHT + 2 * PADDING;
}

/** A box with its lines in the middle. A shut one has its corners cut off, like a stop sign, and a cross at one of them. */
export function drawBox({ look, lines, title }: Box, frame: Frame): string {
  const { x, y, width, height } = frame;
  const outline =
    look === 'blocked'
      ? element('path', { d: octagon(frame, 14), ...BOXES.blocked })
      : element('rect', { x, y, width, height, rx: 8, ...BOXES[look] });
  const top = y + (height - lines.length * LINE_HEIGHT) / 2;
  const words = lines.map((line, index) => drawLine(line, x + width / 2, top + index * LINE_HEIGHT + FONT_SIZE));
  return element('g', {}, element('title', {}, escapeXml(title)), outline, ...words, mark(look, x + 4, y + 4));
}

/** A line of words around `x`, standing on `y`. */
export function drawLine({ text, isBold }: Line, x: number, y: number, fill: string = INK): string {
  const weight = isBold ? { 'font-weight': 'bold' } : {};
  return element('text', { x, y, 'text-anchor': 'middle', fill, ...weight }, escapeXml(text));
}

const MARK = 15;

function mark(look: Look, x: number, y: number): string {
  if (look === 'blocked') {
    const around = { x: x - MARK, y: y - MARK, width: 2 * MARK, height: 2 * MARK };
    const cross = `M${x - 6} ${y - 6}L${x + 6} ${y + 6}M${x + 6} ${y - 6}L${x - 6} ${y + 6}`;
    return (
      element('path', { d: octagon(around, 9), fill: SHUT }) +
      element('path', { d: cross, stroke: GROUND, 'stroke-width': 4, 'stroke-linecap': 'round' })
    );
  }
  if (look !== 'unknown') return '';
  const disc = element('circle', { cx: x, cy: y, r: MARK, fill: DOUBT });
  return disc + drawLine({ text: '?', isBold: true }, x, y + 9, GROUND);
}

function octagon({ x, y, width, height }: Frame, cut: number): string {
  const right = x + width;
  const bottom = y + height;
  const corners = [
    [x + cut, y],
    [right - cut, y],
    [right, y + cut],
    [right, bottom - cut],
    [right - cut, bottom],
    [x + cut, bottom],
    [x, bottom - cut],
    [x, y + cut],
  ];
  return `M${corners.map((corner) => corner.join(' ')).join('L')}Z`;
}
