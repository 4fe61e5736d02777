// Rust to wasm: wasm-pack into pkg/dist/wasm, then wasm-opt from npm's binaryen.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, step } from './run.mjs';
import { unlessFresh } from './stamp.mjs';

const OUT = 'pkg/dist/wasm';
const FEATURES = ['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'reference-types', 'multivalue'];

/** Builds the wasm and its glue unless nothing changed. */
export async function buildWasm() {
  const inputs = ['src', 'Cargo.toml', 'Cargo.lock', 'scripts/lib/wasm.mjs'];
  const outputs = [`${OUT}/docpane.js`, `${OUT}/docpane.d.ts`, `${OUT}/docpane_bg.wasm`];
  return unlessFresh('wasm', { inputs, outputs }, () => step('building wasm (release)', pack));
}

async function pack() {
  rmSync(join(root, OUT), { recursive: true, force: true });
  const cargo = ['--no-default-features', '--features', 'wasm', '--locked'];
  const args = ['build', '--release', '--target', 'web', '--out-dir', OUT, '--out-name', 'docpane', '--no-pack', '--no-opt'];
  // For size: a tenth less to load than at level 3, and as fast within the noise of a page's layout.
  await run('wasm-pack', [...args, '.', '--', ...cargo], { env: { CARGO_PROFILE_RELEASE_OPT_LEVEL: 'z' } });
  const wasm = `${OUT}/docpane_bg.wasm`;
  const enable = FEATURES.map((feature) => `--enable-${feature}`);
  await run('node', ['node_modules/binaryen/bin/wasm-opt', wasm, '-o', wasm, '-Os', ...enable, '--strip-debug', '--strip-producers']);
  rmSync(join(root, OUT, '.gitignore'), { force: true });
}
