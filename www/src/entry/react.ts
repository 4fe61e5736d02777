'use client';
// `docpane/react`: `<DocpaneViewer>`, a thin component around the element. On a server it renders the bare tag.

import { createElement, type CSSProperties, forwardRef, type ReactNode, useEffect, useImperativeHandle, useRef } from 'react';
import type { Source } from '../public/document.js';
import type { Action, Details, DocpaneViewerEvents, Theme, View, Watermark, Zoom } from '../public/element.js';
import type { DocpaneViewer as Element } from '../viewer/element.js';
import { define } from './define-later.js';


/** Properties: the element's attributes and events under React's names. */
export interface DocpaneViewerProps {
  /** The document: its address, or its bytes. */
  src?: Source | null;
  page?: number;
  zoom?: Zoom;
  view?: View;
  theme?: Theme;
  lang?: string;
  previewPages?: number;
  details?: Details;
  actions?: readonly Action[];
  watermark?: Watermark | null;
  /** The most characters that may be copied at once, or `off`. */
  copy?: number | 'off';
  print?: 'off';
  deepLinks?: boolean;
  id?: string;
  className?: string;
  style?: CSSProperties;
  /** Slotted children: `empty`, `actions`, `wall`, `first-paint`. */
  children?: ReactNode;
  onProgress?: (event: DocpaneViewerEvents['docpane-progress']) => void;
  onOpen?: (event: DocpaneViewerEvents['docpane-open']) => void;
  onFirstPage?: (event: DocpaneViewerEvents['docpane-first-page']) => void;
  onFinish?: (event: DocpaneViewerEvents['docpane-finish']) => void;
  onPage?: (event: DocpaneViewerEvents['docpane-page']) => void;
  onZoom?: (event: DocpaneViewerEvents['docpane-zoom']) => void;
  onView?: (event: DocpaneViewerEvents['docpane-view']) => void;
  onMore?: (event: DocpaneViewerEvents['docpane-more']) => void;
  onAction?: (event: DocpaneViewerEvents['docpane-action']) => void;
  onTag?: (event: DocpaneViewerEvents['docpane-tag']) => void;
  onCopy?: (event: DocpaneViewerEvents['docpane-copy']) => void;
  onLink?: (event: DocpaneViewerEvents['docpane-link']) => void;
  onPassword?: (event: DocpaneViewerEvents['docpane-password']) => void;
  onError?: (event: DocpaneViewerEvents['docpane-error']) => void;
}

/** Events by the property that hears them. */
const EVENTS = {
  onProgress: 'docpane-progress',
  onOpen: 'docpane-open',
  onFirstPage: 'docpane-first-page',
  onFinish: 'docpane-finish',
  onPage: 'docpane-page',
  onZoom: 'docpane-zoom',
  onView: 'docpane-view',
  onMore: 'docpane-more',
  onAction: 'docpane-action',
  onTag: 'docpane-tag',
  onCopy: 'docpane-copy',
  onLink: 'docpane-link',
  onPassword: 'docpane-password',
  onError: 'docpane-error',
} as const satisfies Record<string, keyof DocpaneViewerEvents>;

/** The viewer as a component. Give it a height. Its ref is the element, for what that can do: `find`, `unlock`, `document` … */
export const DocpaneViewer = forwardRef<Element, DocpaneViewerProps>(function DocpaneViewer(props, ref) {
  const { src, page, zoom, view, theme, lang, previewPages, details, actions, watermark, copy, print, deepLinks, id, className, style, children } = props;
  const element = useRef<Element>(null);
  const latest = useRef(props);
  latest.current = props;
  useImperativeHandle(ref, () => element.current as Element);

  useEffect(() => {
    void define();
    const gone = new AbortController();
    for (const [name, type] of Object.entries(EVENTS) as [keyof typeof EVENTS, keyof DocpaneViewerEvents][]) {
      const hear = (event: Event) => (latest.current[name] as ((event: Event) => void) | undefined)?.(event);
      element.current?.addEventListener(type, hear, { signal: gone.signal });
    }
    return () => gone.abort();
  }, []);

  const address = typeof src === 'string' || src instanceof URL ? String(src) : undefined;
  const bytes = address === undefined && src ? src : null;
  // Properties that are set before the element is defined are taken over by it.
  useEffect(() => void (bytes && Object.assign(element.current as Element, { file: bytes })), [bytes]);
  useEffect(() => void (details && Object.assign(element.current as Element, { details })), [details]);
  useEffect(() => void (actions && Object.assign(element.current as Element, { actions })), [actions]);
  useEffect(() => void (watermark !== undefined && Object.assign(element.current as Element, { watermark })), [watermark]);

  const attributes = { src: address, page, zoom, view, theme, lang, 'preview-pages': previewPages, copy, print, 'deep-links': deepLinks ? '' : undefined };
  const text = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => [name, String(value)]);
  return createElement('docpane-viewer', { ...Object.fromEntries(text), ref: element, id, class: className, style, suppressHydrationWarning: true }, children);
});

export type { DocpaneViewer as DocpaneViewerElement } from '../viewer/element.js';
export type * from '../public/index.js';
