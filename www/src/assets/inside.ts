// Everything in the script itself (`docpane/inline`): the wasm as text, no worker, no faces.

import packed from '#packed-wasm';
import type { Assets } from './assets.js';

export const assets: Assets = {
  async wasm() {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  },
  worker: () => null,
  faces: async () => [],
};
