// What a host may say once for all documents.

import type { FontOptions } from './fonts.js';

/** The engine's wasm: its address, its bytes, or the compiled module. */
export type WasmSource = string | URL | BufferSource | WebAssembly.Module;

/** Where files are and how the engine runs. All of it optional: files are found beside the script. */
export interface InitOptions {
  /** The engine, if not `docpane_bg.wasm` beside the script. */
  wasm?: WasmSource | Promise<WasmSource>;
  /** The hash that a fetched wasm must have, as in `integrity.json`. */
  integrity?: string;
  /** The worker's script, or a function that starts it; `false` runs the engine on the page's thread, in slices. */
  worker?: string | URL | (() => Worker) | false;
  /** Fonts to load where the device lacks those of a document. */
  fonts?: FontOptions | false;
}
