// Files that cannot be read, each for one reason.
import { p, r, section } from './ooxml.mjs';
import { Docx } from './package.mjs';
import { chineseStyles } from './styles.mjs';

function small() {
  return new Docx({
    styles: chineseStyles(),
    fonts: ['宋体', 'Times New Roman'],
    properties: { title: '损坏的文件', author: 'docpane', created: '2026-03-03T10:00:00Z', modified: '2026-03-03T10:00:00Z', pages: 1 },
  });
}

const END = section({ margins: [1440, 1800, 1440, 1800], grid: 312 });
const LINES = Array.from({ length: 40 }, (_, i) => p(r(`这是第${i + 1}段，文件的后半部分在传输时丢失了。`))).join('');

/** The first half of a good file: its directory, which a zip keeps at the end, is gone. */
export function truncated() {
  const bytes = small().bytes(LINES + END);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

/** A good archive whose document part stops being XML: an element that never ends. */
export function malformed() {
  return small().bytes(`${LINES}<w:p><w:r><w:t>此处之后不再是合格的 XML</w:r></w:p>${END}`);
}
