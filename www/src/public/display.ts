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
  fill?: number;
  stroke?: number;
  strokeWidth?: number;
  dash?: number[];
}

/** A picture; its bytes are asked for by `part`. */
export interface Picture {
  t: 'picture';
  part: string;
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
  alt?: string;
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
