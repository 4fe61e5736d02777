// Rust to wasm: wasm-pack into pkg/dist/wasm, then wasm-opt from npm's binaryen.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, step } from './run.mjs';
import { unlessFresh } from './stamp.mjs';

const OUT = 'pkg/dist/wasm';
const FEATURES = ['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'reference-types', 'multivalue'];

/**
 * What wasm-opt does. Its usual levels inline and renumber so much that the result compresses 4 % worse than LLVM's own
 * output, and starts slower: browsers compile what is called first, and larger functions take longer.
 */
const PASSES = ['duplicate-function-elimination', 'remove-unused-module-elements', 'optimize-instructions', 'precompute', 'rse', 'vacuum', 'reorder-locals'];

/** Builds the wasm and its glue unless nothing changed. */
export async function buildWasm() {
  const inputs = ['src', 'crates', 'Cargo.toml', 'Cargo.lock', 'scripts/lib/wasm.mjs'];
  const outputs = [`${OUT}/docpane.js`, `${OUT}/docpane.d.ts`, `${OUT}/docpane_bg.wasm`];
  return unlessFresh('wasm', { inputs, outputs }, () => step('building wasm (release)', pack));
}

async function pack() {
  rmSync(join(root, OUT), { recursive: true, force: true });
  // Unpacking and reading XML are most of the time until the first page, and little code.
  const fastLibraries = 'profile.release.package."*".opt-level=3';
  const cargo = ['--no-default-features', '--features', 'wasm', '--locked', '--config', fastLibraries];
  const args = ['build', '--release', '--target', 'web', '--out-dir', OUT, '--out-name', 'docpane', '--no-pack', '--no-opt'];
  await run('wasm-pack', [...args, '.', '--', ...cargo], { env: environment() });
  const wasm = `${OUT}/docpane_bg.wasm`;
  const flags = [...FEATURES.map((feature) => `--enable-${feature}`), ...PASSES.map((pass) => `--${pass}`)];
  await run('node', ['node_modules/binaryen/bin/wasm-opt', wasm, '-o', wasm, ...flags, '--strip-debug', '--strip-producers']);
  rmSync(join(root, OUT, '.gitignore'), { force: true });
  finishGlue();
}

/** The glue looks for no file itself, and an instance that broke down or grew large can be given up for a new one. */
function finishGlue() {
  const change = (name, work) => writeFileSync(join(root, OUT, name), work(readFileSync(join(root, OUT, name), 'utf8')));
  change('docpane.js', (text) => {
    const looks = "new URL('docpane_bg.wasm', import.meta.url)";
    if (![looks, 'wasm;\n', 'let __wbg_init_promise;', '__destroy_into_raw()'].every((part) => text.includes(part))) throw new Error('the glue of wasm-bindgen is not as it was');
    return `${text.replace(looks, 'undefined')}\n/** Gives the instance up: the next start makes a new one. */\nexport function forget() {\n  wasm = __wbg_init_promise = undefined;\n}\n`;
  });
  change('docpane.d.ts', (text) => {
    const class_ = text.replace('  free(): void;', '  free(): void;\n  /** Lets go of the handle without freeing what it points to. */\n  __destroy_into_raw(): number;');
    return `${class_}\n/** Gives the instance up: the next start makes a new one. */\nexport function forget(): void;\n`;
  });
}

/** For size: a tenth less to load than at level 3. Paths of this machine stay out of the panic messages. */
function environment() {
  const home = process.env.CARGO_HOME ?? join(process.env.HOME ?? '', '.cargo');
  const remap = [`--remap-path-prefix=${join(home, 'registry/src')}=`, `--remap-path-prefix=${root}=`];
  return { CARGO_PROFILE_RELEASE_OPT_LEVEL: 'z', RUSTFLAGS: [process.env.RUSTFLAGS, ...remap].filter(Boolean).join(' ') };
}
