// Style sheets of the samples: what a Chinese and an English Normal.dotm hold, as far as the samples use it.
import { NAMESPACES } from './package.mjs';

const style = (type, id, name, rest, isDefault = false) =>
  `<w:style w:type="${type}"${isDefault ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
const based = (id, next = id) => `<w:basedOn w:val="${id}"/><w:next w:val="${next}"/>`;
const cellMargins = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>';
const grid = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('');

const tables = (normal) =>
  style('table', 'TableNormal', 'Normal Table', `<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${cellMargins}</w:tblPr>`, true) +
  style('table', 'TableGrid', 'Table Grid', `<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>${normal}<w:tblPr><w:tblBorders>${grid}</w:tblBorders></w:tblPr>`);

/** Chinese: Normal is SimSun over Calibri or Times New Roman, 10.5 pt, justified, without widow control. */
export function chineseStyles({ latin = 'Times New Roman', eastAsia = '宋体', size = 10.5, extra = '' } = {}) {
  return (
    `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${latin}" w:eastAsia="${eastAsia}" w:hAnsi="${latin}" w:cs="Times New Roman"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    style('paragraph', 'a', 'Normal', `<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:kern w:val="2"/><w:sz w:val="${size * 2}"/><w:szCs w:val="24"/></w:rPr>`, true) +
    style('paragraph', '1', 'heading 1', `${based('a', 'a')}<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="340" w:after="330" w:line="578" w:lineRule="auto"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:kern w:val="44"/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr>`) +
    style('paragraph', '2', 'heading 2', `${based('a', 'a')}<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="260" w:after="260" w:line="416" w:lineRule="auto"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="黑体" w:hAnsi="Arial"/><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>`) +
    style('paragraph', '3', 'heading 3', `${based('a', 'a')}<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="120"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>`) +
    style('character', 'a0', 'Default Paragraph Font', '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>', true) +
    tables('<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr>') +
    style('paragraph', 'a3', 'header', `${based('a')}<w:uiPriority w:val="99"/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:tabs><w:tab w:val="center" w:pos="4153"/><w:tab w:val="right" w:pos="8306"/></w:tabs><w:snapToGrid w:val="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>`) +
    style('paragraph', 'a4', 'footer', `${based('a')}<w:uiPriority w:val="99"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4153"/><w:tab w:val="right" w:pos="8306"/></w:tabs><w:snapToGrid w:val="0"/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>`) +
    `${extra}</w:styles>`
  );
}

/** English: Calibri 11 pt, 8 pt after, line 1.08. */
export function englishStyles({ extra = '' } = {}) {
  const heading = (n, size, before, color) =>
    style('paragraph', `Heading${n}`, `heading ${n}`, `${based('Normal', 'Normal')}<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="${n === 1 ? 120 : 40}"/><w:outlineLvl w:val="${n - 1}"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/><w:color w:val="${color}" w:themeColor="accent1" w:themeShade="BF"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`);
  const toc = (n) =>
    style('paragraph', `TOC${n}`, `toc ${n}`, `${based('Normal', 'Normal')}<w:autoRedefine/><w:uiPriority w:val="39"/><w:unhideWhenUsed/><w:pPr><w:tabs><w:tab w:val="left" w:pos="${440 * n}"/><w:tab w:val="right" w:leader="dot" w:pos="9016"/></w:tabs><w:spacing w:after="100"/><w:ind w:left="${220 * (n - 1)}"/></w:pPr>`);
  return (
    `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    style('paragraph', 'Normal', 'Normal', '<w:qFormat/>', true) +
    heading(1, 16, 240, '2F5496') +
    heading(2, 13, 160, '2F5496') +
    style('character', 'DefaultParagraphFont', 'Default Paragraph Font', '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>', true) +
    tables('<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>') +
    style('paragraph', 'Title', 'Title', `${based('Normal', 'Normal')}<w:uiPriority w:val="10"/><w:qFormat/><w:pPr><w:contextualSpacing/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:spacing w:val="-10"/><w:kern w:val="28"/><w:sz w:val="56"/><w:szCs w:val="56"/></w:rPr>`.replace('<w:contextualSpacing/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:contextualSpacing/>')) +
    style('paragraph', 'Subtitle', 'Subtitle', `${based('Normal', 'Normal')}<w:uiPriority w:val="11"/><w:qFormat/><w:rPr><w:color w:val="5A5A5A"/><w:spacing w:val="15"/></w:rPr>`) +
    style('paragraph', 'TOCHeading', 'TOC Heading', '<w:basedOn w:val="Heading1"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:unhideWhenUsed/><w:qFormat/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>') +
    toc(1) +
    toc(2) +
    style('paragraph', 'ListParagraph', 'List Paragraph', `${based('Normal')}<w:uiPriority w:val="34"/><w:qFormat/><w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr>`) +
    style('paragraph', 'Caption', 'caption', `${based('Normal', 'Normal')}<w:uiPriority w:val="35"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after="200" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:i/><w:iCs/><w:color w:val="44546A" w:themeColor="text2"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>`) +
    style('paragraph', 'Header', 'header', `${based('Normal')}<w:uiPriority w:val="99"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/><w:tab w:val="right" w:pos="9026"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>`) +
    style('paragraph', 'Footer', 'footer', `${based('Normal')}<w:uiPriority w:val="99"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/><w:tab w:val="right" w:pos="9026"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>`) +
    style('paragraph', 'FootnoteText', 'footnote text', `${based('Normal')}<w:uiPriority w:val="99"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>`) +
    style('character', 'FootnoteReference', 'footnote reference', '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>') +
    style('character', 'Hyperlink', 'Hyperlink', '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:color w:val="0563C1" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr>') +
    style('table', 'GridTable4-Accent1', 'Grid Table 4 Accent 1', `<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="49"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblStyleColBandSize w:val="1"/><w:tblBorders>${grid.replace(/w:color="auto"/g, 'w:color="8EAADB" w:themeColor="accent1" w:themeTint="99"')}</w:tblBorders></w:tblPr>` +
      '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="FFFFFF" w:themeColor="background1"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="4472C4" w:themeFill="accent1"/></w:tcPr></w:tblStylePr>' +
      '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>' +
      '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="D9E2F3" w:themeFill="accent1" w:themeFillTint="33"/></w:tcPr></w:tblStylePr>') +
    `${extra}</w:styles>`
  );
}
