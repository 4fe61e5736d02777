// Fonts that stand in where the device lacks those of a document.

/** What is loaded when a page needs it and the device does not have it. Nothing here decides where lines break. */
export interface FontOptions {
  /**
   * The folder of the package's own faces (Carlito for Calibri, Caladea for Cambria, Tinos for Times New Roman, Arimo for Arial,
   * Cousine for Courier New, Gelasio for Georgia), if not `fonts/` beside the script; `false` loads none of them.
   */
  base?: string | URL | false;
  /** More families: the name that documents use, and where its faces are. */
  families?: readonly FontFamily[];
  /** Style sheets of sliced Chinese fonts, such as `…/@fontsource/noto-serif-sc/400.css`; without them only the device's are used. */
  cjk?: { serif?: string | URL; sans?: string | URL };
}

/** A family of the host's. */
export interface FontFamily {
  /** The name in documents; the device's own font of that name goes first. */
  name: string;
  faces: readonly FontFile[];
}

/** One face. */
export interface FontFile {
  /** Address of a WOFF2, WOFF, TTF or OTF file. */
  src: string | URL;
  /** `normal` if not told. */
  weight?: 'normal' | 'bold';
  /** `normal` if not told. */
  style?: 'normal' | 'italic';
  /** The characters it has, as in CSS; all if not told. */
  unicodeRange?: string;
}
