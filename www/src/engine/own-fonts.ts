// Fonts that a document brings along: loaded under names of their own from bytes in memory, so that no policy for fonts is
// asked and no document's font can stand in for another's, and gone with the document.

import type { Font } from '../public/display.js';

let documents = 0;

/** The embedded fonts of one document. */
export class OwnFonts {
  readonly #bytes: (part: string) => Promise<Blob>;
  readonly #faces = new Map<string, Promise<FontFace | null>>();
  readonly #prefix = `docpane-own-${documents++}`;
  #released = false;

  constructor(bytes: (part: string) => Promise<Blob>) {
    this.#bytes = bytes;
  }

  /** Loads what the fonts name and puts it first among their families; a face that cannot be read is left out. */
  async name(fonts: Font[]): Promise<void> {
    if (typeof document === 'undefined') return;
    await Promise.all(
      fonts.map(async (font) => {
        if (!font.part) return;
        const { part } = font;
        let loading = this.#faces.get(part);
        if (!loading) {
          loading = this.#load(font, part, `${this.#prefix}-${this.#faces.size}`);
          this.#faces.set(part, loading);
        }
        const face = await loading;
        if (face) font.families.unshift(face.family.replaceAll('"', ''));
      }),
    );
  }

  /** Takes them from the page. */
  release(): void {
    this.#released = true;
    for (const loading of this.#faces.values()) void loading.then((face) => face && document.fonts.delete(face));
  }

  async #load(font: Font, part: string, family: string): Promise<FontFace | null> {
    try {
      const bytes = await (await this.#bytes(part)).arrayBuffer();
      const descriptors = { weight: font.bold ? 'bold' : 'normal', style: font.italic ? 'italic' : 'normal' };
      const face = await new FontFace(family, bytes, descriptors).load();
      if (this.#released) return null;
      document.fonts.add(face);
      return face;
    } catch {
      return null;
    }
  }
}
