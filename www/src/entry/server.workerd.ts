// `docpane/server` for workerd, which compiles no wasm while it runs: the module comes with the script.

// @ts-expect-error workerd knows what a wasm file is, TypeScript does not.
import wasm from './docpane_bg.wasm';
// @ts-expect-error As above.
import pictures from './docpane_pictures_bg.wasm';
import { loadPicturesFrom } from '../engine/pictures.js';
import type { WasmSource } from '../public/init.js';
import { loadFrom } from '../server/wasm.js';

loadFrom(async () => wasm as WasmSource);
loadPicturesFrom(() => pictures as WasmSource);

export { DocpaneError } from '../public/error.js';
export { open } from '../server/document.js';
export { init } from '../server/wasm.js';
export type * from '../public/index.js';
export type * from '../public/server.js';
