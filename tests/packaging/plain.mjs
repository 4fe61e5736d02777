// Without a bundler: a folder under a strict policy, slim, the engine alone, an iframe, one file from file://, offline, fonts.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { largestPage } from '../../scripts/lib/memory.mjs';
import { serve } from '../../scripts/lib/serve.mjs';
import { zip } from '../../scripts/samples/zip.mjs';
import { font } from '../browser/lib/font.mjs';
import { checkPage2, copyPackage, copySample, hasWebKit, inChromium, installed, inWebKit, note, opens, place, readPage2, ROOT, SAMPLE, served, snippets, test } from './harness.mjs';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A document of one line in a font. */
function textDocument(text, font, { bold = false } = {}) {
  const run = `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="40"/></w:rPr><w:t>${text}</w:t>`;
  return zip([
    ['[Content_Types].xml', `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`],
    ['_rels/.rels', `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`],
    ['word/document.xml', `<w:document ${W}><w:body><w:p><w:r>${run}</w:r></w:p></w:body></w:document>`],
  ]);
}

/** A folder with the package's files, the sample, and files of its own. */
function site(name, files) {
  const folder = place(name, files);
  copyPackage(folder);
  copySample(folder);
  return folder;
}

test('a folder and one tag, under the strict policy', () => opens('a folder, one tag, strict CSP', site('plain', snippets('A folder and a tag'))));

test('from another origin, as from a CDN', async () => {
  const cdn = await serve({ mounts: { '/': site('cdn', {}) }, headers: { 'access-control-allow-origin': '*' } });
  try {
    const page = `<!doctype html><meta charset="utf-8"><script type="module" src="${cdn.address}docpane/element.js"></script><docpane-viewer src="sample.docx"></docpane-viewer>`;
    const folder = place('cdn-host', { 'index.html': page });
    copySample(folder);
    await served(folder, (address) => inChromium(async (tab) => {
      const workers = [];
      tab.on('worker', (worker) => workers.push(worker.url()));
      await tab.goto(address);
      await readPage2(tab);
      assert.equal(workers.length, 1, 'a worker runs the engine');
    }), { policy: null });
    note('a tag from another origin (CDN)');
  } finally {
    await cdn.close();
  }
});

/** The package's bare names as addresses: browsers resolve none. */
function unbundled(code) {
  return code.replace(/'docpane(\/\w+)?'/g, (_, entry) => `'./docpane/${entry?.slice(1) ?? 'docpane'}.js'`);
}

test('the engine alone', async () => {
  const { 'main.js': main } = snippets('The engine alone');
  const folder = site('engine', { 'main.js': unbundled(main), 'index.html': '<!doctype html><meta charset="utf-8"><body><script type="module" src="main.js"></script>' });
  await served(folder, (address) => inChromium(async (page) => {
    await page.goto(address);
    await page.waitForFunction(() => document.body.dataset.text);
    checkPage2(await page.evaluate(() => document.body.dataset.text));
    assert.ok(await page.evaluate(() => document.querySelectorAll('.dp-sheet .run').length > 10));
  }));
  note('the engine alone');
});

test('slim, with addresses of the host', async () => {
  const { 'main.js': main } = snippets('Your own addresses');
  const folder = site('slim', { 'main.js': unbundled(main), 'index.html': '<!doctype html><meta charset="utf-8"><script type="module" src="main.js"></script><word-document src="sample.docx"></word-document>' });
  await served(folder, (address) => inChromium(async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector('word-document')?.document?.isFinished);
    checkPage2((await page.evaluate(() => document.querySelector('word-document').document.text({ pages: [2, 2] })))[0]);
    assert.ok(asked.includes('/assets/docpane_bg.wasm') && asked.includes('/assets/worker.js'), asked.join());
  }), { mounts: { '/': folder, '/assets/': join(folder, 'docpane') } });
  note('slim, own addresses');
});

test('a wasm of another hash is not run', async () => {
  const main = "import { init, open } from './docpane/docpane.js'; init({ integrity: INTEGRITY, worker: false }); document.body.dataset.told = await open('sample.docx').then(() => 'open', (error) => error.kind);";
  const { 'docpane_bg.wasm': right } = JSON.parse(readFileSync(join(installed(), 'dist/integrity.json'), 'utf8'));
  const told = async (name, integrity) => {
    const folder = site(name, { 'main.js': main.replace('INTEGRITY', JSON.stringify(integrity)), 'index.html': '<!doctype html><meta charset="utf-8"><body><script type="module" src="main.js"></script>' });
    return served(folder, (address) => inChromium(async (page, context) => {
      page.removeAllListeners('console');
      await page.goto(address);
      await page.waitForFunction(() => document.body.dataset.told);
      return page.evaluate(() => document.body.dataset.told);
    }));
  };
  assert.equal(await told('hash-right', right), 'open');
  assert.equal(await told('hash-wrong', `sha384-${'A'.repeat(64)}`), 'NoEngine');
});

