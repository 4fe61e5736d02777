// Why something failed. Kinds are stable names; messages are sentences for people.

/** What went wrong. The first twelve come from the document, the rest from its surroundings. */
export type ErrorKind =
  | 'NotZip'
  | 'NotWord'
  | 'LegacyDoc'
  | 'Encrypted'
  | 'WrongPassword'
  | 'TooLarge'
  | 'Damaged'
  | 'MissingPart'
  | 'MalformedXml'
  | 'NoSuchPage'
  | 'Unreadable'
  | 'BadArgument'
  /** The engine stopped in the middle of its work and was started again. */
  | 'Crashed'
  /** The document's address could not be fetched. */
  | 'NotFetched'
  /** The engine itself could not be loaded. */
  | 'NoEngine'
  /** The document was closed. */
  | 'Closed';

/** An error with a kind. Cancelling through an `AbortSignal` rejects with the signal's reason instead. */
export class DocpaneError extends Error {
  /** What went wrong. */
  readonly kind: ErrorKind;
  /** The part of the package it arose in, such as `word/document.xml`, if in one. */
  readonly part: string | undefined;

  constructor(kind: ErrorKind, message: string, part?: string) {
    super(message);
    this.name = 'DocpaneError';
    this.kind = kind;
    this.part = part;
  }
}
