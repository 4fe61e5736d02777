// The panel with what the file says about itself, and what the preview could not show.

import { fileSize, type Language } from '../l10n/index.js';
import type { DocpaneDocument, Warning } from '../public/document.js';
import { h, iconButton, ICONS } from './dom.js';

/** The panel at the side. */
export class Properties {
  readonly element: HTMLElement;
  readonly #body = h('div', { class: 'body' });
  readonly #language: Language;
  #document: DocpaneDocument | null = null;

  constructor(language: Language, close: () => void) {
    this.#language = language;
    const say = language.messages;
    this.element = h(
      'aside',
      { class: 'panel', part: 'properties', 'aria-label': say.properties, hidden: true },
      h('header', {}, h('h2', {}, say.properties), iconButton(ICONS.close, say.close, close)),
      this.#body,
    );
  }

  /** Shows or hides it. */
  toggle(open = this.element.hidden): void {
    this.element.hidden = !open;
    this.refresh();
  }

  /** Takes another document, or none. */
  reset(document: DocpaneDocument | null): void {
    this.#document = document;
    this.toggle(false);
  }

  /** Fills it, if it is open: not before, since the first page comes first. */
  refresh(): void {
    if (this.#document && !this.element.hidden) void this.#show(this.#document).catch(() => {});
  }

  async #show(document: DocpaneDocument): Promise<void> {
    this.#body.replaceChildren(this.#rows(document));
    const warnings = await document.warnings();
    this.#body.replaceChildren(this.#rows(document), ...this.#warnings(warnings));
  }

  #rows(document: DocpaneDocument): HTMLElement {
    const list = h('dl', {});
    for (const [name, value] of this.#values(document)) {
      if (value) list.append(h('div', {}, h('dt', {}, this.#language.messages.row[name]), h('dd', {}, value)));
    }
    return list;
  }

  #values({ metadata, pageCount, isFinished }: DocpaneDocument): [keyof Language['messages']['row'], string | null | undefined][] {
    const number = new Intl.NumberFormat(this.#language.tag);
    const count = (value: number | null | undefined) => (value ? number.format(value) : null);
    const [paper] = metadata.pageSizes;
    return [
      ['fileName', metadata.fileName],
      ['title', metadata.title],
      ['author', metadata.author],
      ['pages', `${isFinished ? '' : '≈ '}${number.format(pageCount)}`],
      ['words', count(metadata.counts.words)],
      ['characters', count(metadata.counts.characters)],
      ['size', fileSize(metadata.size)],
      ['pageSize', paper && `${millimetres(paper.width)} × ${millimetres(paper.height)} mm`],
      ['created', this.#date(metadata.created)],
      ['modified', this.#date(metadata.modified)],
      ['lastModifiedBy', metadata.lastModifiedBy],
      ['company', metadata.company],
      ['subject', metadata.subject],
      ['keywords', metadata.keywords],
      ['category', metadata.category],
      ['description', metadata.description],
      ['application', metadata.application],
    ];
  }

  #date(iso: string | null): string | null {
    const date = iso ? new Date(iso) : null;
    if (!date || Number.isNaN(date.getTime())) return iso;
    return new Intl.DateTimeFormat(this.#language.tag, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  }

  #warnings(warnings: readonly Warning[]): HTMLElement[] {
    const say = this.#language.messages;
    if (warnings.length === 0) return [];
    const items = warnings.map(({ message, place }) => h('li', { title: place.part }, message));
    return [h('details', { open: warnings.length <= 12 }, h('summary', {}, `${say.warnings} (${warnings.length})`), h('ul', { lang: 'en' }, ...items))];
  }
}

function millimetres(points: number): number {
  return Math.round((points / 72) * 25.4);
}
