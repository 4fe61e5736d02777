// Writes the sample documents to samples/. The same script gives the same bytes; `node scripts/samples/make.mjs [name…]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { malformed, truncated } from './broken.mjs';
import { contract } from './contract.mjs';
import { form } from './form.mjs';
import { long } from './long.mjs';
import { pictures } from './pictures.mjs';
import { report } from './report.mjs';
import { shapes } from './shapes.mjs';
import { workSummary } from './work-summary.mjs';
import { wraps } from './wraps.mjs';

const SAMPLES = {
  'work-summary': workSummary,
  report,
  form,
  contract,
  pictures,
  shapes,
  wraps,
  long,
  truncated,
  malformed,
};

const folder = new URL('../../samples/', import.meta.url);
const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(SAMPLES)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const bytes = make();
  writeFileSync(new URL(`${name}.docx`, folder), bytes);
  console.log(`samples/${name}.docx  ${(bytes.length / 1024).toFixed(1)} KB`);
}
