// Fonts offered to the browser: it loads a file only when text on a page needs it and the device has none of the families
// before it. What has been painted meanwhile is set again when one arrives.

import { assets } from '#assets';
import { setup } from '../engine/setup.js';
import { forgetWidths } from '../paint/fit.js';
import { repaint } from '../paint/page.js';
import type { FontFamily } from '../public/fonts.js';
import { CJK_SANS, CJK_SERIF, OWN } from './names.js';

/** Offers all that the host allows; called once, when a page has been painted. */
export async function offerFonts(): Promise<void> {
  const { fonts = {} } = setup;
  if (fonts === false || !globalThis.document?.fonts) return;
  document.fonts.addEventListener('loadingdone', ({ fontfaces }) => arrived(fontfaces));
  for (const family of fonts.families ?? []) offerFamily(family);
  if (fonts.base !== false) await offerShipped(fonts.base);
  await Promise.all([offerSlices(CJK_SERIF, fonts.cjk?.serif), offerSlices(CJK_SANS, fonts.cjk?.sans)]);
}

/** Families offered here; a host page may load fonts of its own. */
const offered = new Set<string>();

function offer(family: string, source: string, descriptors: FontFaceDescriptors): void {
  offered.add(family);
  document.fonts.add(new FontFace(family, source, { display: 'swap', ...descriptors }));
}

function offerFamily({ name, faces }: FontFamily): void {
  for (const { src, weight = 'normal', style = 'normal', unicodeRange = 'U+0-10FFFF' } of faces) {
    offer(name, `${local(name, weight === 'bold', style === 'italic')}, ${url(src)}`, { weight, style, unicodeRange });
  }
}

async function offerShipped(base: string | URL | undefined): Promise<void> {
  const folder = base === undefined ? null : new URL(base, document.baseURI);
  for (const { family, bold, italic, file, url: here, unicodeRange } of await assets.faces()) {
    const source = `${local(family, bold, italic)}, ${url(folder ? new URL(file, folder) : here)}`;
    offer(OWN + family, source, { weight: bold ? 'bold' : 'normal', style: italic ? 'italic' : 'normal', unicodeRange });
  }
}

/** A style sheet of `@font-face` rules, a slice of the characters each, under a name of ours. */
async function offerSlices(family: string, address: string | URL | undefined): Promise<void> {
  if (!address) return;
  const base = new URL(address, document.baseURI);
  const response = await fetch(base);
  if (!response.ok) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  for (const rule of sheet.cssRules) {
    if (!(rule instanceof CSSFontFaceRule)) continue;
    const value = (name: string) => rule.style.getPropertyValue(name);
    const [, file] = /url\(["']?([^"')]+)["']?\)\s*format\(["']?woff2/.exec(value('src')) ?? [];
    if (file) offer(family, url(new URL(file, base)), { weight: value('font-weight') || 'normal', unicodeRange: value('unicode-range') || 'U+0-10FFFF' });
  }
}

/** The installed face, by both of the names that systems know it by. */
function local(family: string, bold: boolean, italic: boolean): string {
  const style = [bold ? 'Bold' : '', italic ? 'Italic' : ''].filter(Boolean);
  const full = [family, ...style].join(' ');
  const postScript = `${family.replaceAll(' ', '')}${style.length > 0 ? '-' : ''}${style.join('')}`;
  return `local(${JSON.stringify(full)}), local(${JSON.stringify(postScript)})`;
}

function url(address: string | URL): string {
  return `url(${JSON.stringify(String(new URL(address, document.baseURI)))})`;
}

function arrived(faces: readonly FontFace[]): void {
  const ours = faces.map(({ family }) => family.replaceAll('"', '')).filter((family) => offered.has(family));
  if (ours.length === 0) return;
  forgetWidths();
  repaint(ours);
}
