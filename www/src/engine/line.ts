// Starting the engine: a worker of the same origin, else the server on this thread.

import type { Line, LineEvents, ToClient } from './protocol.js';

/** How long a worker may take to load before the engine starts on this thread instead, in milliseconds. */
const START_MS = 20_000;

/** Starts an engine; `events` hears from it. */
export async function startLine(events: LineEvents, inWorker: boolean): Promise<Line> {
  const url = new URL('./docpane_bg.wasm', import.meta.url);
  // The wasm loads while the worker does; where that fails, the worker tries for itself.
  const module = compile(url).catch(() => null);
  const worker = inWorker ? await startWorker(events, module) : null;
  if (worker) return worker;
  const { localLine } = await import('./local.js');
  return localLine(events, (await module) ?? url);
}

async function compile(url: URL): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A line to a new worker, or null where none can be started. */
function startWorker(events: LineEvents, module: Promise<WebAssembly.Module | null>): Promise<Line | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'docpane' });
    } catch {
      return resolve(null);
    }
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
