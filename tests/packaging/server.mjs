// Servers: Node, Deno and Bun, a folder by worker threads, workerd, and pages that the viewer takes over.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { freePort } from '../browser/engines/drivers.mjs';
import { bare, checkPage2, copyPackage, copySample, inChromium, installed, note, place, project, readPage2, ROOT, SAMPLE, served, sh, snippets, stacks, started, test, write } from './harness.mjs';

test('Node', () => {
  write(bare(), snippets('Node'));
  copySample(bare());
  const { title, pages, second } = JSON.parse(sh('node', ['main.js'], { cwd: bare() }));
  assert.deepEqual([typeof title, pages], ['string', 13]);
  checkPage2(second);
  note('Node');
});

/** The program that npm brought for this system under a scope, if it did. */
function runtime(scope, path) {
  const folder = join(stacks(), 'node_modules', scope);
  const found = readdirSync(folder).map((name) => join(folder, name, path)).find((file) => existsSync(file));
  assert.ok(found, `${scope} has a program for this system`);
  chmodSync(found, 0o755);
  return found;
}

for (const [name, scope, path, args] of [['Deno', '@deno', 'deno', ['run', '--no-remote', '--allow-read', '--allow-write', '--allow-sys']], ['Bun', '@oven', 'bin/bun', []]]) {
  test(`${name}, and a folder by its worker threads`, () => {
    write(bare(), snippets('Node'));
    copySample(bare());
    const program = runtime(scope, path);
    const run = (...files) => sh(program, [...args, ...files], { cwd: bare(), env: { NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' } });
    const { pages, second } = JSON.parse(run('main.js'));
    assert.equal(pages, 13);
    checkPage2(second);
    const folder = place(name);
    for (const sample of ['work-summary', 'report', 'form']) copyFileSync(join(ROOT, `samples/${sample}.docx`), join(folder, `${sample}.docx`));
    copyFileSync(join(ROOT, 'examples/node/convert.mjs'), join(bare(), 'convert.mjs'));
    run('convert.mjs', folder, join(folder, 'out'));
    checkPage2(JSON.parse(readFileSync(join(folder, 'out/work-summary.json'), 'utf8')).text[1]);
    note(name);
  });
}

const inNode = (code) => JSON.parse(sh('node', ['--input-type=module', '-e', code], { cwd: bare(), env: { SAMPLE } }));

test('static pages: text as markup, pictures with ids of their own, nothing that runs', () => {
  const { html, svg, first } = inNode(`
    import { readFile } from 'node:fs/promises';
    import { open } from 'docpane/server';
    const doc = await open(await readFile(process.env.SAMPLE));
    console.log(JSON.stringify({ html: doc.html({ pages: [1, 2], title: '<t>', lang: 'zh-CN' }), svg: doc.svg(1), first: doc.firstPaint() }));`);
  assert.ok(html.startsWith('<!DOCTYPE html><html lang="zh-CN">') && html.includes('<title>&lt;t&gt;</title>'));
  assert.equal(html.match(/<section class="docpane-page">/g).length, 2);
  assert.match(html, /<h\d>一、全年工作的总体情况<\/h\d>/);
  assert.ok(svg.startsWith('<svg ') && first.startsWith('<div slot="first-paint"'));
  assert.doesNotMatch(first, /<style|style=|<script|\son\w+=/);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('errors keep their kind, and a document after a bad one opens', () => {
  const told = inNode(`
    import { readFile } from 'node:fs/promises';
    import { DocpaneError, open } from 'docpane/server';
    const kind = (work) => Promise.resolve().then(work).then(() => 'done', (error) => error instanceof DocpaneError && error.kind);
    const told = [await kind(() => open(new Uint8Array([1, 2, 3])))];
    const doc = await open(await readFile(process.env.SAMPLE));
    told.push(await kind(() => doc.page(99)), doc.pageCount);
    doc.close();
    told.push(await kind(() => doc.text()));
    console.log(JSON.stringify(told));`);
  assert.deepEqual(told, ['NotZip', 'NoSuchPage', 13, 'Closed']);
});

test('documents one after the other keep memory bounded', () => {
  const { before, after } = inNode(`
    import { readFile } from 'node:fs/promises';
    import { open } from 'docpane/server';
    const bytes = await readFile(${JSON.stringify(join(ROOT, 'samples/long.docx'))});
    const read = async () => { const doc = await open(bytes); doc.text(); doc.close(); };
    await read(); await read();
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 8; round++) await read();
    console.log(JSON.stringify({ before, after: process.memoryUsage().rss }));`);
  assert.ok(after < before + 96 * 2 ** 20, `${before} bytes, then ${after}`);
});

test('the Node example turns a folder into JSON and HTML', () => {
  const folder = place('folder');
  for (const name of ['work-summary', 'report', 'form', 'contract']) copyFileSync(join(ROOT, `samples/${name}.docx`), join(folder, `${name}.docx`));
  writeFileSync(join(folder, 'broken.docx'), 'nothing');
  const example = join(bare(), 'convert.mjs');
  copyFileSync(join(ROOT, 'examples/node/convert.mjs'), example);
  const out = join(folder, 'out');
  const lines = sh('node', [example, folder, out], { cwd: bare() }).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.filter(({ error }) => error).map(({ error }) => error), ['NotWord']);
  assert.deepEqual(readdirSync(out).sort(), ['contract.html', 'contract.json', 'form.html', 'form.json', 'report.html', 'report.json', 'work-summary.html', 'work-summary.json']);
  checkPage2(JSON.parse(readFileSync(join(out, 'work-summary.json'), 'utf8')).text[1]);
  note('Node, a folder by worker threads');
});

/** Runs a worker in workerd and posts the sample to it. */
async function inWorkerd(folder, work) {
  const port = await freePort();
  const config = readFileSync(join(ROOT, 'examples/workerd/config.capnp'), 'utf8').replace('127.0.0.1:8787', `127.0.0.1:${port}`);
  await build({ absWorkingDir: folder, entryPoints: ['worker.js'], bundle: true, format: 'esm', conditions: ['workerd'], external: ['*.wasm'], outfile: join(folder, 'out/worker.js'), logLevel: 'error' });
  for (const name of ['docpane_bg.wasm', 'docpane_pictures_bg.wasm']) copyFileSync(join(installed(), 'dist', name), join(folder, 'out', name));
  write(folder, { 'config.capnp': config });
  const binary = join(stacks(), 'node_modules/@cloudflare/workerd-linux-64/bin/workerd');
  const server = await started(binary, ['serve', '--verbose', 'config.capnp'], { cwd: folder, until: () => fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2000) }) });
  try {
    return await work((path) => fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: readFileSync(SAMPLE), signal: AbortSignal.timeout(60_000) }));
  } finally {
    server.stop();
  }
}

