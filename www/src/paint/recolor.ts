// Changing a picture's colours as the document asks: filters beside the image. Loaded when a page has such a picture.

import type { Recolor } from '../public/display.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Filters so far: ids are unique among all pages. */
let filters = 0;

/** Gives an image that stands in its box the filter for its colours. */
export function recolor(image: HTMLImageElement, { clear, matrix, threshold, opacity }: Recolor): void {
  if (opacity !== undefined) image.style.opacity = String(opacity);
  if (clear === undefined && !matrix && threshold === undefined) return;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '0');
  svg.setAttribute('height', '0');
  svg.style.position = 'absolute';
  const id = `dp-recolor-${++filters}`;
  const filter = add(svg, 'filter', { id, x: '0', y: '0', width: '1', height: '1', 'color-interpolation-filters': 'sRGB' });
  if (clear !== undefined) {
    // Opaque where all three channels are those of the colour: cut out of the picture.
    channels(filter, (shift) => {
      const value = (clear >> shift) & 0xff;
      return { type: 'discrete', tableValues: Array.from({ length: 256 }, (_, level) => Number(level === value)).join(' ') };
    });
    add(filter, 'feColorMatrix', { values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 0 -2', result: 'k' });
    add(filter, 'feComposite', { in: 'SourceGraphic', in2: 'k', operator: 'out' });
  }
  if (matrix) {
    // Between the weights of blue and one stands that of opacity, which colours do not depend on.
    const rows = [0, 4, 8].map((at) => [...matrix.slice(at, at + 3), 0, matrix[at + 3]].join(' '));
    add(filter, 'feColorMatrix', { values: `${rows.join(' ')} 0 0 0 1 0` });
  }
  if (threshold !== undefined) channels(filter, () => ({ type: 'linear', slope: '255', intercept: String(0.5 - 255 * threshold) }));
  image.before(svg);
  image.style.filter = `url(#${id})`;
}

/** One function for each colour channel. */
function channels(filter: Element, of: (shift: number) => Record<string, string>): void {
  const transfer = add(filter, 'feComponentTransfer', {});
  for (const [name, shift] of [['R', 16], ['G', 8], ['B', 0]] as const) add(transfer, `feFunc${name}`, of(shift));
}

function add(parent: Element, name: string, values: Record<string, string>): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}
