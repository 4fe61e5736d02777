// Three browsers with one face. A driver opens an address in a window of a size, runs work in the page, and presses keys; what an
// engine cannot do is not there (`pdf`), or said by `has`. A driver that does not answer is given up, and nothing that was started stays.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { browser as chromiumPath } from '../../../scripts/lib/setup.mjs';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
const MINI = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((arch) => `/usr/lib/${arch}/webkit2gtk-4.1/MiniBrowser`).find((path) => existsSync(path));
const isThere = (command) => spawnSync('which', [command]).status === 0;

/** Engines by name: how each is started, and whether it is installed. */
export const ENGINES = [
  { name: 'Chromium', installed: true, start: startChromium },
  { name: 'Firefox', installed: FIREFOX !== undefined, start: startFirefox },
  { name: 'WebKit', installed: MINI !== undefined && isThere('WebKitWebDriver') && isThere('Xvfb'), start: startWebKit },
];

export const DESKTOP = { width: 1200, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** In the page: what every piece of work gets beside its argument. */
const TOOLS = `
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (done, what) => {
  const end = performance.now() + 30000;
  while (performance.now() < end) {
    const value = await done();
    if (value) return value;
    await wait(20);
  }
  throw new Error('waited in vain for ' + what);
};
const tools = {
  wait,
  until,
  get viewer() { return document.querySelector('docpane-viewer'); },
  get root() { return tools.viewer.shadowRoot; },
  /** The document is open, its first page painted, all pages laid out. */
  async ready() {
    await until(() => tools.viewer?.shadowRoot?.querySelector('.dp-sheet, .section') && tools.viewer.document?.isFinished, 'the document');
  },
  /** Nothing scrolls or grows any more. */
  async rest() {
    const place = () => {
      const { scrollTop, scrollLeft, scrollHeight } = tools.root.querySelector('.scroller, .reader');
      return scrollTop + ' ' + scrollLeft + ' ' + scrollHeight;
    };
    for (let still = 0, before = ''; still < 12; before = place()) {
      await new Promise(requestAnimationFrame);
      still = place() === before ? still + 1 : 0;
    }
  },
  /** A page once it is painted. */
  sheet: (page) => until(() => tools.root.querySelector('[data-page="' + page + '"] .dp-sheet'), 'page ' + page),
  /** A message of the viewer's that matches. */
  alert: (text) => until(() => [...tools.root.querySelectorAll('[role="alert"]')].find((card) => new RegExp(text, 'i').test(card.textContent)), text),
  named: (name) => [...tools.root.querySelectorAll('button, input, select, [role="dialog"], dialog')].find((element) => element.getAttribute('aria-label') === name),
};`;

/** Work as text that any driver can send: a promise of its answer, or of what went wrong. */
const script = (work, argument) => `(async () => { ${TOOLS} return (${work})(tools, ${JSON.stringify(argument)}); })().then((value) => ({ value }), (error) => ({ error: String(error?.stack ?? error) }))`;

function answer({ value, error }) {
  if (error) throw new Error(error);
  return value;
}

async function startChromium() {
  const { default: puppeteer } = await import('puppeteer-core');
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const browser = await puppeteer.launch({ browser: 'chrome', executablePath: await chromiumPath(), headless: true, args });
  return puppeteerDriver(browser, (page, { width, height }) => page.setViewport({ width, height, isMobile: width < 600, hasTouch: width < 600, deviceScaleFactor: width < 600 ? 2 : 1 }));
}

async function startFirefox() {
  const { default: puppeteer } = await import('puppeteer-core');
  // A screen that is touched, as on a phone.
  const extraPrefsFirefox = { 'dom.w3c_touch_events.enabled': 1, 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 };
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true, extraPrefsFirefox });
  return puppeteerDriver(browser, (page, { width, height }) => page.setViewport({ width, height }), { scrollsByTouch: false });
}

