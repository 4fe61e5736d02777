// Finding text in laid-out pages alone, by the same rules as the engine: width and, unless asked for, case do not count; blanks
// and line ends stand nowhere in the way.

import type { DisplayList, Text } from '../public/display.js';
import type { Box, SearchHit, SearchOptions } from '../public/document.js';
import { isCounted } from '../paint/boxes.js';

/** A counted character and where it stands. */
export interface Character {
  folded: string;
  shown: string;
  /** Outside the body there is none. */
  offset: number | undefined;
  page: number;
  text: Text;
  /** Its index in its run. */
  index: number;
  /** A blank or an end stands before it. */
  apart: boolean;
}

/** Text that reads on: the body as a whole, or a paragraph outside it. */
interface Stretch {
  story: string;
  characters: Character[];
}

/** Characters of context on either side. */
const CONTEXT = 24;

/** The order on a page: as one reads. */
const STORIES = ['header', 'body', 'float', 'footnote', 'endnote', 'footer'];

/** All places where `query` stands. */
export function searchLists(lists: readonly DisplayList[], query: string, { matchCase = false, wholeWord = false, limit = 0 }: SearchOptions): SearchHit[] {
  const wanted = [...fold(query, matchCase)].filter(isCounted);
  if (wanted.length === 0) return [];
  const stretches = [body(lists, matchCase), ...outside(lists, matchCase)];
  const hits = stretches.flatMap((stretch) => hitsIn(stretch, wanted, wholeWord));
  const rank = ({ story }: SearchHit) => STORIES.indexOf(story);
  if (limit > 0) hits.length = Math.min(hits.length, limit);
  return hits.sort((a, b) => (a.page ?? 0) - (b.page ?? 0) || rank(a) - rank(b));
}

/** Where `query` stands in runs that read on, by its characters. */
export function occurrences(runs: readonly Text[], query: string, { matchCase = false, wholeWord = false }: SearchOptions): Character[][] {
  const wanted = [...fold(query, matchCase)].filter(isCounted);
  const all: Character[] = [];
  let apart = true;
  for (const text of runs) apart = push(all, text, 0, matchCase, apart);
  return wanted.length === 0 ? [] : startsIn(all, wanted, wholeWord).map((at) => all.slice(at, at + wanted.length));
}

function startsIn(all: readonly Character[], wanted: readonly string[], wholeWord: boolean): number[] {
  const starts: number[] = [];
  for (let at = 0; at + wanted.length <= all.length; at++) {
    if (!wanted.every((character, index) => all[at + index]?.folded === character)) continue;
    if (wholeWord && !isWord(all, at, wanted.length)) continue;
    starts.push(at);
    at += wanted.length - 1;
  }
  return starts;
}

function hitsIn({ story, characters: all }: Stretch, wanted: readonly string[], wholeWord: boolean): SearchHit[] {
  const hits: SearchHit[] = [];
  for (const at of startsIn(all, wanted, wholeWord)) {
    const found = all.slice(at, at + wanted.length);
    const [first, last] = [found[0], found.at(-1)];
    if (!first || !last) continue;
    hits.push({
      page: first.page,
      story,
      start: first.offset,
      end: last.offset === undefined ? undefined : last.offset + 1,
      boxes: boxes(found.filter(({ page }) => page === first.page)),
      context: all.slice(Math.max(at - CONTEXT, 0), at + wanted.length + CONTEXT).map(({ shown, apart }, index) => (apart && index > 0 ? ` ${shown}` : shown)).join(''),
    });
  }
  return hits;
}

function fold(text: string, matchCase: boolean): string {
  const narrow = text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
  return matchCase ? narrow : narrow.toLowerCase();
}

/** Body text has offsets. */
function body(lists: readonly DisplayList[], matchCase: boolean): Stretch {
  const all: Character[] = [];
  for (const [page, list] of lists.entries()) {
    const runs = list.items.filter((item): item is Text => item.t === 'text' && item.offset !== undefined && !item.decoration);
    runs.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));
    let apart = true;
    for (const text of runs) apart = push(all, text, page + 1, matchCase, apart);
  }
  return { story: 'body', characters: all };
}

/** Headers, footers, notes and text boxes have none: they are told by what encloses them. */
function outside(lists: readonly DisplayList[], matchCase: boolean): Stretch[] {
  const all: Stretch[] = [];
  for (const [page, list] of lists.entries()) {
    const open: { story: string; stretch: Stretch | null }[] = [{ story: 'body', stretch: null }];
    for (const item of list.items) {
      const outer = open.at(-1) ?? { story: 'body', stretch: null };
      if (item.t === 'begin') {
        const stretch = item.role === 'paragraph' ? { story: outer.story, characters: [] } : outer.stretch;
        if (item.role === 'paragraph' && stretch) all.push(stretch);
        open.push({ story: item.role === 'story' ? item.story : outer.story, stretch });
      } else if (item.t === 'end') open.pop();
      else if (item.t === 'text' && item.offset === undefined && !item.decoration && outer.stretch) {
        const { characters } = outer.stretch;
        push(characters, item, page + 1, matchCase, characters.length === 0);
      }
    }
  }
  return all;
}

/** Adds a run's characters; whether what follows stands apart. */
function push(all: Character[], text: Text, page: number, matchCase: boolean, apart: boolean): boolean {
  let { offset } = text;
  let index = 0;
  for (const shown of text.text) {
    if (isCounted(shown)) {
      // What folds to several characters is found by the first of them.
      const folded = [...fold(shown, matchCase)][0] ?? shown;
      all.push({ folded, shown, offset, page, text, index, apart });
      if (offset !== undefined) offset++;
      apart = false;
    } else apart = true;
    index += shown.length;
  }
  return apart || text.hardEnd === true;
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
