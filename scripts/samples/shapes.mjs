// Shapes: a page with every preset of the standard; a page with fills, lines, geometries of a document's own and VML, and with
// pictures whose colours are changed and kinds that browsers do not show.
import { readFileSync } from 'node:fs';
import { png, tiff, wmf } from './images.mjs';
import { esc, p, r, section } from './ooxml.mjs';
import { Docx } from './package.mjs';
import { landscape } from './raster.mjs';
import { englishStyles } from './styles.mjs';

const EMU = 12700;
const WPS = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
let next = 100;

/** A drawing in the line, in points. */
function inline(width, height, name, uri, graphic) {
  const id = next++;
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width * EMU}" cy="${height * EMU}"/>` +
    `<wp:docPr id="${id}" name="${esc(name)}" descr="${esc(name)}"/><a:graphic><a:graphicData uri="${uri}">${graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  );
}

const preset = (name, adjust = '') => `<a:prstGeom prst="${name}"><a:avLst>${adjust}</a:avLst></a:prstGeom>`;
const solid = (color, change = '') => `<a:solidFill><a:srgbClr val="${color}">${change}</a:srgbClr></a:solidFill>`;
const THIN = `<a:ln w="6350">${solid('1F3763')}</a:ln>`;

function shape(width, height, name, geometry, look, transform = '') {
  const properties = `<wps:spPr><a:xfrm${transform}><a:off x="0" y="0"/><a:ext cx="${width * EMU}" cy="${height * EMU}"/></a:xfrm>${geometry}${look}</wps:spPr>`;
  return inline(width, height, name, WPS, `<wps:wsp xmlns:wps="${WPS}"><wps:cNvSpPr/>${properties}<wps:bodyPr/></wps:wsp>`);
}

/** Shapes side by side with a little room between them. */
const row = (shapes, before = 0) => p(shapes.join(r(' ', { size: 8 })), `<w:spacing w:before="${before}" w:after="60" w:line="240" w:lineRule="auto"/>`);
const head = (text, breakBefore = false) => p(r(text, { bold: true, size: 9 }), `${breakBefore ? '<w:pageBreakBefore/>' : ''}<w:spacing w:before="60" w:after="40"/>`);

function presets() {
  const names = readFileSync(new URL('../../src/geometry/presets.txt', import.meta.url), 'utf8').trim().split('\n').map((line) => line.split('|')[0]);
  const rows = [];
  for (let at = 0; at < names.length; at += 14) {
    rows.push(row(names.slice(at, at + 14).map((name) => shape(34, 34, name, preset(name), solid('9DC3E6') + THIN))));
  }
  return rows.join('');
}

const stops = (...list) => `<a:gsLst>${list.map(([at, color]) => `<a:gs pos="${at * 1000}"><a:srgbClr val="${color}"/></a:gs>`).join('')}</a:gsLst>`;
const TWO = stops([0, 'FFF2CC'], [100, 'C55A11']);
const to = (l, t, right, b) => `<a:fillToRect l="${l}" t="${t}" r="${right}" b="${b}"/>`;

function fills(photo, small) {
  const of = (name, fill, geometry = 'rect') => shape(56, 40, name, preset(geometry), fill + THIN);
  return (
    row([
      of('one colour', solid('70AD47')),
      of('half transparent', solid('70AD47', '<a:alpha val="50000"/>')),
      of('gradient across', `<a:gradFill>${TWO}<a:lin ang="0" scaled="0"/></a:gradFill>`),
      of('gradient down', `<a:gradFill>${TWO}<a:lin ang="5400000" scaled="0"/></a:gradFill>`),
      of('gradient to the corner', `<a:gradFill>${TWO}<a:lin ang="2700000" scaled="1"/></a:gradFill>`),
      of('gradient from the middle', `<a:gradFill>${TWO}<a:path path="circle">${to(50000, 50000, 50000, 50000)}</a:path></a:gradFill>`, 'ellipse'),
      of('gradient in boxes', `<a:gradFill>${TWO}<a:path path="rect">${to(50000, 50000, 50000, 50000)}</a:path></a:gradFill>`, 'star5'),
    ]) +
    row([
      ...['pct25', 'ltUpDiag', 'dkHorz', 'smGrid', 'lgCheck'].map((name) =>
        of(name, `<a:pattFill prst="${name}"><a:fgClr><a:srgbClr val="2F5496"/></a:fgClr><a:bgClr><a:srgbClr val="DEEBF7"/></a:bgClr></a:pattFill>`),
      ),
      of('picture', `<a:blipFill><a:blip r:embed="${photo}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>`, 'heart'),
      of('picture in tiles', `<a:blipFill><a:blip r:embed="${small}"/><a:tile tx="0" ty="0" sx="50000" sy="50000" flip="xy" algn="tl"/></a:blipFill>`, 'ellipse'),
      of('shadow', `${solid('FFD966')}<a:effectLst><a:outerShdw blurRad="50800" dist="38100" dir="2700000"><a:srgbClr val="000000"><a:alpha val="40000"/></a:srgbClr></a:outerShdw></a:effectLst>`, 'roundRect'),
      of('glow', `${solid('FFD966')}<a:effectLst><a:glow rad="76200"><a:srgbClr val="ED7D31"><a:alpha val="60000"/></a:srgbClr></a:glow></a:effectLst>`, 'star5'),
    ])
  );
}