async function puppeteerDriver(browser, resize, { scrollsByTouch = true } = {}) {
  let page;
  return {
    async open(address, size) {
      // A page of its own: nothing of the check before is left, not even what storage or history hold.
      const before = page;
      page = await browser.newPage();
      await before?.close();
      await resize(page, size);
      await page.goto(address);
    },
    evaluate: async (work, argument) => answer(await page.evaluate(script(work, argument))),
    async press(keys) {
      const [key, ...held] = keys.split(/\+(?=.)/).reverse();
      for (const one of held) await page.keyboard.down(one);
      await page.keyboard.press(key);
      for (const one of held) await page.keyboard.up(one);
    },
    type: (text) => page.keyboard.type(text),
    /** Fingers go down, each along its places, and up. */
    async fingers(...paths) {
      const down = [];
      for (const [place] of paths) down.push(await page.touchscreen.touchStart(...place));
      for (let step = 1; step < paths[0].length; step++) {
        for (const [index, finger] of down.entries()) await finger.move(...paths[index][step]);
        if (!scrollsByTouch && paths.length === 1) await page.evaluate(script(SCROLL, paths[0].slice(step - 1, step + 1)));
      }
      for (const finger of down) await finger.end();
    },
    isTouched: true,
    pdf: async () => Buffer.from(await page.pdf({ preferCSSPageSize: true })),
    close: () => browser.close(),
  };
}

/** Touches of the page's own making. */
const TOUCH = async ({ root, wait }, paths) => {
  const target = root.elementFromPoint(...paths[0][0]);
  const tell = (type, touches) => target.dispatchEvent(Object.assign(new Event(type, { bubbles: true, composed: true, cancelable: true }), { touches }));
  const touches = (step) => paths.map((path) => ({ clientX: path[step][0], clientY: path[step][1] }));
  tell('touchstart', touches(0));
  for (let step = 1; step < paths[0].length; step++) {
    tell('touchmove', touches(step));
    await wait(16);
  }
  tell('touchend', []);
};

/** What a browser does when one finger moves, where the driver's fingers do not get so far. */
const SCROLL = ({ root }, [before, now]) => root.querySelector('.scroller').scrollBy(before[0] - now[0], before[1] - now[1]);

async function startWebKit() {
  const { Builder, Capabilities, Key } = await import('selenium-webdriver');
  const port = await freePort();
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.once('exit', () => screen.kill('SIGKILL'));
  const display = `:${await within(30, 'Xvfb', chosen(screen))}`;
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env, detached: true });
  const end = () => (endGroup(driver), screen.kill('SIGKILL'));
  process.once('exit', end);
  try {
    await listens(port);
    const wanted = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: MINI, args: ['--automation'] } });
    const session = await within(60, 'WebKit', new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build());
    await session.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
    const names = { PageDown: Key.PAGE_DOWN, PageUp: Key.PAGE_UP, ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, Home: Key.HOME, End: Key.END, Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB, Control: Key.CONTROL, Shift: Key.SHIFT };
    const code = (key) => names[key] ?? key;
    return {
      async open(address, { width, height }) {
        await session.manage().window().setRect({ width, height });
        await session.get('about:blank');
        await session.get(address);
      },
      evaluate: async (work, argument) => answer(await session.executeAsyncScript(`const done = arguments[0]; ${script(work, argument)}.then(done);`)),
      async press(keys) {
        const [key, ...held] = keys.split(/\+(?=.)/).reverse();
        let actions = session.actions();
        for (const one of held) actions = actions.keyDown(code(one));
        actions = actions.keyDown(code(key)).keyUp(code(key));
        for (const one of held) actions = actions.keyUp(code(one));
        await actions.perform();
      },
      type: (text) => session.actions().sendKeys(text).perform(),
      // Its driver makes a mouse of a finger: the page is told of touches by events made there, on a screen that is not touched.
      fingers: async (...paths) => answer(await session.executeAsyncScript(`const done = arguments[0]; ${script(TOUCH, paths)}.then(done);`)),
      isTouched: false,
      pdf: null,
      close: async () => (await within(15, 'the end of WebKit', session.quit()).catch(() => {}), end()),
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** A promise, or an error when it has not come in so many seconds. */
function within(seconds, what, promise) {
  let late;
  const limit = new Promise((_, reject) => (late = setTimeout(() => reject(new Error(`${what} did not answer in ${seconds} s`)), seconds * 1000)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(late));
}

/** The number of the display that Xvfb chose. */
function chosen(screen) {
  return new Promise((resolve, reject) => {
    screen.stdio[3].once('data', (data) => resolve(String(data).trim()));
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

/** Ends a process and what it started: a browser outlives its driver otherwise. */
function endGroup({ pid }) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** The driver has begun to listen. */
async function listens(port) {
  for (let tries = 0; tries < 100; tries++) {
    const there = await fetch(`http://127.0.0.1:${port}/status`, { signal: AbortSignal.timeout(2000) }).then((response) => response.ok, () => false);
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not start');
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
