// Starting the engine: a worker of the same origin, else the server on this thread.

import { assets } from '#assets';
import type { Line, LineEvents, ToClient } from './protocol.js';
import { setup } from './setup.js';

/** How long a worker may take to load before the engine starts on this thread instead, in milliseconds. */
const START_MS = 20_000;

/** Starts an engine; `events` hears from it. */
export async function startLine(events: LineEvents, inWorker: boolean): Promise<Line> {
  // The wasm loads while the worker does; where that fails, the worker tries for itself.
  const module = compile().catch(() => null);
  const worker = inWorker ? makeWorker() : null;
  const line = worker && (await connect(worker, events, module));
  if (line) return line;
  const { localLine } = await import('./local.js');
  return localLine(events, module.then((compiled) => compiled ?? compile()));
}

async function compile(): Promise<WebAssembly.Module> {
  const { wasm = assets.wasm(), integrity } = setup;
  const source = await wasm;
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source !== 'string' && !(source instanceof URL)) return WebAssembly.compile(source);
  const response = await fetch(source, integrity ? { integrity } : {});
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A worker, or null where none can be started. */
function makeWorker(): Worker | null {
  const { worker } = setup;
  try {
    if (worker === undefined) return assets.worker();
    if (typeof worker === 'function') return worker();
    return worker === false ? null : new Worker(worker, { type: 'module', name: 'docpane' });
  } catch {
    return null;
  }
}

/** A line to a worker, or null if it does not start. */
function connect(worker: Worker, events: LineEvents, module: Promise<WebAssembly.Module | null>): Promise<Line | null> {
  return new Promise((resolve) => {
    // Not when the worker is ready, but at once: it waits in the queue while this thread has other work.
    void module.then((compiled) => worker.postMessage({ module: compiled }));
    let ready = false;
    const fail = (reason: string) => {
      clearTimeout(timer);
      worker.terminate();
      if (ready) events.broken(reason);
      else resolve(null);
    };
    const timer = setTimeout(() => fail('the worker did not start'), START_MS);
    worker.onerror = (event) => fail(event.message || 'the worker stopped');
    worker.onmessageerror = () => fail('a message could not be read');
    worker.onmessage = ({ data }: MessageEvent<ToClient>) => {
      if (!('ready' in data)) return events.message(data);
      ready = true;
      clearTimeout(timer);
      resolve({
        post: (message, transfer = []) => worker.postMessage(message, transfer),
        end: () => worker.terminate(),
      });
    };
  });
}
