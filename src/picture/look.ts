/** Measures in pixels of a picture that a phone shows at about half its width. */
export const WIDTH = 720;
export const MARGIN = 20;
export const LANE_GAP = 14;
export const ROW_GAP = 30;
/** Below the names of the connections. */
export const TOP_OF_BOXES = 62;
export const LINE_HEIGHT = 33;
export const PADDING = 12;
export const FONT_SIZE = 25;

/** Condensed, since three boxes must stand side by side; where it is missing, Arial is about as wide. */
export const FONT = 'DejaVu Sans Condensed, Arial Narrow, Arial, sans-serif';

/** How many characters fit a line of a box that is one lane wide: a bold one is about 15 pixels wide. */
export const CHARACTERS_A_LANE = 14;

/** A ground of its own, so that the picture is the same in light and in dark surroundings. */
export const GROUND = '#fbfaf7';
export const INK = '#1d2a3a';
export const FAINT = '#5d6b7a';
export const SHUT = '#a3160d';
export const DOUBT = '#7a5600';

type Attributes = Readonly<Record<string, string | number>>;

/** Told apart without colours: by the shape, the line, a mark and a word. */
export const BOXES = {
  open: { fill: '#ffffff', stroke: FAINT, 'stroke-width': 2 },
  blocked: { fill: '#fdeae7', stroke: SHUT, 'stroke-width': 5 },
  unknown: { fill: '#fff7e0', stroke: DOUBT, 'stroke-width': 3, 'stroke-dasharray': '11 8' },
  /** The end of a way that does not get there. */
  missed: { fill: GROUND, stroke: FAINT, 'stroke-width': 2, 'stroke-dasharray': '2 7' },
} as const satisfies Readonly<Record<string, Attributes>>;
export type Look = keyof typeof BOXES;

/** The line behind a station, by the worst that the way has met so far. */
export const LINES = {
  open: { stroke: INK, 'stroke-width': 4 },
  unknown: { stroke: DOUBT, 'stroke-width': 3, 'stroke-dasharray': '11 8' },
  blocked: { stroke: FAINT, 'stroke-width': 3, 'stroke-dasharray': '2 8' },
} as const satisfies Readonly<Record<string, Attributes>>;
