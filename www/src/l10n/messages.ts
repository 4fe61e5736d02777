// What the viewer says. A language is one file with all of these; functions get figures already written for the language.

import type { ErrorKind } from '../public/error.js';

/** A language's messages. */
export interface Messages {
  /** Label of the whole viewer. */
  viewer: string;
  /** Label of the bar of buttons. */
  toolbar: string;
  previousPage: string;
  nextPage: string;
  /** Label of the box that takes a page number. */
  pageNumber: string;
  /** "3 of 13", read aloud. */
  pageOf: (page: string, count: string) => string;
  /** Beside the page box: "/ 13"; `estimated` while the count may change. */
  ofCount: (count: string, estimated: boolean) => string;
  /** Tip on an estimated count. */
  estimatedCount: string;
  zoomIn: string;
  zoomOut: string;
  zoom: string;
  fitWidth: string;
  fitPage: string;
  automaticZoom: string;
  /** The button that shows the document's properties, and their panel's title. */
  properties: string;
  find: string;
  findPlaceholder: string;
  findPrevious: string;
  findNext: string;
  /** "2 of 7" places found. */
  found: (at: string, count: string) => string;
  notFound: string;
  close: string;
  tryAgain: string;
  /** While the file's bytes arrive, are read, and pages are laid out. */
  loading: string;
  opening: string;
  layingOut: (done: string, count: string) => string;
  /** Shown while there is no document. */
  empty: string;
  /** Shown over the viewer while a file is dragged onto it. */
  drop: string;
  /** In place of a picture that cannot be shown; `alt` describes it. */
  pictureMissing: (alt: string) => string;
  /** Rows of the properties. */
  row: Record<
    | 'fileName' | 'title' | 'author' | 'subject' | 'keywords' | 'description' | 'category' | 'company' | 'lastModifiedBy'
    | 'created' | 'modified' | 'application' | 'pages' | 'words' | 'characters' | 'size' | 'pageSize',
    string
  >;
  /** Heading above the list of what the preview could not show. */
  warnings: string;
  noWarnings: string;
  /** Title and advice for each kind of error. */
  error: Record<ErrorKind, { title: string; advice: string }>;
}
