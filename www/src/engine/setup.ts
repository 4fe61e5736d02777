// Where the engine's files are and how it runs: what a host may say once, before the first document.

import type { InitOptions } from '../public/init.js';

/** What was said so far. */
export const setup: InitOptions = {};

/** Says where files are and how the engine runs. What is left out stays as it was; to be called before the first document. */
export function init(options: InitOptions): void {
  Object.assign(setup, options);
}
