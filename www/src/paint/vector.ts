// The page's lines, boxes and paths as SVG: one layer for as many as follow each other.

import type { Paint, Path, Rect, Stroke } from '../public/display.js';

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
export function draw(svg: SVGSVGElement, item: Rect | Stroke | Path): unknown {
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
        fill: paint(svg, item.fill),
        'fill-opacity': item.fillOpacity,
        stroke: item.stroke === undefined ? undefined : css(item.stroke),
        'stroke-opacity': item.strokeOpacity,
        'stroke-width': item.stroke === undefined ? undefined : (item.strokeWidth ?? 1),
        'stroke-dasharray': item.dash?.join(' '),
        'stroke-linecap': item.roundEnds && 'round',
        'stroke-linejoin': item.roundCorners && 'round',
        filter: item.blur && `blur(${item.blur}px)`,
      });
  }
}

/** Gradients and patterns so far: ids are unique among all pages. */
let paints = 0;

/** A fill as an attribute; gradients and patterns are put into the layer. */
function paint(svg: SVGSVGElement, fill: Paint | undefined): string {
  if (fill === undefined) return 'none';
  if (typeof fill === 'number') return css(fill);
  const id = `dp-paint-${++paints}`;
  if ('tile' in fill) {
    const tile = add(svg, 'pattern', { id, patternUnits: 'userSpaceOnUse', width: 6, height: 6, viewBox: '0 0 8 8' });
    add(tile, 'path', { d: 'M0 0h8v8h-8z', fill: css(fill.ground) });
    add(tile, 'path', { d: fill.tile, fill: css(fill.ink) });
    return `url(#${id})`;
  }
  const common = { id, gradientUnits: 'userSpaceOnUse' };
  let gradient: Element;
  if ('line' in fill) {
    const [x1, y1, x2, y2] = fill.line;
    gradient = add(svg, 'linearGradient', { ...common, x1, y1, x2, y2 });
  } else {
    const [cx, cy, r] = fill.circle;
    gradient = add(svg, 'radialGradient', { ...common, cx, cy, r });
  }
  for (const [offset, color, opacity] of fill.stops) add(gradient, 'stop', { offset, 'stop-color': css(color), 'stop-opacity': opacity });
  return `url(#${id})`;
}

type Values = Record<string, string | number | false | undefined>;

function add(parent: Element, name: string, values: Values): Element {
  const element = document.createElementNS(SVG, name);
  attributes(element, values);
  parent.append(element);
  return element;
}

function attributes(element: Element, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '' && value !== false) element.setAttribute(name, String(value));
  }
}
