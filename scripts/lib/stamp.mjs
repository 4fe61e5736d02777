// "Nothing changed, nothing to do": a step's stamp is the hash of the files it reads.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

/** All files under `paths` (files or folders, from the root), sorted. */
function files(paths) {
  const found = [];
  const walk = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) readdirSync(full).sort().forEach((name) => walk(join(path, name)));
    else found.push(path);
  };
  paths.forEach(walk);
  return found;
}

/** A hash over names and contents of everything under `paths`, and over `extra`. */
export function hash(paths, extra = '') {
  const sum = createHash('sha256').update(extra);
  for (const path of files(paths)) sum.update(path).update('\0').update(readFileSync(join(root, path)));
  return sum.digest('hex');
}

/**
 * Runs `work` unless its inputs are as they were the last time and all `outputs` exist.
 * Resolves with whether it ran.
 */
export async function unlessFresh(name, { inputs, outputs = [], extra = '' }, work) {
  const stamp = join(root, 'target', 'stamps', name);
  const now = hash(inputs, extra);
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === now && outputs.every((path) => existsSync(join(root, path)));
  if (fresh) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