function lines() {
  const line = (name, inner, width = 19050, geometry = 'line') => shape(64, 14, name, preset(geometry), `<a:ln w="${width}">${solid('2F5496')}${inner}</a:ln>`);
  const dash = (name) => line(name, `<a:prstDash val="${name}"/>`);
  const end = (kind, size) => line(`${kind} ${size}`, `<a:headEnd type="${kind}" w="${size}" len="${size}"/><a:tailEnd type="${kind}" w="${size}" len="${size}"/>`);
  return (
    row(['solid', 'dot', 'sysDot', 'dash', 'sysDash', 'lgDash'].map(dash), 60) +
    row(['dashDot', 'lgDashDot', 'lgDashDotDot', 'sysDashDot', 'sysDashDotDot'].map(dash)) +
    row(['triangle', 'stealth', 'diamond', 'oval', 'arrow'].map((kind) => end(kind, 'med'))) +
    row([...['sm', 'med', 'lg'].map((size) => end('triangle', size)), line('round caps', '<a:prstDash val="dash"/>').replace('<a:ln ', '<a:ln cap="rnd" ')]) +
    row([
      line('bent', '<a:tailEnd type="triangle"/>', 12700, 'bentConnector3'),
      line('curved', '<a:tailEnd type="stealth"/>', 12700, 'curvedConnector3'),
      line('rising', '<a:tailEnd type="arrow"/>').replace('<a:xfrm>', '<a:xfrm flipV="1">'),
    ])
  );
}

const CUSTOM =
  '<a:custGeom><a:avLst/><a:gdLst><a:gd name="third" fmla="*/ w 1 3"/><a:gd name="low" fmla="+- h 0 third"/></a:gdLst><a:rect l="0" t="0" r="r" b="b"/>' +
  '<a:pathLst><a:path><a:moveTo><a:pt x="0" y="h"/></a:moveTo><a:cubicBezTo><a:pt x="third" y="t"/><a:pt x="low" y="t"/><a:pt x="r" y="h"/></a:cubicBezTo>' +
  '<a:arcTo wR="wd8" hR="hd8" stAng="0" swAng="-10800000"/><a:close/></a:path><a:path w="100" h="100" fill="none"><a:moveTo><a:pt x="20" y="20"/></a:moveTo><a:quadBezTo><a:pt x="50" y="60"/><a:pt x="80" y="20"/></a:quadBezTo></a:path></a:pathLst></a:custGeom>';

