// The two apps' bridges, simulated, in Chromium and WebKit; and that the apps speak the words that the page knows.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPage2, copyPackage, copySample, hasWebKit, inChromium, inWebKit, note, place, ROOT, SAMPLE, served, test } from './harness.mjs';

const site = () => {
  const folder = place('webview');
  cpSync(join(ROOT, 'examples/webview'), folder, { recursive: true });
  copyPackage(folder);
  copySample(folder);
  return folder;
};

/** Runs in the simulated app's page: the body of an async function that gives what is checked. */
const CHECKS = (bytes) => `
  const until = async (done, what) => {
    for (let tries = 0; tries < 400; tries++) {
      const value = await done();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('waited in vain for ' + what + '; heard ' + app.heard.map(({ type }) => type));
  };
  const heard = (type) => until(() => app.heard.find((message) => message.type === type), type);
  const viewer = await until(() => document.querySelector('docpane-viewer'), 'the viewer');
  const result = {};
  await heard('ready');
  await heard('first-page');
  result.pages = (await heard('finish')).pageCount;
  // Text by message.
  app.send({ type: 'text', id: 7, pages: [2, 2] });
  result.text = (await heard('text')).text[0];
  // A page, and the event that tells of it.
  app.send({ type: 'page', page: 5 });
  await until(() => app.heard.some(({ type, page }) => type === 'page' && page === 5), 'page 5');
  app.send({ type: 'theme', theme: 'dark' });
  result.theme = await until(() => viewer.shadowRoot.querySelector('[data-theme="dark"]') && 'dark', 'the theme');
  // The back key closes what is open, then is the app's.
  app.send({ type: 'find', query: '读者' });
  await until(() => viewer.shadowRoot.querySelector('.mark'), 'marks');
  const back = async () => {
    const count = app.heard.length;
    app.send({ type: 'back' });
    return (await until(() => app.heard.slice(count).find(({ type }) => type === 'back'), 'back')).handled;
  };
  result.back = [await back(), await back()];
  // Background: no page is left, and on return the place is the same.
  app.send({ type: 'page', page: 6 });
  await until(() => viewer.page === 6 && viewer.shadowRoot.querySelector('[data-page="6"] .run'), 'page 6');
  app.send({ type: 'background' });
  result.dropped = viewer.shadowRoot.querySelectorAll('.page').length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  app.send({ type: 'foreground' });
  await until(() => viewer.shadowRoot.querySelector('[data-page="6"] .run'), 'page 6 again');
  result.kept = viewer.page;
  // Links are the app's.
  const link = document.createElement('a');
  link.href = 'https://example.com/';
  link.target = '_blank';
  viewer.shadowRoot.querySelector('.viewer').append(link);
  link.click();
  result.link = (await heard('link')).url;
  // Bytes as base 64.
  const before = app.heard.filter(({ type }) => type === 'finish').length;
  app.send({ type: 'open', bytes: '${bytes}', name: 'bytes.docx' });
  await until(() => app.heard.filter(({ type }) => type === 'finish').length > before, 'the bytes');
  result.name = app.heard.findLast(({ type }) => type === 'open').fileName;
  app.send({ type: 'open', url: 'none.docx' });
  result.error = (await heard('error')).kind;
  return result;`;

function judge({ text, ...rest }) {
  checkPage2(text);
  assert.deepEqual(rest, { pages: 13, theme: 'dark', back: [true, false], dropped: 0, kept: 6, link: 'https://example.com/', name: 'bytes.docx', error: 'NotFetched' });
}

const bytes = () => readFileSync(SAMPLE).toString('base64');

for (const bridge of ['android', 'ios']) {
  test(`the bridge of ${bridge}, in Chromium`, { timeout: 120_000 }, () =>
    served(site(), (address) =>
      inChromium(async (page) => {
        await page.goto(`${address}simulator.html?bridge=${bridge}&open=sample.docx`);
        page.removeAllListeners('console');
        judge(await page.evaluate(`(async () => { ${CHECKS(bytes())} })()`));
        note(`webview, ${bridge} bridge (simulated), Chromium`);
      }),
    ));

  test(`the bridge of ${bridge}, in WebKit`, { timeout: 120_000, skip: hasWebKit ? false : 'not installed' }, () =>
    served(site(), (address) =>
      inWebKit(async ({ open, run }) => {
        await open(`${address}simulator.html?bridge=${bridge}&open=sample.docx`);
        judge(await run(CHECKS(bytes())));
        note(`webview, ${bridge} bridge (simulated), WebKit`);
      }),
    ));
}

test('the apps speak the words of the bridge', () => {
  const types = readFileSync(join(ROOT, 'www/src/public/bridge.ts'), 'utf8');
  const known = new Set([...types.matchAll(/type: '([\w-]+)'/g)].map(([, type]) => type));
  for (const app of ['android', 'ios']) {
    const folder = join(ROOT, 'examples', app);
    const sources = readdirSync(folder, { recursive: true }).filter((name) => /\.(kt|swift)$/.test(name)).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    const said = [...sources.matchAll(/(?:command\(|"type": |case )"([\w-]+)"|"([\w-]+)" -> (?:listener|if|\{)/g)].map(([, word, heard]) => word ?? heard);
    assert.ok(said.length >= 8, `${app} says ${said}`);
    for (const type of said) assert.ok(known.has(type), `${app}: ${type}`);
    for (const type of ['open', 'theme', 'back', 'background', 'foreground', 'low-memory']) assert.ok(said.includes(type), `${app} knows ${type}`);
    assert.ok(sources.includes('docpaneReceive') && sources.includes(app === 'ios' ? 'WKURLSchemeHandler' : 'WebViewAssetLoader'));
  }
});
