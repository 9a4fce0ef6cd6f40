import { describe, expect, it } from 'vitest';
import { toPng } from '../../src/bot/to-png.ts';
import { drawPath } from '../../src/picture/draw-path.ts';
import { natNetwork } from '../support/network.ts';
import { pathsOf } from '../support/paths.ts';

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50">${content}</svg>`;

/** Width and height as the header of a PNG has them (PNG specification, 11.2.1). */
const sizeOf = (png: Uint8Array) => {
  const bytes = Buffer.from(png);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('toPng', () => {
  it('makes a PNG of twice the size', async () => {
    const png = await toPng(drawPath(pathsOf(natNetwork())));
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
    expect(sizeOf(png)[0]).toBe(1_440);
    expect(png.byteLength).toBeLessThan(500_000);
  });

  it('has fonts where the machine has none: plain and bold differ, and neither is blank', async () => {
    const text = (weight: string) => `<text x="5" y="30" font-family="DejaVu Sans Condensed" ${weight}>DNS</text>`;
    const [blank, plain, bold] = await Promise.all([
      toPng(svg('')),
      toPng(svg(text(''))),
      toPng(svg(text('font-weight="bold"'))),
    ]);
    expect(plain).not.toEqual(blank);
    expect(bold).not.toEqual(plain);
  });

  it('fails on what is no SVG', async () => {
    await expect(toPng('<svg')).rejects.toThrow(/SVG/i);
  });
});
