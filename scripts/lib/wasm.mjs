// Rust to wasm: cargo, the glue by scripts/bindgen into pkg/dist/wasm, then wasm-opt from npm's binaryen. One crate, two modules: the engine, and the
// pictures that browsers do not show, which few documents hold.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, step } from './run.mjs';
import { bindgen } from './setup.mjs';
import { unlessFresh } from './stamp.mjs';

const OUT = 'pkg/dist/wasm';
const TARGET = 'wasm32-unknown-unknown';
const FEATURES = ['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'reference-types', 'multivalue'];

/**
 * What wasm-opt does. Its usual levels inline and renumber so much that the result compresses 4 % worse than LLVM's own
 * output, and starts slower: browsers compile what is called first, and larger functions take longer.
 */
const PASSES = ['duplicate-function-elimination', 'remove-unused-module-elements', 'optimize-instructions', 'precompute', 'rse', 'vacuum', 'reorder-locals'];

/** What each module is called, the feature that makes it, and what of the crate goes into it. */
const MODULES = [
  { name: 'docpane', feature: 'wasm', sources: ['src'] },
  {
    name: 'docpane_pictures',
    feature: 'wasm-pictures',
    sources: ['src/wasm', 'src/picture', 'src/metafile', 'src/symbol.rs', 'src/xml', 'src/numeral', 'src/lib.rs'],
  },
];

/** Builds the modules and their glue unless nothing changed. Resolves with whether anything was built. */
export async function buildWasm() {
  let built = false;
  for (const { name, feature, sources } of MODULES) {
    const inputs = [...sources, 'crates', 'Cargo.toml', 'Cargo.lock', 'scripts/lib/wasm.mjs', 'scripts/bindgen/Cargo.lock', 'scripts/bindgen/src'];
    const outputs = [`${OUT}/${name}.js`, `${OUT}/${name}.d.ts`, `${OUT}/${name}_bg.wasm`];
    const work = () => step(`building ${name}.wasm (release)`, () => pack(name, feature));
    built = (await unlessFresh(`wasm-${name}`, { inputs, outputs }, work)) || built;
  }
  return built;
}

/**
 * Unpacking and reading XML are most of the time until the first page, and little code. Named one by one: a rule for all packages
 * would optimise the compiler's plugins too, for minutes.
 */
const FAST = ['flate2', 'miniz_oxide', 'simd-adler32', 'adler2', 'crc32fast', 'quick-xml', 'memchr', 'tiff', 'fax', 'weezl'];

async function pack(name, feature) {
  const fast = FAST.flatMap((library) => ['--config', `profile.release.package.${library}.opt-level=3`]);
  await run('cargo', ['build', '--lib', '--release', '--locked', '--target', TARGET, '--no-default-features', '--features', feature, ...fast], { env: environment() });
  await run(await bindgen(), [`target/${TARGET}/release/docpane.wasm`, OUT, name]);
  const wasm = `${OUT}/${name}_bg.wasm`;
  const flags = [...FEATURES.map((feature) => `--enable-${feature}`), ...PASSES.map((pass) => `--${pass}`)];
  await run('node', ['node_modules/binaryen/bin/wasm-opt', wasm, '-o', wasm, ...flags, '--strip-debug', '--strip-producers']);
  finishGlue(name);
}

/** An instance that broke down or grew large can be given up for a new one. */
function finishGlue(name) {
  const change = (file, work) => writeFileSync(join(root, OUT, file), work(readFileSync(join(root, OUT, file), 'utf8')));
  const forget = '/** Gives the instance up: the next start makes a new one. */\nexport function forget()';
  change(`${name}.js`, (text) => {
    const apt = ['wasm;\n', 'let __wbg_init_promise;'].every((part) => text.includes(part)) && !text.includes('import.meta.url');
    if (!apt) throw new Error('the glue of wasm-bindgen is not as it was');
    return `${text}\n${forget} {\n  wasm = __wbg_init_promise = undefined;\n}\n`;
  });
  change(`${name}.d.ts`, (text) => {
    const handle = '  free(): void;';
    const withHandle = text.replace(handle, `${handle}\n  /** Lets go of the handle without freeing what it points to. */\n  __destroy_into_raw(): number;`);
    return `${withHandle}\n${forget}: void;\n`;
  });
}

/**
 * For size: a tenth less to load than at level 3. Level `z` puts nearly no function into its callers; with a little more of that all takes a
 * seventh less time for 10 KB. Paths of this machine stay out of the panic messages.
 */
function environment() {
  const home = process.env.CARGO_HOME ?? join(process.env.HOME ?? '', '.cargo');
  const remap = [`--remap-path-prefix=${join(home, 'registry/src')}=`, `--remap-path-prefix=${root}=`];
  const inline = '-Cllvm-args=-inline-threshold=30';
  return { CARGO_TARGET_DIR: join(root, 'target'), CARGO_PROFILE_RELEASE_OPT_LEVEL: 'z', RUSTFLAGS: [process.env.RUSTFLAGS, inline, ...remap].filter(Boolean).join(' ') };
}
