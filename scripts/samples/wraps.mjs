// Wraps: one page with every way in which text runs around a drawing, on every side, at several distances.
import { esc, p, r, section } from './ooxml.mjs';
import { Docx } from './package.mjs';
import { englishStyles } from './styles.mjs';

const EMU = 12700;
const WPS = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
const BOX = [[0, 0], [1, 0], [1, 1], [0, 1]];
const DIAMOND = [[0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]];
const DISC = Array.from({ length: 24 }, (_, at) => [0.5 + Math.cos((at * Math.PI) / 12) / 2, 0.5 + Math.sin((at * Math.PI) / 12) / 2]);
const SLOPE = [[0, 0], [1, 1], [0, 1]];
// Two towers on a base: text runs between them where the wrap says so.
const TOWERS = [[0, 0], [0.2, 0], [0.2, 0.7], [0.8, 0.7], [0.8, 0], [1, 0], [1, 1], [0, 1]];

/** Corners as a geometry of the shape's own. */
function geometry(corners) {
  const point = ([x, y]) => `<a:pt x="${Math.round(x * 1000)}" y="${Math.round(y * 1000)}"/>`;
  const [first, ...rest] = corners;
  const lines = rest.map((corner) => `<a:lnTo>${point(corner)}</a:lnTo>`).join('');
  return `<a:custGeom><a:avLst/><a:pathLst><a:path w="1000" h="1000"><a:moveTo>${point(first)}</a:moveTo>${lines}<a:close/></a:path></a:pathLst></a:custGeom>`;
}

/** The same corners as what text keeps out of. */
function polygon(corners) {
  const at = ([x, y]) => `x="${Math.round(x * 21600)}" y="${Math.round(y * 21600)}"`;
  const [first, ...rest] = corners;
  return `<wp:wrapPolygon edited="1"><wp:start ${at(first)}/>${[...rest, first].map((corner) => `<wp:lineTo ${at(corner)}/>`).join('')}</wp:wrapPolygon>`;
}

let next = 1;

/** A shape anchored in the text: lengths in points, `x` from the margin, `y` from the paragraph; distances left, top, right, bottom. */
function float(name, { x = 200, y = 4, width = 90, height = 32, corners = BOX, wrap, distance = [9, 0, 9, 0], behind = false, color = '9DC3E6' }) {
  const [left, top, right, bottom] = distance.map((points) => points * EMU);
  const size = `cx="${width * EMU}" cy="${height * EMU}"`;
  const place = (axis, from, points) => `<wp:position${axis} relativeFrom="${from}"><wp:posOffset>${points * EMU}</wp:posOffset></wp:position${axis}>`;
  const look = `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="1F3763"/></a:solidFill></a:ln>`;
  const shape = `<wps:wsp xmlns:wps="${WPS}"><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>${geometry(corners)}${look}</wps:spPr><wps:bodyPr/></wps:wsp>`;
  const id = next++;
  return (
    `<w:r><w:drawing><wp:anchor distT="${top}" distB="${bottom}" distL="${left}" distR="${right}" simplePos="0" relativeHeight="${251658240 + id}" behindDoc="${behind ? 1 : 0}" locked="0" layoutInCell="1" allowOverlap="1">` +
    `<wp:simplePos x="0" y="0"/>${place('H', 'margin', x)}${place('V', 'paragraph', y)}<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>${wrap}` +
    `<wp:docPr id="${id}" name="${esc(name)}" descr="${esc(name)}"/><a:graphic><a:graphicData uri="${WPS}">${shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
  );
}

const square = (side) => `<wp:wrapSquare wrapText="${side}"/>`;
const tight = (side, corners) => `<wp:wrapTight wrapText="${side}">${polygon(corners)}</wp:wrapTight>`;
const through = (side, corners) => `<wp:wrapThrough wrapText="${side}">${polygon(corners)}</wp:wrapThrough>`;

const CASES = [
  ['Square, both sides', { wrap: square('bothSides') }],
  ['Square, left side', { wrap: square('left') }],
  ['Square, right side', { wrap: square('right') }],
  ['Square, largest side', { x: 140, wrap: square('largest') }],
  ['Square, twenty points away', { wrap: square('bothSides'), distance: [20, 12, 20, 12] }],
  ['Square, at the left margin', { x: 0, wrap: square('bothSides') }],
  ['Tight around a diamond', { corners: DIAMOND, wrap: tight('bothSides', DIAMOND) }],
  ['Tight around a disc, right side', { x: 120, width: 44, height: 44, corners: DISC, wrap: tight('right', DISC) }],
  ['Tight along a slope', { x: 0, width: 180, height: 38, corners: SLOPE, wrap: tight('bothSides', SLOPE) }],
  ['Tight around two towers', { x: 130, width: 240, corners: TOWERS, wrap: tight('bothSides', TOWERS) }],
  ['Through between two towers', { x: 130, width: 240, corners: TOWERS, wrap: through('bothSides', TOWERS) }],
  ['Above and below', { y: 10, height: 20, wrap: '<wp:wrapTopAndBottom/>' }],
  ['Behind the text', { wrap: '<wp:wrapNone/>', behind: true, color: 'FFE699' }],
  ['In front of the text', { wrap: '<wp:wrapNone/>', color: 'C5E0B4', height: 20 }],
];

const FILLER = 'Words run here only to fill their lines, so that the eye can follow where each of them ends and where the next one begins beside the drawing. ';

export function wraps() {
  next = 1;
  const docx = new Docx({
    styles: englishStyles(),
    fonts: ['Calibri', 'Times New Roman'],
    chinese: false,
    properties: { title: 'Text around drawings', author: 'docpane', category: 'Sample', created: '2026-11-26T10:00:00Z', modified: '2026-11-26T10:30:00Z', pages: 1 },
  });
  const body = CASES.map(([name, options]) =>
    p(r(`${name}. `, { bold: true, size: 7 }) + float(name, options) + r(FILLER.repeat(5), { size: 7 }), '<w:spacing w:before="0" w:after="60" w:line="240" w:lineRule="auto"/>'),
  );
  return docx.bytes(body.join('') + section({ margins: [560, 720, 560, 720, 300, 300], columns: '<w:cols w:space="708"/>' }));
}
