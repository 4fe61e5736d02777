// Files beside the script. The literal `new URL(…, import.meta.url)` is what Vite, webpack, Parcel and Turbopack look for: they copy
// the files and put their new names here.

import type { Assets } from './assets.js';

export const assets: Assets = {
  wasm: () => new URL('./docpane_bg.wasm', import.meta.url),
  worker() {
    try {
      return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'docpane' });
    } catch {
      // A script from elsewhere (a CDN) starts no worker, but a worker of ours may import it.
      const script = `import ${JSON.stringify(import.meta.url.replace(/[^/]*$/, 'worker.js'))}`;
      return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });
    }
  },
  faces: async () => (await import('../fonts/faces.js')).FACES,
};
