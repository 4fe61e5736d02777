// What a document says about itself: the mirror of src/document/metadata.rs. What is not stated is null.

/** Properties, counts, page sizes, fonts and languages. */
export interface Metadata extends StoredCounts {
  title: string | null;
  subject: string | null;
  author: string | null;
  keywords: string | null;
  description: string | null;
  lastModifiedBy: string | null;
  revision: string | null;
  category: string | null;
  language: string | null;
  /** ISO 8601. */
  created: string | null;
  /** ISO 8601. */
  modified: string | null;
  lastPrinted: string | null;
  /** The program that wrote the file. */
  application: string | null;
  appVersion: string | null;
  company: string | null;
  manager: string | null;
  template: string | null;
  /** Minutes of editing. */
  totalTime: number | null;
  /** The author's own properties, in the file's order. */
  custom: { name: string; value: string }[];
  /** What is counted here. */
  counts: Counts;
  /** The sizes of its pages in points, in order of first use. */
  pageSizes: { width: number; height: number; sections: number }[];
  /** The fonts its text is shown in, and what a device is asked for. */
  fonts: { name: string; families: string[] }[];
  /** The languages of its text, BCP 47. */
  languages: string[];
  /** Bytes of the file. */
  size: number;
  /** The file's name, where it had one. */
  fileName: string | null;
}

/** Counts as the program that saved the file left them. */
export interface StoredCounts {
  pages: number | null;
  words: number | null;
  characters: number | null;
  charactersWithSpaces: number | null;
  lines: number | null;
  paragraphs: number | null;
}

/** Counts of the body's text, as Word counts them. */
export interface Counts {
  /** Each East Asian character is a word, and each row of others between blanks. */
  words: number;
  characters: number;
  charactersWithSpaces: number;
  eastAsianCharacters: number;
  paragraphs: number;
  tables: number;
  sections: number;
  notes: number;
}
