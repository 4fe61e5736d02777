// Pictures that browsers do not show (EMF, WMF, TIFF), as ones that they do: a wasm module of its own, which loads when a document
// has the first one.

import init, { forget, shown } from '#pictures';
import type { WasmSource } from '../public/init.js';

let source: () => WasmSource | Promise<WasmSource> = () => new URL('./docpane_pictures_bg.wasm', import.meta.url);
let loading: Promise<boolean> | null = null;
let isReady = false;

/** Says where the module is, if not beside the script. */
export function loadPicturesFrom(other: typeof source): void {
  source = other;
}

/** Whether bytes are a picture that browsers do not show. */
export function isRare(bytes: Uint8Array): boolean {
  if (bytes.length < 44) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const first = view.getUint32(0, true);
  // A placeable WMF, a WMF without that header, TIFF of either byte order, EMF.
  const others = [0x9ac6cdd7, 0x00090001, 0x00090002, 0x002a4949, 0x2a004d4d];
  return others.includes(first) || (first === 1 && view.getUint32(40, true) === 0x464d4520);
}

/** Loads the module; resolves with whether it is there. */
export function load(): Promise<boolean> {
  return (loading ??= start().catch(() => {
    // The next picture tries again.
    loading = null;
    return false;
  }));
}

async function start(): Promise<boolean> {
  await init({ module_or_path: await source() });
  return (isReady = true);
}

/** The picture as browsers show it, if the module is there: else, or where it cannot be made, nothing. */
export function now(bytes: Uint8Array): Uint8Array | undefined {
  if (!isReady) return undefined;
  try {
    return shown(bytes);
  } catch {
    // A breakdown: the next picture gets a new instance.
    forget();
    isReady = false;
    loading = null;
    return undefined;
  }
}
