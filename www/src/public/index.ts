// All of the interface, in types.

export type * from './display.js';
export type * from './document.js';
export type * from './element.js';
export type { ErrorKind } from './error.js';
export type * from './fonts.js';
export type * from './init.js';
export type * from './metadata.js';
