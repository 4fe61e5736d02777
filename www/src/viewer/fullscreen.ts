// Full screen; where the system has none for elements (phones), the viewer takes the whole window.

import { isFullscreen } from './actions.js';
import type { Context } from './context.js';

/** Takes the screen, or gives it back. */
export async function toggleFullscreen({ host, signal }: Context): Promise<void> {
  if (host.matches(':fullscreen')) return document.exitFullscreen();
  if (isFullscreen(host)) return void host.removeAttribute('data-docpane-maximised');
  try {
    await host.requestFullscreen();
  } catch {
    host.setAttribute('data-docpane-maximised', '');
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && host.removeAttribute('data-docpane-maximised');
    addEventListener('keydown', leave, { signal });
  }
}
