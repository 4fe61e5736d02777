// The engine's side of the line: holds open documents, answers requests, and lays pages out in slices between messages,
// so that the first page leaves before the rest is laid out.

import init, { Engine } from '#wasm';
import * as pictures from './pictures.js';
import type { LayoutState, Method, Methods, Opened, Request, ToClient, WireError } from './protocol.js';
import { wireError } from './wire-error.js';

/** Milliseconds of layout between two looks at the messages. */
const SLICE_MS = 12;

/** At most this often is the client told how far layout is, in milliseconds. */
const NEWS_MS = 80;

const CLOSED: WireError = { kind: 'Closed', message: 'The document was closed.' };

/** A request for a page that is not laid out yet. */
interface Waiter {
  id: number;
  index: number;
  work(): void;
}

interface OpenDocument {
  engine: Engine;
  state: LayoutState;
  waiters: Waiter[];
  told: number;
}

/** Serves one client. `send` takes what goes out. */
export class Server {
  readonly #send: (message: ToClient, transfer?: Transferable[]) => void;
  readonly #wasm: Promise<unknown>;
  readonly #documents = new Map<number, OpenDocument>();
  readonly #cancelled = new Set<number>();
  #nextDocument = 1;
  #dead = false;

  constructor(send: (message: ToClient, transfer?: Transferable[]) => void, wasm: Promise<WebAssembly.Module | URL>) {
    this.#send = send;
    this.#wasm = wasm.then((module_or_path) => init({ module_or_path }));
    this.#wasm.catch(() => {});
  }

  /** Takes a message from the client. */
  async receive(message: Request): Promise<void> {
    if (this.#dead) return;
    if ('cancel' in message) return this.#cancel(message.cancel);
    try {
      await this.#wasm;
    } catch (error) {
      return this.#send({ id: message.id, error: { kind: 'NoEngine', message: String(error) } });
    }
    if (this.#cancelled.delete(message.id)) return;
    const { id, params } = message;
    this.#guard('doc' in params ? params.doc : null, id, () => this.#handle(message));
  }

  /** Lets go of everything: the instance is given up. */
  end(): void {
    this.#dead = true;
    for (const { engine } of this.#documents.values()) engine.__destroy_into_raw();
  }

  #handle(message: Exclude<Request, { cancel: number }>): void {
    const { id, method, params } = message;
    if (method === 'open') return this.#answer(id, 'open', this.#open(params));
    if (method === 'close') {
      this.#close(params.doc);
      return this.#answer(id, 'close', null);
    }
    const document = this.#documents.get(params.doc);
    if (!document) return this.#send({ id, error: CLOSED });
    const { engine } = document;
    switch (method) {
      case 'page':
        return this.#whenLaidOut(document, id, params.index, () => this.#answer(id, method, engine.page(params.index)));
      case 'svg':
        return this.#whenLaidOut(document, id, params.index, () => this.#svg(engine, id, params));
      case 'text':
        return this.#whenLaidOut(document, id, (params.to ?? Infinity) - 1, () => this.#answer(id, method, texts(document, params)));
      case 'search':
        return this.#whenLaidOut(document, id, Infinity, () => this.#answer(id, method, engine.search(params.query)));
      case 'bookmark':
        return this.#whenLaidOut(document, id, Infinity, () => this.#answer(id, method, engine.bookmark(params.name) ?? null));
      case 'outline':
        return this.#whenLaidOut(document, id, Infinity, () => this.#answer(id, method, engine.outline()));
      case 'warnings':
        return this.#answer(id, method, engine.warnings());
      case 'media':
        return this.#media(id, params.part, engine);
    }
  }

  /** A picture's bytes, as browsers show them. */
  #media(id: number, part: string, engine: Engine): void {
    const bytes = engine.media(part);
    const send = (value: Uint8Array) => this.#send({ id, value }, [value.buffer]);
    if (!pictures.isRare(bytes)) return send(bytes);
    void pictures.load().then(() => send(pictures.now(bytes) ?? bytes));
  }

  /** A page as a picture; once more where it holds one that needs the second module first. */
  #svg(engine: Engine, id: number, { doc, index }: Methods['svg']['params']): void {
    let missing = false;
    const svg = engine.svg(index, (bytes: Uint8Array) => pictures.now(bytes) ?? void (missing = true));
    if (!missing) return this.#answer(id, 'svg', svg);
    void pictures.load().then((loaded) => {
      if (!loaded || !this.#documents.has(doc)) return this.#answer(id, 'svg', svg);
      this.#guard(doc, id, () => this.#answer(id, 'svg', engine.svg(index, pictures.now)));
    });
  }

  #open({ bytes, options }: Methods['open']['params']): Opened {
    const engine = Engine.open(bytes, options);
    const doc = this.#nextDocument++;
    const document: OpenDocument = { engine, state: { pages: 0, finished: false, estimate: 1 }, waiters: [], told: 0 };
    this.#documents.set(doc, document);
    advance(document, 0);
    const opened = { doc, metadata: engine.metadata(), state: document.state, first: document.state.pages > 0 ? engine.page(0) : null };
    void this.#layOut(doc, document);
    return opened;
  }

