// Which language the viewer speaks. English is always there; another comes when it is wanted.

import { en } from './en.js';
import type { Messages } from './messages.js';

export type { Messages } from './messages.js';

/** A language with its messages. */
export interface Language {
  /** BCP 47, for `Intl`. */
  tag: string;
  dir: 'ltr' | 'rtl';
  messages: Messages;
}

/** What there is, and how it is loaded. */
const OTHERS: Readonly<Record<string, () => Promise<Messages>>> = {
  'zh-CN': async () => (await import('./zh-CN.js')).zhCN,
  'zh-TW': async () => (await import('./zh-TW.js')).zhTW,
  ja: async () => (await import('./ja.js')).ja,
  ko: async () => (await import('./ko.js')).ko,
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  ar: async () => (await import('./ar.js')).ar,
};

const ENGLISH: Language = { tag: 'en', dir: 'ltr', messages: en };

const loaded = new Map<string, Language>([['en', ENGLISH]]);

/** The first of the wanted languages that there is; English if none. */
export function tagFor(...wanted: (string | null | undefined)[]): string {
  const tags = ['en', ...Object.keys(OTHERS)];
  for (const tag of wanted) {
    if (!tag) continue;
    const asked = localeOf(tag);
    const same = tags.find((known) => known.toLowerCase() === asked.toLowerCase()) ?? tags.find((known) => baseOf(known) === baseOf(asked));
    if (same) return same;
  }
  return 'en';
}

/** A language that is here already. */
export function languageNow(tag: string): Language | undefined {
  return loaded.get(tag);
}

/** A language, loaded if need be; English where that fails. */
export async function loadLanguage(tag: string): Promise<Language> {
  const here = loaded.get(tag);
  if (here) return here;
  try {
    const messages = await OTHERS[tag]?.();
    if (!messages) return ENGLISH;
    const language: Language = { tag, dir: tag === 'ar' ? 'rtl' : 'ltr', messages };
    loaded.set(tag, language);
    return language;
  } catch {
    return ENGLISH;
  }
}

/** Chinese by its script: Taiwan, Hong Kong and Macau write the traditional one. */
function localeOf(tag: string): string {
  if (baseOf(tag) !== 'zh') return tag;
  return /hant|-(tw|hk|mo)\b/i.test(tag) && !/hans/i.test(tag) ? 'zh-TW' : 'zh-CN';
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Bytes as people say them: "23.83 KB". */
export function fileSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), 3);
  return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(2)} ${units[power]}`;
}
