// The list of keys.

import type { Context } from './context.js';
import { h } from './dom.js';
import type { Panel } from './features.js';
import { adopt } from './style.js';
import { Dialog } from './dialog.js';

const HELP_CSS = `
.keys { margin: 0; }
.keys > div { display: flex; justify-content: space-between; gap: 24px; padding: 7px 0; border-bottom: 1px solid var(--line); }
.keys dd { margin: 0; white-space: nowrap; }
.keys kbd { display: inline-block; min-width: 24px; padding: 1px 7px; margin-inline-start: 4px; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 6px; font: 12px/1.5 ui-monospace, monospace; text-align: center; }
`;

/** The dialog. */
export class Help implements Panel {
  readonly #dialog: Dialog;

  constructor(context: Context) {
    const say = context.language.messages;
    adopt(context.root, HELP_CSS);
    const control = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
    const rows: [string, string[]][] = [
      [say.help.scroll, ['PgDn', 'PgUp']],
      [say.help.ends, ['Home', 'End']],
      [say.help.pages, ['→', '←']],
      [say.help.zoom, ['+', '−']],
      [say.help.resetZoom, ['0']],
      [say.help.find, [`${control} F`]],
      [say.help.findSteps, ['Enter', '⇧ Enter']],
      ...(context.settings.print ? [[say.help.print, [`${control} P`]] as [string, string[]]] : []),
      [say.help.help, ['?']],
      [say.help.close, ['Esc']],
    ];
    const list = rows.map(([what, keys]) => h('div', {}, h('dt', {}, what), h('dd', {}, ...keys.map((key) => h('kbd', {}, key)))));
    this.#dialog = new Dialog(context, say.help.title, h('dl', { class: 'keys' }, ...list));
  }

  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  toggle(open = !this.isOpen): void {
    this.#dialog.toggle(open);
  }

  reset(): void {
    this.toggle(false);
  }
}
