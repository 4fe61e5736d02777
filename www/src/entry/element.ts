// `docpane/element`: importing it defines `<docpane-viewer>`.

import { DocpaneViewer } from '../viewer/element.js';

if (globalThis.customElements && !customElements.get('docpane-viewer')) customElements.define('docpane-viewer', DocpaneViewer);

export { DocpaneViewer };
export type * from '../public/index.js';
