// What the engine throws.

import type { WireError } from './protocol.js';

/** An error that the engine reported, or null for a breakdown: the instance must not be used again. */
export function wireError(thrown: unknown): WireError | null {
  const text = typeof thrown === 'string' ? thrown : thrown instanceof Error && !(thrown instanceof WebAssembly.RuntimeError) ? thrown.message : '';
  try {
    const { kind, message, part } = JSON.parse(text) as WireError;
    return part ? { kind, message, part } : { kind, message };
  } catch {
    return null;
  }
}
