// The caller's side of the line: requests as promises. One engine serves all documents of a page; when it breaks down, all
// that wait get an error of kind `Crashed`, and the next request starts a new one.

import { DocpaneError, type ErrorKind } from '../public/error.js';
import { startLine } from './line.js';
import type { LayoutState, Line, Method, Methods, ToClient, Request } from './protocol.js';

/** An engine that says nothing for so long while asked is taken for stuck, in milliseconds. */
const STUCK_MS = 60_000;

interface Pending {
  resolve(value: never): void;
  reject(reason: unknown): void;
}

/** Hears about a document. */
export interface DocumentListener {
  /** Layout went on; of a long document the rest was read. */
  state(state: LayoutState, metadata?: string): void;
  /** The rest of it could not be read. */
  failed(error: DocpaneError): void;
  /** The engine broke down; `guilty` if it was at work on this document. */
  broken(error: DocpaneError, guilty: boolean): void;
}

/** What a request may carry. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  transfer?: Transferable[];
}

/** A client with its engine. */
export class Client {
  readonly #inWorker: boolean;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<number, DocumentListener>();
  #line: Promise<Line> | null = null;
  #generation = 0;
  #nextId = 1;
  #heard = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(inWorker: boolean) {
    this.#inWorker = inWorker;
  }

  /** Grows with each engine started: a handle of an older one is worth nothing. */
  get generation(): number {
    return this.#generation;
  }

  /** Starts the engine if there is none, so that it loads while the document does. */
  start(): Promise<Line> {
    if (this.#line) return this.#line;
    const generation = ++this.#generation;
    const current = () => generation === this.#generation;
    const events = {
      message: (message: ToClient) => current() && this.#message(message),
      broken: (reason: string) => current() && this.#breakDown(reason),
    };
    this.#line = startLine(events, this.#inWorker);
    return this.#line;
  }

  /** Asks; rejects with a `DocpaneError`, or with the signal's reason. */
  async call<M extends Method>(method: M, params: Methods[M]['params'], options: CallOptions = {}): Promise<Methods[M]['result']> {
    const { signal, transfer } = options;
    signal?.throwIfAborted();
    const id = this.#nextId++;
    const line = await this.start();
    signal?.throwIfAborted();
    const answer = new Promise<Methods[M]['result']>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    const cancel = () => {
      const pending = this.#settle(id);
      pending?.reject(signal?.reason);
      if (pending) line.post({ cancel: id });
    };
    signal?.addEventListener('abort', cancel, { once: true });
    line.post({ id, method, params } as Request, transfer);
    this.#keepWatch();
    return answer.finally(() => signal?.removeEventListener('abort', cancel));
  }

  /** Gives the engine's memory back, unless somebody waits for an answer; documents open again when they are asked for something. */
  rest(): void {
    if (this.#pending.size > 0) return;
    const line = this.#line;
    this.#line = null;
    this.#generation++;
    this.#listeners.clear();
    void line?.then((it) => it.end());
  }

  /** Hears how layout of a document goes. */
  listen(doc: number, listener: DocumentListener): void {
    this.#listeners.set(doc, listener);
  }

  /** No longer hears. */
  forget(doc: number): void {
    this.#listeners.delete(doc);
  }

  #message(message: ToClient): void {
    this.#heard = performance.now();
    if ('crashed' in message) return this.#breakDown(message.crashed, message.culprit);
    if ('state' in message) return this.#listeners.get(message.doc)?.state(message.state, message.metadata);
    if ('failed' in message) return this.#listeners.get(message.doc)?.failed(new DocpaneError(message.failed.kind as ErrorKind, message.failed.message, message.failed.part));
    if (!('id' in message)) return;
    const pending = this.#settle(message.id);
    if (!pending) return;
    if ('value' in message) return pending.resolve(message.value as never);
    const { kind, message: text, part } = message.error;
    pending.reject(kind === 'Aborted' ? new DOMException(text, 'AbortError') : new DocpaneError(kind, text, part));
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) clearInterval(this.#watch);
    return pending;
  }

  #breakDown(reason: string, culprit: number | null = null): void {
    const line = this.#line;
    this.#line = null;
    this.#generation++;
    clearInterval(this.#watch);
    void line?.then((it) => it.end());
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    const error = new DocpaneError('Crashed', `The engine stopped: ${reason}`);
    for (const { reject } of pending) reject(error);
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const [doc, listener] of listeners) listener.broken(error, doc === culprit);
  }

  #keepWatch(): void {
    this.#heard = performance.now();
    clearInterval(this.#watch);
    this.#watch = setInterval(() => {
      if (performance.now() - this.#heard > STUCK_MS) this.#breakDown('it gave no sign for a minute');
    }, 5_000);
  }
}

/** Gives the memory of all engines back. */
export function restEngines(): void {
  for (const client of clients.values()) client.rest();
}

const clients = new Map<boolean, Client>();

/** The client that all documents share, in a worker or on this thread. */
export function sharedClient(inWorker: boolean): Client {
  let client = clients.get(inWorker);
  if (!client) clients.set(inWorker, (client = new Client(inWorker)));
  return client;
}
