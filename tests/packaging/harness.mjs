// What the packaging tests share: the package as `npm pack` makes it, bare projects outside the repository, a browser that opens a
// sample and reads page 2, and a note of what that took. Whatever is started has a time to be done in, and is ended with all that it
// started itself: a command that hangs is a test that fails and says which.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test as nodeTest } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { POLICY, serve } from '../../scripts/lib/serve.mjs';
import { browser as browserPath } from '../../scripts/lib/setup.mjs';
import { DESKTOP, ENGINES } from '../browser/engines/drivers.mjs';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The sample that every stack opens, and a text of its second page. */
export const SAMPLE = join(ROOT, 'samples/work-summary.docx');

/** A test; three minutes are enough for any that does not say otherwise. */
export function test(name, ...rest) {
  const work = rest.pop();
  nodeTest(name, { timeout: 180_000, ...rest[0] }, work);
}

/** Runs a command and gives what it prints; what it said is in the error if it fails or takes too long. */
export function sh(command, args, { cwd, env = {}, minutes = 4 }) {
  const { pid, status, signal, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26, timeout: minutes * 60_000, killSignal: 'SIGKILL', detached: true });
  endGroup(pid);
  if (status === 0 && !error) return stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${error?.code ?? status ?? signal}\n${stdout}\n${stderr}`);
}

/** Ends what is left of a process and all that it started. */
function endGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing is left.
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'docpane-package-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Makes a thing when it is first asked for; where that fails, it fails at once for all who ask again. */
const lazy = (make) => {
  let made;
  return () => {
    made ??= attempt(make);
    if (made.error) throw made.error;
    return made.value;
  };
};

function attempt(make) {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}

/** The tarball, packed once. */
const tarball = lazy(() => {
  const [{ filename }] = JSON.parse(sh('npm', ['pack', '--json', '--pack-destination', scratch], { cwd: join(ROOT, 'pkg') }));
  return join(scratch, filename);
});

/** A bare project with the package alone, installed by npm. */
export const bare = lazy(() => {
  const folder = join(scratch, 'bare');
  write(folder, { 'package.json': JSON.stringify({ name: 'host', private: true, type: 'module' }) });
  sh('npm', ['install', '--no-audit', '--no-fund', '--offline', '--legacy-peer-deps', tarball()], { cwd: folder });
  return folder;
});

/** The installed package. */
export const installed = () => join(bare(), 'node_modules/docpane');

/**
 * A folder with the bundlers, frameworks and runtimes of `stacks.json`, and the package. They are installed once and kept in the
 * system's folder for temporary files, outside the repository.
 */
export const stacks = lazy(() => {
  const wanted = readFileSync(join(ROOT, 'tests/packaging/stacks.json'));
  const folder = join(tmpdir(), `docpane-stacks-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  if (!existsSync(join(folder, 'node_modules'))) {
    const fresh = `${folder}-${process.pid}`;
    write(fresh, { 'package.json': String(wanted) });
    sh('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--fetch-timeout=60000'], { cwd: fresh, minutes: 8 });
    try {
      renameSync(fresh, folder);
    } catch {
      // Somebody else was faster.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  // Vite serves nothing from outside a workspace while developing.
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), '');
  const target = join(folder, 'node_modules/docpane');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  sh('tar', ['xzf', tarball(), '--strip-components=1', '-C', target], { cwd: folder });
  return folder;
});

/** An empty project among the stacks, with the files given. */
export function project(name, files) {
  const folder = join(stacks(), name);
  rmSync(folder, { recursive: true, force: true });
  write(folder, { 'package.json': JSON.stringify({ name, private: true, type: 'module' }), ...files });
  return folder;
}

/** A folder of its own, gone after the tests. */
export function place(name, files = {}) {
  const folder = join(scratch, name);
  write(folder, files);
  return folder;
}

/** Writes files by their names. */
export function write(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Copies the package's files for browsers to `folder`/docpane. */
export function copyPackage(folder) {
  cpSync(join(installed(), 'dist'), join(folder, 'docpane'), { recursive: true });
}

/** Puts the sample into a folder. */
export function copySample(folder, name = 'sample.docx') {
  mkdirSync(folder, { recursive: true });
  copyFileSync(SAMPLE, join(folder, name));
}

/** The code blocks under a heading of docs/embedding.md: by the file name that stands behind the language. */
export function snippets(heading) {
  const text = readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8');
  const section = text.split(/^#{2,3} /m).find((part) => part.startsWith(`${heading}\n`));
  assert.ok(section, `docs/embedding.md has a part "${heading}"`);
  const blocks = [...section.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name, code]) => [name, code]);
  assert.ok(blocks.length > 0, `"${heading}" has code`);
  const lines = blocks.reduce((sum, [, code]) => sum + code.trimEnd().split('\n').length, 0);
  assert.ok(lines <= 15, `"${heading}" takes ${lines} lines`);
  return Object.fromEntries(blocks);
}

