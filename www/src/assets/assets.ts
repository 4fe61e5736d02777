// The files beside the script. Each kind of package entry has its own answer; `#assets` names the one that a bundle takes.

import type { ShippedFace } from '../fonts/faces.js';
import type { WasmSource } from '../public/init.js';

/** Where the engine's files are. */
export interface Assets {
  /** The engine. */
  wasm(): WasmSource | Promise<WasmSource>;
  /** A worker that runs it; throws or returns null where there can be none. */
  worker(): Worker | null;
  /** The package's faces; none where there are no files. */
  faces(): Promise<readonly ShippedFace[]>;
}
