// `docpane/inline`: engine, element and wasm in one file, for `file://` and webviews. Importing it defines `<docpane-viewer>`.

import { define } from './slim.js';

define();

export { define, DocpaneError, DocpaneViewer, init, open } from './slim.js';
export type * from '../public/index.js';
