// How much of what Word itself answered on small probe documents the layout meets, set by set.
//
//   node scripts/probes/probes.mjs [--set NAME] [--misses N] [--bin PATH]
//
// Needs the shared documents (`../shared/probes`, or DOCPANE_PROBES) and a built `docpane`.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const probes = process.env.DOCPANE_PROBES ?? [join(root, '../shared/probes'), join(root, '../../shared/probes')].find(existsSync);
const binary = option('--bin', ['fast', 'release', 'debug'].map((p) => join(root, 'target', p, 'docpane')).find(existsSync));
const only = option('--set');
const misses = Number(option('--misses', 0));

const squeeze = (text) => text.replace(/[\s\u00ad\u200b-\u200f\ufeff]+/gu, '');
const near = (a, b, within) => Math.abs(a - b) <= within;

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

const lines = (pages) => pages.flatMap((page, index) => page.lines.map((line) => ({ ...line, page: index + 1 })));

/** Lines of Word's PDF: the same text on the same page, and its baseline within 0.15 pt. */
function compareLines(word, pages, tally) {
  for (const [index, page] of word.pages.entries()) {
    const ours = pages?.[index]?.lines ?? [];
    for (const line of page.lines) {
      const same = ours.filter((l) => squeeze(l.text) === squeeze(line.text));
      const best = same.reduce((b, l) => Math.min(b, Math.abs(l.baseline - line.baseline)), Infinity);
      tally('text', same.length > 0, `page ${index + 1}: ${line.text}`);
      if (same.length) tally('baseline', best <= 0.17, `page ${index + 1}: ${line.text} off ${best.toFixed(2)}`);
    }
  }
}

/** Lines of one cell, by their text. */
function compareCell(word, pages, tally) {
  if (!word.lines) return;
  const ours = lines(pages ?? []).map((l) => squeeze(l.text)).filter(Boolean);
  const wanted = word.lines.map((l) => squeeze(l.text)).filter(Boolean);
  const start = ours.findIndex((_, i) => wanted.every((text, k) => ours[i + k] === text));
  tally('breaks', start >= 0, `${wanted.join(' | ')} here ${ours.slice(0, 4).join(' | ')}`);
}

/** Steps between tops of lines of one font are steps between their baselines. */
const step = (ours, from, to) => (ours[from] && ours[to] ? ours[to].baseline - ours[from].baseline : NaN);

