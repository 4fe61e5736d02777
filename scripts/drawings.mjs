// How much of what the shared documents draw is shown: every picture, metafile, chart, SmartArt and shape that their stories refer to is
// drawn, or warned of, or left out in silence. Fails where anything is silent or less than 97 % of a kind is drawn.
//
//   node scripts/drawings.mjs [--bin PATH] [FILE.docx…]
//
// A picture is drawn where a page's display list names its part and the bytes given for it are a kind that browsers show. Charts,
// SmartArt and shapes have no part on the page: they are drawn where the document's warnings do not say otherwise.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { root } from './lib/run.mjs';

const LEAST = 0.97;
const args = process.argv.slice(2);
const at = args.indexOf('--bin');
const binary = at < 0 ? ['fast', 'release', 'debug'].map((p) => join(root, 'target', p, 'docpane')).find(existsSync) : args.splice(at, 2)[1];
const shared = process.env.DOCPANE_SHARED ?? join(root, '../shared');
const files = args.length ? args : corpus(join(shared, 'corpus'));

function corpus(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.docx') && !name.startsWith('hostile')).sort().map((name) => join(folder, name));
}

/** The parts of a zip archive by name, those that are wanted. */
function parts(file, wanted) {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  const found = new Map();
  let place = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size] = [bytes.readUInt16LE(place + 10), bytes.readUInt32LE(place + 20)];
    const [nameSize, extra, comment, start] = [28, 30, 32].map((offset) => bytes.readUInt16LE(place + offset)).concat(bytes.readUInt32LE(place + 42));
    const name = bytes.toString('utf8', place + 46, place + 46 + nameSize);
    if (wanted(name)) {
      const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
      const stored = bytes.subarray(data, data + size);
      found.set(name, (method === 8 ? inflateRawSync(stored) : stored).toString('utf8'));
    }
    place += 46 + nameSize + extra + comment;
  }
  return found;
}

const STORY = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** What a document's stories refer to: `{ kind, part? }` each. */
function objects(file) {
  const all = parts(file, (name) => STORY.test(name) || /^word\/_rels\/.*\.rels$/.test(name));
  const found = [];
  for (const [name, text] of all) {
    if (!STORY.test(name)) continue;
    const relations = new Map();
    for (const [, tag] of (all.get(`word/_rels/${posix.basename(name)}.rels`) ?? '').matchAll(/<Relationship ([^>]*)>/g)) {
      const of = (key) => new RegExp(`\\b${key}="([^"]*)"`).exec(tag)?.[1] ?? '';
      const target = of('TargetMode') === 'External' ? '' : posix.join('word', of('Target').startsWith('/') ? `..${of('Target')}` : of('Target'));
      relations.set(of('Id'), target);
    }
    const shown = text
      .replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
      .replace(/<w:del [\s\S]*?<\/w:del>/g, '')
      .replace(/<w:moveFrom [\s\S]*?<\/w:moveFrom>/g, '');
    const pictures = [...shown.matchAll(/<a:blip\b[^>]*?r:(?:embed|link)="([^"]*)"/g), ...shown.matchAll(/<v:imagedata\b[^>]*?r:(?:id|pict)="([^"]*)"/g)];
    for (const [, id] of pictures) {
      const part = relations.get(id) ?? '';
      const kind = /\.(emf|wmf)$/i.test(part) ? 'metafiles' : part ? 'pictures' : 'linked or missing pictures';
      found.push({ kind, part });
    }
    const count = (kind, pattern) => found.push(...Array.from(shown.matchAll(pattern), () => ({ kind, part: '' })));
    count('charts', /<c:chart\b/g);
    count('SmartArt', /<dgm:relIds\b/g);
    count('shapes', /<wps:wsp\b|<v:(?:shape|rect|roundrect|oval|line|polyline)\b(?![^>]*_x0000_t75)/g);
  }
  return found;
}

const isShown = (base64) => /^(iVBOR|\/9j\/|R0lGOD|Qk|UklGR|PHN2Z|PD94bWwg)/.test(base64 ?? '');
const WARNED = { charts: /empty box: chart/, SmartArt: /empty box: diagram/, shapes: /text boxes are nested|grouped too deep|kind that is not known/i };

/** What became of each object. */
function judge(file) {
  const preview = JSON.parse(execFileSync(binary, ['cut', file, '--pages', '1-100000'], { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] }));
  const dump = JSON.parse(execFileSync(binary, ['dump', file], { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] }));
  const warnings = dump.warnings.map(({ kind, message, place }) => `${kind} ${message} ${place.part}`);
  const onPages = new Set();
  for (const item of preview.pages.flatMap((page) => page.items)) {
    if (item.t === 'picture') for (const part of [item.part, item.svg]) if (isShown(preview.media[part])) onPages.add(part);
  }
  return objects(file).map(({ kind, part }) => {
    const said = (pattern) => warnings.some((warning) => pattern.test(warning));
    if (kind in WARNED) return { kind, part, state: said(WARNED[kind]) ? 'warned' : 'drawn' };
    if (onPages.has(part)) return { kind, part, state: 'drawn' };
    const own = part && warnings.some((warning) => warning.includes(part));
    return { kind, part, state: own || said(/empty box|not-drawn|part-missing/) ? 'warned' : 'silent' };
  });
}

const table = new Map();
let failed = false;
for (const file of files) {
  let judged;
  try {
    judged = judge(file);
  } catch {
    continue; // Not a document that opens: others count those.
  }
  for (const { kind, part, state } of judged) {
    const row = table.get(kind) ?? { drawn: 0, warned: 0, silent: 0 };
    row[state]++;
    table.set(kind, row);
    if (state === 'silent') console.log(`silent: ${posix.basename(file)} ${part}`);
  }
}
console.log('kind                         drawn  warned  silent');
for (const [kind, { drawn, warned, silent }] of [...table].sort()) {
  console.log(`${kind.padEnd(27)}${String(drawn).padStart(7)}${String(warned).padStart(8)}${String(silent).padStart(8)}`);
  const share = drawn / (drawn + warned + silent);
  failed ||= silent > 0 || (share < LEAST && kind !== 'linked or missing pictures');
}
if (failed) process.exitCode = 1;