function own() {
  const vml = (name, attributes, inner = '') =>
    `<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">${name}<v:shape style="width:56pt;height:40pt" ${attributes}>${inner}</v:shape></w:pict></w:r>`;
  const type =
    '<v:shapetype id="_x0000_t13" coordsize="21600,21600" o:spt="13" adj="16200,5400" path="m@0,l@0@1,0@1,0@2@0@2@0,21600,21600,10800xe"><v:formulas><v:f eqn="val #0"/><v:f eqn="val #1"/><v:f eqn="sum height 0 #1"/></v:formulas></v:shapetype>';
  return row([
    shape(56, 40, 'own formulas', CUSTOM, solid('A9D18E') + THIN),
    shape(56, 40, 'turned', preset('rightArrow'), solid('F4B183') + THIN, ' rot="1800000"'),
    shape(56, 40, 'adjusted', preset('chevron', '<a:gd name="adj" fmla="val 20000"/>'), solid('F4B183') + THIN),
    vml(type, 'type="#_x0000_t13" fillcolor="#8faadc" strokecolor="#1f3763"'),
    vml('', 'type="#_x0000_t13" adj="10800,2700" fillcolor="#8faadc" strokecolor="#1f3763"', '<v:fill type="gradient" color2="#ffffff" focus="100%"/>'),
    vml('', 'coordsize="100,100" path="m,50qy50,,100,50,50,100,,50xe" fillcolor="#c9c9c9" strokecolor="#7f7f7f" strokeweight="2pt"', '<v:stroke dashstyle="dash"/>'),
    vml('', 'coordsize="100,100" path="wr0,0,100,100,100,50,50,0l50,50xe" fillcolor="#c9c9c9"'),
  ], 60);
}

const PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

function pictures(photo, others) {
  const picture = (name, id, inner = '', geometry = 'rect', look = '') =>
    inline(90, 56, name, PIC,
      `<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="${esc(name)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}">${inner}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${90 * EMU}" cy="${56 * EMU}"/></a:xfrm>${preset(geometry)}${look}</pic:spPr></pic:pic>`);
  return (
    row([
      picture('as it is', photo),
      picture('shades of grey', photo, '<a:grayscl/>'),
      picture('black and white', photo, '<a:biLevel thresh="50000"/>'),
      picture('two colours', photo, '<a:duotone><a:srgbClr val="203864"/><a:srgbClr val="FFF2CC"/></a:duotone>'),
    ]) +
    row([
      picture('washed out', photo, '<a:lum bright="70000" contrast="-70000"/>'),
      picture('brighter', photo, '<a:lum bright="20000"/>'),
      picture('half transparent', photo, '<a:alphaModFix amt="50000"/>'),
      picture('a colour taken out', others.flat, '<a:clrChange><a:clrFrom><a:srgbClr val="FFFFFF"/></a:clrFrom><a:clrTo><a:srgbClr val="FFFFFF"><a:alpha val="0"/></a:srgbClr></a:clrTo></a:clrChange>'),
    ]) +
    row([
      picture('cut to an ellipse', photo, '', 'ellipse', `<a:ln w="25400">${solid('C00000')}</a:ln>`),
      picture('TIFF', others.tiff),
      picture('WMF', others.wmf),
      picture('not in the file', 'rIdNowhere'),
    ])
  );
}

export function shapes() {
  const docx = new Docx({
    styles: englishStyles(),
    fonts: ['Calibri', 'Times New Roman'],
    chinese: false,
    properties: { title: 'Shapes', author: 'docpane', category: 'Sample', created: '2026-11-25T10:00:00Z', modified: '2026-11-25T10:30:00Z', pages: 2 },
  });
  next = 100;
  const scene = landscape(180, 112);
  const photo = docx.media('image1.png', png(scene));
  const others = { small: docx.media('image5.png', png(landscape(32, 32))), flat: docx.media('image2.png', png(flat())), tiff: docx.media('image3.tiff', tiff(scene)), wmf: docx.media('image4.wmf', wmf()) };
  const body = [
    head('The 187 preset shapes'),
    presets(),
    head('Fills', true),
    fills(photo, others.small),
    head('Lines'),
    lines(),
    head('Geometries of its own, DrawingML and VML'),
    own(),
    head('Pictures'),
    pictures(photo, others),
  ].join('');
  return docx.bytes(body + section({ margins: [720, 720, 720, 720, 400, 400], columns: '<w:cols w:space="708"/>' }));
}

/** A green disc on white. */
function flat() {
  const raster = landscape(90, 56);
  for (let y = 0; y < 56; y++) {
    for (let x = 0; x < 90; x++) {
      const inside = Math.hypot(x - 45, y - 28) < 24;
      raster.data.set(inside ? [0, 128, 64, 255] : [255, 255, 255, 255], (y * 90 + x) * 4);
    }
  }
  return raster;
}
