// Sets up what is missing on a fresh machine with only Rust and Node, and says what it installs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { firstLine, has, root, run, say, step } from './run.mjs';
import { unlessFresh } from './stamp.mjs';

/** What building needs: npm packages, the wasm target, wasm-pack. */
export async function forBuilding() {
  if (!has('cargo')) throw new Error('Rust is missing: install it from https://rustup.rs, then run this again.');
  await npmPackages();
  await wasmTarget();
  await wasmPack();
}

async function npmPackages() {
  const inputs = ['package.json', 'package-lock.json'];
  await unlessFresh('npm', { inputs, outputs: ['node_modules/.bin/esbuild', 'node_modules/.bin/tsc'] }, () =>
    step('installing npm packages', () => run('npm', [existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install', '--no-audit', '--no-fund'])),
  );
}

async function wasmTarget() {
  const sysroot = firstLine('rustc', ['--print', 'sysroot']);
  if (existsSync(join(sysroot, 'lib/rustlib/wasm32-unknown-unknown'))) return;
  if (!has('rustup')) throw new Error('The wasm32-unknown-unknown target is missing and there is no rustup to add it with.');
  await step('installing the Rust target wasm32-unknown-unknown', () => run('rustup', ['target', 'add', 'wasm32-unknown-unknown']));
}

async function wasmPack() {
  if (has('wasm-pack')) return;
  await step('installing wasm-pack (cargo install, some minutes)', async () => {
    try {
      await run('cargo', ['install', 'wasm-pack', '--locked']);
    } catch {
      // A registry that lags can lack a version that the lock file names.
      await run('cargo', ['install', 'wasm-pack']);
    }
  });
  const home = process.env.CARGO_HOME ?? join(process.env.HOME ?? '', '.cargo');
  process.env.PATH = `${join(home, 'bin')}:${process.env.PATH}`;
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The path of a Chromium, installed with apt-get if need be. */
export async function browser() {
  const named = process.env.CHROME_BIN;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_BIN names ${named}, which does not exist.`);
    return named;
  }
  const found = () => BROWSERS.find((path) => existsSync(path));
  if (!found()) await aptInstall(['chromium'], 'Set CHROME_BIN to a Chromium or Chrome and run this again.');
  return found();
}

/** Chinese glyphs for pictures; tests do not depend on them, so a failure is only told. */
export async function cjkFonts() {
  if (!has('fc-list') || firstLine('fc-list', [':lang=zh-cn'])) return;
  try {
    await aptInstall(['fonts-noto-cjk'], '');
  } catch {
    say('no Chinese fonts could be installed: screenshots will show boxes');
  }
}

/** Firefox and WebKit, for the checks in all engines; where they cannot be installed, those checks are skipped and say so. */
export async function otherBrowsers() {
  const wanted = [];
  if (!has('which', ['firefox-esr']) && !has('which', ['firefox'])) wanted.push('firefox-esr');
  if (!has('which', ['WebKitWebDriver'])) wanted.push('webkit2gtk-driver');
  if (!has('which', ['Xvfb'])) wanted.push('xvfb');
  if (wanted.length === 0) return;
  try {
    await aptInstall(wanted, '');
  } catch {
    say(`${wanted.join(', ')} could not be installed: the viewer is not checked there`);
  }
}

async function aptInstall(packages, otherwise) {
  const list = packages.join(' ');
  const asRoot = process.getuid?.() === 0 ? [] : has('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
  if (asRoot === null || !has('apt-get')) throw new Error(`${list} is missing and cannot be installed without root. ${otherwise}`);
  const apt = (...args) => run('env', [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
  await step(`installing ${list} (apt-get)`, async () => {
    await apt('update', '-q').catch(() => {});
    await apt('install', '-y', '-q', '--no-install-recommends', ...packages);
  });
}
