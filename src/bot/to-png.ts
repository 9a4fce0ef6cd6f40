import { createRequire } from 'node:module';
import { once } from '../lib/once.ts';

/** Twice the size that it is drawn for: sharp on every phone. */
const ZOOM = 2;

/** Loaded when the first picture is drawn: where its native part is missing, the bot runs all the same, without pictures. */
const loadRenderer = once(() => import('@resvg/resvg-js'));

/**
 * SVG → PNG.
 * @throws when the SVG is malformed, or the renderer does not run on this machine
 */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await loadRenderer();
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'DejaVu Sans Condensed' },
  });
  return image.asPng();
}

/** The only fonts that a picture is drawn with, wherever it runs: servers have none of their own. */
function fontFiles(): string[] {
  const require = createRequire(import.meta.url);
  return [
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  ];
}
