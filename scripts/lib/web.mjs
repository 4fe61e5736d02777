// TypeScript to the files that browsers load: pkg/dist/*.js, the wasm beside them, and the types.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root, run, step } from './run.mjs';
import { unlessFresh } from './stamp.mjs';

const DIST = join(root, 'pkg/dist');

/** The most that the first page may cost, compressed. */
const BUDGET_KB = 450;

/** Bundles everything unless nothing changed. */
export async function buildWeb() {
  const inputs = ['www/src', 'www/tsconfig.json', 'package-lock.json', 'pkg/dist/wasm', 'scripts/lib/web.mjs'];
  const outputs = ['pkg/dist/docpane.js', 'pkg/dist/element.js', 'pkg/dist/worker.js', 'pkg/dist/docpane_bg.wasm', 'pkg/dist/types'];
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
  copyFileSync(join(DIST, 'wasm/docpane_bg.wasm'), join(DIST, 'docpane_bg.wasm'));
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

/** Prints what the first page needs, compressed; resolves with the total in KB, rejects over budget. */
export function sizes() {
  const rows = firstPageFiles().map((name) => {
    const bytes = readFileSync(join(DIST, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
  });
  const kb = (n) => `${(n / 1024).toFixed(1)} KB`.padStart(10);
  console.log('  needed for the first page      raw    brotli');
  for (const { name, raw, brotli } of rows) console.log(`    ${name.padEnd(22)}${kb(raw)}${kb(brotli)}`);
  const total = rows.reduce((sum, row) => sum + row.brotli, 0) / 1024;
  console.log(`    total ${total.toFixed(1)} KB brotli (budget ${BUDGET_KB} KB)`);
  if (total > BUDGET_KB) throw new Error(`the first page needs ${total.toFixed(1)} KB brotli, over the budget of ${BUDGET_KB} KB`);
  return total;
}
