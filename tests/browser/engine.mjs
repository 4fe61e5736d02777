// The engine without the viewer: the interface of `docpane`.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const engine = (page, address, work) =>
  page.goto(address).then(() =>
    page.evaluate(`import('./docpane/docpane.js').then(async ({ open, DocpaneError }) => (${work})(open, DocpaneError))`),
  );

test('metadata, text, outline, search and pages', async (page, { address }) => {
  const told = await engine(page, address, async (open) => {
    const doc = await open('samples/report.docx');
    const early = { pageCount: doc.pageCount };
    const pages = await doc.finished;
    const first = await doc.page(1);
    const result = {
      early,
      pages,
      finished: doc.isFinished,
      title: doc.metadata.title,
      size: doc.metadata.size,
      words: doc.metadata.counts.words,
      text: await doc.text(),
      outline: await doc.outline(),
      hits: await doc.search('water'),
      page: { number: first.number, width: first.width, height: first.height, items: first.list.items.length },
      svg: (await first.toSvg()).slice(0, 5),
      warnings: Array.isArray(await doc.warnings()),
    };
    doc.close();
    return result;
  });
  assert.equal(told.title, 'Harbour Water Quality Review');
  assert.ok(told.early.pageCount >= 1 && told.finished && told.pages === told.text.length);
  assert.ok(told.words > 500 && told.size > 1000 && told.page.items > 5 && told.page.number === 1);
  assert.ok(told.outline.length > 2 && told.outline[0].title && told.outline.every((item) => item.page >= 1));
  assert.ok(told.hits.length > 2 && told.hits.every((hit) => hit.page >= 1 && hit.boxes.length > 0));
  assert.equal(told.svg.startsWith('<'), true);
});

test('a long document is opened early: the same first page, the whole metadata once it is read', async (page, { address }) => {
  const told = await engine(page, address, async (open) => {
    const facts = async (doc) => ({ words: doc.metadata.counts.words, first: JSON.stringify((await doc.page(1)).list.items) });
    const early = await open('samples/long.docx', { early: true });
    const before = await facts(early);
    const estimate = early.pageCount;
    const pages = await early.finished;
    const whole = await open('samples/long.docx');
    const begun = await facts(whole);
    await whole.finished;
    return { before, begun, after: await facts(early), whole: await facts(whole), estimate, pages };
  });
  assert.ok(told.before.words < told.begun.words && told.before.first === told.begun.first);
  assert.deepEqual(told.after, told.whole);
  assert.ok(told.estimate > told.pages / 2 && told.estimate < told.pages * 2, `${told.estimate} of ${told.pages}`);
});

test('works without a worker', async (page, { address }) => {
  const pages = await engine(page, address, async (open) => {
    const doc = await open('samples/work-summary.docx', { worker: false });
    return [await doc.finished, (await doc.page(13)).list.items.length > 0];
  });
  assert.deepEqual(pages, [13, true]);
});

test('falls back to this thread where workers cannot start', async (page, { address }) => {
  await page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('no workers here', 'SecurityError');
      }
    };
  });
  assert.equal(await engine(page, address, async (open) => (await open('samples/work-summary.docx')).finished), 13);
});

test('cancels: loading, opening, and a request for a page', async (page, { address }) => {
  const told = await engine(page, address, async (open) => {
    const name = (promise) => promise.then(() => 'done', (error) => error.name);
    const before = new AbortController();
    before.abort();
    const during = new AbortController();
    // The first news comes while the file is on its way.
    const opening = open('samples/long.docx', { signal: during.signal, onProgress: () => during.abort() });
    const first = [await name(open('samples/long.docx', { signal: before.signal })), await name(opening)];
    const doc = await open('samples/long.docx');
    const asking = new AbortController();
    const asked = doc.page(300, { signal: asking.signal });
    asking.abort();
    return [...first, await name(asked), (await doc.page(2)).number, await name(doc.page(9999))];
  });
  assert.deepEqual(told, ['AbortError', 'AbortError', 'AbortError', 2, 'DocpaneError']);
});

test('errors keep their kind', async (page, { address }) => {
  const kinds = await engine(page, address, async (open, DocpaneError) => {
    const kind = (promise) => promise.then(() => 'done', (error) => (error instanceof DocpaneError ? error.kind : String(error)));
    const doc = await open('samples/form.docx');
    const late = [await kind(doc.page(99))];
    doc.close();
    return [await kind(open(new Uint8Array([1, 2, 3]))), await kind(open('samples/none.docx')), ...late, await kind(doc.page(1))];
  });
  assert.deepEqual(kinds, ['NotZip', 'NotFetched', 'NoSuchPage', 'Closed']);
}, { allow: [/404/] });

test('the first page comes before the last is laid out', async (page, { address }) => {
  const told = await engine(page, address, async (open) => {
    const doc = await open('samples/long.docx');
    const done = doc.pagesDone;
    await doc.page(1);
    return { done, then: doc.pagesDone, estimate: doc.pageCount, exact: await doc.finished };
  });
  assert.ok(told.done < 10 && told.then < told.exact, JSON.stringify(told));
  assert.ok(Math.abs(told.estimate - told.exact) < 0.4 * told.exact, JSON.stringify(told));
});

test('five documents at once', async (page, { address }) => {
  const counts = await engine(page, address, async (open) => {
    const names = ['work-summary', 'report', 'form', 'contract', 'pictures'];
    const docs = await Promise.all(names.map((name) => open(`samples/${name}.docx`)));
    return Promise.all(docs.map((doc) => doc.finished));
  });
  assert.ok(counts.every((count) => count >= 1) && counts[0] === 13, counts.join());
});
