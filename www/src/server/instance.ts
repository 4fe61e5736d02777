// The engine's instance on a server: started when first needed, given up after a breakdown or when it has grown large, so that a
// process that reads documents for days stays small.

import { Engine, forget, initSync } from '#wasm';
import { wireError } from '../engine/wire-error.js';
import { DocpaneError, type ErrorKind } from '../public/error.js';
import { compiledWasm } from './wasm.js';

/** A wasm memory cannot shrink: one larger than this is given up as soon as no document is open. */
const MOST_MEMORY = 64 * 2 ** 20;

let memory: WebAssembly.Memory | null = null;
const open = new Set<Engine>();

/** Opens bytes. */
export async function openEngine(bytes: Uint8Array, options: string): Promise<Engine> {
  const module = await compiledWasm();
  memory ??= initSync({ module }).memory;
  return guarded(() => {
    const engine = Engine.open(bytes, options);
    open.add(engine);
    return engine;
  });
}

/** Asks an engine; a breakdown closes all documents and leaves the next one a new instance. */
export function ask<T>(engine: Engine, work: (engine: Engine) => T): T {
  if (!open.has(engine)) throw new DocpaneError('Closed', 'The document was closed.');
  return guarded(() => work(engine));
}

/** Frees an engine. */
export function closeEngine(engine: Engine): void {
  if (!open.delete(engine)) return;
  engine.free();
  if (open.size === 0 && memory && memory.buffer.byteLength > MOST_MEMORY) drop();
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const error = wireError(thrown);
    if (error) throw new DocpaneError(error.kind as ErrorKind, error.message, error.part);
    drop();
    throw new DocpaneError('Crashed', `The engine stopped: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

function drop(): void {
  // Handles of an old instance must not be freed in a new one.
  for (const engine of open) engine.__destroy_into_raw();
  open.clear();
  forget();
  memory = null;
}
