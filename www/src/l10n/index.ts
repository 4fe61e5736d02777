// Which language the viewer speaks.

import { en } from './en.js';
import type { Messages } from './messages.js';
import { zhCN } from './zh-CN.js';

export type { Messages } from './messages.js';

/** A language with its messages. */
export interface Language {
  /** BCP 47, for `Intl`. */
  tag: string;
  messages: Messages;
}

const LANGUAGES: readonly Language[] = [
  { tag: 'en', messages: en },
  { tag: 'zh-CN', messages: zhCN },
];

/** The first of the wanted languages that there is; English if none. */
export function languageFor(...wanted: (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const base = tag?.toLowerCase().split('-')[0];
    const found = base && LANGUAGES.find((language) => language.tag.toLowerCase().split('-')[0] === base);
    if (found) return found;
  }
  return LANGUAGES[0] as Language;
}

/** Bytes as people say them: "23.83 KB". */
export function fileSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), 3);
  return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(2)} ${units[power]}`;
}
