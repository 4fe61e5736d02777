// What a document says about itself.

/** What the file says about itself, and what it is made of. Absent values are `null`. */
export interface Metadata {
  title: string | null;
  author: string | null;
  subject: string | null;
  description: string | null;
  keywords: string | null;
  category: string | null;
  company: string | null;
  manager: string | null;
  /** Who saved it last. */
  lastModifiedBy: string | null;
  /** ISO 8601. */
  created: string | null;
  /** ISO 8601. */
  modified: string | null;
  /** The program that wrote the file. */
  application: string | null;
  /** What that program counted when it saved; it may be stale. */
  pages: number | null;
  words: number | null;
  characters: number | null;
  /** Bytes of the file. */
  size: number;
  /** Its name, where it had one. */
  fileName: string | null;
}
