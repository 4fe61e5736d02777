// `docpane/slim`: the same without files of its own; the host says where they are, and names the tag.

import { DocpaneViewer } from '../viewer/element.js';

/** Defines the element, under another name if need be. */
export function define(name = 'docpane-viewer'): void {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, DocpaneViewer);
}

export { DocpaneViewer };
export { open } from '../engine/document.js';
export { init } from '../engine/setup.js';
export { DocpaneError } from '../public/error.js';
export type * from '../public/index.js';
