// The package as others get it: packed, installed in a bare project outside the repository, bundled, opened in Chromium.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/lib/serve.mjs';
import { browser as browserPath } from '../../scripts/lib/setup.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let project;
let installed;

before(() => {
  project = mkdtempSync(join(tmpdir(), 'docpane-package-'));
  const npm = (args, cwd) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', project], join(ROOT, 'pkg')));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
  npm(['install', '--no-audit', '--no-fund', '--offline', `./${filename}`], project);
  installed = join(project, 'node_modules/docpane');
});

after(() => rmSync(project, { recursive: true, force: true }));

test('every export exists, types first', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const [name, target] of Object.entries(manifest.exports)) {
    const files = typeof target === 'string' ? [target] : Object.values(target);
    for (const file of files) assert.ok(existsSync(join(installed, file)), `${name}: ${file}`);
    if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types', name);
  }
});

test('importing it on a server is harmless', () => {
  const script = "import('docpane').then(async (m) => { await import('docpane/element'); console.log(typeof m.open) })";
  assert.equal(execFileSync('node', ['--input-type=module', '-e', script], { cwd: project, encoding: 'utf8' }).trim(), 'function');
});

test('its types hold in a strict project', () => {
  const source = [
    "import { open, DocpaneError, type DocpaneDocument } from 'docpane';",
    "import { DocpaneViewer } from 'docpane/element';",
    "const doc: DocpaneDocument = await open(new Uint8Array());",
    'export const title: string | null = doc.metadata.title;',
    "const viewer = document.querySelector('docpane-viewer') as DocpaneViewer;",
    "viewer.addEventListener('docpane-finish', (event) => { const n: number = event.detail.pageCount; void n; });",
    'export const kind = (error: DocpaneError): string => error.kind;',
  ];
  writeFileSync(join(project, 'host.ts'), source.join('\n'));
  for (const resolution of [['bundler', 'esnext'], ['nodenext', 'nodenext']]) {
    const [moduleResolution, module] = resolution;
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--types', '', '--lib', 'es2022,dom', '--module', module, '--moduleResolution', moduleResolution];
    execFileSync('node', [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, 'host.ts'], { cwd: project, stdio: 'pipe' });
  }
});

/** Serves `folder` under the policy and reads page 2 of a sample in the viewer that its page holds. */
async function readsPage2(folder) {
  copyFileSync(join(ROOT, 'samples/work-summary.docx'), join(folder, 'sample.docx'));
  const server = await serve({ mounts: { '/host/': folder } });
  const chrome = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await chrome.newPage();
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${server.address}host/index.html`);
    await page.waitForFunction(() => document.querySelector('docpane-viewer')?.document?.isFinished, null, { timeout: 30_000 });
    const [text] = await page.evaluate(() => document.querySelector('docpane-viewer').document.text({ pages: [2, 2] }));
    assert.ok(text.trim().length > 100, text);
    assert.deepEqual(errors, []);
  } finally {
    await chrome.close();
    await server.close();
  }
}

const PAGE = (script) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="/icon.svg"><script type="module" src="${script}"></script><docpane-viewer src="sample.docx"></docpane-viewer>`;

test('a plain folder and one script tag', async () => {
  const folder = join(project, 'plain');
  execFileSync('cp', ['-r', join(installed, 'dist'), folder]);
  writeFileSync(join(folder, 'index.html'), PAGE('element.js'));
  await readsPage2(folder);
});

test('bundled by esbuild, its worker and wasm beside the bundle', async () => {
  const folder = join(project, 'bundled');
  mkdirSync(folder);
  writeFileSync(join(project, 'main.js'), "import 'docpane/element';");
  await build({ entryPoints: [join(project, 'main.js')], bundle: true, format: 'esm', outfile: join(folder, 'main.js'), logLevel: 'silent' });
  for (const name of ['worker.js', 'docpane_bg.wasm', 'docpane_pictures_bg.wasm']) copyFileSync(join(installed, 'dist', name), join(folder, name));
  writeFileSync(join(folder, 'index.html'), PAGE('main.js'));
  await readsPage2(folder);
});
