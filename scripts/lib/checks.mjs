// What `npm test` does, in order. A step resolves with what it has to say, such as how many tests passed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { has, root, run } from './run.mjs';
import { makeSamples } from './samples.mjs';
import { browser, cjkFonts, forBuilding, otherBrowsers } from './setup.mjs';
import { buildWasm } from './wasm.mjs';
import { sizes } from './sizes.mjs';
import { buildWeb } from './web.mjs';

/** The steps; `needed` ones run whatever part was asked for. */
export const steps = [
  { part: 'setup', name: 'set up', needed: true, run: forBuilding },
  { part: 'lint', name: 'cargo fmt', run: () => run('cargo', ['fmt', '--all', '--check']).then(() => {}) },
  { part: 'lint', name: 'cargo clippy', run: clippy },
  { part: 'rust', name: 'cargo test', run: cargoTest },
  { part: 'rust', name: "Word's figures", run: probes },
  { part: 'web', name: 'wasm and web build', needed: true, run: build },
  { part: 'web', name: 'type check', run: () => run('node_modules/.bin/tsc', ['-p', 'www/tsconfig.json']).then(() => {}) },
  { part: 'browser', name: 'Chromium tests', run: () => nodeTests('tests/browser/all.mjs', 'Chromium tests') },
  { part: 'browser', name: 'checks in all engines', run: () => otherBrowsers().then(() => nodeTests('tests/browser/engines.mjs', 'checks in Chromium, Firefox and WebKit')) },
  { part: 'package', name: 'packaging tests', run: () => nodeTests('tests/packaging/all.mjs', 'packaging tests', 25) },
];

async function clippy() {
  await run('cargo', ['clippy', '--locked', '--workspace', '--all-targets', '--', '-D', 'warnings']);
  const wasm = ['clippy', '--locked', '--target', 'wasm32-unknown-unknown', '--no-default-features', '--features', 'wasm,wasm-pictures'];
  await run('cargo', [...wasm, '--lib', '--', '-D', 'warnings']);
}

async function cargoTest() {
  const output = await run('cargo', ['test', '--locked', '--workspace']);
  const counts = [...output.matchAll(/test result: ok\. (\d+) passed/g)].map(([, count]) => Number(count));
  return `${counts.reduce((sum, count) => sum + count, 0)} Rust tests`;
}

/** The share of Word's figures on the shared probes, when present. */
async function probes() {
  const output = await run('node', ['scripts/probes/probes.mjs', '--bin', 'target/debug/docpane']);
  return output.trim().split('\n').at(-1);
}

async function build() {
  await buildWasm();
  await buildWeb();
  await makeSamples();
  return `${sizes().toFixed(0)} KB brotli`;
}

/** What a test leaves open by mistake must not keep the others' answers back. */
const FORCED = has('node', ['--test-force-exit', '--version']) ? ['--test-force-exit'] : [];

async function nodeTests(file, what, minutes = 15) {
  if (!existsSync(join(root, file))) return undefined;
  await cjkFonts();
  const output = await run('node', [...FORCED, '--test-reporter=tap', file], { env: { CHROME_BIN: await browser() }, minutes }).catch((error) => {
    throw new Error([error.message, ...failures(error.output ?? '')].join('\n'));
  });
  return `${/^# pass (\d+)/m.exec(output)?.[1] ?? 0} ${what}`;
}

/** The tests of a TAP report that failed, each with what it says below itself; many tests further up would else be cut off. */
function failures(report) {
  return report.match(/^not ok .*\n(?: .*\n)*/gm) ?? [];
}
