// The server on the calling thread, for places where no worker can be started. Loaded only when needed.

import type { Line, LineEvents, ToClient, Request } from './protocol.js';
import { Server } from './server.js';

/** A line to a server on this thread; messages still take a turn of the event loop. */
export function localLine(events: LineEvents, wasm: WebAssembly.Module | URL): Line {
  let ended = false;
  const server = new Server((message: ToClient) => {
    if (!ended) queueMicrotask(() => ended || events.message(message));
  }, Promise.resolve(wasm));
  return {
    post: (message: Request) => void server.receive(message),
    end: () => (ended = true),
  };
}
