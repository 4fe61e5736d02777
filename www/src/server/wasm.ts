// The compiled wasm of a server: from where the entry found it, or from the host.

import { DocpaneError } from '../public/error.js';
import type { WasmSource } from '../public/init.js';

let compiled: Promise<WebAssembly.Module> | undefined;
let load: () => Promise<WasmSource> = () => Promise.reject(new DocpaneError('NoEngine', 'Call init(wasm) first.'));

/** Says where the wasm comes from if nobody calls `init`. */
export function loadFrom(source: () => Promise<WasmSource>): void {
  load = source;
}

/** Compiles the wasm; without an argument the one beside this script. Not needed where that can be found. */
export async function init(wasm?: WasmSource | Promise<WasmSource>): Promise<void> {
  if (wasm !== undefined) compiled = undefined;
  await compiledWasm(wasm);
}

async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source !== 'string' && !(source instanceof URL)) return WebAssembly.compile(source);
  const response = await fetch(source);
  if (!response.ok) throw new DocpaneError('NoEngine', `The engine could not be fetched: the server answered ${response.status}.`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The wasm, compiled once; where that fails, the next call tries again. */
export function compiledWasm(source?: WasmSource | Promise<WasmSource>): Promise<WebAssembly.Module> {
  if (!compiled) {
    compiled = Promise.resolve(source ?? load()).then(compile);
    compiled.catch(() => (compiled = undefined));
  }
  return compiled;
}
