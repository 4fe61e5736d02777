// npm start: sets up what is missing, builds, serves the demo and prints its address.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/run.mjs';
import { makeSamples } from './lib/samples.mjs';
import { forBuilding } from './lib/setup.mjs';
import { serve } from './lib/serve.mjs';
import { buildWasm } from './lib/wasm.mjs';
import { sizes } from './lib/sizes.mjs';
import { buildWeb } from './lib/web.mjs';

try {
  await forBuilding();
  await buildWasm();
  await buildWeb();
  await makeSamples();
  sizes();
  const { address } = await serve({ port: Number(process.env.PORT ?? 8080) });
  console.log(`\ndocpane is at ${address}  (Ctrl+C ends it)`);
  if (!existsSync(join(root, 'samples'))) console.log('There are no samples yet: drop a DOCX on the page.');
} catch (error) {
  console.error(`\nnpm start failed: ${error.message}`);
  process.exitCode = 1;
}
