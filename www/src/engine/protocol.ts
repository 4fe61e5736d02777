// What goes between the client and the engine's server: typed requests with ids, their answers, and news about layout.
// Structured results travel as the JSON text that wasm wrote: a string crosses threads faster than an object tree.

import type { ErrorKind } from '../public/error.js';

/** Every request: its parameters and its result. `doc` is the handle that `open` gave. */
export interface Methods {
  open: { params: { bytes: Uint8Array; options: string }; result: Opened };
  page: { params: { doc: number; index: number }; result: string };
  text: { params: { doc: number; from: number; to: number | null }; result: string[] };
  search: { params: { doc: number; query: string }; result: string };
  bookmark: { params: { doc: number; name: string }; result: number | null };
  outline: { params: { doc: number }; result: string };
  warnings: { params: { doc: number }; result: string };
  media: { params: { doc: number; part: string }; result: Uint8Array };
  svg: { params: { doc: number; index: number }; result: string };
  close: { params: { doc: number }; result: null };
}

/** A request's name. */
export type Method = keyof Methods;

/** What `open` gives: a handle, the metadata, how far layout is, and the first page, which everyone asks for next. */
export interface Opened {
  doc: number;
  metadata: string;
  state: LayoutState;
  first: string | null;
}

/** How far layout is. */
export interface LayoutState {
  pages: number;
  finished: boolean;
  estimate: number;
}

/** From client to server. The first message brings the wasm, compiled, or null if that failed. */
export type ToServer = { module: WebAssembly.Module | null } | Request;

/** A request, or the end of one. */
export type Request = { [M in Method]: { id: number; method: M; params: Methods[M]['params'] } }[Method] | { cancel: number };

/** From server to client. */
export type ToClient =
  | { ready: true }
  | { id: number; value: unknown }
  | { id: number; error: WireError }
  /** How layout goes; with the metadata once the rest of a document is read of which `open` read the head alone. */
  | { doc: number; state: LayoutState; metadata?: string }
  /** The rest of a document could not be read; it is closed. */
  | { doc: number; failed: WireError }
  /** The wasm instance is unusable, by work on `doc` if known; nothing else follows. */
  | { crashed: string; culprit: number | null };

/** An error as it crosses: the class is rebuilt on the other side. */
export interface WireError {
  kind: ErrorKind | 'Aborted';
  message: string;
  part?: string;
}

/** A two-way line: a worker, or the server on this very thread. */
export interface Line {
  post(message: Request, transfer?: Transferable[]): void;
  /** Ends the other side at once. */
  end(): void;
}

/** What a line reports. */
export interface LineEvents {
  message(message: ToClient): void;
  /** The other side broke down; nothing else follows. */
  broken(reason: string): void;
}
