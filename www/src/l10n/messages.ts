// What the viewer says. A language is one file with all of these; functions get figures already written for the language.

import type { Theme, View } from '../public/element.js';
import type { ErrorKind } from '../public/error.js';

/** The kinds of warnings; `other` is for those that this list does not know. */
export type WarningKind =
  | 'approximated'
  | 'bad-value'
  | 'font-substituted'
  | 'link-blocked'
  | 'not-drawn'
  | 'not-placed'
  | 'part-damaged'
  | 'part-missing'
  | 'stale-page-breaks'
  | 'too-many-pages'
  | 'other';

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
  matchCase: string;
  wholeWord: string;
  /** "2 of 7" places found. */
  found: (at: string, count: string) => string;
  notFound: string;
  /** Places found in pages that the preview does not show. */
  foundBeyond: (count: string) => string;
  close: string;
  cancel: string;
  tryAgain: string;
  /** While the file's bytes arrive, are read, and pages are laid out. */
  loading: string;
  opening: string;
  layingOut: (done: string, count: string) => string;
  /** Shown while there is no document. */
  empty: string;
  /** In place of a picture that cannot be shown; `alt` describes it. */
  pictureMissing: (alt: string) => string;
  /** Rows of the properties. */
  row: Record<
    | 'fileName' | 'title' | 'author' | 'subject' | 'keywords' | 'description' | 'category' | 'company' | 'lastModifiedBy'
    | 'created' | 'modified' | 'application' | 'pages' | 'words' | 'characters' | 'size' | 'pageSize' | 'format'
    | 'seller' | 'number' | 'uploaded' | 'tags',
    string
  >;
  /** Headings of the facts that the host gives, and of those in the file. */
  aboutDocument: string;
  aboutFile: string;
  /** Heading above the list of what the preview could not show. */
  warnings: string;
  noWarnings: string;
  /** What each kind of warning (src/diag.rs) means; the engine's own sentence, in English, stands below it. */
  warning: Record<WarningKind, string>;
  /** The menu behind the three dots. */
  menu: string;
  /** Ways to show the document; `label` names the choice. */
  view: Record<'label' | View, string>;
  /** Colours; `label` names the choice. */
  theme: Record<'label' | Theme, string>;
  /** What a reader can do. */
  action: Record<'download' | 'print' | 'fullscreen' | 'leaveFullscreen' | 'report' | 'copyright' | 'share' | 'save', string>;
  /** Where the preview ends. */
  wall: {
    /** "You have read 9 of 13 pages". */
    ends: (shown: string, count: string) => string;
    more: string;
  };
  /** The panel of headings and thumbnails. */
  navigation: {
    label: string;
    outline: string;
    thumbnails: string;
    /** There are no headings. */
    noOutline: string;
    /** Read after a heading on a page that the preview does not show. */
    notShown: string;
  };
  /** The prompt for a protected document's password. */
  password: {
    /** The button that opens the prompt. */
    enter: string;
    label: string;
    /** Under the field. */
    hint: string;
    open: string;
  };
  /** The question before a link out of the document is followed; the address stands between the two. */
  leaving: { title: string; open: string };
  /** What the copy control says. */
  copy: { refused: string; limited: (most: string) => string };
  printing: {
    allPages: string;
    somePages: string;
    /** Inside the empty field. */
    example: string;
    /** The field holds no page of the document. */
    badPages: string;
    preparing: (done: string, count: string) => string;
    refused: string;
  };
  /** Reading and text views. */
  reading: {
    settings: string;
    textSize: string;
    smaller: string;
    larger: string;
    lineHeight: string;
    /** Above a page's text. */
    page: (page: string) => string;
    /** A page has no text. */
    noText: string;
    /** Opens what stands above and below a page's text. */
    edges: string;
  };
  /** The list of keys. */
  help: Record<'title' | 'scroll' | 'ends' | 'pages' | 'zoom' | 'resetZoom' | 'find' | 'findSteps' | 'print' | 'help' | 'close', string>;
  /** Title and advice for each kind of error. */
  error: Record<ErrorKind, { title: string; advice: string }>;
}
