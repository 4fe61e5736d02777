// The server on the calling thread, for places where no worker can be started. Loaded only when needed.

import { forget } from '#wasm';
import type { Line, LineEvents, ToClient, Request } from './protocol.js';
import { Server } from './server.js';

/** Lines that run: they share one instance. */
let running = 0;

/** A line to a server on this thread; messages still take a turn of the event loop. */
export function localLine(events: LineEvents, wasm: Promise<WebAssembly.Module>): Line {
  let ended = false;
  running++;
  const server = new Server((message: ToClient) => {
    if (!ended) queueMicrotask(() => ended || events.message(message));
  }, wasm);
  return {
    post: (message: Request) => void server.receive(message),
    end() {
      if (ended) return;
      ended = true;
      server.end();
      if (--running === 0) forget();
    },
  };
}
