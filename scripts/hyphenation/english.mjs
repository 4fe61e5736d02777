// node scripts/hyphenation/english.mjs: writes src/layout/inline/english.txt, Liang's patterns for English, of the automaton that the crate `hypher`
// (a dev-dependency, MIT or Apache-2.0) carries: as text they take half as much of the first page, and the crate itself stays as the judge
// of a test.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/run.mjs';

const { packages } = JSON.parse(execFileSync('cargo', ['metadata', '--format-version', '1'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }));
const { manifest_path } = packages.find(({ name }) => name === 'hypher');
const data = readFileSync(join(dirname(manifest_path), 'tries/en.bin'));

/** A state of the automaton: the weights of the letters that led to it, and where each further letter leads. */
function state(address) {
  let at = address;
  const head = data[at++];
  const stride = (head >> 5) & 3;
  let count = head & 31;
  if (count === 31) count = data[at++];
  let weights = [];
  if (head & 0x80) {
    const from = (data[at] << 4) | (data[at + 1] >> 4);
    weights = data.subarray(from, from + (data[at + 1] & 15));
    at += 2;
  }
  const letters = data.subarray(at, at + count);
  at += count;
  const target = (index) => (stride === 3 ? data.readUIntBE(at + 3 * index, 3) - (1 << 23) : data.readIntBE(at + stride * index, stride));
  return { weights, next: [...letters].map((letter, index) => [String.fromCharCode(letter), address + target(index)]) };
}

/** Letters by their row of weights, the weight before each letter. */
const rows = new Map();

function walk(address, letters) {
  const { weights, next } = state(address);
  if (weights.length > 0) {
    const row = Array(letters.length + 1).fill(0);
    let place = 0;
    for (const packed of weights) row[(place += Math.floor(packed / 10))] = packed % 10;
    const key = row.join('').replace(/0+$/, '');
    rows.set(key, [...(rows.get(key) ?? []), letters]);
  }
  for (const [letter, target] of next) walk(target, letters + letter);
}

/** Each after the one before: a capital for how many letters they share, and the others. */
function folded(words) {
  let before = '';
  return words.sort().map((word) => {
    let shared = 0;
    while (shared < before.length && word[shared] === before[shared]) shared++;
    before = word;
    return String.fromCharCode(65 + shared) + word.slice(shared);
  });
}

walk(data.readUInt32BE(0), '');
const lines = [...rows].sort(([, one], [, other]) => other.length - one.length).map(([row, words]) => `${row}:${folded(words).join('')}\n`);
writeFileSync(join(root, 'src/layout/inline/english.txt'), lines.join(''));
