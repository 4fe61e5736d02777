// A page as the engine hands it out: the mirror of src/display/mod.rs, where fields that hold their default are left out.
// tests/browser checks the two against each other.

/** One page, ready to paint. All lengths are points from the page's top left; colours are 0xRRGGBB. */
export interface DisplayList {
  width: number;
  height: number;
  background?: number;
  /** Smallest body-text offset on the page. */
  start: number;
  fonts: Font[];
  items: Item[];
}

/** A font to ask the device for. */
export interface Font {
  /** In order of preference. */
  families: string[];
  generic: string;
  bold?: boolean;
  italic?: boolean;
  /** The part of the package that holds this very face. */
  part?: string;
}

/** What is drawn, or how what follows is to be understood. */
export type Item = Text | Rect | Stroke | Path | Picture | Begin | End;

/** Text at a baseline. A tab is the text `\t`: it shows nothing and is there to be copied. */
export interface Text {
  t: 'text';
  text: string;
  x: number;
  baseline: number;
  /** Width that layout gave it, up to the end of its last character: `letterSpacing` stands between characters only. */
  width: number;
  /** Index into the list's fonts. */
  font: number;
  size: number;
  color?: number;
  letterSpacing?: number;
  wordSpacing?: number;
  /** Horizontal scale of the glyphs. */
  scale?: number;
  /** Runs of a line share it. */
  line: number;
  /** Ends a paragraph or a line broken by hand. */
  hardEnd?: boolean;
  /** Left out when copying. */
  decoration?: boolean;
  /** A list label: a decoration that is read aloud. */
  label?: boolean;
  /** In text that is turned clockwise: each character is turned back about the middle of its em box. */
  upright?: boolean;
  /** Body-text offset of its first counted character. */
  offset?: number;
  lang?: string;
}

/** A filled box. */
export interface Rect {
  t: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  color: number;
}

/** A straight line. */
export interface Stroke {
  t: 'stroke';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  width: number;
  color: number;
  /** Lengths of dashes and gaps. */
  dash?: number[];
}

/** A path in SVG's syntax. */
export interface Path {
  t: 'path';
  d: string;
  fill?: Paint;
  /** Of a fill of one colour; 1 where left out. */
  fillOpacity?: number;
  stroke?: number;
  strokeOpacity?: number;
  strokeWidth?: number;
  dash?: number[];
  /** The line's ends are half circles. */
  roundEnds?: boolean;
  /** The line's corners are rounded. */
  roundCorners?: boolean;
  /** Standard deviation of a blur over all of it. */
  blur?: number;
}

/** What an area is filled with: one colour; a gradient along a line or from the middle of a circle; tiles of 6 points with a pattern. */
export type Paint = number | { stops: Stop[]; line: [number, number, number, number] } | { stops: Stop[]; circle: [number, number, number] } | Tiles;

/** A gradient's place from 0 to 1, colour and opacity there. */
export type Stop = [number, number, number];

/** A pattern. */
export interface Tiles {
  /** Path data of what is in ink, in a tile of 8 by 8. */
  tile: string;
  ink: number;
  ground: number;
}

/** A picture; its bytes are asked for by `part`. */
export interface Picture {
  t: 'picture';
  part: string;
  /** The part with the same picture as SVG, to be shown instead where it can be. */
  svg?: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Fractions cut off: left, top, right, bottom. */
  crop?: [number, number, number, number];
  /** Clockwise degrees about its centre. */
  rotation?: number;
  flipH?: boolean;
  flipV?: boolean;
  recolor?: Recolor;
  alt?: string;
}

/** How a picture's colours are changed, in this order. */
export interface Recolor {
  /** This colour is seen through. */
  clear?: number;
  /** Red, green and blue, four numbers each: weights of red, green, blue and one. */
  matrix?: number[];
  /** Then black below this share of white, white from it. */
  threshold?: number;
  opacity?: number;
}

/** A part of the page with a meaning begins. */
export type Begin = { t: 'begin' } & Group;

/** The last group that began ends. */
export interface End {
  t: 'end';
}

/** A group's meaning. */
export type Group =
  | { role: 'story'; story: string }
  | ({ role: 'paragraph' } & ParagraphGroup)
  | { role: 'table'; alt?: string }
  | { role: 'row'; header?: boolean; repeated?: boolean }
  | { role: 'cell'; columnSpan: number; rowSpan: number }
  | { role: 'link'; url?: string; bookmark?: string; tooltip?: string }
  | { role: 'turn'; degrees: number; x: number; y: number }
  /** Only what is inside an outline is shown: path data in points, of the commands M, L, C and Z. */
  | { role: 'outline'; d: string }
  | { role: 'clip'; x: number; y: number; width: number; height: number };

/** A paragraph; a page may hold only part of it. */
export interface ParagraphGroup {
  /** Its index in its story. */
  index: number;
  /** Heading level from 1. */
  heading?: number;
  /** List level of a list item, from 0. */
  list?: number;
  /** Began on a page before. */
  continued?: boolean;
  /** Goes on on the next page. */
  continues?: boolean;
  rtl?: boolean;
  lang?: string;
}
