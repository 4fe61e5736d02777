// The worker: a server at the end of `postMessage`.

import type { ToServer } from '../engine/protocol.js';
import { Server } from '../engine/server.js';

const scope = globalThis as unknown as {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToServer>) => void): void;
};

const server = new Server((message, transfer = []) => scope.postMessage(message, transfer), new URL('./docpane_bg.wasm', import.meta.url));
scope.addEventListener('message', (event) => void server.receive(event.data));
scope.postMessage({ ready: true }, []);
