// No files: the host says where they are (`docpane/slim`).

import { DocpaneError } from '../public/error.js';
import type { Assets } from './assets.js';

export const assets: Assets = {
  wasm: () => Promise.reject(new DocpaneError('NoEngine', 'Call init({ wasm }) before the first document.')),
  worker: () => null,
  faces: async () => [],
};
