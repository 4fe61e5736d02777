// Every language says everything, in its own words; Arabic runs from right to left; a language is loaded only when it is wanted.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test as nodeTest } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { atRest, firstPage, openSample, test, withViewer } from './harness.mjs';

const TAGS = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'ar'];
const SHOWN = { ja: '次のページ', ko: '다음 페이지', de: 'Nächste Seite', fr: 'Page suivante', es: 'Página siguiente', ar: 'الصفحة التالية', 'zh-TW': '下一頁' };

/** A language's messages, every function called. */
async function messages(tag) {
  const file = fileURLToPath(new URL(`../../www/src/l10n/${tag}.ts`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [file], format: 'esm', write: false });
  const loaded = Object.values(await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`))[0];
  const flat = new Map();
  const walk = (value, path) => {
    if (typeof value === 'object') for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    else flat.set(path, typeof value === 'function' ? value('7', '9') : value);
  };
  walk(loaded, '');
  return flat;
}

nodeTest('all languages have all keys, none empty, and figures where they belong', async () => {
  const english = await messages('en');
  for (const tag of TAGS) {
    const own = await messages(tag);
    assert.deepEqual([...own.keys()].sort(), [...english.keys()].sort(), tag);
    for (const [key, text] of own) {
      assert.ok(typeof text === 'string' && text.trim() !== '', `${tag}${key}`);
      for (const figure of ['7', '9']) assert.equal(text.includes(figure), english.get(key).includes(figure), `${tag}${key}: ${text}`);
    }
    const same = [...own].filter(([key, text]) => text === english.get(key) && text.length > 12);
    if (tag !== 'en') assert.deepEqual(same, [], `${tag} is not translated`);
  }
});

nodeTest('every kind of warning that the engine knows has its words', async () => {
  const folder = fileURLToPath(new URL('../../src/', import.meta.url));
  const code = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.rs')).map((name) => readFileSync(`${folder}${name}`, 'utf8')).join('\n');
  const kinds = new Set([...code.matchAll(/warn(?:ings\s*\.\s*add)?\(\s*"([a-z-]+)",/g)].map(([, kind]) => kind));
  assert.ok(kinds.size >= 9, [...kinds].join());
  const english = await messages('en');
  for (const kind of kinds) assert.ok(english.has(`.warning.${kind}`), kind);
});

test('warnings are told in the reader’s language, the engine’s own words below', async (page, { address }) => {
  await page.addInitScript(() => customElements.whenDefined('docpane-viewer').then(() => document.querySelector('docpane-viewer').addEventListener('docpane-open', ({ detail }) => {
    const place = { part: 'word/document.xml' };
    detail.document.warnings = async () => [{ kind: 'font-substituted', message: 'A is laid out with the figures of B.', place }, { kind: 'font-substituted', message: 'C is laid out with the figures of B.', place }, { kind: 'quite-new', message: 'Something else.', place }];
  })));
  await openSample(page, address, 'form');
  await page.locator('docpane-viewer').getByRole('button', { name: '文档信息' }).click();
  const warnings = page.locator('docpane-viewer .panel details.warning');
  await warnings.first().waitFor();
  assert.deepEqual(await warnings.locator('summary').allTextContents(), ['有些字体以宽度相近的字体代替。 2', '有些内容与 Word 中的显示不同。 1']);
  await warnings.first().locator('summary').click();
  assert.ok(await warnings.first().getByText('A is laid out').isVisible());
  await atRest(page);
  await page.screenshot({ path: fileURLToPath(new URL('../out/form-warnings.png', import.meta.url)) });
}, { locale: 'zh-CN' });

for (const [tag, name] of Object.entries(SHOWN)) {
  test(`speaks ${tag}`, async (page, { address }) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    await page.evaluate((lang) => {
      document.documentElement.lang = lang;
      document.querySelector('docpane-viewer').lang = lang;
      document.querySelector('docpane-viewer').src = 'samples/form.docx';
    }, tag);
    await firstPage(page);
    await page.locator('docpane-viewer').getByRole('button', { name, exact: true }).waitFor({ state: 'attached' });
    assert.equal(await withViewer(page, (viewer) => viewer.shadowRoot.querySelector('.viewer').dir), tag === 'ar' ? 'rtl' : 'ltr');
    const others = asked.filter((url) => TAGS.some((other) => other !== tag && other !== 'en' && new RegExp(`/${other}-[A-Z0-9]+\\.js`).test(url)));
    assert.deepEqual(others, []);
  });
}

test('from right to left, contents stand at the right and the page as it is', async (page, { address }) => {
  await openSample(page, address, 'report');
  await withViewer(page, (viewer) => (viewer.lang = 'ar'));
  const viewer = page.locator('docpane-viewer');
  await viewer.getByRole('button', { name: 'المحتويات' }).click();
  await viewer.locator('nav.panel').waitFor();
  const box = await viewer.locator('nav.panel').boundingBox();
  assert.ok(box.x > 800, JSON.stringify(box));
  await page.screenshot({ path: fileURLToPath(new URL('../out/report-ar.png', import.meta.url)) });
});
