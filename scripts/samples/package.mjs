// A document's package as Word writes it: parts, content types, relationships, settings, theme, font table, properties.
import { esc } from './ooxml.mjs';
import { zip } from './zip.mjs';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const REL = `${OFFICE}/relationships`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The namespaces that parts of the document declare. */
export const NAMESPACES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  `xmlns:r="${REL}" ` +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"';

const TYPES = {
  header: `${WORD}.header+xml`,
  footer: `${WORD}.footer+xml`,
  footnotes: `${WORD}.footnotes+xml`,
  endnotes: `${WORD}.endnotes+xml`,
  numbering: `${WORD}.numbering+xml`,
  styles: `${WORD}.styles+xml`,
  settings: `${WORD}.settings+xml`,
  fontTable: `${WORD}.fontTable+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
};
const ROOTS = { header: 'hdr', footer: 'ftr' };
const MEDIA = { png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif', bmp: 'image/bmp', svg: 'image/svg+xml', tiff: 'image/tiff', wmf: 'image/x-wmf' };

/**
 * One document. Parts are added as they are needed and give back their relationship ids; `bytes` packs everything.
 */
export class Docx {
  constructor({ styles, fonts, chinese = true, evenAndOdd = false, properties }) {
    this.parts = [];
    this.rels = [];
    this.types = [];
    this.endings = new Set();
    this.properties = properties;
    this.add('styles', 'styles.xml', styles);
    this.add('settings', 'settings.xml', settings(chinese, evenAndOdd));
    this.add('theme', 'theme/theme1.xml', theme());
    this.add('fontTable', 'fontTable.xml', fontTable(fonts));
  }

  /** Adds a part below word/ and gives its relationship id. */
  add(kind, name, content) {
    this.parts.push([`word/${name}`, HEAD + content]);
    this.types.push([`/word/${name}`, TYPES[kind]]);
    return this.relate(kind, name);
  }

  /** Adds a story (header, footer) from its blocks. */
  story(kind, name, blocks) {
    return this.add(kind, name, `<w:${ROOTS[kind]} ${NAMESPACES}>${blocks}</w:${ROOTS[kind]}>`);
  }

  /** Adds a picture and gives its relationship id. */
  media(name, bytes) {
    this.parts.push([`word/media/${name}`, bytes]);
    this.endings.add(name.split('.').pop());
    return this.relate('image', `media/${name}`);
  }

  /** A relationship; an external one points outside the package. */
  relate(kind, target, external = false) {
    const id = `rId${this.rels.length + 1}`;
    const mode = external ? ' TargetMode="External"' : '';
    this.rels.push(`<Relationship Id="${id}" Type="${REL}/${kind}" Target="${esc(target)}"${mode}/>`);
    return id;
  }

  /** The file. */
  bytes(body) {
    const types =
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      [...this.endings].map((ending) => `<Default Extension="${ending}" ContentType="${MEDIA[ending]}"/>`).join('') +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>` +
      this.types.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('') +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>';
    const roots = relationships([
      `<Relationship Id="rId3" Type="${REL}/extended-properties" Target="docProps/app.xml"/>`,
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
      `<Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/>`,
    ]);
    return zip([
      ['[Content_Types].xml', types],
      ['_rels/.rels', roots],
      ['word/document.xml', `${HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`],
      ['word/_rels/document.xml.rels', relationships(this.rels)],
      ...this.parts,
      ['docProps/core.xml', core(this.properties)],
      ['docProps/app.xml', app(this.properties, body)],
    ]);
  }
}

const relationships = (all) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

function core({ title, subject = '', author, keywords = '', description = '', category = '', created, modified }) {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${esc(title)}</dc:title><dc:subject>${esc(subject)}</dc:subject><dc:creator>${esc(author)}</dc:creator><cp:keywords>${esc(keywords)}</cp:keywords>` +
    `<dc:description>${esc(description)}</dc:description><cp:lastModifiedBy>${esc(author)}</cp:lastModifiedBy><cp:revision>7</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified>` +
    `<cp:category>${esc(category)}</cp:category></cp:coreProperties>`
  );
}

function app({ pages, company = '' }, body) {
  const text = body.replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '').replace(/<[^>]+>/g, '').replace(/&[a-z]+;/g, '&');
  const characters = text.replace(/\s/g, '').length;
  const words = (text.match(/[\u2e80-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff]+/g) ?? []).length;
  return (
    `${HEAD}<Properties xmlns="${OFFICE}/extended-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><Template>Normal.dotm</Template>` +
    `<TotalTime>126</TotalTime><Pages>${pages}</Pages><Words>${words}</Words><Characters>${characters}</Characters><Application>Microsoft Office Word</Application>` +
    `<DocSecurity>0</DocSecurity><Paragraphs>${(body.match(/<w:p>/g) ?? []).length}</Paragraphs><ScaleCrop>false</ScaleCrop><Company>${esc(company)}</Company>` +
    `<LinksUpToDate>false</LinksUpToDate><CharactersWithSpaces>${text.length}</CharactersWithSpaces><SharedDoc>false</SharedDoc><AppVersion>16.0000</AppVersion></Properties>`
  );
}

