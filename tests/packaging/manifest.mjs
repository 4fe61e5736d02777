// What the package says of itself: its manifest, its types, its lists.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiText } from '../../scripts/api/docs.mjs';
import { bare, installed, ROOT, sh, stacks, test, write } from './harness.mjs';

const json = (path) => JSON.parse(readFileSync(join(installed(), path), 'utf8'));

test('every export exists, types first', () => {
  const { exports } = json('package.json');
  for (const wanted of ['.', './element', './slim', './inline', './react', './vue', './server', './docpane_bg.wasm', './worker', './fonts/*', './custom-elements.json']) {
    assert.ok(exports[wanted], wanted);
  }
  for (const [name, target] of Object.entries(exports)) {
    const files = typeof target === 'string' ? [target] : Object.values(target);
    for (const file of files) assert.ok(existsSync(join(installed(), file.replace('*', 'carlito-latin-400-normal.woff2'))), `${name}: ${file}`);
    if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types', name);
  }
});

test('nothing is in it that does not belong there, and each script has its source map', () => {
  const names = readdirSync(join(installed(), 'dist'), { recursive: true });
  assert.deepEqual(readdirSync(installed()).sort(), ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'dist', 'package.json']);
  assert.deepEqual(names.filter((name) => /\.ts$/.test(name) && !name.startsWith('types/')), []);
  for (const name of names.filter((name) => name.endsWith('.js'))) {
    const map = JSON.parse(readFileSync(join(installed(), 'dist', `${name}.map`), 'utf8'));
    // An entry that only passes names on from its chunk has no source of its own.
    const passesOn = !/[(=]/.test(readFileSync(join(installed(), 'dist', name), 'utf8').replace(/^\/\/#.*$/gm, ''));
    assert.ok((map.sources.length > 0 || passesOn) && map.sourcesContent.every((text) => text !== null), name);
  }
});

test('publint and are-the-types-wrong find nothing', () => {
  const tool = (name, args) => sh(join(stacks(), 'node_modules/.bin', name), args, { cwd: installed() });
  const told = tool('publint', ['--strict']);
  assert.match(told, /All good/i);
  // The package is for modules alone: `require` and resolvers older than `exports` are not asked.
  const attw = tool('attw', ['--pack', '.', '--profile', 'esm-only', '--exclude-entrypoints', 'inline.script.js', 'embed.html', 'first-paint.css', 'worker', 'docpane_bg.wasm', 'docpane_pictures_bg.wasm', 'custom-elements.json', 'integrity.json', '--format', 'ascii']);
  assert.doesNotMatch(attw, /^(node16 \(from ESM\)|bundler): (?!🟢|\(wildcard\))/mu);
});

test('importing it on a server is harmless', () => {
  const script = "const names = ['docpane', 'docpane/element', 'docpane/slim', 'docpane/inline', 'docpane/embed']; for (const name of names) await import(name); console.log((await import('docpane')).open.length)";
  assert.match(sh('node', ['--input-type=module', '-e', script], { cwd: bare() }), /^\d/);
});

test('its types hold in a strict project', () => {
  const source = [
    "import { open, DocpaneError, init, type DocpaneDocument } from 'docpane';",
    "import { DocpaneViewer } from 'docpane/element';",
    "import { define } from 'docpane/slim';",
    "import { embed } from 'docpane/embed';",
    "import { open as read } from 'docpane/server';",
    "init({ wasm: '/a.wasm', worker: false, fonts: { base: false, families: [{ name: 'SimSun', faces: [{ src: '/simsun.woff2' }] }] } });",
    "define('word-document');",
    'const doc: DocpaneDocument = await open(new Uint8Array());',
    'export const title: string | null = doc.metadata.title;',
    "const viewer: DocpaneViewer | null = document.querySelector('docpane-viewer');",
    "viewer?.addEventListener('docpane-finish', (event) => { const n: number = event.detail.pageCount; void n; });",
    "embed(document.createElement('iframe')).on('page', ({ page }) => page.toFixed());",
    'export const html: string = (await read(new Uint8Array())).html({ pages: [1, 2] });',
    'export const kind = (error: DocpaneError): string => error.kind;',
    '// @ts-expect-error no such attribute of init',
    'init({ wsam: 1 });',
  ];
  const react = [
    "import { createElement, createRef } from 'react';",
    "import { DocpaneViewer, type DocpaneViewerElement } from 'docpane/react';",
    'const ref = createRef<DocpaneViewerElement>();',
    "export const good = createElement(DocpaneViewer, { src: 'a.docx', ref, onPage: (event) => event.detail.page.toFixed(), style: { height: 1 } });",
    '// @ts-expect-error a page is a number',
    "export const bad = createElement(DocpaneViewer, { page: 'one' });",
  ];
  const vue = ["import { h } from 'vue';", "import { DocpaneViewer } from 'docpane/vue';", "export const good = h(DocpaneViewer, { src: 'a.docx', onPage: (event) => event.detail.page.toFixed() });"];
  const folder = join(stacks(), 'types');
  write(folder, { 'package.json': '{"type":"module"}', 'host.ts': source.join('\n'), 'react.ts': react.join('\n'), 'vue.ts': vue.join('\n') });
  for (const [moduleResolution, module] of [['bundler', 'esnext'], ['nodenext', 'nodenext']]) {
    const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: 'es2022', types: [], lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'], module, moduleResolution };
    write(folder, { 'tsconfig.json': JSON.stringify({ compilerOptions }) });
    sh('node', [join(stacks(), 'node_modules/typescript/bin/tsc'), '-p', '.'], { cwd: folder });
  }
});

test('the custom elements manifest tells what the element does', async () => {
  const [{ declarations: [element] }] = json('dist/custom-elements.json').modules;
  assert.equal(element.tagName, 'docpane-viewer');
  const source = readFileSync(join(ROOT, 'www/src/viewer/settings.ts'), 'utf8');
  const [, settings] = /SETTING_ATTRIBUTES = \[(.*?)\]/s.exec(source);
  const [, sizes] = /SIZE_ATTRIBUTES: readonly string\[\] = \[(.*?)\]/s.exec(readFileSync(join(ROOT, 'www/src/viewer/size.ts'), 'utf8'));
  const observed = ['src', 'zoom', 'page', 'lang', ...[...`${sizes},${settings}`.matchAll(/'([\w-]+)'/g)].map(([, name]) => name)];
  assert.deepEqual(element.attributes.map(({ name }) => name).sort(), observed.sort());
  const events = readFileSync(join(ROOT, 'www/src/public/element.ts'), 'utf8').match(/'docpane-[\w-]+'(?=:)/g).map((name) => name.slice(1, -1));
  assert.deepEqual(element.events.map(({ name }) => name), events);
  const code = readdirSync(join(ROOT, 'www/src/viewer'), { recursive: true }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(ROOT, 'www/src/viewer', name), 'utf8')).join('\n');
  for (const { name } of element.slots) assert.ok(code.includes(`name: '${name}'`), `slot ${name}`);
  for (const { name } of element.cssProperties) assert.ok(code.includes(`var(${name}`), name);
  for (const { name } of element.cssParts) assert.match(code, new RegExp(`part: '${name}'|part="${name}"|'${name}'`), `part ${name}`);
  assert.ok(element.members.every(({ description }) => description), 'each member says what it is');
});

test('the hashes of integrity.json are those of the files', () => {
  const hashes = json('dist/integrity.json');
  assert.ok(hashes['element.js'] && hashes['docpane_bg.wasm'] && hashes['inline.script.js'] && hashes['fonts/caladea-latin-400-normal.woff2']);
  for (const [name, hash] of Object.entries(hashes)) {
    assert.equal(`sha384-${createHash('sha384').update(readFileSync(join(installed(), 'dist', name))).digest('base64')}`, hash, name);
  }
});

test('docs/api.md is what the types say', () => {
  assert.equal(readFileSync(join(ROOT, 'docs/api.md'), 'utf8'), apiText(), 'run `npm run api`');
});
