// Bundlers without plugins of ours: each builds what docs/embedding.md says.
import { join } from 'node:path';
import { copySample, inChromium, note, opens, project, readPage2, ROOT, sh, snippets, stacks, started, test, write } from './harness.mjs';

const PAGE = '<!doctype html><meta charset="utf-8"><script type="module" src="main.js"></script><docpane-viewer src="sample.docx"></docpane-viewer>';

const bin = (name) => join(stacks(), 'node_modules/.bin', name);

test('Vite, built and in development', { timeout: 180_000 }, async () => {
  const folder = project('vite', snippets('Vite'));
  copySample(join(folder, 'public'));
  sh(bin('vite'), ['build', '--logLevel', 'warn'], { cwd: folder });
  await opens('Vite', join(folder, 'dist'));
  const server = await started(bin('vite'), ['--port', '0', '--host', '127.0.0.1', '--no-open'], { cwd: folder, until: /http:\/\/127\.0\.0\.1:\d+\// });
  try {
    await inChromium(async (page) => {
      await page.goto(server.found[0]);
      await readPage2(page);
    });
    note('Vite, development');
  } finally {
    server.stop();
  }
});

test('webpack', { timeout: 180_000 }, async () => {
  const folder = project('webpack', snippets('webpack'));
  // Its own command is a package of its own.
  const script = "import webpack from 'webpack'; import config from './webpack.config.js'; webpack({ ...config, context: process.cwd() }, (error, stats) => { if (error || stats.hasErrors()) throw error ?? new Error(stats.toString()); });";
  sh('node', ['--input-type=module', '-e', script], { cwd: folder });
  copySample(join(folder, 'dist'));
  write(join(folder, 'dist'), { 'index.html': '<!doctype html><meta charset="utf-8"><body><script src="main.js"></script>' });
  await opens('webpack', join(folder, 'dist'));
});

test('Parcel', { timeout: 180_000 }, async () => {
  // A lock file marks the root of a project, whose settings count.
  const folder = project('parcel', { ...snippets('Parcel'), 'yarn.lock': '' });
  sh(bin('parcel'), ['build', 'index.html', '--no-cache', '--no-autoinstall', '--dist-dir', 'out', '--log-level', 'warn'], { cwd: folder, env: { PARCEL_WORKERS: '1' } });
  copySample(join(folder, 'out'));
  await opens('Parcel', join(folder, 'out'), { policy: null });
});

for (const name of ['esbuild', 'Rollup']) {
  test(name, { timeout: 120_000 }, async () => {
    const files = snippets(name);
    // In the place of the project's own modules.
    files['build.js'] = files['build.js'].replaceAll('node_modules/docpane', '../node_modules/docpane');
    if (name === 'esbuild') files['build.js'] = files['build.js'].replace("'esbuild'", `'${join(ROOT, 'node_modules/esbuild/lib/main.js')}'`);
    const folder = project(name.toLowerCase(), files);
    sh('node', ['build.js'], { cwd: folder });
    copySample(join(folder, 'out'));
    write(join(folder, 'out'), { 'index.html': PAGE });
    await opens(name, join(folder, 'out'));
  });
}