const launch = async (env) => chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu'], env: { ...process.env, ...env } });
const launched = new Map();
after(async () => {
  for (const browser of launched.values()) await (await browser).close();
}, { timeout: 30_000 });

/** A page in Chromium that fails on errors of the console; `work` gets it. `env` is for a Chromium of its own. */
export async function inChromium(work, { env, ...options } = {}) {
  const which = JSON.stringify(env ?? {});
  if (!launched.has(which)) launched.set(which, launch(env));
  const context = await (await launched.get(which)).newContext({ locale: 'en-US', ...options });
  // Browsers ask for it by themselves.
  await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    const result = await work(page, context);
    assert.deepEqual(errors, []);
    return result;
  } finally {
    await context.close();
  }
}

const webkit = ENGINES.find(({ name }) => name === 'WebKit');

/** Whether WebKit is installed. */
export const hasWebKit = webkit.installed;

/** Starts WebKit for `work`, which gets `open(url)` and `run(code)`: `code` is the body of an async function in the page. */
export async function inWebKit(work) {
  const driver = await webkit.start();
  try {
    return await work({ open: (url) => driver.open(url, DESKTOP), run: (code) => driver.evaluate(`async () => { ${code} }`) });
  } finally {
    await driver.close();
  }
}

/** Serves a folder at `/` under a policy. */
export async function served(folder, work, { policy = POLICY, ...options } = {}) {
  const server = await serve({ mounts: { '/': folder }, policy, ...options });
  try {
    return await work(server.address);
  } finally {
    await server.close();
  }
}

/** Waits for the viewer of a page (or frame) and reads page 2. */
export async function readPage2(page) {
  await page.waitForFunction(() => document.querySelector('docpane-viewer')?.document?.isFinished, null, { timeout: 60_000 });
  const [text] = await page.evaluate(() => document.querySelector('docpane-viewer').document.text({ pages: [2, 2] }));
  checkPage2(text);
  return text;
}

/** Whether a text is the sample's second page. */
export function checkPage2(text) {
  assert.ok(/读者/.test(text) && text.trim().length > 100, `page 2 reads: ${text}`);
}

/** What each stack took, for the table at the end. */
const rows = [];

/** Opens a page of a folder, reads page 2, and notes what the browser loaded until the first page was painted, in brotli. */
export async function opens(stack, folder, { path = 'index.html', ...options } = {}) {
  await served(folder, (address) => inChromium((page) => measured(stack, page, address + path)), options);
}

async function measured(stack, page, url) {
  const bodies = new Map();
  page.on('response', (response) => bodies.set(response.url(), response.body().catch(() => Buffer.alloc(0))));
  await page.addInitScript(() => {
    addEventListener('docpane-first-page', () => {
      globalThis.firstPage = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd > 0).map(({ name }) => name);
    }, { once: true });
  });
  await page.goto(url);
  await readPage2(page);
  const loaded = new Set(await page.evaluate(() => [location.href, ...(globalThis.firstPage ?? [])]));
  let bytes = 0;
  for (const name of loaded) if (!name.endsWith('.docx')) bytes += brotliCompressSync((await bodies.get(name)) ?? Buffer.alloc(0)).length;
  note(stack, bytes);
}

/** Notes a stack for the table. */
export function note(stack, bytes = null) {
  rows.push([stack, bytes === null ? '' : `${(bytes / 1024).toFixed(0)} KB`]);
}

after(() => {
  if (rows.length === 0) return;
  const table = ['| stack | passes | loaded until the first page (brotli) |', '|---|---|---|', ...rows.map(([stack, bytes]) => `| ${stack} | yes | ${bytes} |`)].join('\n');
  write(join(ROOT, 'tests/out'), { 'stacks.md': `${table}\n` });
  console.log(table.replace(/^/gm, '# '));
});

/**
 * Starts a process and waits for a line of its output, or until a function of the caller's resolves; `stop` ends it. It writes
 * without colours, which some turn on in CI.
 */
export async function started(command, args, { cwd, until }) {
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const stop = () => endGroup(child.pid);
  process.once('exit', stop);
  let output = '';
  const found = await new Promise((resolve, reject) => {
    const hear = (data) => {
      output += data;
      const match = typeof until === 'function' ? null : until.exec(output);
      if (match) resolve(match);
    };
    if (typeof until === 'function') {
      const again = () => until().then(resolve, () => child.exitCode === null && setTimeout(again, 100));
      again();
    }
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}\n${output}`)));
    setTimeout(() => reject(new Error(`${command} did not start\n${output}`)), 60_000).unref();
  }).catch((error) => {
    stop();
    throw error;
  });
  return { found, stop };
}
