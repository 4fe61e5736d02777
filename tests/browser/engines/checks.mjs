// What must hold in every engine. A check has a name, an address, and work that a driver does; it knows no engine.
import assert from 'node:assert/strict';
import { constants, inflateSync } from 'node:zlib';
import { DESKTOP, PHONE } from './drivers.mjs';
import { cut } from '../lib/cut.mjs';
import { locked } from '../lib/locked.mjs';

const demo = (sample, query = '') => `?src=samples/${sample}.docx&lang=en${query}`;
const MARKET = 'market.html';

/** Waits for the document, then does `work` in the page. */
const ready = (driver, work, argument) => driver.evaluate(`async (tools, argument) => { await tools.ready(); return (${work})(tools, argument); }`, argument);

/** What is selected as the clipboard would get it: the viewer hears the copy of its own selection. */
const COPY = `async ({ root, until }, { from, to = from }) => {
  const [first, last] = [root.querySelector(from), [...root.querySelectorAll(to)].at(-1)];
  getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length);
  const kept = {};
  // The part that copies comes soon after the document.
  await until(() => {
    const event = new Event('copy', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { setData: (type, text) => (kept[type] = text) } });
    return !root.querySelector('.scroller').dispatchEvent(event);
  }, 'the copy');
  return kept;
}`;

