// `docpane`: the engine alone.

export { open } from '../engine/document.js';
export { init } from '../engine/setup.js';
export { DocpaneError } from '../public/error.js';
export type * from '../public/index.js';
