// The messages between the embedding page (`embed.html`) and its host: a page around the iframe, or an app around the webview.
// Each is `{ docpane: 1, type, … }`; what has another form is not heard.

import type { Action, Details, Theme, View, Watermark, Zoom } from './element.js';
import type { ErrorKind } from './error.js';

/** What a host may ask. */
export type Command =
  /** Asks whether anybody hears: answered by the event `ready`. */
  | { type: 'hello' }
  /** Opens a document by its address, or by its bytes (in base 64 where a channel carries text only). */
  | { type: 'open'; url: string }
  | { type: 'open'; bytes: ArrayBuffer | Uint8Array | Blob | string; name?: string }
  | { type: 'close' }
  | { type: 'page'; page: number }
  | { type: 'zoom'; zoom: Zoom }
  | { type: 'view'; view: View }
  | { type: 'theme'; theme: Theme }
  | { type: 'language'; lang: string }
  | { type: 'find'; query: string }
  | { type: 'unlock' }
  | { type: 'details'; details: Details | null }
  | { type: 'actions'; actions: Action[] | null }
  | { type: 'watermark'; watermark: Watermark | null }
  /** The app's back key: answered by the event `back`. */
  | { type: 'back' }
  /** The app goes to the background, comes back, or is short of memory: pages are dropped, the place is kept. */
  | { type: 'background' }
  | { type: 'foreground' }
  | { type: 'low-memory' }
  /** The text of pages, both included: answered by the event `text` with the same `id`. */
  | { type: 'text'; id: number | string; pages?: [number, number] };

/** What a host hears. */
export type Report =
  /** Commands are heard from now on. */
  | { type: 'ready'; version: 1 }
  | { type: 'open'; title: string | null; fileName: string | null }
  | { type: 'first-page'; milliseconds: number }
  | { type: 'finish'; pageCount: number }
  | { type: 'page'; page: number; pageCount: number }
  | { type: 'zoom'; zoom: Zoom; factor: number }
  | { type: 'view'; view: View }
  | { type: 'more'; shown: number; pageCount: number }
  | { type: 'action'; action: string }
  | { type: 'tag'; tag: string }
  | { type: 'link'; url: string }
  | { type: 'error'; kind: ErrorKind; message: string }
  /** Whether the back key was used up: a panel was open and is closed now. */
  | { type: 'back'; handled: boolean }
  | { type: 'text'; id: number | string; text: string[] };

/** A message as it travels. */
export type Message<T> = T & { docpane: 1 };
