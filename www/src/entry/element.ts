// `docpane/element`: importing it defines `<docpane-viewer>`.

import { DocpaneViewer } from '../viewer/element.js';

if (globalThis.customElements && !customElements.get('docpane-viewer')) customElements.define('docpane-viewer', DocpaneViewer);

export { DocpaneViewer };
export { init } from '../engine/setup.js';
export type * from '../public/index.js';
