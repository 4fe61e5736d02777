// `docpane/server` for Node, Deno and Bun: the wasm is read from the file beside this script.

import { loadFrom } from '../server/wasm.js';

loadFrom(async () => {
  const url = new URL('./docpane_bg.wasm', import.meta.url);
  if (url.protocol !== 'file:') return url;
  const { readFile } = await import('node:fs/promises');
  return readFile(url);
});

export { DocpaneError } from '../public/error.js';
export { open } from '../server/document.js';
export { init } from '../server/wasm.js';
export type * from '../public/index.js';
export type * from '../public/server.js';
