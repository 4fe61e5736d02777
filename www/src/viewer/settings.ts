// What the host asks for, by attribute or property, in one place. Nothing here trusts its form: a value that makes no sense is
// as if it were not there.

import type { Action, Details, Theme, View, Watermark, Zoom } from '../public/element.js';

/** What a host may ask for. */
export interface Settings {
  /** Pages shown before the wall. */
  previewPages: number;
  details: Details;
  actions: readonly Action[];
  view: View;
  theme: Theme;
  watermark: Watermark | null;
  /** Characters that may be copied at once. */
  copyLimit: number;
  /** Whether printing is offered. */
  print: boolean;
  /** Whether a link out of the document is shown and asked about before it is followed. */
  asksBeforeLeaving: boolean;
  /** Whether the page's address follows and leads the reading. */
  deepLinks: boolean;
}

/** What properties say: they win over attributes. */
export type Given = { -readonly [K in 'details' | 'actions' | 'watermark']?: Settings[K] };

const VIEWS: readonly View[] = ['pages', 'spread', 'reading', 'text'];
const THEMES: readonly Theme[] = ['auto', 'light', 'dark', 'sepia'];

/** What is offered where the host does not say. */
const USUAL_ACTIONS: readonly Action[] = [{ name: 'download' }, { name: 'print' }, { name: 'fullscreen' }];

/** Attributes that are read here. */
export const SETTING_ATTRIBUTES = ['preview-pages', 'details', 'actions', 'view', 'theme', 'watermark', 'copy', 'print', 'links', 'deep-links'] as const;

/** What `host` asks for. */
export function readSettings(host: HTMLElement, given: Given): Settings {
  const text = (name: string) => host.getAttribute(name);
  return {
    previewPages: pages(text('preview-pages')),
    details: given.details ?? (fromJson(text('details')) as Details | null) ?? {},
    actions: given.actions ?? actions(text('actions')),
    view: VIEWS.find((view) => view === text('view')) ?? 'pages',
    theme: THEMES.find((theme) => theme === text('theme')) ?? 'auto',
    watermark: given.watermark ?? watermark(text('watermark')),
    copyLimit: copyLimit(text('copy')),
    print: text('print') !== 'off',
    asksBeforeLeaving: text('links') === 'ask',
    deepLinks: text('deep-links') !== null,
  };
}

/** A zoom from an attribute or an address: `auto`, `width`, `page`, `1.5` or `150%`. */
export function zoomOf(value: string | null): Zoom | null {
  if (value === 'auto' || value === 'width' || value === 'page') return value;
  const factor = value?.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value || Number.NaN);
  return Number.isFinite(factor) && factor > 0 ? factor : null;
}

function pages(value: string | null): number {
  const count = Math.floor(Number(value || Number.NaN));
  return count >= 1 ? count : Infinity;
}

function copyLimit(value: string | null): number {
  if (value === 'off') return 0;
  const most = Math.floor(Number(value || Number.NaN));
  return most >= 0 ? most : Infinity;
}

/** A list of names, or JSON with labels. */
function actions(value: string | null): readonly Action[] {
  if (value === null) return USUAL_ACTIONS;
  const list = fromJson(value);
  if (Array.isArray(list)) return list.filter((action) => typeof action?.name === 'string') as Action[];
  return value.split(/[\s,]+/).filter(Boolean).map((name) => ({ name }));
}

function watermark(value: string | null): Watermark | null {
  if (!value) return null;
  return (fromJson(value) as Watermark | null) ?? { text: value };
}

/** An object or list written as JSON; null if it is none. */
function fromJson(value: string | null): object | null {
  if (!value || !/^\s*[[{]/.test(value)) return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}
