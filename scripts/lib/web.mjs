// TypeScript to the files that browsers and servers load: all of pkg/dist but the engine itself, and the types.
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { root, run, step } from './run.mjs';
import { unlessFresh } from './stamp.mjs';

const DIST = join(root, 'pkg/dist');

/** Fonts of npm's @fontsource that go into the package, in these subsets; Caladea is in pkg/fonts. */
const FAMILIES = ['carlito', 'tinos', 'arimo', 'cousine', 'gelasio'];
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic'];

/** The engine, and what loads when a document has pictures that browsers do not show. */
const WASM = ['docpane_bg.wasm', 'docpane_pictures_bg.wasm'];

/** Builds everything unless nothing changed. */
export async function buildWeb() {
  const inputs = ['www/src', 'www/tsconfig.json', 'package-lock.json', 'pkg/dist/wasm', 'pkg/fonts', 'pkg/static', 'pkg/package.json', 'scripts/lib/web.mjs', 'scripts/api'];
  const outputs = ['docpane.js', 'element.js', 'slim.js', 'inline.js', 'server.js', 'worker.js', ...WASM, 'fonts', 'types', 'custom-elements.json', 'integrity.json'];
  return unlessFresh('web', { inputs, outputs: outputs.map((name) => `pkg/dist/${name}`) }, async () => {
    await step('bundling', bundle);
    await step('writing types', () => run('node_modules/.bin/tsc', ['-p', 'www/tsconfig.json', '--noEmit', 'false', '--emitDeclarationOnly']));
    await run('node', ['scripts/api/manifest.mjs']);
    writeIntegrity();
  });
}

async function bundle() {
  const { build } = await import('esbuild');
  for (const name of existsSync(DIST) ? readdirSync(DIST) : []) {
    if (name !== 'wasm') rmSync(join(DIST, name), { recursive: true });
  }
  copyFonts();
  for (const name of WASM) copyFileSync(join(DIST, 'wasm', name), join(DIST, name));
  cpSync(join(root, 'pkg/static'), DIST, { recursive: true });
  for (const name of ['LICENSE-APACHE', 'LICENSE-MIT']) copyFileSync(join(root, name), join(root, 'pkg', name));
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
    plugins: [generated()],
  };
  const entry = (name) => ({ in: `www/src/entry/${name}.ts`, out: name });
  const assets = (which) => ({ '#assets': join(root, `www/src/assets/${which}.ts`) });
  await bundleModules(['docpane', 'element', 'react', 'vue', 'embed', 'embed-page'], 'beside');
  await bundleModules(['slim'], 'none');
  await build({ ...common, alias: assets('inside'), entryPoints: [entry('inline')] });
  // A page of `file://` may load scripts, but no modules. Addresses beside a module are not asked for in it.
  const quiet = { 'empty-import-meta': 'silent' };
  const script = { in: 'www/src/entry/inline.ts', out: 'inline.script' };
  await build({ ...common, alias: assets('inside'), entryPoints: [script], format: 'iife', globalName: 'docpane', logOverride: quiet });
  await build({ ...common, entryPoints: [entry('worker')] });
  await build({ ...common, entryPoints: ['server', 'server.workerd'].map(entry), external: ['node:fs/promises', ...WASM.map((name) => `./${name}`)], platform: 'neutral' });
}

/**
 * Bundles entries that share one engine, with files that come when they are first used. What the element needs for the first page is one file: in several it would weigh more and come later. Shared
 * code sits beside the entries, so that `new URL('./worker.js', import.meta.url)` is right in all of them.
 */
async function bundleModules(names, assets) {
  const { rollup } = await import('rollup');
  const { default: nodeResolve } = await import('@rollup/plugin-node-resolve');
  const source = (name) => join(root, `www/src/entry/${name}.ts`);
  const bundle = await rollup({
    input: Object.fromEntries(names.map((name) => [name, source(name)])),
    external: ['react', 'vue'],
    plugins: [typescript(assets), nodeResolve({ browser: true })],
    // React's directive is put back below.
    onwarn: (warning, warn) => ['MODULE_LEVEL_DIRECTIVE', 'SOURCEMAP_ERROR'].includes(warning.code) || warn(warning),
  });
  let core;
  await bundle.write({
    dir: DIST,
    format: 'es',
    sourcemap: true,
    chunkFileNames: '[name]-[hash].js',
    hashCharacters: 'base36',
    hoistTransitiveImports: false,
    manualChunks: (id, { getModuleInfo }) => (names.includes('element') && (core ??= staticImports(source('element'), getModuleInfo)).has(id) ? 'core' : undefined),
    banner: ({ name }) => (name === 'react' ? "'use client';" : ''),
  });
  await bundle.close();
}

