// The page's address follows the reading, and leads it: `#page=3&zoom=150&search=word`, as PDF viewers have it.

import type { FindBar } from './find/bar.js';
import type { Viewer } from './viewer.js';
import { zoomOf } from './settings.js';

/** Milliseconds of rest before the address is written. */
const PATIENCE = 250;

/** Keeps the two together. */
export class DeepLink {
  readonly #viewer: Viewer;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written = location.hash;

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
    const { host, signal } = viewer;
    addEventListener('hashchange', () => location.hash !== this.#written && this.#follow(), { signal });
    for (const name of ['docpane-page', 'docpane-zoom'] as const) host.addEventListener(name, () => this.#later(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    if (viewer.document) this.opened();
  }

  /** Another document is open. */
  opened(): void {
    this.#follow();
  }

  #follow(): void {
    if (!this.#viewer.settings.deepLinks || !this.#viewer.document) return;
    const asked = new URLSearchParams(location.hash.slice(1));
    const zoom = asked.get('zoom');
    const wanted = zoomOf(zoom && /^\d+(\.\d+)?$/.test(zoom) ? `${zoom}%` : zoom);
    if (wanted !== null) this.#viewer.setZoom(wanted);
    const page = Number(asked.get('page'));
    if (page >= 1) this.#viewer.goTo(page);
    const search = asked.get('search');
    if (search) void this.#viewer.find(search);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), PATIENCE);
  }

  #write(): void {
    const { document: shown, page, zoom, settings, features } = this.#viewer;
    if (!shown || !settings.deepLinks) return;
    const now = new URLSearchParams({ page: String(page) });
    if (zoom !== 'auto') now.set('zoom', typeof zoom === 'number' ? String(Math.round(zoom * 100)) : zoom);
    const search = (features.find.value as FindBar | null)?.query;
    if (search) now.set('search', search);
    this.#written = `#${now}`;
    history.replaceState(history.state, '', this.#written);
  }
}
