// How much of what Word itself answered on small probe documents the layout meets, set by set.
//
//   node scripts/probes/probes.mjs [--set NAME] [--misses N] [--bin PATH]
//
// Needs the shared documents (`../shared`, or DOCPANE_SHARED) and a built `docpane`. Fails where a reliable set falls short.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const folders = process.env.DOCPANE_SHARED ? [process.env.DOCPANE_SHARED] : [join(root, '../shared'), join(root, '../../shared')];
const probes = folders.map((folder) => join(folder, 'probes')).find(existsSync);
const binary = option('--bin', ['fast', 'release', 'debug'].map((p) => join(root, 'target', p, 'docpane')).find(existsSync));
const only = option('--set');
// What each figure of a reliable set must reach.
const LEAST = 0.9;
const misses = Number(option('--misses', 0));

/** The pages that `docpane dump` gives for each file of a folder. */
function dump(folder) {
  const files = readdirSync(folder).filter((f) => f.endsWith('.docx')).map((f) => join(folder, f));
  let out;
  try {
    out = execFileSync(binary, ['dump', '--page-breaks', 'computed', ...files], { encoding: 'utf8', maxBuffer: 1 << 30 });
  } catch (error) {
    out = error.stdout ?? '';
  }
  const rows = out.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return new Map(rows.filter((row) => row.pages).map((row) => [basename(row.file), row.pages]));
}

/** One set's figures: hits and counts by what is compared, the misses, and whether its README calls it reliable (grade A). */
function measure(set) {
  const { cases, grade } = JSON.parse(readFileSync(join(probes, set, 'word.json'), 'utf8'));
  const ours = dump(join(probes, set, 'docs'));
  const counts = new Map();
  const missed = [];
  for (const [file, word] of Object.entries(cases)) {
    compare(set, word, ours.get(file), (what, hit, note) => {
      const [hits, all] = counts.get(what) ?? [0, 0];
      counts.set(what, [hits + (hit ? 1 : 0), all + 1]);
      if (!hit) missed.push(`    ${file}: ${what}: ${note}`);
    });
  }
  return { set, counts, missed, reliable: grade.startsWith('A') };
}

if (!probes || !binary) {
  console.log('probes: no shared probes or no built docpane (cargo build --profile fast): nothing to run over');
  process.exit(0);
}
const sets = readdirSync(probes).filter((set) => existsSync(join(probes, set, 'word.json')) && (!only || set === only));
console.log(`${'set'.padEnd(28)} ${'what'.padEnd(12)}   met / all     share  (* reliable)`);
let below = 0;
for (const { set, counts, missed, reliable } of sets.map(measure)) {
  for (const [what, [hits, all]] of counts) {
    const share = hits / all;
    if (reliable && share < LEAST) below += 1;
    const mark = `${reliable ? ' *' : ''}${reliable && share < LEAST ? ` below ${LEAST}` : ''}`;
    console.log(`${set.padEnd(28)} ${what.padEnd(12)} ${String(hits).padStart(5)} / ${String(all).padEnd(5)} ${share.toFixed(3)}${mark}`);
  }
  if (counts.size === 0) console.log(`${set.padEnd(28)} not compared`);
  missed.slice(0, misses).forEach((line) => console.log(line));
}
console.log(below ? `${below} figures of reliable sets are below ${LEAST}` : `every figure of the reliable sets is at least ${LEAST}`);
process.exit(below ? 1 : 0);