/** A PDF as text: what is compressed in it too. */
function inflated(pdf) {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].filter(({ index }) => !text.startsWith('end', index - 3));
  const opened = streams.map(({ index, 0: { length } }) => {
    try {
      return inflateSync(pdf.subarray(index + length, text.indexOf('endstream', index)), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...opened].join('\n');
}

/** How far marks are from the glyphs they stand over: the worst of all, in CSS pixels. */
const MARKS = `async ({ viewer, root, until, rest }, query) => {
  const found = await viewer.find(query);
  await until(() => root.querySelector('.mark.current'), 'a mark');
  await rest();
  const inks = [];
  for (const run of root.querySelectorAll('.run')) {
    const node = run.firstChild?.firstChild ?? run.firstChild;
    for (let at = node?.data?.indexOf(query) ?? -1; at >= 0; at = node.data.indexOf(query, at + 1)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + query.length);
      inks.push(range.getBoundingClientRect());
    }
  }
  const off = (ink, box) => Math.max(Math.abs(ink.left - box.left), Math.abs(ink.right - box.right), Math.max(box.top - (ink.top + ink.height * 0.35), (ink.bottom - ink.height * 0.35) - box.bottom, 0));
  const boxes = [...root.querySelectorAll('.mark')].map((mark) => mark.getBoundingClientRect());
  const worst = Math.max(...inks.map((ink) => Math.min(...boxes.map((box) => off(ink, box)))));
  return { found, inks: inks.length, boxes: boxes.length, worst, ticks: root.querySelectorAll('.ticks span').length, said: root.querySelector('.found').textContent };
}`;

export const CHECKS = [
  {
    name: 'opens, counts 13 pages, shows title and text',
    at: demo('work-summary'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, sheet }) => {
        viewer.page = 2;
        const painted = (await sheet(2)).textContent.replace(/\s/g, '');
        const [text] = await viewer.document.text({ pages: [2, 2] });
        return { pages: viewer.pageCount, count: root.querySelector('.count').textContent, title: root.querySelector('.title').textContent, same: painted.includes(text.replace(/\s/g, '').slice(0, 40)) };
      });
      assert.deepEqual(told, { pages: 13, count: '/ 13', title: '青禾市图书馆2025年度工作总结', same: true });
    },
  },
  {
    name: 'every run keeps to the width that layout gave it, and to the paper',
    at: demo('report'),
    async run(driver) {
      const off = await ready(driver, async ({ viewer, sheet }) => {
        const all = [];
        for (const number of [1, 2, 3]) {
          viewer.page = number;
          const paper = await sheet(number);
          const { left, right, width } = paper.getBoundingClientRect();
          const { list } = await viewer.document.page(number);
          const scale = width / list.width;
          const end = Math.max(...list.items.filter((item) => item.t === 'text' && item.text !== '\t').map((item) => item.x + item.width));
          const painted = Math.max(...[...paper.querySelectorAll('.run:not(.tab)')].map((run) => run.getBoundingClientRect().right));
          all.push((painted - left) / scale - end, painted > right ? 99 : 0);
        }
        return Math.max(...all);
      });
      assert.ok(off < 3, `${off} pt further than laid out`);
    },
  },
  {
    name: 'page box, next and previous',
    at: demo('work-summary'),
    async run(driver) {
      const pages = await ready(driver, async ({ viewer, named, until, root }) => {
        const seen = [];
        const at = async (page) => seen.push(await until(() => viewer.page === page && page, `page ${page}`));
        named('Next page').click();
        await at(2);
        named('Previous page').click();
        await at(1);
        const box = root.querySelector('.page-box');
        for (const [typed, page] of [['７', 7], ['99', 13]]) {
          box.value = typed;
          box.dispatchEvent(new Event('change'));
          await at(page);
        }
        return seen;
      });
      assert.deepEqual(pages, [2, 1, 7, 13]);
    },
  },
  {
    name: 'keys move, zoom, find, help and close',
    at: demo('work-summary'),
    async run(driver) {
      await ready(driver, ({ root }) => root.querySelector('.scroller').focus());
      const arrives = (page) => driver.evaluate(({ viewer, until }, wanted) => until(() => viewer.page === wanted, `page ${wanted}`).then(() => true), page);
      for (const [key, page] of [['End', 13], ['Home', 1], ['ArrowRight', 2], ['ArrowLeft', 1], ['n', 2], ['p', 1]]) {
        await driver.press(key);
        await arrives(page);
      }
      await driver.press('PageDown');
      await driver.evaluate(({ root, until }) => until(() => root.querySelector('.scroller').scrollTop > 300, 'a screen further'));
      const factor = () => driver.evaluate(({ root }) => Number.parseInt(root.querySelector('.zoom option').textContent, 10));
      const before = await factor();
      await driver.press('-');
      assert.ok((await factor()) < before);
      await driver.press('0');
      assert.equal(await factor(), before);
      await driver.press('?');
      await driver.evaluate(({ root, until }) => until(() => root.querySelector('dialog[open] .keys'), 'the list of keys').then(() => true));
      await driver.press('Escape');
      await driver.evaluate(({ root, until }) => until(() => !root.querySelector('dialog[open]'), 'no list of keys'));
      await driver.press('Control+f');
      await driver.evaluate(({ root, until }) => until(() => root.activeElement?.matches('.find input'), 'the find bar').then(() => true));
      await driver.type('water');
      await driver.press('Escape');
      await driver.evaluate(({ root, until }) => until(() => root.querySelector('.find').hidden, 'no find bar'));
    },
  },
  {
    name: 'the page read is announced, and what was found',
    at: demo('work-summary'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, until }) => {
        const live = root.querySelector('[aria-live]');
        viewer.page = 3;
        const page = await until(() => /3/.test(live.textContent) && live.textContent, 'the page');
        await viewer.find('读者');
        return { page, found: await until(() => /of \d+$/.test(live.textContent) && !/Page/.test(live.textContent) && live.textContent, 'the hits') };
      });
      assert.equal(told.page, 'Page 3 of 13');
      assert.match(told.found, /^\d+ of \d+$/);
    },
  },
  {
    name: 'Tab reaches every control in order',
    at: demo('work-summary'),
    async run(driver) {
      await ready(driver, () => document.querySelector('#url').focus());
      const names = [];
      for (let presses = 0; presses < 13; presses++) {
        await driver.press('Tab');
        names.push(await driver.evaluate(({ root }) => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.className ?? ''));
      }
      const wanted = ['Contents', 'Page number', 'Next page', 'Zoom out', 'Zoom', 'Zoom in', 'Find', 'Properties', 'More', 'scroller'];
      assert.deepEqual(names.filter((name) => wanted.includes(name)).slice(0, wanted.length), wanted, names.join(', '));
    },
  },
  {
    name: 'zoom: 100 %, width, page; the wheel about the pointer',
    at: demo('work-summary'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, sheet, until, rest }) => {
        const scroller = root.querySelector('.scroller');
        const width = () => root.querySelector('.dp-sheet').getBoundingClientRect().width;
        const of = async (zoom) => ((viewer.zoom = zoom), await rest(), width());
        const widths = { one: await of(1), width: await of('width'), page: await of('page'), room: scroller.clientWidth };
        await of(1);
        viewer.page = 3;
        const paper = await sheet(3);
        await until(() => viewer.page === 3, 'page 3');
        const under = () => (({ left, top, width: breadth, height }) => [(600 - left) / breadth, (500 - top) / height])(paper.getBoundingClientRect());
        const before = under();
        scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey: true, clientX: 600, clientY: 500, bubbles: true, cancelable: true, composed: true }));
        await rest();
        return { ...widths, before, after: under(), zoomed: width() };
      });
      assert.ok(Math.abs(told.one - (595.3 * 96) / 72) < 1.5, JSON.stringify(told));
      assert.ok(told.width > told.room - 40 && told.width <= told.room && told.page < told.one, JSON.stringify(told));
      assert.ok(told.zoomed > told.one * 1.2 && told.before.every((share, axis) => Math.abs(share - told.after[axis]) < 0.01), JSON.stringify(told));
    },
  },
  ...[['work-summary', '读者'], ['work-summary', '图书馆'], ['report', 'water'], ['form', '姓']].map(([sample, query]) => ({
    name: `search: marks stand over “${query}” within 2 px (${sample})`,
    at: demo(sample),
    async run(driver) {
      const told = await ready(driver, MARKS, query);
      assert.ok(told.found > 0 && told.inks > 0 && told.boxes >= told.inks, JSON.stringify(told));
      assert.ok(told.worst < 2, JSON.stringify(told));
      assert.match(told.said, new RegExp(`^1 of ${told.found}$`));
      assert.ok(told.ticks > 0);
    },
  })),
  {
    name: 'search: widths of letters, line ends, case, whole words, nothing',
    at: demo('report'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer }) => {
        const count = async (query, options) => (await viewer.document.search(query, options)).length;
        return { plain: await count('water'), wide: await count('ｗａｔｅｒ'), exact: await count('WATER', { matchCase: true }), part: await count('wat'), word: await count('wat', { wholeWord: true }), none: await viewer.find('zebra crossing') };
      });
      assert.ok(told.plain > 2 && told.wide === told.plain && told.exact < told.plain && told.part >= told.plain && told.word === 0 && told.none === 0, JSON.stringify(told));
    },
  },
  {
    name: 'search reaches headers, footers and notes, marked where they stand',
    at: demo('report'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, until, rest, sheet }) => {
        const { list } = await viewer.document.page(2);
        let story = 'body';
        const open = [];
        const texts = {};
        for (const item of list.items) {
          if (item.t === 'begin') open.push(story), (story = item.role === 'story' ? item.story : story);
          else if (item.t === 'end') story = open.pop();
          else if (item.t === 'text' && !item.decoration && item.offset === undefined && item.text.trim().length > 5) texts[story] ??= item;
        }
        const header = texts.header ?? texts.footer;
        const query = header.text.trim().slice(0, 12);
        const hits = await viewer.document.search(query);
        const hit = hits.find(({ story: where, page }) => page === 2 && where !== 'body');
        await viewer.find(query);
        viewer.page = 2;
        const paper = (await sheet(2)).getBoundingClientRect();
        const mark = await until(() => root.querySelector('[data-page="2"] .mark'), 'a mark in the header');
        await rest();
        const box = mark.getBoundingClientRect();
        const run = [...root.querySelectorAll('[data-page="2"] .run')].find((one) => one.textContent.includes(query));
        const ink = run.getBoundingClientRect();
        return { hits: hits.length, offset: hit.start ?? null, boxes: hit.boxes.length, left: Math.abs(box.left - ink.left), inside: box.top >= paper.top && box.bottom <= paper.bottom, over: box.top < ink.bottom && box.bottom > ink.top };
      });
      assert.ok(told.hits > 0 && told.offset === null && told.boxes === 1 && told.inside && told.over && told.left < 2, JSON.stringify(told));
    },
  },
  {
    name: 'copy: a paragraph is one line',
    at: demo('work-summary'),
    async run(driver) {
      await ready(driver, ({ root }) => {
        const paragraph = [...root.querySelectorAll('[data-page="1"] [data-paragraph]')].find((one) => one.querySelectorAll('.line').length >= 3);
        paragraph.classList.add('chosen');
      });
      const kept = await driver.evaluate(COPY, { from: '.chosen .line' });
      const text = kept['text/plain'];
      assert.ok(text && !text.includes('\n') && text.length > 60, JSON.stringify(kept));
    },
  },
  {
    name: 'copy: a table is a table',
    at: demo('form'),
    async run(driver) {
      await ready(driver, ({ root }) => root.querySelector('[role="table"]').classList.add('chosen'));
      const kept = await driver.evaluate(COPY, { from: '.chosen' });
      assert.match(kept['text/plain'] ?? '', /^姓\s+名\t林晓禾\t性\s+别\t/);
      assert.ok(kept['text/html']?.startsWith('<table>') && kept['text/html'].includes('colspan="2"'));
    },
  },
  {
    name: 'wall after page 9, refused, then open',
    at: MARKET,
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, until }) => {
        viewer.page = 12;
        const more = await until(() => root.querySelector('.wall .action'), 'the wall');
        await until(() => root.querySelector('[data-page="9"] .dp-sheet'), 'page 9');
        const pages = Math.max(...[...root.querySelectorAll('.page')].map((page) => Number(page.dataset.page)));
        const heard = [];
        const refuse = (event) => (heard.push(event.detail), event.preventDefault());
        viewer.addEventListener('docpane-more', refuse);
        more.click();
        viewer.removeEventListener('docpane-more', refuse);
        const refused = viewer.shownPages;
        more.click();
        viewer.page = 13;
        await until(() => root.querySelector('[data-page="13"] .dp-sheet'), 'page 13');
        return { pages, heard, refused, shown: viewer.shownPages };
      });
      assert.deepEqual(told, { pages: 9, heard: [{ shown: 9, pageCount: 13 }], refused: 9, shown: 13 });
    },
  },
  {
    name: "the market's page: facts, tabs, pager, tags",
    at: MARKET,
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, until }) => {
        const facts = document.querySelector('.facts').textContent;
        document.querySelector('#next').click();
        await until(() => document.querySelector('#page').value === '2', 'the pager');
        document.querySelector('#tab-text').click();
        await until(() => root.querySelector('.section[data-page="1"] .lines'), 'the text');
        const sections = root.querySelectorAll('.section').length;
        document.querySelector('#tab-questions').click();
        const questions = !document.querySelector('#questions').hidden;
        document.querySelector('#tags button').click();
        await until(() => /\d/.test(root.querySelector('.found')?.textContent ?? ''), 'hits');
        return { facts: ['13', '林**禾', 'QH-20260108-3317', '2026-01-08', 'DOCX', 'KB'].filter((part) => !facts.includes(part)), sections, questions, wide: document.documentElement.scrollWidth - innerWidth };
      });
      assert.deepEqual(told, { facts: [], sections: 9, questions: true, wide: told.wide });
      assert.ok(told.wide <= 0, `${told.wide} px stick out`);
    },
  },
  {
    name: 'deep links lead and follow',
    at: `${MARKET}#page=4&zoom=80&search=%E8%AF%BB%E8%80%85`,
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, until }) => {
        await until(() => /\//.test(root.querySelector('.found')?.textContent ?? ''), 'hits');
        await until(() => viewer.page >= 4, 'page 4');
        const { zoom } = viewer;
        viewer.page = 2;
        await until(() => location.hash.includes('page=2'), 'the address');
        location.hash = '#page=6';
        await until(() => viewer.page === 6, 'page 6');
        return zoom;
      });
      assert.equal(told, 0.8);
    },
  },
  ...[['ar', 'rtl', 'الصفحة التالية'], ['zh-TW', 'ltr', '下一頁'], ['de', 'ltr', 'Nächste Seite']].map(([lang, dir, name]) => ({
    name: `speaks ${lang}, the page too`,
    at: `?src=samples/form.docx&lang=${lang}`,
    async run(driver) {
      const told = await ready(driver, ({ root, named }, wanted) => ({ dir: root.querySelector('.viewer').dir, page: document.documentElement.dir, there: Boolean(named(wanted)) }), name);
      assert.deepEqual(told, { dir, page: dir, there: true });
    },
  })),
  {
    name: 'the reading view has structure and keeps the place',
    at: demo('work-summary'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, sheet, until }) => {
        viewer.page = 3;
        await sheet(3);
        viewer.view = 'reading';
        await until(() => root.querySelector('.section[data-page="3"] .flow'), 'the text');
        await until(() => viewer.page === 3 && root.querySelector('.reader tr') && root.querySelectorAll('.reader :is(h2, h3)').length > 1, 'page 3');
        const parts = Object.fromEntries(['h2, h3', 'table tr', 'th[scope="col"]', 'p'].map((what) => [what, root.querySelectorAll(`.reader :is(${what})`).length]));
        viewer.view = 'pages';
        await until(() => root.querySelector('.dp-sheet') && viewer.page === 3, 'page 3 again');
        return parts;
      });
      assert.ok(Object.values(told).every((count) => count > 1), JSON.stringify(told));
    },
  },
  {
    name: 'two pages abreast',
    at: demo('work-summary'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, sheet, named, until }) => {
        viewer.view = 'spread';
        await sheet(2);
        const [one, two] = [1, 2].map((n) => root.querySelector(`[data-page="${n}"]`).getBoundingClientRect());
        named('Next page').click();
        await until(() => viewer.page === 3, 'page 3');
        return { top: Math.abs(one.top - two.top), apart: two.left - one.right };
      });
      assert.ok(told.top < 1 && told.apart > 0, JSON.stringify(told));
    },
  },
  {
    name: 'contents and thumbnails lead to their page',
    at: demo('work-summary'),
    async run(driver) {
      await ready(driver, async ({ viewer, root, named, until }) => {
        named('Contents').click();
        const heading = await until(() => [...root.querySelectorAll('.outline .heading')].find((one) => one.textContent.includes('四、存在的问题')), 'the headings');
        heading.click();
        await until(() => viewer.page === 9, 'page 9');
        [...root.querySelectorAll('nav [role="tab"]')].find((tab) => tab.textContent === 'Pages').click();
        await until(() => [...root.querySelectorAll('.thumbnail img')].some((image) => image.naturalWidth > 0), 'a thumbnail');
        const two = root.querySelector('.thumbnail[data-page="2"]');
        two.click();
        await until(() => viewer.page === 2, 'page 2');
      });
    },
  },
  {
    name: 'the menu by keys',
    at: demo('work-summary'),
    async run(driver) {
      await ready(driver, ({ named }) => named('More').focus());
      await driver.press('Enter');
      await driver.evaluate(({ root, until }) => until(() => root.querySelector('.menu'), 'the menu').then(() => true));
      await driver.press('ArrowDown');
      await driver.press('Enter');
      await driver.evaluate(({ viewer, root, until }) => until(() => viewer.view === 'spread' && !root.querySelector('.menu'), 'two pages'));
    },
  },
  {
    name: 'a sealed preview holds nine pages and counts thirteen',
    at: '?lang=en',
    async run(driver) {
      const told = await driver.evaluate(async ({ viewer, until, ready: opened }, json) => {
        await until(() => customElements.get('docpane-viewer'), 'the element');
        viewer.file = new File([json], 'preview.json');
        await opened();
        viewer.page = 12;
        await until(() => viewer.shadowRoot.querySelector('.wall'), 'the wall');
        viewer.unlock();
        return { pages: viewer.pageCount, shown: viewer.shownPages, hits: await viewer.find('读者'), foot: (await viewer.search('— 9 —')).some(({ story, page }) => story === 'footer' && page === 9) };
      }, cut());
      assert.ok(told.pages === 13 && told.shown === 9 && told.hits > 10 && told.foot, JSON.stringify(told));
    },
  },
  {
    name: 'what cannot be shown says so',
    at: '?lang=en',
    async run(driver) {
      await driver.evaluate(async ({ viewer, until, alert }) => {
        await until(() => customElements.get('docpane-viewer'), 'the element');
        const ole = new Uint8Array(700);
        ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
        for (const [bytes, told] of [['%PDF-1.7 something', 'another kind'], ['hello', 'not a Word document'], [ole, 'another kind|\\.doc|damaged'], ['', 'not a Word document|damaged']]) {
          viewer.file = new File([bytes], 'file.docx');
          await alert(told);
        }
        viewer.src = 'samples/truncated.docx';
        await alert('damaged|missing|not a Word');
        viewer.src = 'samples/none.docx';
        const card = await alert('could not be fetched');
        if (!card.querySelector('button')) throw new Error('no way to try again');
        viewer.src = 'samples/form.docx';
        await until(() => viewer.document && !viewer.shadowRoot.querySelector('[role="alert"]'), 'the next document');
      });
    },
  },
  {
    name: 'a protected document asks for its password, and opens with it',
    at: '?lang=en',
    async run(driver) {
      const told = await driver.evaluate(async ({ viewer, until, alert, ready: opened }, { bytes, password }) => {
        await until(() => customElements.get('docpane-viewer'), 'the element');
        const heard = [];
        viewer.addEventListener('docpane-password', ({ detail }) => heard.push(detail.wrong));
        viewer.file = new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], 'locked.docx');
        (await alert('protected by a password')).querySelector('button').click();
        const type = async (text) => {
          const input = await until(() => viewer.shadowRoot.querySelector('dialog[open] input[type="password"]'), 'the prompt');
          input.value = text;
          input.form.requestSubmit();
        };
        await type('wrong');
        await until(() => viewer.shadowRoot.querySelector('dialog[open] .wrong'), 'the prompt again');
        await type(password);
        await opened();
        return { heard, text: (await viewer.document.text())[0], size: (await viewer.document.blob()).size > 1000 };
      }, locked('Only for you'));
      assert.deepEqual({ ...told, text: told.text.trim() }, { heard: [false, true], text: 'Only for you', size: true });
    },
  },
  {
    name: 'prints the pages asked for on their paper, and nothing else',
    at: demo('work-summary'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, until }) => {
        const started = new Promise((resolve) => (window.print = resolve));
        viewer.act('print');
        const field = await until(() => root.querySelector('dialog[open] input[type="text"]'), 'the dialog');
        field.focus();
        field.value = '2-4、7';
        [...root.querySelectorAll('dialog[open] input[type="radio"]')].at(-1).checked = true;
        field.form.requestSubmit();
        await started;
        const pages = [...document.querySelector('docpane-print').shadowRoot.querySelectorAll('.print-page')];
        const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join(' ');
        return { pages: pages.length, width: pages[0].style.width, rule: /@page[^{]*\{[^}]*size: ?595\.\d+pt 841\.\d+pt/.test(rules), texts: pages.every((page) => page.textContent.length > 100) };
      });
      assert.deepEqual({ ...told, width: Number.parseFloat(told.width).toFixed(0) }, { pages: 4, width: '595', rule: true, texts: true });
      if (driver.pdf) {
        const pdf = inflated(await driver.pdf());
        assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 4);
        const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
        if (width) assert.ok(Math.abs(Number(width) - 595.3) < 2 && Math.abs(Number(height) - 841.9) < 2, `${width} × ${height}`);
      }
      await driver.evaluate(({ until }) => (dispatchEvent(new Event('afterprint')), until(() => !document.querySelector('docpane-print'), 'the end of printing')));
    },
  },
  {
    name: 'opens by drop',
    at: '?lang=en',
    async run(driver) {
      const told = await driver.evaluate(async ({ viewer, until, ready: opened }) => {
        await until(() => customElements.get('docpane-viewer'), 'the element');
        const bytes = await (await fetch('samples/form.docx')).arrayBuffer();
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], '登记表.docx'));
        for (const type of ['dragover', 'drop']) document.querySelector('main').dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
        await opened();
        return viewer.document.metadata.fileName;
      });
      assert.equal(told, '登记表.docx');
    },
  },
  {
    name: 'copying, printing and the watermark are as the host wants them',
    at: demo('work-summary'),
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, until }) => {
        viewer.setAttribute('copy', 'off');
        viewer.setAttribute('print', 'off');
        viewer.setAttribute('watermark', 'Preview\n<b>only</b>');
        const style = () => getComputedStyle(root.querySelector('.page'), '::after');
        await until(() => style().backgroundImage.startsWith('url'), 'the watermark');
        viewer.act('print');
        await until(() => /does not allow printing/.test(root.querySelector('.notice').textContent), 'the notice');
        return style().pointerEvents;
      });
      assert.equal(told, 'none');
      const kept = await driver.evaluate(COPY, { from: '.content' });
      assert.deepEqual(kept, {});
    },
  },
  {
    name: 'a link out is shown and asked about where the host wants that',
    at: '?lang=en',
    async run(driver) {
      const told = await driver.evaluate(async ({ viewer, until, ready: opened }) => {
        await until(() => customElements.get('docpane-viewer'), 'the element');
        const root = viewer.shadowRoot;
        viewer.setAttribute('links', 'ask');
        viewer.src = 'samples/report.docx';
        await opened();
        const link = await until(() => {
          const found = root.querySelector('.dp-sheet a[target="_blank"]');
          if (!found) viewer.page = (viewer.page % viewer.pageCount) + 1;
          return found;
        }, 'a link');
        link.click();
        const dialog = await until(() => root.querySelector('dialog[open]'), 'the question');
        const told = { address: dialog.querySelector('.address').textContent === link.href, rel: dialog.querySelector('a').rel };
        [...dialog.querySelectorAll('button')].at(-1).click();
        return { ...told, closed: !root.querySelector('dialog[open]') };
      });
      assert.deepEqual(told, { address: true, rel: 'noopener noreferrer', closed: true });
    },
  },
  {
    name: 'the size is the attributes’, before there is a document',
    at: '?lang=en',
    async run(driver) {
      const told = await driver.evaluate(async ({ until }) => {
        await until(() => customElements.get('docpane-viewer'), 'the element');
        const size = (attributes) => {
          const holder = document.createElement('div');
          Object.assign(holder.style, { position: 'absolute', width: '400px' });
          const viewer = document.createElement('docpane-viewer');
          for (const [name, value] of Object.entries(attributes)) viewer.setAttribute(name, value);
          holder.append(viewer);
          document.body.append(holder);
          const { width, height } = viewer.getBoundingClientRect();
          holder.remove();
          return [width, height].map(Math.round);
        };
        return [size({ width: '300', height: '500' }), size({ aspect: '1 / 2' }), size({ width: '50%', height: '20em; color: red' })[0]];
      });
      assert.deepEqual(told, [[300, 500], [400, 800], 200]);
    },
  },
  {
    name: 'a hostile page does not get in',
    at: demo('report'),
    async run(driver) {
      const [before, after] = await ready(driver, async ({ root, rest }) => {
        const look = () => JSON.stringify(['.toolbar', '.toolbar button', '.title', '.page-box', '.dp-sheet', '.dp-sheet .run'].map((selector) => (({ fontSize, fontFamily, lineHeight, letterSpacing, color, textTransform, textAlign, direction, display }) => [fontSize, fontFamily, lineHeight, letterSpacing, color, textTransform, textAlign, direction, display])(getComputedStyle(root.querySelector(selector)))));
        const first = look();
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html { font: 40px/3 fantasy !important; } body { letter-spacing: 9px; text-transform: uppercase; text-align: right; word-spacing: 2em; color: lime; } * { margin: 3px !important; letter-spacing: 5px !important; text-transform: uppercase !important; } div, span, p, button { display: inline !important; border: 5px solid lime !important; float: left; }');
        document.adoptedStyleSheets = [sheet];
        await rest();
        return [first, look()];
      });
      assert.equal(after, before);
    },
  },
  ...[['dark', 'rgb(38, 40, 44)'], ['sepia', 'rgb(248, 241, 225)'], ['light', 'rgb(255, 255, 255)']].map(([theme, bar]) => ({
    name: `colours: ${theme}`,
    at: demo('form'),
    async run(driver) {
      const told = await ready(driver, ({ viewer, root }, name) => (viewer.setAttribute('theme', name), getComputedStyle(root.querySelector('.toolbar')).backgroundColor), theme);
      assert.equal(told, bar);
    },
  })),
  {
    name: 'on a phone: nothing sticks out, targets are 44 px',
    at: demo('work-summary'),
    size: PHONE,
    async run(driver) {
      const told = await ready(driver, ({ root }) => {
        const small = [...root.querySelectorAll('.toolbar button, .toolbar input, .toolbar select')]
          .map((target) => [target.getAttribute('aria-label'), target.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 38 || box.right > innerWidth + 0.5 || box.left < 0))
          .map(([name]) => name);
        const scroller = root.querySelector('.scroller');
        return { small, page: document.documentElement.scrollWidth - innerWidth, pane: scroller.scrollWidth - scroller.clientWidth, narrow: innerWidth < 700 };
      });
      assert.deepEqual({ ...told, page: told.page <= 0, pane: told.pane <= 0 }, { small: [], page: true, pane: true, narrow: true });
    },
  },
  {
    name: 'on a phone: two fingers zoom about the point between them, and a double tap does not',
    at: demo('work-summary'),
    size: PHONE,
    async run(driver) {
      const under = ({ root }) => {
        const { left, top, width, height } = root.querySelector('[data-page="1"] .dp-sheet').getBoundingClientRect();
        return [(190 - left) / width, (400 - top) / height, width];
      };
      const before = await ready(driver, under);
      const apart = [40, 50, 60, 70, 80, 90, 100];
      await driver.fingers(apart.map((by) => [190 - by, 400]), apart.map((by) => [190 + by, 400]));
      const { after, taps } = await driver.evaluate(`async (tools) => {
        await tools.until(() => (${under})(tools)[2] > ${2 * before[2]}, 'a wider page');
        await tools.rest();
        return { after: (${under})(tools), taps: [...tools.root.querySelectorAll('.scroller, .toolbar button')].map((element) => getComputedStyle(element).touchAction) };
      }`);
      assert.ok(after[2] > 2 * before[2] && [0, 1].every((axis) => Math.abs(after[axis] - before[axis]) < 0.02), `${before} became ${after}`);
      assert.ok(taps.every((action) => action !== 'auto'), taps.join());
    },
  },
  {
    name: 'on a phone: bars go while a finger scrolls on, and come back',
    at: demo('work-summary'),
    size: PHONE,
    async run(driver) {
      const barsMove = ({ root, until }) => until(() => root.adoptedStyleSheets.some((sheet) => [...sheet.cssRules].some(({ selectorText }) => selectorText?.includes('.away'))), 'the part that moves the bars').then(() => true);
      // Where no screen is touched, bars stay.
      if (!driver.isTouched) return;
      await ready(driver, barsMove);
      const swipe = async (from, by) => {
        await driver.fingers(Array.from({ length: 16 }, (_, step) => [200, from + (by * step) / 15]));
        return driver.evaluate(async ({ root, rest }) => {
          await rest();
          return root.querySelector('.viewer').classList.contains('away');
        });
      };
      assert.equal(await swipe(700, -450), true, 'away');
      assert.equal(await swipe(300, 160), false, 'back');
    },
  },
  {
    name: "on a phone: the market's page and its reading view",
    at: MARKET,
    size: PHONE,
    async run(driver) {
      const told = await ready(driver, async ({ viewer, root, until }) => {
        viewer.view = 'reading';
        await until(() => root.querySelector('.section .flow'), 'the text');
        const reader = root.querySelector('.reader');
        return { page: document.documentElement.scrollWidth - innerWidth, text: reader.scrollWidth - reader.clientWidth };
      });
      assert.ok(told.page <= 0 && told.text <= 0, JSON.stringify(told));
    },
  },
].map((check) => ({ size: DESKTOP, ...check }));
