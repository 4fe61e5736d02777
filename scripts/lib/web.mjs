// TypeScript to the files that browsers load: pkg/dist/*.js, the wasm beside them, and the types.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root, run, step } from './run.mjs';
import { unlessFresh } from './stamp.mjs';

const DIST = join(root, 'pkg/dist');

/** The engine, and what loads when a document has pictures that browsers do not show. */
const WASM = ['docpane_bg.wasm', 'docpane_pictures_bg.wasm'];

/** The most that the first page may cost, compressed. The shapes' formulas and what paints them are 15 and about 40 of it. */
const BUDGET_KB = 500;

/** Bundles everything unless nothing changed. */
export async function buildWeb() {
  const inputs = ['www/src', 'www/tsconfig.json', 'package-lock.json', 'pkg/dist/wasm', 'scripts/lib/web.mjs'];
  const outputs = ['pkg/dist/docpane.js', 'pkg/dist/element.js', 'pkg/dist/worker.js', ...WASM.map((name) => `pkg/dist/${name}`), 'pkg/dist/types'];
  return unlessFresh('web', { inputs, outputs }, async () => {
    await step('bundling', bundle);
    await step('writing types', () => run('node_modules/.bin/tsc', ['-p', 'www/tsconfig.json', '--noEmit', 'false', '--emitDeclarationOnly']));
  });
}

async function bundle() {
  const { build } = await import('esbuild');
  for (const name of existsSync(DIST) ? readdirSync(DIST) : []) {
    if (/\.js(\.map)?$/.test(name)) rmSync(join(DIST, name));
  }
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    target: ['es2022'],
    minify: true,
    sourcemap: true,
    legalComments: 'none',
    outdir: 'pkg/dist',
    logLevel: 'warning',
  };
  const entry = (name) => ({ in: `www/src/entry/${name}.ts`, out: name });
  // Shared code sits beside the entries, so that `new URL('./worker.js', import.meta.url)` is right in all of them.
  await build({ ...common, entryPoints: ['docpane', 'element'].map(entry), splitting: true, chunkNames: '[name]-[hash]' });
  await build({ ...common, entryPoints: [entry('worker')] });
  for (const name of WASM) copyFileSync(join(DIST, 'wasm', name), join(DIST, name));
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

/** Prints what the first page needs and what may come later, compressed; resolves with the first's total in KB, rejects over budget. */
export function sizes() {
  const measured = (name) => {
    const bytes = readFileSync(join(DIST, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
  };
  const kb = (n) => `${(n / 1024).toFixed(1)} KB`.padStart(10);
  const print = ({ name, raw, brotli }) => console.log(`    ${name.padEnd(26)}${kb(raw)}${kb(brotli)}`);
  const first = firstPageFiles();
  const rows = first.map(measured);
  console.log('  needed for the first page          raw    brotli');
  rows.forEach(print);
  const total = rows.reduce((sum, row) => sum + row.brotli, 0) / 1024;
  console.log(`    total ${total.toFixed(1)} KB brotli (budget ${BUDGET_KB} KB)`);
  console.log('  loaded when needed');
  const later = readdirSync(DIST).filter((name) => /\.(js|wasm)$/.test(name) && !first.includes(name) && name !== 'docpane.js');
  later.map(measured).forEach(print);
  if (total > BUDGET_KB) throw new Error(`the first page needs ${total.toFixed(1)} KB brotli, over the budget of ${BUDGET_KB} KB`);
  return total;
}