test('an iframe: bytes in, text and pages out', async () => {
  const { 'main.js': main } = snippets('An iframe');
  const folder = site('iframe', { 'main.js': unbundled(main), 'index.html': '<!doctype html><meta charset="utf-8"><body><iframe src="docpane/embed.html?lang=en&zoom=page" width="900" height="700"></iframe><script type="module" src="main.js"></script>' });
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src 'self'";
  await served(folder, (address) => inChromium(async (page) => {
    await page.goto(address);
    await page.waitForFunction(() => document.body.dataset.text, null, { timeout: 60_000 });
    checkPage2(await page.evaluate(() => document.body.dataset.text));
    await page.waitForFunction(() => document.title.startsWith('1 /') || document.title === '');
    const frame = page.frames()[1];
    await page.evaluate(() => document.querySelector('iframe').contentWindow.postMessage({ docpane: 1, type: 'page', page: 5 }, location.origin));
    await frame.waitForFunction(() => document.querySelector('docpane-viewer').page === 5);
    await page.waitForFunction(() => /^5 \/ 13/.test(document.title));
  }), { policy });
  note('an iframe');
});

test('an iframe does not hear strangers', async () => {
  const folder = site('framed', {});
  const frame = await serve({ mounts: { '/': folder }, policy: null });
  try {
    const host = place('stranger', { 'index.html': `<!doctype html><body><iframe src="${frame.address}docpane/embed.html?src=../sample.docx"></iframe>` });
    await served(host, (address) => inChromium(async (page) => {
      await page.goto(address);
      const inner = page.frames()[1];
      await inner.waitForFunction(() => document.querySelector('docpane-viewer')?.document?.isFinished);
      const heard = await page.evaluate(async () => {
        const heard = [];
        addEventListener('message', ({ data }) => heard.push(data));
        const { contentWindow } = document.querySelector('iframe');
        contentWindow.postMessage({ docpane: 1, type: 'text', id: 1, pages: [2, 2] }, '*');
        contentWindow.postMessage({ docpane: 1, type: 'page', page: 4 }, '*');
        await new Promise((resolve) => setTimeout(resolve, 500));
        return heard;
      });
      assert.deepEqual(heard, []);
      assert.equal(await inner.evaluate(() => document.querySelector('docpane-viewer').page), 1);
    }), { policy: null });
  } finally {
    await frame.close();
  }
});

const INLINE = () => {
  const folder = place('inline', snippets('file:// and webviews without a server'));
  copySample(folder);
  copyPackage(folder);
  const files = { 'index.html': readFileSync(join(folder, 'index.html'), 'utf8').replace('"inline.script.js"', '"docpane/inline.script.js"') };
  return { folder: place('inline', files), url: pathToFileURL(join(folder, 'index.html')).href };
};

test('one file from file://, in Chromium', async () => {
  const { folder, url } = INLINE();
  await inChromium(async (page) => {
    await page.goto(url);
    await page.locator('body > input').setInputFiles(SAMPLE);
    await readPage2(page);
    await page.evaluate(() => document.querySelector('docpane-viewer').find('读者'));
  });
  note('one file, file://', ['docpane/inline.script.js', 'index.html'].reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0));
});

test('one file from file://, in WebKit', { skip: hasWebKit ? false : 'not installed' }, async () => {
  const { url } = INLINE();
  await inWebKit(async ({ open, run }) => {
    await open(url);
    const bytes = readFileSync(SAMPLE).toString('base64');
    const text = await run(`
      const viewer = document.querySelector('docpane-viewer');
      const doc = await viewer.open(Uint8Array.from(atob('${bytes}'), (c) => c.charCodeAt(0)));
      await doc.finished;
      return (await doc.text({ pages: [2, 2] }))[0];`);
    checkPage2(text);
  });
  note('one file, file://, WebKit');
});

test('offline: a service worker keeps what integrity.json lists', async () => {
  const { 'sw.js': worker } = snippets('Offline');
  const page = snippets('A folder and a tag');
  const folder = site('offline', { ...page, 'sw.js': worker, 'keep.js': "await navigator.serviceWorker.register('sw.js'); await navigator.serviceWorker.ready; document.documentElement.dataset.kept = '';", 'index.html': `${page['index.html']}<script type="module" src="keep.js"></script>` });
  await served(folder, (address) => inChromium(async (tab, context) => {
    await tab.goto(address);
    await tab.waitForFunction(() => 'kept' in document.documentElement.dataset);
    await readPage2(tab);
    await context.setOffline(true);
    tab.removeAllListeners('console');
    await tab.reload();
    await readPage2(tab);
  }), { policy: null });
  note('offline, from a service worker');
});

