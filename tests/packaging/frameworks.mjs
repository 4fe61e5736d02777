// React, Vue and Next.js, as docs/embedding.md says.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copySample, opens, project, sh, snippets, stacks, test, write } from './harness.mjs';

/** Bundles a project's entry by esbuild; Vite and others have tests of their own. */
async function bundled(name, entry, files, page) {
  const folder = project(name, files);
  const out = join(folder, 'out');
  const define = { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' };
  await build({ absWorkingDir: folder, entryPoints: [entry], bundle: true, minify: true, format: 'esm', splitting: true, outdir: out, jsx: 'automatic', define, logLevel: 'error' });
  for (const file of ['worker.js', 'docpane_bg.wasm', 'docpane_pictures_bg.wasm']) copyFileSync(join(stacks(), 'node_modules/docpane/dist', file), join(out, file));
  write(out, { 'index.html': `<!doctype html><meta charset="utf-8"><body>${page}<script type="module" src="main.js"></script>` });
  copySample(out);
  return out;
}

test('React', { timeout: 120_000 }, async () => {
  await opens('React', await bundled('react', 'main.jsx', snippets('React'), '<div id="root"></div>'));
});

test('Vue', { timeout: 120_000 }, async () => {
  await opens('Vue', await bundled('vue', 'main.js', snippets('Vue'), '<div id="app"></div>'));
});

test('Next.js', { timeout: 300_000 }, async () => {
  const layout = 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }';
  // Exported, so that the tests' own server can serve it; nothing of it is about this package.
  const config = `export default { output: 'export', turbopack: { root: ${JSON.stringify(stacks())} } };`;
  const folder = project('next', { ...snippets('Next.js'), 'app/layout.jsx': layout, 'next.config.mjs': config });
  copySample(join(folder, 'public'));
  sh(join(stacks(), 'node_modules/.bin/next'), ['build'], { cwd: folder, env: { NEXT_TELEMETRY_DISABLED: '1' } });
  // Its pages start with inline scripts.
  await opens('Next.js', join(folder, 'out'), { policy: null });
});
