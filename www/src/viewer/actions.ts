// What a reader can do beside reading. The host hears of all of it and may do it in the viewer's place.

import type { Context } from './context.js';
import { ICONS } from './dom.js';

/** Those that the viewer does itself. */
const OWN: Record<string, (context: Context) => Promise<void>> = {
  download: async (context) => (await import('./download.js')).download(context),
  print: async (context) => (await import('./print/dialog.js')).askAndPrint(context),
  fullscreen: async (context) => (await import('./fullscreen.js')).toggleFullscreen(context),
};

/** Does what a name stands for. */
export function act(context: Context, action: string): void {
  if (!context.tell('docpane-action', { action }, true)) return;
  OWN[action]?.(context).catch((error: unknown) => context.failed(error));
}

/** What an action is called. */
export function actionLabel({ language: { messages }, host }: Context, name: string, label: string | undefined): string {
  const names: Record<string, string> = messages.action;
  if (name === 'fullscreen' && isFullscreen(host)) return messages.action.leaveFullscreen;
  return label ?? names[name] ?? name;
}

/** Whether the viewer has the whole screen. */
export function isFullscreen(host: HTMLElement): boolean {
  return host.matches(':fullscreen') || host.hasAttribute('data-docpane-maximised');
}

/** An action's icon. */
export function actionIcon(name: string): string {
  const icons: Record<string, string> = {
    download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
    print: 'M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M7 14h10v6H7z',
    fullscreen: 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5',
    report: 'M6 21V4h11l-2 4 2 4H6',
    copyright: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM14.8 9.8a3.6 3.6 0 1 0 0 4.4',
    share: 'M7 14a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM17 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM17 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9.2 10.3l5.6-3.4M9.2 12.8l5.6 4',
    save: 'M7 4h10v16l-5-4-5 4z',
  };
  return icons[name] ?? ICONS.file;
}
