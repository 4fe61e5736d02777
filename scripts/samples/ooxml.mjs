// Small WordprocessingML writers: text in, elements out in the order the schema wants them.

/** Text as XML content or attribute value. */
export const esc = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * Run properties. `font` names the East Asian face, `latin` the one for the rest; `size` is in points.
 */
export function rPr(o = {}) {
  const parts = [];
  if (o.style) parts.push(`<w:rStyle w:val="${o.style}"/>`);
  if (o.font || o.latin) {
    const latin = o.latin ?? o.font;
    const ea = o.font ? ` w:eastAsia="${o.font}"` : '';
    parts.push(`<w:rFonts${o.font ? ' w:hint="eastAsia"' : ''} w:ascii="${latin}"${ea} w:hAnsi="${latin}"${o.font ? '' : ` w:cs="${latin}"`}/>`);
  }
  if (o.bold) parts.push('<w:b/>');
  if (o.italic) parts.push('<w:i/>');
  if (o.strike) parts.push('<w:strike/>');
  if (o.noProof) parts.push('<w:noProof/>');
  if (o.hidden) parts.push('<w:webHidden/>');
  if (o.color) parts.push(`<w:color w:val="${o.color}"/>`);
  if (o.spacing) parts.push(`<w:spacing w:val="${o.spacing}"/>`);
  if (o.size) parts.push(`<w:sz w:val="${o.size * 2}"/><w:szCs w:val="${o.size * 2}"/>`);
  if (o.highlight) parts.push(`<w:highlight w:val="${o.highlight}"/>`);
  if (o.underline) parts.push(`<w:u w:val="${o.underline}"/>`);
  if (o.vertAlign) parts.push(`<w:vertAlign w:val="${o.vertAlign}"/>`);
  return parts.length ? `<w:rPr>${parts.join('')}</w:rPr>` : '';
}

/** A run of text; a tab character becomes a tab, a newline a line break. */
export function r(text, o) {
  const content = String(text)
    .split(/(\t|\n)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n') return '<w:br/>';
      return `<w:t${/^\s|\s$/.test(piece) ? ' xml:space="preserve"' : ''}>${esc(piece)}</w:t>`;
    })
    .join('');
  return `<w:r>${rPr(o)}${content}</w:r>`;
}

/** A paragraph of runs (markup) with properties (markup, or the name of a style). */
export function p(content = '', properties = '') {
  const inner = properties && !properties.startsWith('<') ? `<w:pStyle w:val="${properties}"/>` : properties;
  return `<w:p>${inner ? `<w:pPr>${inner}</w:pPr>` : ''}${content}</w:p>`;
}

/** A complex field with its cached result. */
export function field(code, result, o) {
  const mark = (kind) => `<w:r>${rPr(o)}<w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const text = `<w:r>${rPr(o)}<w:instrText xml:space="preserve"> ${esc(code)} </w:instrText></w:r>`;
  return `${mark('begin')}${text}${mark('separate')}${result.startsWith('<') ? result : r(result, o)}${mark('end')}`;
}

/** A bookmark around content. */
export const bookmark = (id, name, content) => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** Borders of a table; `only` leaves others out. */
export const borders = (size = 4, only = SIDES, kind = 'single') =>
  `<w:tblBorders>${SIDES.filter((side) => only.includes(side))
    .map((side) => `<w:${side} w:val="${kind}" w:sz="${size}" w:space="0" w:color="auto"/>`)
    .join('')}</w:tblBorders>`;

/** A table: grid in twips, rows of markup, extra properties. */
export function table(grid, rows, { properties = '', layout = 'fixed', style = 'TableGrid', jc = 'center', look = '04A0' } = {}) {
  const width = grid.reduce((sum, column) => sum + column, 0);
  const head =
    `<w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${width}" w:type="dxa"/>${jc ? `<w:jc w:val="${jc}"/>` : ''}${properties}` +
    `<w:tblLayout w:type="${layout}"/><w:tblLook w:val="${look}" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>`;
  return `<w:tbl>${head}<w:tblGrid>${grid.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A row; `height` in twips is a least height unless `exact`. */
export function tr(cells, { height, exact, header, cantSplit } = {}) {
  const properties =
    (cantSplit ? '<w:cantSplit/>' : '') +
    (height ? `<w:trHeight w:val="${height}"${exact ? ' w:hRule="exact"' : ''}/>` : '') +
    (header ? '<w:tblHeader/>' : '') +
    '<w:jc w:val="center"/>';
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

/** A cell of paragraphs; `span` columns, `merge` is `restart` or `continue`. */
export function tc(width, content, { span, merge, fill, vAlign, direction, extra = '' } = {}) {
  const properties =
    `<w:tcW w:w="${width}" w:type="dxa"/>` +
    (span ? `<w:gridSpan w:val="${span}"/>` : '') +
    (merge ? `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>` : '') +
    extra +
    (fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '') +
    (direction ? `<w:textDirection w:val="${direction}"/>` : '') +
    (vAlign ? `<w:vAlign w:val="${vAlign}"/>` : '');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content || p()}</w:tc>`;
}

/** An inline picture of `width` by `height` points. `blip` is the markup of `a:blip`, by default an embedded part. */
export function picture(id, rel, width, height, alt, blip = `<a:blip r:embed="${rel}"/>`) {
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">${graphic(id, width, height, alt, blip)}</wp:inline></w:drawing></w:r>`;
}

/** The same picture anchored: offsets in points from the margin (across) and from the paragraph (down). */
export function floating(id, rel, { x, y, width, height, alt, behind = false, wrap = '<wp:wrapNone/>' }) {
  const place = `<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:posOffset>${emu(x)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>${emu(y)}</wp:posOffset></wp:positionV>`;
  const [size, rest] = split(graphic(id, width, height, alt, `<a:blip r:embed="${rel}"/>`));
  return (
    `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="${behind ? 1 : 0}" ` +
    `locked="0" layoutInCell="1" allowOverlap="1">${place}${size}${wrap}${rest}</wp:anchor></w:drawing></w:r>`
  );
}

const emu = (points) => Math.round(points * 12700);

function split(markup) {
  const at = markup.indexOf('<wp:docPr');
  return [markup.slice(0, at), markup.slice(at)];
}

function graphic(id, width, height, alt, blip) {
  const size = `cx="${emu(width)}" cy="${emu(height)}"`;
  return (
    `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${id}" name="图片 ${id}" descr="${esc(alt)}"/>` +
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="图片 ${id}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`
  );
}

/** Section properties; lengths in twips, `refs` are header and footer references. */
export function section({ refs = '', type, width = 11906, height = 16838, landscape, margins, columns = '<w:cols w:space="425"/>', title, grid, numbering = '' }) {
  const [top, right, bottom, left, header = 851, footer = 992] = margins;
  const size = landscape ? `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>` : `<w:pgSz w:w="${width}" w:h="${height}"/>`;
  return (
    `<w:sectPr>${refs}${type ? `<w:type w:val="${type}"/>` : ''}${size}` +
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${header}" w:footer="${footer}" w:gutter="0"/>` +
    `${numbering}${columns}${title ? '<w:titlePg/>' : ''}${grid ? `<w:docGrid w:type="lines" w:linePitch="${grid}"/>` : '<w:docGrid w:linePitch="360"/>'}</w:sectPr>`
  );
}
