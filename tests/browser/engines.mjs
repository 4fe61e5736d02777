// The viewer in Firefox and WebKit: the same few checks through each engine's own driver. An engine that is not installed is
// told of and skipped.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { Builder, Capabilities } from 'selenium-webdriver';
import { serve } from '../../scripts/lib/serve.mjs';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
const MINI = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const hasWebKit = existsSync(MINI) && spawnSync('which', ['WebKitWebDriver']).status === 0 && spawnSync('which', ['Xvfb']).status === 0;

/** Runs in the page; resolves with what is checked. Drivers send it as text. */
const CHECKS = `(async () => {
  const until = async (done, what) => {
    for (let tries = 0; tries < 600; tries++) {
      const value = await done();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('waited in vain for ' + what);
  };
  const viewer = document.querySelector('docpane-viewer');
  const root = await until(() => viewer.shadowRoot, 'the element');
  await until(() => root.querySelector('.dp-sheet') && viewer.document?.isFinished, 'the document');
  const result = { pages: viewer.pageCount, shown: viewer.shownPages };
  // Every line's last run ends where layout said, whatever fonts there are.
  viewer.page = 3;
  const sheet = await until(() => root.querySelector('[data-page="3"] .dp-sheet'), 'page 3');
  const [text] = await viewer.document.text({ pages: [3, 3] });
  result.text = sheet.textContent.replace(/\\s/g, '').includes(text.replace(/\\s/g, '').slice(0, 40));
  const paper = sheet.getBoundingClientRect();
  result.inside = [...sheet.querySelectorAll('.run')].every((run) => run.getBoundingClientRect().right < paper.right + 1);
  result.found = await viewer.find('读者');
  const mark = await until(() => root.querySelector('.mark.current'), 'a mark');
  const box = mark.getBoundingClientRect();
  result.over = [...root.querySelectorAll('.run')].some((run) => {
    const node = run.firstChild?.firstChild ?? run.firstChild;
    for (let at = node?.data?.indexOf('读者') ?? -1; at >= 0; at = node.data.indexOf('读者', at + 1)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 2);
      const ink = range.getBoundingClientRect();
      if (Math.abs(ink.left - box.left) < 2 && Math.abs(ink.right - box.right) < 2) return true;
    }
    return false;
  });
  viewer.page = 13;
  result.wall = Boolean(await until(() => root.querySelector('.wall .action'), 'the wall'));
  viewer.unlock();
  result.unlocked = viewer.shownPages;
  viewer.view = 'reading';
  await until(() => root.querySelector('.section .flow p, .section .flow h2'), 'the reading view');
  result.view = viewer.view;
  return result;
})()`;

function judge({ found, ...rest }) {
  assert.deepEqual(rest, { pages: 13, shown: 9, text: true, inside: true, over: true, wall: true, unlocked: 13, view: 'reading' });
  assert.ok(found > 10);
}

test('Firefox', { timeout: 120_000, skip: FIREFOX ? false : 'not installed' }, async () => {
  const server = await serve();
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}market.html`);
    judge(await page.evaluate(CHECKS));
  } finally {
    await browser.close();
    await server.close();
  }
});

test('WebKit', { timeout: 120_000, skip: hasWebKit ? false : 'not installed' }, async () => {
  const server = await serve();
  const port = await freePort();
  const display = `:${90 + (process.pid % 900)}`;
  const screen = spawn('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env });
  let session;
  try {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const wanted = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: MINI, args: ['--automation'] } });
    session = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
    await session.manage().setTimeouts({ script: 90_000 });
    await session.get(`${server.address}market.html`);
    const answer = await session.executeAsyncScript(`const done = arguments[0]; ${CHECKS}.then(done, (error) => done({ error: String(error) }))`);
    assert.equal(answer.error, undefined);
    judge(answer);
  } finally {
    await session?.quit().catch(() => {});
    driver.kill();
    screen.kill();
    await server.close();
  }
});

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
