// npm run build: sets up what is missing and builds pkg/dist.
import { forBuilding } from './lib/setup.mjs';
import { sizes } from './lib/sizes.mjs';
import { buildWeb } from './lib/web.mjs';
import { buildWasm } from './lib/wasm.mjs';

await forBuilding();
await buildWasm();
await buildWeb();
sizes();
