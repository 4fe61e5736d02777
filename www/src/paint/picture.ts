// Pictures: bytes come when asked for, are shown through object URLs and freed with the page.

import type { Picture } from '../public/display.js';
import { PX } from './fit.js';

/** Pixels a picture may have; a larger one would take more memory than a page is worth. */
const MOST_PIXELS = 100_000_000;

/** What a painted page asks of its document. */
export interface PictureSource {
  /** A picture's bytes. */
  media(part: string, signal: AbortSignal): Promise<Blob>;
  /** Hears of a part that is there and cannot be shown. */
  unread?: (part: string) => void;
  /** What a placeholder says. */
  missingPicture?: (alt: string) => string;
}

/** A picture's box; its content arrives later. `urls` collects what must be revoked. */
export function pictureElement(picture: Picture, source: PictureSource, signal: AbortSignal, urls: string[]): HTMLElement {
  const box = document.createElement('span');
  box.className = 'picture';
  const { style } = box;
  style.left = `${picture.x * PX}px`;
  style.top = `${picture.y * PX}px`;
  style.width = `${picture.width * PX}px`;
  style.height = `${picture.height * PX}px`;
  const turn = picture.rotation ? `rotate(${picture.rotation}deg)` : '';
  const flip = picture.flipH || picture.flipV ? ` scale(${picture.flipH ? -1 : 1}, ${picture.flipV ? -1 : 1})` : '';
  if (turn || flip) style.transform = turn + flip;
  void fill(box, picture, source, signal, urls);
  return box;
}

async function fill(box: HTMLElement, picture: Picture, source: PictureSource, signal: AbortSignal, urls: string[]): Promise<void> {
  // The SVG that a picture also is comes first; where it cannot be shown, the picture itself.
  for (const part of [picture.svg, picture.part]) {
    if (part && (await show(box, picture, part, source, signal, urls))) return;
    if (signal.aborted) return;
  }
  if (picture.part) source.unread?.(picture.part);
  placeholder(box, picture, source);
}

/** Shows a part; resolves with whether that went well. */
async function show(box: HTMLElement, picture: Picture, part: string, source: PictureSource, signal: AbortSignal, urls: string[]): Promise<boolean> {
  try {
    const blob = await source.media(part, signal);
    if (signal.aborted || !blob.type.startsWith('image/') || (await pixels(blob)) > MOST_PIXELS) return false;
    const image = new Image();
    const url = URL.createObjectURL(blob);
    urls.push(url);
    image.alt = picture.alt ?? '';
    if (!picture.alt) image.setAttribute('role', 'presentation');
    image.draggable = false;
    image.decoding = 'async';
    crop(image, picture);
    const shown = new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
    });
    image.src = url;
    box.append(image);
    if (picture.recolor) (await import('./recolor.js')).recolor(image, picture.recolor);
    if (await shown) return true;
    image.remove();
  } catch {
    // Whatever went wrong, the picture is not shown.
  }
  return false;
}

/** The image is larger than its box by what is cut off, and shifted by what is cut at the left and top. */
function crop(image: HTMLImageElement, { crop: [left, top, right, bottom] = [0, 0, 0, 0] }: Picture): void {
  const across = Math.max(1 - left - right, 0.001);
  const down = Math.max(1 - top - bottom, 0.001);
  image.style.width = `${100 / across}%`;
  image.style.height = `${100 / down}%`;
  image.style.left = `${(-100 * left) / across}%`;
  image.style.top = `${(-100 * top) / down}%`;
}

function placeholder(box: HTMLElement, picture: Picture, source: PictureSource): void {
  box.replaceChildren(source.missingPicture?.(picture.alt ?? '') ?? picture.alt ?? '');
  box.classList.add('missing');
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', picture.alt || box.textContent || '');
}

/** Width times height by the header of a PNG, GIF, BMP or JPEG; 0 where it is not told. */
async function pixels(blob: Blob): Promise<number> {
  const bytes = new DataView(await blob.slice(0, 65_536).arrayBuffer());
  const at = (offset: number, read: (offset: number) => number) => (offset + 4 <= bytes.byteLength ? read(offset) : 0);
  const u16 = (offset: number, little = false) => at(offset, (place) => bytes.getUint16(place, little));
  const u32 = (offset: number, little = false) => at(offset, (place) => bytes.getUint32(place, little));
  switch (blob.type) {
    case 'image/png':
      return u32(16) * u32(20);
    case 'image/gif':
      return u16(6, true) * u16(8, true);
    case 'image/bmp':
      return u32(18, true) * Math.abs(u32(22, true) | 0);
    case 'image/jpeg':
      for (let place = 2; place + 9 < bytes.byteLength; place += 2 + u16(place + 2)) {
        const marker = u16(place);
        if (marker >> 8 !== 0xff) return 0;
        // SOF0 to SOF15, but DHT, JPG and DAC.
        if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) return u16(place + 5) * u16(place + 7);
      }
      return 0;
    default:
      return 0;
  }
}