test('five viewers on one worker', { timeout: 120_000 }, async () => {
  const folder = place('five');
  cpSync(join(ROOT, 'examples/five'), folder, { recursive: true });
  copyPackage(folder);
  await served(folder, (address) => inChromium(async (page, context) => {
    const workers = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await page.goto(address);
    await page.waitForFunction(() => [...document.querySelectorAll('docpane-viewer')].every((viewer) => viewer.document?.isFinished), null, { timeout: 60_000 });
    const counts = await page.evaluate(() => [...document.querySelectorAll('docpane-viewer')].map(({ pageCount }) => pageCount));
    assert.equal(workers.length, 1);
    assert.ok(counts.length === 5 && counts[0] === 13 && counts.every((count) => count >= 1), counts.join());
    const bytes = await largestPage(context.browser());
    const all = counts.reduce((sum, count) => sum + count, 0);
    console.log(`# five viewers, ${all} pages, one worker: ${bytes === null ? 'unknown' : (bytes / 2 ** 20).toFixed(0)} MB in the page's process`);
    assert.ok(bytes === null || bytes < 250 * 2 ** 20, `${bytes} bytes`);
  }));
  note('five viewers on one worker');
});

test('fonts come when a page needs them, and only those', { timeout: 120_000 }, async () => {
  // A device with next to no fonts: what is installed here must not matter.
  const device = place('device', { 'fonts.conf': `<?xml version="1.0"?><fontconfig><dir>${join(place('device'), 'fonts')}</dir><cachedir>${join(place('device'), 'cache')}</cachedir></fontconfig>`, 'fonts/boxes.ttf': font('Boxes') });
  const env = { FONTCONFIG_FILE: join(device, 'fonts.conf') };
  const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="site.css"><script type="module" src="main.js"></script><docpane-viewer src="sample.docx"></docpane-viewer>`;
  const asked = async (name, sample, main, check) => {
    const folder = site(name, { 'main.js': main, 'site.css': 'docpane-viewer { display: block; height: 900px }', 'index.html': page, 'slices/400.css': "@font-face { font-family: 'x'; src: url(./a.woff2) format('woff2'); unicode-range: U+4e00-9fff; }" });
    writeFileSync(join(folder, 'sample.docx'), sample);
    cpSync(join(folder, 'docpane/fonts'), join(folder, 'elsewhere'), { recursive: true });
    copyFileSync(join(folder, 'docpane/fonts/cousine-latin-400-normal.woff2'), join(folder, 'slices/a.woff2'));
    return served(folder, (address) => inChromium(async (tab) => {
      const urls = [];
      tab.on('request', (request) => urls.push(new URL(request.url()).pathname));
      await tab.goto(address);
      await tab.waitForFunction(() => document.querySelector('docpane-viewer')?.document?.isFinished && document.querySelector('docpane-viewer').shadowRoot.querySelector('.dp-sheet'));
      await tab.waitForTimeout(1500);
      if (check) await check(tab);
      return urls.filter((url) => /woff2|slices/.test(url));
    }, { env }));
  };
  const latin = textDocument('Nobody has this font', 'Cambria', { bold: true });
  const loaded = async (tab) => {
    const { family, status, width, natural } = await tab.evaluate(async () => {
      const [face] = [...document.fonts].filter(({ family, status }) => family.includes('docpane Caladea') && status === 'loaded');
      const { list } = await document.querySelector('docpane-viewer').document.page(1);
      const { text, size, width } = list.items.find(({ t }) => t === 'text');
      const context = document.createElement('canvas').getContext('2d');
      // Large, because systems may round the advances of a small one.
      context.fontKerning = 'none';
      context.font = `bold ${size * 50}px "docpane Caladea"`;
      return { family: face?.family, status: face?.status, width, natural: context.measureText(text).width / 50 };
    });
    assert.ok(status === 'loaded' && family, 'Caladea is here');
    assert.ok(Math.abs(width - natural) < 0.6, `laid out ${width}, and ${natural} in Caladea`);
  };
  assert.deepEqual(await asked('fonts-latin', latin, "import './docpane/element.js';", loaded), ['/docpane/fonts/caladea-latin-700-normal.woff2']);
  assert.deepEqual(await asked('fonts-off', latin, "import { init } from './docpane/element.js'; init({ fonts: false });"), []);
  assert.deepEqual(await asked('fonts-elsewhere', latin, "import { init } from './docpane/element.js'; init({ fonts: { base: '/elsewhere/' } });"), ['/elsewhere/caladea-latin-700-normal.woff2']);
  const own = "import { init } from './docpane/element.js'; init({ fonts: { base: false, families: [{ name: 'Nowhere Sans', faces: [{ src: 'slices/a.woff2' }] }] } });";
  assert.deepEqual(await asked('fonts-own', textDocument('Nobody has this font', 'Nowhere Sans'), own), ['/slices/a.woff2']);
  // Without the host's word nothing is asked for; with it, the slice that the text needs.
  const chinese = textDocument('图书馆', 'KaiTi');
  assert.deepEqual(await asked('fonts-cjk-none', chinese, "import './docpane/element.js';"), []);
  const cjk = await asked('fonts-cjk', chinese, "import { init } from './docpane/element.js'; init({ fonts: { base: false, cjk: { serif: '/slices/400.css' } } });");
  assert.equal(cjk[0], '/slices/400.css');
});
