// Performs a host's commands on a viewer and reports what happens, whatever carries the messages.

import type { Command, Message, Report } from '../public/bridge.js';
import type { DocpaneViewerEvents } from '../public/element.js';
import type { DocpaneViewer } from '../viewer/element.js';

/** What the host does in the viewer's place: `link`, `more`, or an action such as `download`. */
export type HostsPart = ReadonlySet<string>;

/** A bridge between a viewer and its host. */
export class Bridge {
  readonly #viewer: DocpaneViewer;
  readonly #send: (report: Message<Report>) => void;
  readonly #hosts: HostsPart;

  constructor(viewer: DocpaneViewer, send: (report: Message<Report>) => void, hosts: HostsPart) {
    this.#viewer = viewer;
    this.#send = send;
    this.#hosts = hosts;
    this.#listen();
  }

  /** Says that commands are heard. */
  begin(): void {
    this.report({ type: 'ready', version: 1 });
  }

  /** Tells the host. */
  report(report: Report): void {
    this.#send({ docpane: 1, ...report });
  }

  /** Does what a message asks, if it is one of ours. */
  receive(message: unknown): void {
    if (typeof message !== 'object' || message === null || (message as Message<Command>).docpane !== 1) return;
    void this.#perform(message as Message<Command>);
  }

  async #perform(command: Command): Promise<void> {
    const viewer = this.#viewer;
    switch (command.type) {
      case 'hello':
        return this.begin();
      case 'open':
        if ('url' in command) viewer.src = String(command.url);
        else viewer.file = file(command.bytes, command.name);
        return;
      case 'close':
        viewer.removeAttribute('src');
        await viewer.open(null);
        return;
      case 'page':
        viewer.page = Number(command.page);
        return;
      case 'zoom':
        viewer.zoom = command.zoom;
        return;
      case 'view':
        viewer.view = command.view;
        return;
      case 'theme':
        return viewer.setAttribute('theme', String(command.theme));
      case 'language':
        return viewer.setAttribute('lang', String(command.lang));
      case 'find':
        await viewer.find(String(command.query));
        return;
      case 'unlock':
        return viewer.unlock();
      case 'details':
        viewer.details = command.details;
        return;
      case 'actions':
        viewer.actions = command.actions;
        return;
      case 'watermark':
        viewer.watermark = command.watermark;
        return;
      case 'back':
        return this.report({ type: 'back', handled: this.#back() });
      case 'background':
      case 'low-memory':
        return viewer.rest();
      case 'foreground':
        return viewer.wake();
      case 'text':
        return this.#text(command);
    }
  }

  /** Closes what is open over the pages, as Escape does. */
  #back(): boolean {
    if (document.fullscreenElement) {
      void document.exitFullscreen();
      return true;
    }
    return !this.#viewer.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  }

  async #text({ id, pages }: Command & { type: 'text' }): Promise<void> {
    const text = (await this.#viewer.document?.text(pages ? { pages } : {}).catch(() => [])) ?? [];
    this.report({ type: 'text', id, text });
  }

  #listen(): void {
    this.#on('docpane-open', ({ document: { metadata } }) => this.report({ type: 'open', title: metadata.title, fileName: metadata.fileName }));
    this.#on('docpane-first-page', ({ milliseconds }) => this.report({ type: 'first-page', milliseconds }));
    this.#on('docpane-finish', ({ pageCount }) => this.report({ type: 'finish', pageCount }));
    this.#on('docpane-page', ({ page, pageCount }) => this.report({ type: 'page', page, pageCount }));
    this.#on('docpane-zoom', ({ zoom, factor }) => this.report({ type: 'zoom', zoom, factor }));
    this.#on('docpane-view', ({ view }) => this.report({ type: 'view', view }));
    this.#on('docpane-tag', ({ tag }) => this.report({ type: 'tag', tag }));
    this.#on('docpane-error', ({ error: { kind, message } }) => this.report({ type: 'error', kind, message }));
    this.#on('docpane-more', (detail) => this.report({ type: 'more', ...detail }), () => 'more');
    this.#on('docpane-link', ({ url }) => this.report({ type: 'link', url }), () => 'link');
    this.#on('docpane-action', ({ action }) => this.report({ type: 'action', action }), ({ action }) => action);
  }

  /** Reports an event; where it is the host's part, the viewer does nothing itself. */
  #on<K extends keyof DocpaneViewerEvents>(type: K, tell: (detail: Detail<K>) => void, part?: (detail: Detail<K>) => string): void {
    this.#viewer.addEventListener(type, (event: Event) => {
      const { detail } = event as CustomEvent<Detail<K>>;
      if (part && this.#hosts.has(part(detail))) event.preventDefault();
      tell(detail);
    });
  }
}

type Detail<K extends keyof DocpaneViewerEvents> = DocpaneViewerEvents[K] extends CustomEvent<infer D> ? D : never;

/** Bytes with a name; text is base 64. */
function file(bytes: ArrayBuffer | Uint8Array | Blob | string, name: string | undefined): Blob {
  const part = typeof bytes === 'string' ? Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)) : bytes;
  return name === undefined ? new Blob([part as BlobPart]) : new File([part as BlobPart], name);
}
