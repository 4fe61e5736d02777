// The package's own faces: open fonts with the advances of the fonts that Office documents name.

import files from '#face-files';

/** One file of a face. */
export interface ShippedFace {
  /** Its family, as people install it. */
  family: string;
  bold: boolean;
  italic: boolean;
  /** Its name in the package's `fonts/`. */
  file: string;
  /** Where a bundler put it. */
  url: URL;
  unicodeRange: string;
}

/** The characters of a subset: those of @fontsource, whose files these are. */
const RANGES: Record<string, string> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
};

/** All of them. */
export const FACES: readonly ShippedFace[] = Object.entries(files).map(([file, url]) => {
  // Such as `carlito-latin-ext-700-italic.woff2`.
  const [, family = '', subset = '', weight, style] = /^(\w+)-([\w-]+)-(\d+)-(\w+)\.woff2$/.exec(file) ?? [];
  const name = family.charAt(0).toUpperCase() + family.slice(1);
  return { family: name, bold: weight === '700', italic: style === 'italic', file, url, unicodeRange: RANGES[subset] ?? 'U+0-10FFFF' };
});
