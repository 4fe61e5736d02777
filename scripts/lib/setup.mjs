// Sets up what is missing on a fresh machine with only Rust and Node, and says what it installs.
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { firstLine, has, root, run, say, step } from './run.mjs';
import { unlessFresh } from './stamp.mjs';

/** What building needs: npm packages, the wasm target, the glue's maker. */
export async function forBuilding() {
  if (!has('cargo')) throw new Error('Rust is missing: install it from https://rustup.rs, then run this again.');
  // The one waits for the network, the other for the processor.
  await Promise.all([npmPackages(), wasmTarget().then(bindgen)]);
}

async function npmPackages() {
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error('node_modules is a link, and npm would empty what it leads to: remove the link and run this again.');
  }
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

/** The path of the command that makes a wasm module's glue, built (under a minute) if need be. */
export async function bindgen() {
  const target = join(root, 'target/bindgen');
  const command = join(target, 'release/bindgen');
  const inputs = ['scripts/bindgen/Cargo.toml', 'scripts/bindgen/Cargo.lock', 'scripts/bindgen/src'];
  await unlessFresh('bindgen', { inputs, outputs: ['target/bindgen/release/bindgen'] }, () =>
    step('building the maker of the glue', () => run('cargo', ['build', '--release', '--locked', '--manifest-path', 'scripts/bindgen/Cargo.toml', '--target-dir', target])),
  );
  return command;
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
