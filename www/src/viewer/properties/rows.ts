// Facts about a document, as rows of name and value.

import { fileSize, type Language } from '../../l10n/index.js';
import type { DocpaneDocument } from '../../public/document.js';
import type { Context } from '../context.js';
import { h } from '../dom.js';

/** A name and what it stands for. */
export type Row = [name: string, value: string | Node];

/** What the host says. */
export function hostRows(context: Context): Row[] {
  const { settings, language } = context;
  const { title, seller, number, uploaded, tags, rows } = settings.details;
  const say = language.messages.row;
  const all: [string, string | null | undefined][] = [
    [say.title, title],
    [say.seller, seller],
    [say.number, number],
    [say.uploaded, uploaded && dateText(uploaded, language, 'date')],
    ...(Array.isArray(rows) ? rows : []).map(({ name, value }): [string, string] => [String(name), String(value)]),
  ];
  const found: Row[] = all.filter((row): row is [string, string] => Boolean(row[1]));
  if (Array.isArray(tags) && tags.length > 0) found.push([say.tags, tagList(tags.map(String), context)]);
  return found;
}

function tagList(tags: readonly string[], context: Context): HTMLElement {
  const buttons = tags.map((tag) => {
    const button = h('button', { type: 'button', class: 'tag', part: 'tag' }, tag);
    button.addEventListener('click', () => context.tell('docpane-tag', { tag }));
    return button;
  });
  return h('div', { class: 'tags' }, ...buttons);
}

/** What the file says. */
export function fileRows({ language, pageCount }: Context, { metadata, isFinished }: DocpaneDocument): Row[] {
  const say = language.messages.row;
  const figures = new Intl.NumberFormat(language.tag);
  const count = (value: number | null | undefined) => (value ? figures.format(value) : null);
  const [paper] = metadata.pageSizes;
  const all: [string, string | null | undefined][] = [
    [say.fileName, metadata.fileName],
    [say.title, metadata.title],
    [say.author, metadata.author],
    [say.pages, `${isFinished ? '' : '≈ '}${figures.format(pageCount)}`],
    [say.words, count(metadata.counts.words)],
    [say.characters, count(metadata.counts.characters)],
    [say.format, 'DOCX'],
    [say.size, metadata.size > 0 ? fileSize(metadata.size) : null],
    [say.pageSize, paper && `${millimetres(paper.width)} × ${millimetres(paper.height)} mm`],
    [say.created, metadata.created && dateText(metadata.created, language, 'time')],
    [say.modified, metadata.modified && dateText(metadata.modified, language, 'time')],
    [say.lastModifiedBy, metadata.lastModifiedBy],
    [say.company, metadata.company],
    [say.subject, metadata.subject],
    [say.keywords, metadata.keywords],
    [say.category, metadata.category],
    [say.description, metadata.description],
    [say.application, metadata.application],
    ...metadata.custom.map(({ name, value }): [string, string] => [name, value]),
  ];
  return all.filter((row): row is [string, string] => Boolean(row[1]));
}

/** A date in the reader's way; what is none stays as it is. */
function dateText(text: string, language: Language, precision: 'date' | 'time'): string {
  const date = /^\d{4}-\d\d/.test(text) ? new Date(text) : null;
  if (!date || Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(language.tag, { dateStyle: 'medium', ...(precision === 'time' && { timeStyle: 'short' }) }).format(date);
}

function millimetres(points: number): number {
  return Math.round((points / 72) * 25.4);
}
