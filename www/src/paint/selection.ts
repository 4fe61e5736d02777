// What a selection holds, as text: paragraphs and not lines, cells apart by tabs, rows by line ends.

import type { Text } from '../public/display.js';

/** A cell of a table, of a header row too. */
export const CELL = '[role="cell"], [role="columnheader"]';

const texts = new WeakMap<Element, Text>();

/** Remembers which text an element shows. */
export function remember(element: Element, text: Text): void {
  texts.set(element, text);
}

/** The text that an element shows. */
export function textOf(element: Element): Text | undefined {
  return texts.get(element);
}

/** The node that holds a run's characters. */
export function textNode(run: Element): globalThis.Text | null {
  const node = run.firstChild instanceof Element ? run.firstChild.firstChild : run.firstChild;
  return node instanceof globalThis.Text ? node : null;
}

/** The selected range inside a shadow root or document, if any. */
export function selectedRange(root: Node): StaticRange | Range | null {
  const shadow = root.getRootNode();
  const selection = shadow instanceof ShadowRoot && 'getSelection' in shadow ? (shadow.getSelection as () => Selection | null)() : getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  if (shadow instanceof ShadowRoot && 'getComposedRanges' in selection) {
    return selection.getComposedRanges({ shadowRoots: [shadow] })[0] ?? null;
  }
  return selection.getRangeAt(0);
}

/** A run's place in the structure, to know what stands between it and the run before. */
interface Place {
  text: Text;
  line: Element | null;
  paragraph: Element | null;
  cell: Element | null;
  row: Element | null;
}

/** A selection's runs, and what of each is selected. */
export interface Selected {
  runs: Element[];
  range: Range;
}

/** What `range` selects within `container`; without decorations. */
export function selectedRuns(container: Element, range: AbstractRange): Selected {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const shown = (run: Element) => texts.get(run)?.decoration !== true;
  return { runs: runsOf(container, live).filter(shown), range: live };
}

/** The text of selected runs. */
export function textOfRuns({ runs, range }: Selected): string {
  let out = '';
  let before: Place | null = null;
  for (const run of runs) {
    const text = texts.get(run);
    if (!text) continue;
    const place = placeOf(run, text);
    if (before) out += between(before, place, out);
    out += within(run, range);
    before = place;
  }
  return out;
}

/** The runs in the range; headers and footers are left out once anything else is selected. */
function runsOf(container: Element, range: Range): Element[] {
  const all = [...container.querySelectorAll('.run')].filter((run) => range.intersectsNode(run) && !run.closest('[data-repeated]'));
  const body = all.filter((run) => !run.closest('[data-story="header"], [data-story="footer"]'));
  return body.length > 0 ? body : all;
}

function within(run: Element, range: Range): string {
  const node = textNode(run);
  const whole = node?.data ?? '';
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : whole.length;
  return whole.slice(from, to);
}

function placeOf(run: Element, text: Text): Place {
  const near = (selector: string) => run.closest(selector);
  return { text, line: near('.line'), paragraph: near('[data-paragraph]'), cell: near(CELL), row: near('[role="row"]') };
}

function between(before: Place, now: Place, out: string): string {
  if (before.line === now.line) return '';
  if (before.cell !== now.cell && before.row && before.row === now.row) return '\t';
  const samePage = before.paragraph === now.paragraph;
  const goesOn = now.paragraph instanceof HTMLElement && 'continued' in now.paragraph.dataset;
  if (before.text.hardEnd || (!samePage && !goesOn)) return '\n';
  // A line that simply goes on: Word keeps the blank at its end; only a word cut by nothing needs one.
  return /[\p{Script=Latin}\p{N},;.]$/u.test(out) && /^[\p{Script=Latin}\p{N}(]/u.test(now.text.text) ? ' ' : '';
}
