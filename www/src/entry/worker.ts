// The worker: a server at the end of `postMessage`.

import type { ToServer } from '../engine/protocol.js';
import { Server } from '../engine/server.js';

const scope = globalThis as unknown as {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToServer>) => void): void;
};

let takeWasm: (wasm: WebAssembly.Module | URL) => void;
const wasm = new Promise<WebAssembly.Module | URL>((resolve) => (takeWasm = resolve));
const server = new Server((message, transfer = []) => scope.postMessage(message, transfer), wasm);
scope.addEventListener('message', ({ data }) => {
  if ('module' in data) takeWasm(data.module ?? new URL('./docpane_bg.wasm', import.meta.url));
  else void server.receive(data);
});
scope.postMessage({ ready: true }, []);
