// A mark repeated over every page. It is drawn as an SVG picture and laid over pages as a background, so that it costs nothing
// while scrolling, grows with the zoom and is printed.

import type { Watermark } from '../public/element.js';
import type { Context } from './context.js';
import { h } from './dom.js';
import { adopt } from './style.js';

/** Also for printed pages; `--watermark-*` are set where the pages are. */
export const WATERMARK_CSS = `
.page::after, .sections::after, .print-page::after {
  content: ''; position: absolute; inset: 0; z-index: 1; pointer-events: none; background-image: var(--watermark-image, none); background-size: var(--watermark-width) var(--watermark-height);
}
.page::after { background-size: calc(var(--watermark-width) * var(--zoom, 1)) calc(var(--watermark-height) * var(--zoom, 1)); }
.sections { position: relative; }
`;

const SVG = 'http://www.w3.org/2000/svg';

/** The mark of one viewer. */
export class WatermarkLayer {
  readonly #context: Context;
  #url = '';

  constructor(context: Context) {
    this.#context = context;
    adopt(context.root, WATERMARK_CSS);
    context.signal.addEventListener('abort', () => this.#drop());
  }

  /** Takes the host's wish anew. */
  update(): void {
    this.#drop();
    const { watermark } = this.#context.settings;
    const { style } = this.#context.stage;
    if (!watermark) return void style.removeProperty('--watermark-image');
    const tile = watermark.image ? pictureTile(watermark) : textTile(watermark);
    this.#url = tile.own ? tile.url : '';
    style.setProperty('--watermark-image', `url("${encodeURI(tile.url)}")`);
    style.setProperty('--watermark-width', `${tile.width}px`);
    style.setProperty('--watermark-height', `${tile.height}px`);
  }

  #drop(): void {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = '';
  }
}

interface Tile {
  url: string;
  /** Whether the address is ours to revoke. */
  own: boolean;
  /** In CSS pixels at 100 %. */
  width: number;
  height: number;
}

/** A picture is repeated as it is: how strong and how turned is in the picture itself. */
function pictureTile({ image = '', size = 160, gap = 0 }: Watermark): Tile {
  const side = ((size + gap) * 96) / 72;
  return { url: new URL(image, document.baseURI).href, own: false, width: side, height: side };
}

function textTile({ text = '', opacity = 0.12, angle = -24, size = 15, gap = 90, color = '#5b6472' }: Watermark): Tile {
  const px = 96 / 72;
  const lines = text.split('\n');
  const font = size * px;
  const breadth = Math.max(...lines.map((line) => measure(line, font)));
  const height = lines.length * font * 1.4;
  const turn = (angle * Math.PI) / 180;
  const width = Math.ceil(Math.abs(breadth * Math.cos(turn)) + Math.abs(height * Math.sin(turn)) + gap * px);
  const tall = Math.ceil(Math.abs(breadth * Math.sin(turn)) + Math.abs(height * Math.cos(turn)) + gap * px);
  const svg = make('svg', { width, height: tall, viewBox: `0 0 ${width} ${tall}` });
  const group = make('g', { transform: `translate(${width / 2} ${tall / 2}) rotate(${angle})`, opacity, fill: color, 'text-anchor': 'middle', 'font-size': font, 'font-family': 'sans-serif' });
  for (const [index, line] of lines.entries()) {
    const element = make('text', { y: (index - (lines.length - 1) / 2) * font * 1.4 + font * 0.35 });
    element.textContent = line;
    group.append(element);
  }
  svg.append(group);
  // Serialised by the browser: what the text holds cannot become markup.
  const source = new XMLSerializer().serializeToString(svg);
  return { url: URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' })), own: true, width, height: tall };
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function measure(text: string, size: number): number {
  const context = h('canvas', {}).getContext('2d');
  if (!context) return text.length * size;
  context.font = `${size}px sans-serif`;
  return context.measureText(text).width;
}
