// npm test: sets up what is missing and runs every test. `npm test -- rust` (or lint, web, browser, package) runs a part.
import { say, since } from './lib/run.mjs';
import { steps } from './lib/checks.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !steps.some((step) => step.part === part));
if (unknown.length > 0) {
  console.error(`unknown part: ${unknown.join(', ')}; there are ${[...new Set(steps.map((step) => step.part))].join(', ')}`);
  process.exit(2);
}

const start = performance.now();
const lines = [];
let failed = null;
for (const { part, name, run, needed } of steps) {
  if (wanted.length > 0 && !needed && !wanted.includes(part)) continue;
  const began = performance.now();
  say(`${name} …`);
  try {
    const result = await run();
    console.log(`  ok: ${result ?? name} (${since(began)})`);
    if (result) lines.push(result);
  } catch (error) {
    console.error(`  FAILED: ${name} (${since(began)})\n${error.message}`);
    failed ??= name;
    // What follows would only fail for the same reason.
    if (needed) break;
  }
}
console.log(failed ? `\nnpm test FAILED: ${failed}, after ${since(start)}` : `\nnpm test passed: ${lines.join('; ')}; in ${since(start)}`);
process.exitCode = failed ? 1 : 0;
