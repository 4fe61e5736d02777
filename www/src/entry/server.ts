// `docpane/server` for Node, Deno and Bun: the wasm is read from the file beside this script.

import { loadPicturesFrom } from '../engine/pictures.js';
import type { WasmSource } from '../public/init.js';
import { loadFrom } from '../server/wasm.js';

loadFrom(() => read(new URL('./docpane_bg.wasm', import.meta.url)));
loadPicturesFrom(() => read(new URL('./docpane_pictures_bg.wasm', import.meta.url)));

async function read(url: URL): Promise<WasmSource> {
  if (url.protocol !== 'file:') return url;
  const { readFile } = await import('node:fs/promises');
  return readFile(url);
}

export { DocpaneError } from '../public/error.js';
export { open } from '../server/document.js';
export { init } from '../server/wasm.js';
export type * from '../public/index.js';
export type * from '../public/server.js';