  #close(doc: number, error: WireError = CLOSED): void {
    const document = this.#documents.get(doc);
    if (!document) return;
    this.#documents.delete(doc);
    for (const { id } of document.waiters) this.#send({ id, error });
    document.engine.free();
  }

  /** Lays out slice by slice; between slices messages come in and those who wait for a page get it. The rest of a long document is read first. */
  async #layOut(doc: number, document: OpenDocument): Promise<void> {
    const { engine } = document;
    let work = () => {
      if (engine.read_rest()) this.#send({ doc, state: document.state, metadata: engine.metadata() });
      work = () => advance(document, SLICE_MS);
    };
    while (!document.state.finished) {
      await pause();
      if (this.#dead || this.#documents.get(doc) !== document) return;
      this.#guard(doc, null, () => work());
      if (this.#dead || this.#documents.get(doc) !== document) return;
      this.#serveWaiters(doc, document);
      const now = performance.now();
      if (document.state.finished || now - document.told > NEWS_MS) {
        document.told = now;
        this.#send({ doc, state: document.state });
      }
    }
  }

  #whenLaidOut(document: OpenDocument, id: number, index: number, work: () => void): void {
    if (document.state.finished || index < document.state.pages) return work();
    document.waiters.push({ id, index, work });
  }

  #serveWaiters(doc: number, document: OpenDocument): void {
    const { pages, finished } = document.state;
    const ready = document.waiters.filter(({ index }) => finished || index < pages);
    document.waiters = document.waiters.filter((waiter) => !ready.includes(waiter));
    for (const { id, work } of ready) if (!this.#dead) this.#guard(doc, id, work);
  }

  #cancel(id: number): void {
    for (const document of this.#documents.values()) {
      const kept = document.waiters.filter((waiter) => waiter.id !== id);
      if (kept.length < document.waiters.length) {
        document.waiters = kept;
        return;
      }
    }
    // It may not have been started yet; if it is done already, the entry is dropped with the next batch.
    if (this.#cancelled.size > 1000) this.#cancelled.clear();
    this.#cancelled.add(id);
  }

  #answer<M extends Method>(id: number, _method: M, value: Methods[M]['result']): void {
    this.#send({ id, value });
  }

  /** Runs `work`; a document's error goes to the one who asked, anything else means that wasm is unusable. */
  #guard(doc: number | null, id: number | null, work: () => void): void {
    try {
      work();
    } catch (thrown) {
      const error = wireError(thrown);
      if (error && id !== null) return this.#send({ id, error });
      if (error && doc !== null) {
        this.#send({ doc, failed: error });
        return this.#close(doc, error);
      }
      this.#dead = true;
      this.#send({ crashed: thrown instanceof Error ? thrown.message : String(thrown), culprit: doc });
    }
  }
}

/** Lays out for about `ms` milliseconds, one page at least. */
function advance(document: OpenDocument, ms: number): void {
  const end = performance.now() + ms;
  do {
    document.state = JSON.parse(document.engine.advance(1)) as LayoutState;
  } while (!document.state.finished && performance.now() < end);
}

function texts(document: OpenDocument, { from, to }: { from: number; to: number | null }): string[] {
  const end = Math.min(to ?? Infinity, document.state.pages);
  const all: string[] = [];
  for (let index = from; index < end; index++) all.push(document.engine.text(index));
  return all;
}

const channel = new MessageChannel();
const resumes: (() => void)[] = [];
channel.port1.onmessage = () => resumes.shift()?.();

/** Lets other messages in; `setTimeout` would be held to 4 ms and to a second in the background. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    resumes.push(resolve);
    channel.port2.postMessage(null);
  });
}