/** Settings as a Chinese (or English) Word 2016 writes them: mode 15, and for Chinese the flags that its templates set. */
function settings(chinese, evenAndOdd) {
  const setting = (name, value) => `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;
  const flags = chinese
    ? '<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>'
    : '';
  return (
    `<w:settings ${NAMESPACES}><w:zoom w:percent="100"/>${chinese ? '<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>' : ''}` +
    `<w:defaultTabStop w:val="${chinese ? 420 : 720}"/>${evenAndOdd ? '<w:evenAndOddHeaders/>' : ''}` +
    `<w:characterSpacingControl w:val="${chinese ? 'compressPunctuation' : 'doNotCompress'}"/>` +
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'.repeat(chinese ? 0 : 1) +
    `<w:compat>${flags}${setting('compatibilityMode', 15)}${setting('overrideTableStyleFontSizeAndJustification', 1)}${setting('enableOpenTypeFeatures', 1)}` +
    `${setting('doNotFlipMirrorIndents', 1)}${setting('differentiateMultirowTableHeaders', 1)}</w:compat>` +
    `<w:themeFontLang w:val="en-US"${chinese ? ' w:eastAsia="zh-CN"' : ''}/>` +
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>' +
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  );
}

// What Word's font table says of the faces that the samples name: other name, panose, charset, family, pitch.
const FONTS = {
  方正小标宋简体: ['Microsoft YaHei', '03000509000000000000', '86', 'script', 'fixed'],
  仿宋_GB2312: ['FangSong', '02010609030101010101', '86', 'modern', 'fixed'],
  楷体_GB2312: ['KaiTi', '02010609030101010101', '86', 'modern', 'fixed'],
  黑体: ['SimHei', '02010609060101010101', '86', 'modern', 'fixed'],
  宋体: ['SimSun', '02010600030101010101', '86', 'auto', 'variable'],
  Calibri: [null, '020F0502020204030204', '00', 'swiss', 'variable'],
  'Calibri Light': [null, '020F0302020204030204', '00', 'swiss', 'variable'],
  Cambria: [null, '02040503050406030204', '00', 'roman', 'variable'],
  Arial: [null, '020B0604020202020204', '00', 'swiss', 'variable'],
  'Courier New': [null, '02070309020205020404', '00', 'modern', 'fixed'],
  Symbol: [null, '05050102010706020507', '02', 'roman', 'variable'],
  'Times New Roman': [null, '02020603050405020304', '00', 'roman', 'variable'],
};

function fontTable(names) {
  const font = (name) => {
    const [other, panose, charset, family, pitch] = FONTS[name];
    const alt = other ? `<w:altName w:val="${other}"/>` : '';
    return `<w:font w:name="${name}">${alt}<w:panose1 w:val="${panose}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`;
  };
  return `<w:fonts ${NAMESPACES}>${names.map(font).join('')}</w:fonts>`;
}

function theme() {
  const colors = [
    ['dk1', '<a:sysClr val="windowText" lastClr="000000"/>'],
    ['lt1', '<a:sysClr val="window" lastClr="FFFFFF"/>'],
    ...Object.entries({ dk2: '44546A', lt2: 'E7E6E6', accent1: '4472C4', accent2: 'ED7D31', accent3: 'A5A5A5', accent4: 'FFC000', accent5: '5B9BD5', accent6: '70AD47', hlink: '0563C1', folHlink: '954F72' }).map(
      ([name, value]) => [name, `<a:srgbClr val="${value}"/>`],
    ),
  ];
  const fonts = (latin) => `<a:latin typeface="${latin}"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="宋体"/><a:font script="Jpan" typeface="ＭＳ 明朝"/>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${fill}</a:ln>`;
  return (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>' +
    `<a:clrScheme name="Office">${colors.map(([name, value]) => `<a:${name}>${value}</a:${name}>`).join('')}</a:clrScheme>` +
    `<a:fontScheme name="Office"><a:majorFont>${fonts('Calibri Light')}</a:majorFont><a:minorFont>${fonts('Calibri')}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    '</a:themeElements></a:theme>'
  );
}
