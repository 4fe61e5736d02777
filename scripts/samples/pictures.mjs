// Pictures of each kind: PNG (with transparency), JPEG, GIF, BMP, SVG with a PNG to fall back on, cropped and turned, wrapped, linked.
import { bmp, gif, jpeg, png } from './images.mjs';
import { field, floating, p, picture, r, section, table, tc, tr } from './ooxml.mjs';
import { Docx } from './package.mjs';
import { Raster, board, chart, landscape, seal } from './raster.mjs';
import { englishStyles } from './styles.mjs';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120" width="240" height="120"><defs><linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="#2f6fb0"/><stop offset="1" stop-color="#e27a3f"/></linearGradient></defs>' +
  '<rect x="4" y="4" width="232" height="112" rx="16" fill="url(#g)"/><path d="M20 92 C60 12 100 12 120 60 S180 108 220 28" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"/>' +
  '<circle cx="20" cy="92" r="8" fill="#fff"/><circle cx="220" cy="28" r="8" fill="#fff"/></svg>';
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';

/** Counts captions: "Figure 1. …". */
function caption(n, text) {
  return p(r('Figure ') + field('SEQ Figure \\* ARABIC', String(n)) + r(`. ${text}`), '<w:pStyle w:val="Caption"/><w:keepNext w:val="0"/><w:jc w:val="center"/>');
}

const centred = (content) => p(content, '<w:keepNext/><w:jc w:val="center"/>');

export function pictures() {
  const docx = new Docx({
    styles: englishStyles(),
    fonts: ['Calibri', 'Calibri Light', 'Times New Roman'],
    chinese: false,
    properties: { title: 'Pictures of each kind', author: 'docpane', category: 'Sample', created: '2026-03-03T10:00:00Z', modified: '2026-03-03T10:30:00Z', pages: 3 },
  });
  const scene = landscape(480, 300);
  const photo = docx.media('image1.jpeg', jpeg(scene));
  const stamp = docx.media('image2.png', png(seal(240)));
  const bars = docx.media('image3.gif', gif(chart(400, 220, [3, 5, 8, 6, 9, 12, 7, 4])));
  const squares = docx.media('image4.bmp', bmp(board(96, 8)));
  const vector = docx.media('image5.svg', SVG);
  const fallback = docx.media('image6.png', png(fallbackRaster()));
  const linked = docx.relate('image', 'https://example.org/pictures/not-fetched.png', true);

  const svg =
    `<a:blip r:embed="${fallback}"><a:extLst><a:ext uri="${SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/></a:ext></a:extLst></a:blip>`;
  const cropped = picture(7, photo, 150, 150, 'The sun alone', `<a:blip r:embed="${photo}"/><a:srcRect l="46000" t="5000" r="16000" b="34200"/>`);
  const turned = picture(8, squares, 90, 90, 'The board, turned by fifteen degrees').replace('<a:xfrm>', '<a:xfrm rot="900000">');
  const mirrored = picture(9, photo, 160, 100, 'The hills, mirrored').replace('<a:xfrm>', '<a:xfrm flipH="1">');

  const body = [
    p(r('Pictures of each kind'), 'Title'),
    p(r('Every picture here is drawn by the script that writes this document. A viewer should show all but the last, which lies outside the file and is fetched only if the reader’s host allows it.')),
    p(r('In the line of text'), 'Heading1'),
    p(r('A picture may stand in a line like a large letter: ') + picture(1, stamp, 28, 28, 'A small seal') + r(' and the line grows to hold it, while the next lines keep their distance. The seal is a PNG with a clear ground, so whatever lies below shows through its gaps.')),
    centred(picture(2, photo, 360, 225, 'Hills at dusk under a low sun')),
    caption(1, 'A photograph, stored as JPEG.'),
    centred(picture(3, bars, 300, 165, 'A bar chart with eight bars')),
    caption(2, 'A chart with few colours, stored as GIF.'),
    centred(picture(4, squares, 96, 96, 'A board of eight by eight squares')),
    caption(3, 'A board without compression, stored as BMP.'),
    centred(picture(5, fallback, 240, 120, 'A curve that rises from left to right', svg)),
    caption(4, 'A drawing in SVG, with a PNG for programs that cannot show it.'),
    p(r('Cropped, turned, mirrored'), 'Heading1'),
    table([3000, 3000, 3000], [
      tr([cropped, turned, mirrored].map((content) => tc(3000, p(content, '<w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/>'), { vAlign: 'center' }))),
      tr(['The same photograph, cropped', 'Turned by 15°', 'Mirrored'].map((text) => tc(3000, p(r(text, { size: 9 }), '<w:jc w:val="center"/>')))),
    ]),
    p('', '<w:spacing w:after="0"/>'),
    p(r('Beside the text'), 'Heading1'),
    p(
      floating(10, photo, { x: 0, y: 4, width: 150, height: 94, alt: 'Hills at dusk', wrap: '<wp:wrapSquare wrapText="bothSides"/>' }) +
        r('The picture at the left is anchored to this paragraph and text flows round its square. A viewer has to find for every line how much room is left beside the picture, break the line there, and return to the full width as soon as the picture ends. Lines above and below it are not affected. If the paragraph moves to another page, the picture goes with it, because the anchor, and not the place on the paper, is what the file records. This paragraph is long enough to pass the lower edge of the picture, so that its last lines can be seen to run from margin to margin again.'),
    ),
    p(
      floating(11, stamp, { x: 340, y: -10, width: 90, height: 90, alt: 'A seal behind the text', behind: true }) +
        r('Behind this paragraph lies a seal. It takes no room: the lines run across it as if it were printed on the paper before the words were. Its red shows through between the letters.'),
    ),
    p(r('Outside the file'), 'Heading1'),
    p(r('The last picture is only linked. Nothing is fetched without leave, so its place is kept free at the right size:')),
    centred(picture(12, linked, 180, 90, 'A picture that is not in the file', `<a:blip r:link="${linked}"/>`)),
    caption(5, 'A linked picture.'),
  ].join('');
  return docx.bytes(body + section({ margins: [1440, 1440, 1440, 1440, 708, 708], columns: '<w:cols w:space="708"/>' }));
}

/** What the SVG shows, roughly, for programs without SVG. */
function fallbackRaster() {
  const made = new Raster(240, 120, [255, 255, 255, 0]);
  for (let x = 4; x < 236; x++) {
    const t = x / 240;
    made.rect(x, 4, 1, 112, [47 + 179 * t, 111 + 11 * t, 176 - 113 * t, 255].map(Math.round));
  }
  for (let x = 20; x <= 220; x++) {
    const y = Math.round(70 - 30 * Math.sin(((x - 20) / 200) * Math.PI * 2.4 - 0.6));
    made.rect(x, y - 3, 1, 6, [255, 255, 255, 255]);
  }
  return made;
}
