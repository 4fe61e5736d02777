// What the package's files weigh, compressed as servers send them, and what they may weigh.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './run.mjs';

const DIST = join(root, 'pkg/dist');

/**
 * The most that the first page may cost, in KB of brotli. What makes it jump: reading or writing a double by the standard library (12 KB of tables),
 * a tree map or a sort of one more type (1 KB each: `src/map.rs`, `src/order.rs`), data that does not compress.
 */
const FIRST_PAGE = 460;

/** The most that a file may weigh, in KB of brotli; chunks go by their name without the hash. Whoever needs more says why here. */
const BUDGETS = {
  // 3 KB more since the joined forms of Arabic, boxes fitted in lines, and the weighing of mixed lines.
  'docpane_bg.wasm': 430,
  // Loaded when a document has the first picture that browsers do not show.
  'docpane_pictures_bg.wasm': 96,
  'worker.js': 6,
  'element.js': 0.5,
  'docpane.js': 0.5,
  'slim.js': 0.5,
  slim: 27,
  'inline.js': 710,
  'inline.script.js': 710,
  'react.js': 3,
  'vue.js': 3,
  'embed.js': 2,
  'embed-page.js': 4,
  'server.js': 11,
  'server.workerd.js': 11,
  'embed.html': 1,
  'first-paint.css': 1,
  // The element with the painter: nearly all of the script that the first page needs.
  core: 27,
  chunk: 9,
};

function brotli(name) {
  const bytes = readFileSync(join(DIST, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

/** What the first page needs: the element, what it imports, the worker and the wasm. */
function firstPageFiles() {
  const seen = new Set();
  const add = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(join(DIST, name), 'utf8');
    // Static imports only: a dynamic one is not loaded for the first page.
    for (const [, other] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) add(other);
  };
  add('element.js');
  return [...seen, 'worker.js', 'docpane_bg.wasm'];
}

const kb = (n) => `${(n / 1024).toFixed(1)} KB`.padStart(10);

/** Prints what the first page needs, compressed; resolves with the total in KB, throws over budget. */
export function sizes() {
  const rows = firstPageFiles().map(brotli);
  console.log('  needed for the first page      raw    brotli');
  for (const row of rows) console.log(`    ${row.name.padEnd(22)}${kb(row.raw)}${kb(row.brotli)}`);
  const total = rows.reduce((sum, row) => sum + row.brotli, 0) / 1024;
  console.log(`    total ${total.toFixed(1)} KB brotli (budget ${FIRST_PAGE} KB)`);
  const over = overBudget();
  if (total > FIRST_PAGE) over.push(`the first page: ${total.toFixed(1)} KB, ${FIRST_PAGE} allowed`);
  if (over.length > 0) throw new Error(`over the budget of scripts/lib/sizes.mjs:\n${over.join('\n')}`);
  return total;
}

/** The files that weigh more than they may. */
function overBudget() {
  const names = readdirSync(DIST).filter((name) => /\.(js|css|html|wasm)$/.test(name));
  return names.flatMap((name) => {
    const budget = BUDGETS[name] ?? BUDGETS[name.replace(/-\w{8}\.js$/, '')] ?? BUDGETS.chunk;
    const size = brotli(name).brotli / 1024;
    return size > budget ? [`${name}: ${size.toFixed(1)} KB brotli, ${budget} allowed`] : [];
  });
}
