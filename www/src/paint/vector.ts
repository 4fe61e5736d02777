// The page's lines, boxes and paths as SVG: one layer for as many as follow each other.

import type { Path, Rect, Stroke } from '../public/display.js';

const SVG = 'http://www.w3.org/2000/svg';

/** A colour as CSS. */
export function css(color: number): string {
  return `#${(color & 0xffffff).toString(16).padStart(6, '0')}`;
}

/** An empty layer over the whole page; `width` and `height` in points. */
export function layer(width: number, height: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  attributes(svg, { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', class: 'layer', preserveAspectRatio: 'none' });
  return svg;
}

/** Adds an item to a layer. */
export function draw(svg: SVGSVGElement, item: Rect | Stroke | Path): void {
  switch (item.t) {
    case 'rect':
      return add(svg, 'rect', { x: item.x, y: item.y, width: item.width, height: item.height, fill: css(item.color) });
    case 'stroke':
      return add(svg, 'line', {
        x1: item.x1,
        y1: item.y1,
        x2: item.x2,
        y2: item.y2,
        stroke: css(item.color),
        'stroke-width': item.width,
        'stroke-dasharray': item.dash?.join(' '),
      });
    case 'path':
      return add(svg, 'path', {
        d: item.d,
        fill: item.fill === undefined ? 'none' : css(item.fill),
        stroke: item.stroke === undefined ? undefined : css(item.stroke),
        'stroke-width': item.stroke === undefined ? undefined : (item.strokeWidth ?? 1),
        'stroke-dasharray': item.dash?.join(' '),
      });
  }
}

type Values = Record<string, string | number | undefined>;

function add(svg: SVGSVGElement, name: string, values: Values): void {
  const element = document.createElementNS(SVG, name);
  attributes(element, values);
  svg.append(element);
}

function attributes(element: Element, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') element.setAttribute(name, String(value));
  }
}
