// `docpane/embed`: the other end of `embed.html`, for the page around the iframe.

import type { Command, Message, Report } from '../public/bridge.js';

export type * from '../public/bridge.js';

/** A viewer in an iframe. */
export interface Embedded {
  /** Resolves when commands are heard. */
  readonly ready: Promise<void>;
  /** Sends a command, as soon as it can be heard. */
  send(command: Command): void;
  /** Hears reports of a kind; the result ends it. */
  on<T extends Report['type']>(type: T, listener: (report: Extract<Report, { type: T }>) => void): () => void;
  /** The text of pages, both included; of all if not told. */
  text(pages?: [number, number]): Promise<string[]>;
  /** Hears nothing any more. */
  close(): void;
}

/** Speaks with the viewer in an iframe that shows `embed.html`. Only messages of its own origin are heard. */
export function embed(frame: HTMLIFrameElement): Embedded {
  const { origin } = new URL(frame.src, document.baseURI);
  const listeners = new Map<string, Set<(report: never) => void>>();
  const gone = new AbortController();
  let isReady!: () => void;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  let lastId = 0;
  const on: Embedded['on'] = (type, listener) => {
    const all = listeners.get(type) ?? new Set();
    listeners.set(type, all.add(listener));
    return () => void all.delete(listener);
  };
  const hear = ({ source, origin: from, data }: MessageEvent<Message<Report> | null>) => {
    if (source !== frame.contentWindow || from !== origin || data?.docpane !== 1) return;
    if (data.type === 'ready') isReady();
    for (const listener of listeners.get(data.type) ?? []) listener(data as never);
  };
  addEventListener('message', hear, { signal: gone.signal });
  const post = (command: Command) => frame.contentWindow?.postMessage({ docpane: 1, ...command } satisfies Message<Command>, origin);
  // It may have been ready before we heard; a page that is not there yet says so itself.
  if (frame.contentDocument?.URL !== 'about:blank') post({ type: 'hello' });
  return {
    ready,
    on,
    send: (command) => void ready.then(() => post(command)),
    async text(pages) {
      await ready;
      const id = ++lastId;
      return new Promise((resolve) => {
        const end = on('text', (report) => {
          if (report.id !== id) return;
          end();
          resolve(report.text);
        });
        post(pages ? { type: 'text', id, pages } : { type: 'text', id });
      });
    },
    close: () => gone.abort(),
  };
}