/** A module and all that it needs before it can run. */
function staticImports(entry, getModuleInfo) {
  const found = new Set();
  const add = (id) => found.has(id) || (found.add(id), getModuleInfo(id).importedIds.forEach(add));
  add(entry);
  found.delete(entry);
  return found;
}

/** TypeScript, the names that the build answers for, and small output: Rollup's plugin around esbuild. */
function typescript(assets) {
  const own = new Map([['#assets', join(root, `www/src/assets/${assets}.ts`)], ['#wasm', join(DIST, 'wasm/docpane.js')], ['#pictures', join(DIST, 'wasm/docpane_pictures.js')]]);
  return {
    name: 'typescript',
    resolveId: (id, from) => own.get(id) ?? (id.startsWith('#') ? `\0${id}` : from && id.startsWith('.') ? join(from, '..', id).replace(/\.js$/, from.endsWith('.ts') ? '.ts' : '.js') : null),
    load: (id) => (id.startsWith('\0#') ? VIRTUAL[id.slice(1)]() : null),
    transform: async (code, id) => (id.endsWith('.ts') ? (await import('esbuild')).transform(code, { loader: 'ts', target: 'es2022', sourcemap: true, sourcefile: id }) : null),
    renderChunk: async (code) => (await import('esbuild')).transform(code, { minify: true, target: 'es2022', format: 'esm', sourcemap: true, legalComments: 'none' }),
  };
}

/** What only the build knows: the files of the fonts, and the wasm as text. */
const VIRTUAL = {
  // Each address stands by itself, as bundlers want it.
  '#face-files': () => `export default {${fontFiles().map((name) => `${JSON.stringify(name)}: new URL('./fonts/${name}', import.meta.url)`)}};`,
  '#packed-wasm': () => `export default '${packed('docpane_bg.wasm')}';`,
  '#packed-pictures': () => `export default '${packed('docpane_pictures_bg.wasm')}';`,
};

const packed = (name) => gzipSync(readFileSync(join(DIST, name)), { level: 9 }).toString('base64');

/** The same for esbuild. */
function generated() {
  return {
    name: 'generated',
    setup(build) {
      const filter = new RegExp(`^(${Object.keys(VIRTUAL).join('|')})$`);
      build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'generated' }));
      build.onLoad({ filter, namespace: 'generated' }, ({ path }) => ({ contents: VIRTUAL[path](), loader: 'js' }));
    },
  };
}

function copyFonts() {
  mkdirSync(join(DIST, 'fonts'), { recursive: true });
  cpSync(join(root, 'pkg/fonts'), join(DIST, 'fonts'), { recursive: true });
  const wanted = new RegExp(`^\\w+-(${SUBSETS.join('|')})-(400|700)-(normal|italic)\\.woff2$`);
  for (const family of FAMILIES) {
    const folder = join(root, `node_modules/@fontsource/${family}`);
    for (const name of readdirSync(join(folder, 'files'))) if (wanted.test(name)) copyFileSync(join(folder, 'files', name), join(DIST, 'fonts', name));
    copyFileSync(join(folder, 'LICENSE'), join(DIST, 'fonts', `LICENSE-${family}.txt`));
  }
}

/** The font files of the package. */
function fontFiles() {
  return readdirSync(join(DIST, 'fonts')).filter((name) => name.endsWith('.woff2')).sort();
}

/** The hash of every file that a page may load: for `integrity` attributes, and as a list of what to keep for offline use. */
function writeIntegrity() {
  const names = readdirSync(DIST, { recursive: true }).filter((name) => /\.(js|css|html|wasm|woff2)$/.test(name) && !/^(wasm|types)\//.test(name) && !name.startsWith('server'));
  const hashes = names.sort().map((name) => [name, `sha384-${createHash('sha384').update(readFileSync(join(DIST, name))).digest('base64')}`]);
  writeFileSync(join(DIST, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 1)}\n`);
}
