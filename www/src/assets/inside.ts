// Everything in the script itself (`docpane/inline`): the wasm as text, no worker, no faces.

import packed from '#packed-wasm';
import packedPictures from '#packed-pictures';
import { loadPicturesFrom } from '../engine/pictures.js';
import type { Assets } from './assets.js';

export const assets: Assets = {
  wasm: () => unpack(packed),
  worker: () => null,
  faces: async () => [],
};

loadPicturesFrom(() => unpack(packedPictures));

function unpack(text: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
