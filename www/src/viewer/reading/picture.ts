// A picture in flowing text: never wider than the text.

import type { Picture } from '../../public/display.js';
import type { DocpaneDocument } from '../../public/document.js';
import type { Context } from '../context.js';
import { h } from '../dom.js';

/** Pictures smaller than this, in points, are bullets and rules. */
const LEAST = 12;

/** A picture's element, filled when its bytes are here; null for what is too small to be one. */
export function pictureFigure(picture: Picture, document: DocpaneDocument, { language, signal: gone }: Context, signal: AbortSignal): HTMLElement | null {
  if (Math.min(picture.width, picture.height) < LEAST) return null;
  const box = h('span', { class: 'figure' });
  box.style.width = `${(picture.width * 96) / 72}px`;
  box.style.aspectRatio = `${picture.width} / ${picture.height}`;
  document.media(picture.part, { signal }).then(
    (blob) => {
      if (signal.aborted || !blob.type.startsWith('image/')) return;
      const url = URL.createObjectURL(blob);
      const free = () => URL.revokeObjectURL(url);
      for (const end of [signal, gone]) end.addEventListener('abort', free, { once: true });
      const image = h('img', { alt: picture.alt ?? '', loading: 'lazy', decoding: 'async', src: url });
      const [left, top, right, bottom] = picture.crop ?? [0, 0, 0, 0];
      if (left || top || right || bottom) {
        image.style.width = `${100 / Math.max(1 - left - right, 0.01)}%`;
        image.style.height = `${100 / Math.max(1 - top - bottom, 0.01)}%`;
        image.style.marginLeft = `${(-100 * left) / Math.max(1 - left - right, 0.01)}%`;
        image.style.marginTop = `${(-100 * top) / Math.max(1 - left - right, 0.01)}%`;
      }
      image.addEventListener('error', () => box.replaceChildren(language.messages.pictureMissing(picture.alt ?? '')));
      box.append(image);
    },
    () => signal.aborted || box.replaceChildren(language.messages.pictureMissing(picture.alt ?? '')),
  );
  return box;
}
