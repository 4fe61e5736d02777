// Finding text in laid-out pages alone, by the same rules as the engine: width and, unless asked for, case do not count; blanks
// and line ends stand nowhere in the way.

import type { DisplayList, Text } from '../public/display.js';
import type { Box, SearchHit, SearchOptions } from '../public/document.js';
import { isCounted } from '../paint/boxes.js';

/** A counted character and where it stands. */
interface Character {
  folded: string;
  shown: string;
  offset: number;
  page: number;
  text: Text;
  /** Its index in its run. */
  index: number;
  /** A blank or an end stands before it. */
  apart: boolean;
}

/** Characters of context on either side. */
const CONTEXT = 24;

/** All places where `query` stands. */
export function searchLists(lists: readonly DisplayList[], query: string, { matchCase = false, wholeWord = false, limit = 0 }: SearchOptions): SearchHit[] {
  const wanted = [...fold(query, matchCase)].filter(isCounted);
  if (wanted.length === 0) return [];
  const all = characters(lists, matchCase);
  const hits: SearchHit[] = [];
  for (let at = 0; at + wanted.length <= all.length; at++) {
    if (!wanted.every((character, index) => all[at + index]?.folded === character)) continue;
    const found = all.slice(at, at + wanted.length);
    const [first, last] = [found[0], found.at(-1)];
    if (!first || !last || (wholeWord && !isWord(all, at, wanted.length))) continue;
    hits.push({
      page: first.page,
      start: first.offset,
      end: last.offset + 1,
      boxes: boxes(found.filter(({ page }) => page === first.page)),
      context: all.slice(Math.max(at - CONTEXT, 0), at + wanted.length + CONTEXT).map(({ shown, apart }, index) => (apart && index > 0 ? ` ${shown}` : shown)).join(''),
    });
    if (hits.length === limit) break;
    at += wanted.length - 1;
  }
  return hits;
}

function fold(text: string, matchCase: boolean): string {
  const narrow = text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
  return matchCase ? narrow : narrow.toLowerCase();
}

/** Body text has offsets; headers, footers and labels have none. */
function characters(lists: readonly DisplayList[], matchCase: boolean): Character[] {
  const all: Character[] = [];
  for (const [page, list] of lists.entries()) {
    const runs = list.items.filter((item): item is Text => item.t === 'text' && item.offset !== undefined && !item.decoration);
    let apart = true;
    for (const text of runs.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))) {
      let { offset = 0 } = text;
      let index = 0;
      for (const shown of text.text) {
        if (isCounted(shown)) {
          // What folds to several characters is found by the first of them.
          const folded = [...fold(shown, matchCase)][0] ?? shown;
          all.push({ folded, shown, offset: offset++, page: page + 1, text, index, apart });
          apart = false;
        } else apart = true;
        index += shown.length;
      }
      apart ||= text.hardEnd === true;
    }
  }
  return all;
}

function isWord(all: readonly Character[], at: number, length: number): boolean {
  const letter = (character: Character | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character.folded);
  const [before, first, after] = [all[at - 1], all[at], all[at + length]];
  return (first?.apart === true || !letter(before)) && (after?.apart === true || !letter(after));
}

/** A box a run, as wide as its share of the run. */
function boxes(found: readonly Character[]): Box[] {
  const all: Box[] = [];
  for (const text of new Set(found.map((character) => character.text))) {
    const own = found.filter((character) => character.text === text).map(({ index, shown }) => [index, index + shown.length]);
    const share = text.width / Math.max(text.text.length, 1);
    const from = Math.min(...own.map(([start = 0]) => start));
    const to = Math.max(...own.map(([, end = 0]) => end));
    all.push({ x: text.x + from * share, y: text.baseline - text.size * 0.92, width: (to - from) * share, height: text.size * 1.2 });
  }
  return all;
}
