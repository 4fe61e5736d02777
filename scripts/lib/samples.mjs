// The sample documents: made by scripts/samples, never taken from elsewhere.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, step } from './run.mjs';
import { unlessFresh } from './stamp.mjs';

const MAKER = 'scripts/samples/make.mjs';

/** Makes samples/*.docx unless they are there already and their maker has not changed. */
export async function makeSamples() {
  if (!existsSync(join(root, MAKER))) return;
  const inputs = ['scripts/samples'];
  await unlessFresh('samples', { inputs, outputs: ['samples'] }, () => step('making the samples', () => run('node', [MAKER])));
}
