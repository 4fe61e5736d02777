// From a source to bytes: addresses are fetched with progress, Blobs are read, buffers are left to their owner.

import type { OpenOptions, Source } from '../public/document.js';
import { DocpaneError } from '../public/error.js';

/** A source, loaded: its bytes as a Blob (to open again) and its name, if it has one. */
export interface Loaded {
  blob: Blob;
  fileName: string | null;
  /** The document in it, where that is not the blob itself: it was protected by a password. */
  content?: Blob;
}

/** Loads a source. */
export async function load(source: Source, { signal, onProgress }: OpenOptions): Promise<Loaded> {
  signal?.throwIfAborted();
  if (source instanceof Blob) return { blob: source, fileName: source instanceof File ? source.name : null };
  if (typeof source === 'string' || source instanceof URL) return fetchSource(String(source), signal, onProgress);
  return { blob: new Blob([source as BlobPart]), fileName: null };
}

async function fetchSource(address: string, signal: AbortSignal | undefined, onProgress: OpenOptions['onProgress']): Promise<Loaded> {
  const url = new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href);
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (error) {
    signal?.throwIfAborted();
    throw new DocpaneError('NotFetched', `The document could not be fetched: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!response.ok) throw new DocpaneError('NotFetched', `The document could not be fetched: the server answered ${response.status}.`);
  const blob = new Blob(await readBody(response, signal, onProgress));
  return { blob, fileName: nameOf(response, url) };
}

async function readBody(response: Response, signal: AbortSignal | undefined, onProgress: OpenOptions['onProgress']): Promise<BlobPart[]> {
  const total = Number(response.headers.get('content-length')) || 0;
  const reader = response.body?.getReader();
  if (!reader) return [await response.arrayBuffer()];
  const parts: BlobPart[] = [];
  let loaded = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return parts;
      parts.push(value);
      loaded += value.length;
      onProgress?.({ phase: 'load', loaded, total, pages: 0, pageCount: 0, finished: false });
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new DocpaneError('NotFetched', `The document broke off while loading: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function nameOf(response: Response, url: URL): string | null {
  const named = /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const last = named ?? url.pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last) || null;
  } catch {
    return last || null;
  }
}
