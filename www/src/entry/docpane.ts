// `docpane`: the engine alone.

export { open } from '../engine/document.js';
export { DocpaneError } from '../public/error.js';
export type * from '../public/index.js';
