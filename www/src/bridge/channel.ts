// What carries messages: an app's own channel in a webview, else the page around the iframe.

import type { Command, Message, Report } from '../public/bridge.js';

/** A way to the host. */
export interface Channel {
  send(message: Message<Report>): void;
  /** What the host does unless the address says otherwise. */
  hosts: readonly string[];
}

/** What apps put into the page: iOS as a message handler, Android as a web message listener. Both take text. */
interface AppWindow {
  webkit?: { messageHandlers?: { docpane?: { postMessage(text: string): void } } };
  docpaneApp?: { postMessage(text: string): void };
  docpaneReceive?: (message: Message<Command> | string) => void;
}

/** The channel of this page; `receive` hears what comes in. */
export function openChannel(receive: (message: unknown) => void): Channel {
  return appChannel(receive) ?? frameChannel(receive);
}

function appChannel(receive: (message: unknown) => void): Channel | null {
  const scope = globalThis as unknown as AppWindow;
  const app = scope.webkit?.messageHandlers?.docpane ?? scope.docpaneApp;
  if (!app) return null;
  scope.docpaneReceive = (message) => receive(typeof message === 'string' ? JSON.parse(message) : message);
  // A webview has no tabs, no downloads and no printer of its own.
  return { send: (message) => app.postMessage(JSON.stringify(message)), hosts: ['link', 'download', 'print'] };
}

/**
 * Speaks with pages of the same origin, and of those origins that the page itself names in `<meta name="docpane-origins">`. They
 * cannot come from the address: whoever frames the page writes that, and could read documents that only its user may.
 */
function frameChannel(receive: (message: unknown) => void): Channel {
  const listed = document.querySelector<HTMLMetaElement>('meta[name="docpane-origins"]')?.content.split(/\s+/) ?? [];
  const allowed = [location.origin, ...listed.filter(Boolean)];
  if (parent === globalThis.window) return { send: () => {}, hosts: [] };
  let host: string | null = null;
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !allowed.includes(origin)) return;
    host = origin;
    receive(data);
  });
  const from = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
  return {
    send(message) {
      const to = host ?? allowed.find((origin) => origin === from);
      if (to) parent.postMessage(message, to);
    },
    hosts: [],
  };
}
