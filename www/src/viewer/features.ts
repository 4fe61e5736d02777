// The parts of a viewer that come when they are first used, and what all of them are told.

import type { Viewer } from './viewer.js';
import { Lazy } from './lazy.js';

/** A panel or bar that is opened and closed. */
export interface Panel {
  readonly isOpen: boolean;
  toggle(open?: boolean): void;
  /** Another document is shown, or none. */
  reset(): void;
  /** What is known of the document has grown. */
  refresh?(): void;
  /** Another page is read. */
  paged?(page: number): void;
  /** The document is shown another way. */
  viewed?(): void;
}

/** All of them. */
export class Features {
  readonly #context: Viewer;
  readonly find = new Lazy(async () => new (await import('./find/bar.js')).FindBar(this.#context));
  readonly navigation = new Lazy(async () => new (await import('./navigation/panel.js')).Navigation(this.#context));
  readonly properties = new Lazy(async () => new (await import('./properties/panel.js')).Properties(this.#context));
  readonly menu = new Lazy(async () => new (await import('./menu.js')).Menu(this.#context));
  readonly help = new Lazy(async () => new (await import('./help.js')).Help(this.#context));
  readonly copying = new Lazy(() => import('./copying.js'));
  readonly password = new Lazy(async () => new (await import('./password.js')).PasswordPrompt(this.#context));
  readonly #reading = new Lazy(async () => (await import('./reading/reader.js')).readingPane(this.#context));
  readonly #text = new Lazy(async () => (await import('./reading/reader.js')).textPane(this.#context));
  readonly #watermark = new Lazy(async () => new (await import('./watermark.js')).WatermarkLayer(this.#context));
  readonly #leaving = new Lazy(async () => new (await import('./leaving.js')).Leaving(this.#context));
  readonly #bars = new Lazy(async () => new (await import('./bars.js')).Bars(this.#context));
  readonly #links = new Lazy(async () => new (await import('./deep-link.js')).DeepLink(this.#context));

  constructor(context: Viewer) {
    this.#context = context;
    if (matchMedia('(pointer: coarse)').matches) this.#bars.get().catch(() => {});
  }

  /** Asks before a link out of the document is followed. */
  leave(link: HTMLAnchorElement): void {
    this.#leaving.get().then((leaving) => leaving.ask(link), (error: unknown) => this.#context.failed(error));
  }

  /** Opens or closes a panel, loading it first. */
  toggle(name: 'find' | 'navigation' | 'properties' | 'help', open?: boolean): void {
    this[name].get().then((panel) => panel.toggle(open), (error: unknown) => this.#context.failed(error));
  }

  /** The pane of a view of flowing text. */
  reader(view: 'reading' | 'text'): Lazy<import('./context.js').Pane> {
    return view === 'reading' ? this.#reading : this.#text;
  }

  get #panels(): Panel[] {
    return [this.find.value, this.navigation.value, this.properties.value, this.help.value].filter((panel) => panel !== null);
  }

  /** Another document is shown, or none. */
  reset(): void {
    for (const panel of this.#panels) panel.reset();
    if (this.#context.document) void this.#links.value?.opened();
  }

  /** What is known of the document has grown. */
  refresh(): void {
    for (const panel of this.#panels) panel.refresh?.();
  }

  /** Another page is read. */
  paged(page: number): void {
    for (const panel of this.#panels) panel.paged?.(page);
  }

  /** The document is shown another way. */
  viewed(): void {
    for (const panel of this.#panels) panel.viewed?.();
  }

  /** The host's wishes have changed. */
  settled(): void {
    const { watermark, deepLinks } = this.#context.settings;
    const fail = (error: unknown) => this.#context.failed(error);
    if (watermark || this.#watermark.value) this.#watermark.get().then((layer) => layer.update(), fail);
    if (deepLinks) this.#links.get().catch(fail);
  }
}