const values = {
  'cell-fit': (w, p, tally) => tally('lines', lines(p).filter((l) => l.text.trim()).length === w.n_lines, `${w.n_lines} lines`),
  'chargrid-indent': (w, p, tally) => {
    const ours = lines(p);
    tally('first line', squeeze(ours[0]?.text ?? '').length === w.line1_chars, `${w.line1_chars} here ${ours[0]?.text.length}`);
    tally('lines', ours.length === w.line_count, `${w.line_count} here ${ours.length}`);
  },
  'grid-sweep': (w, p, tally) => {
    const m = w.measure;
    const got = step(lines(p), 0, 2);
    tally('steps', near(got, m.stride_p1_p2 + m.stride_p2_p3, 0.76), `${m.stride_p1_p2 + m.stride_p2_p3} here ${got}`);
  },
  'line-step-small': (w, p, tally) => {
    const got = step(lines(p), 0, 2);
    tally('steps', near(got, w.p3_y - w.p1_y, 0.76), `${w.p3_y - w.p1_y} here ${got}`);
  },
  'page-drift-cumul': (w, p, tally) => {
    const ours = lines(p);
    w.rows.forEach((row, i) => {
      const got = step(ours, 0, i);
      tally('y', row.wp === ours[i]?.page && near(got, row.wy - w.rows[0].wy, 0.76), `${i}: ${row.wy - w.rows[0].wy} here ${got}`);
    });
  },
  'page-drift-empty': (w, p, tally) => {
    const ours = lines(p).filter((l) => l.text.trim());
    const got = step(ours, 0, ours.length - 1);
    tally('through', near(got, w.word_through, 0.76), `${w.word_through} here ${got}`);
  },
  // The empty paragraph begins at 72 pt; the second one is exactly 21 pt high, its baseline at 0.8 of that.
  'empty-paragraph-grid': (w, p, tally) => {
    const got = (lines(p).find((l) => l.text.startsWith('PARA'))?.baseline ?? NaN) - 16.8;
    tally('height', near(got, w.y2, 0.76), `${w.y2} here ${got}`);
  },
  'page-drift-linespacing': (w, p, tally) => {
    const got = step(lines(p), 0, 2);
    tally('steps', near(got, w.word_y[2] - w.word_y[0], 0.76), `${w.word_y[2] - w.word_y[0]} here ${got}`);
  },
  'page-drift-size': (w, p, tally) => {
    if (w.A_fs !== w.C_fs) return;
    const got = step(lines(p), 0, 2);
    tally('steps', near(got, w.word_y_C - w.word_y_A, 0.76), `${w.word_y_C - w.word_y_A} here ${got}`);
  },
  'page-drift-table': (w, p, tally) => {
    const ours = lines(p);
    const got = step(ours, 0, ours.length - 1);
    tally('through', near(got, w.body_C_word_y - w.body_A_word_y, 0.76), `${w.body_C_word_y - w.body_A_word_y} here ${got}`);
  },
  'table-row-drift': (w, p, tally) => {
    const tops = w.line_ys_pt ?? [];
    const got = step(lines(p), 0, tops.length - 1);
    if (tops.length > 1) tally('through', near(got, tops.at(-1) - tops[0], 0.76), `${tops.at(-1) - tops[0]} here ${got}`);
  },
  'table-borders': (w, p, tally) => {
    const tops = w.rows.map((row) => row.cell_top_y_pt);
    const got = step(lines(p), 0, tops.length - 1);
    if (tops.length > 1) tally('rows', near(got, tops.at(-1) - tops[0], 0.76), `${tops.at(-1) - tops[0]} here ${got}`);
  },
  'table-row-before': (w, p, tally) => {
    const ours = lines(p);
    const got = step(ours, ours.findIndex((l) => l.text === w.row1_text), ours.findIndex((l) => l.text === w.row2_text));
    tally('step', near(got, w.row2_y - w.row1_y, 0.76), `${w.row2_y - w.row1_y} here ${got}`);
  },
  'page-fit': (w, p, tally) => tally('page', lines(p)[w.test_idx - 1]?.page === w.test_page, `page ${w.test_page}`),
  'page-fit-grid': (w, p, tally) => tally('page', lines(p)[w.test_idx - 1]?.page === w.test_page, `page ${w.test_page}`),
};

function compare(set, word, pages, tally) {
  if (word.pages && Array.isArray(word.pages)) return compareLines(word, pages, tally);
  if (values[set]) return values[set](word, pages ?? [], tally);
  if (set.startsWith('cell-jcboth') || set === 'cell-yakumono-grid' || set === 'sdt-cell-breaks') return compareCell(word, pages, tally);
  return undefined;
}

if (!probes || !binary) {
  console.error('probes: no shared probes or no built docpane (cargo build --profile fast)');
  process.exit(1);
}
const sets = readdirSync(probes).filter((set) => existsSync(join(probes, set, 'word.json')) && (!only || set === only));
for (const set of sets) {
  const { cases } = JSON.parse(readFileSync(join(probes, set, 'word.json'), 'utf8'));
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
  for (const [what, [hits, all]] of counts) {
    console.log(`${set.padEnd(28)} ${what.padEnd(12)} ${String(hits).padStart(5)} / ${String(all).padEnd(5)} ${(hits / all).toFixed(3)}`);
  }
  missed.slice(0, misses).forEach((line) => console.log(line));
}