const isLinux = process.platform === 'linux' && process.arch === 'x64';

test('workerd', { timeout: 120_000, skip: isLinux ? false : 'tried on Linux alone' }, async () => {
  await inWorkerd(project('workerd', snippets('workerd')), async (post) => {
    const { pages, second } = await (await post('/')).json();
    assert.equal(pages, 13);
    checkPage2(second);
  });
  note('workerd');
});

test('the workerd example answers with JSON, HTML and SVG', { timeout: 120_000, skip: isLinux ? false : 'tried on Linux alone' }, async () => {
  const folder = project('workerd-example', { 'worker.js': readFileSync(join(ROOT, 'examples/workerd/worker.js'), 'utf8') });
  await inWorkerd(folder, async (post) => {
    checkPage2((await (await post('/json')).json()).text[1]);
    assert.match(await (await post('/html?pages=2')).text(), /<section class="docpane-page">/);
    assert.match(await (await post('/svg?page=3')).text(), /^<svg /);
    assert.equal((await post('/svg?page=300')).status, 404);
  });
});

test('the viewer takes over what the server sent, without a jump', { timeout: 120_000 }, async () => {
  write(bare(), snippets('The first pages from a server'));
  copySample(bare());
  sh('node', ['main.js'], { cwd: bare() });
  const folder = place('first-paint', { 'index.html': readFileSync(join(bare(), 'index.html'), 'utf8'), 'site.css': 'body { margin: 0 } docpane-viewer { display: block; height: 100vh }' });
  copyPackage(folder);
  copySample(folder);
  const still = readFileSync(join(folder, 'index.html'), 'utf8').replace(/<script.*?<\/script>/, '');
  write(folder, { 'still.html': still });
  const place_ = `(() => { const box = (document.querySelector('docpane-viewer').shadowRoot?.querySelector('[data-page="1"]') ?? document.querySelector('.docpane-page')).getBoundingClientRect(); return [box.x, box.y, box.width, box.height].map(Math.round); })()`;
  await served(folder, (address) => inChromium(async (page) => {
    for (const [width, height] of [[1200, 900], [400, 800]]) {
      await page.setViewportSize({ width, height });
      await page.goto(`${address}still.html`);
      const before = await page.evaluate(place_);
      assert.ok((await page.evaluate(() => document.querySelector('.docpane-text').textContent)).includes('图书馆'));
      await page.goto(address);
      await readPage2(page);
      const after = await page.evaluate(place_);
      assert.ok(before.every((value, at) => Math.abs(value - after[at]) <= 3), `at ${width}: ${before} then ${after}`);
      assert.equal(await page.evaluate(() => document.querySelector('docpane-viewer').shadowRoot.querySelector('.first-paint')), null);
    }
  }));
  note('first pages from a server');
});
