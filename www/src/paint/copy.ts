// What a selection is on the clipboard: as text, where tables are tab-separated values, and as HTML where it reaches over
// several cells of a table.

import { CELL, type Selected, selectedRuns, textOfRuns } from './selection.js';

/** A selection on the clipboard. */
export interface Copied {
  text: string;
  /** With tables; none where no table is selected. */
  html?: string;
}

/** A stretch of a selection: inside one table, or outside all. */
interface Stretch {
  table: Element | null;
  selected: Selected;
}

/** A cell in its place. */
interface Placed {
  element: Element;
  header: boolean;
  row: number;
  column: number;
  columns: number;
  rows: number;
}

/** A row of a table. */
interface Row {
  index: number;
  cells: Placed[];
}

/** What `range` selects within `container`. */
export function copied(container: Element, range: AbstractRange): Copied {
  const all = selectedRuns(container, range);
  const stretches = stretchesOf(all);
  if (!stretches.some(({ table }) => table)) return { text: textOfRuns(all) };
  const page = document.implementation.createHTMLDocument('');
  const parts: string[] = [];
  for (const { table, selected } of stretches) {
    if (table) parts.push(copyTable(table, selected, page));
    else parts.push(copyText(textOfRuns(selected), page));
  }
  return { text: parts.join('\n'), html: page.body.innerHTML };
}

/** Cuts a selection where tables begin and end. What lies in one cell only is text. */
function stretchesOf({ runs, range }: Selected): Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const table = outermost(run);
    const last = stretches.at(-1);
    if (last && last.table === table) last.selected.runs.push(run);
    else stretches.push({ table, selected: { runs: [run], range } });
  }
  for (const stretch of stretches) {
    const { table } = stretch;
    if (table && new Set(stretch.selected.runs.map((run) => cellOf(run, table))).size < 2) stretch.table = null;
  }
  return stretches;
}

function outermost(run: Element): Element | null {
  let table: Element | null = null;
  for (let at = run.closest('[role="table"]'); at; at = at.parentElement?.closest('[role="table"]') ?? null) table = at;
  return table;
}

/** The cell of `table` itself that a run stands in: with tables in tables, the outer one. */
function cellOf(run: Element, table: Element): Element | null {
  let cell = run.closest(CELL);
  while (cell && cell.closest('[role="table"]') !== table) cell = cell.parentElement?.closest(CELL) ?? null;
  return cell;
}

function copyText(text: string, page: Document): string {
  for (const line of text.split('\n')) {
    const paragraph = page.createElement('p');
    paragraph.textContent = line;
    page.body.append(paragraph);
  }
  return text;
}

/** Adds the selected part of a table to `page`; returns it as tab-separated values, a value a cell. */
function copyTable(table: Element, { runs, range }: Selected, page: Document): string {
  const held = new Map<Element | null, Element[]>();
  for (const run of runs) {
    const cell = cellOf(run, table);
    held.set(cell, [...(held.get(cell) ?? []), run]);
  }
  const { rows, from, to } = selectedRows(table, range);
  const element = page.createElement('table');
  const lines: string[] = [];
  const end = (rows.at(-1)?.index ?? 0) + 1;
  for (const row of rows) {
    const line = element.insertRow();
    const values: string[] = [];
    for (const cell of row.cells) {
      const first = Math.max(cell.row, rows[0]?.index ?? 0) === row.index;
      const value = first ? textOfRuns({ runs: held.get(cell.element) ?? [], range }) : '';
      values.push(value.replace(/\s*[\t\n]\s*/g, ' '));
      if (!first) continue;
      const copy = page.createElement(cell.header ? 'th' : 'td');
      copy.colSpan = Math.min(cell.column + cell.columns, to) - Math.max(cell.column, from);
      copy.rowSpan = Math.min(cell.row + cell.rows, end) - row.index;
      value.split('\n').forEach((part, index) => copy.append(...(index > 0 ? [page.createElement('br')] : []), part));
      line.append(copy);
    }
    lines.push(values.join('\t'));
  }
  page.body.append(element);
  return lines.join('\n');
}

/** The rows from the first selected cell to the last, and of them the columns in between. */
function selectedRows(table: Element, range: Range): { rows: Row[]; from: number; to: number } {
  const rows = placedRows(table);
  const has = (row: Row) => row.cells.some((cell) => cell.row === row.index && range.intersectsNode(cell.element));
  const first = rows.findIndex(has);
  let last = rows.length - 1;
  while (last > first && !has(rows[last] as Row)) last -= 1;
  const chosen = rows.slice(Math.max(first, 0), last + 1);
  const cells = chosen.flatMap((row) => row.cells).filter((cell) => range.intersectsNode(cell.element));
  const from = Math.min(...cells.map((cell) => cell.column));
  const to = Math.max(...cells.map((cell) => cell.column + cell.columns));
  for (const row of chosen) row.cells = row.cells.filter((cell) => cell.column < to && cell.column + cell.columns > from);
  return { rows: chosen, from, to };
}

/** A table's rows with their cells in columns; a cell merged over rows stands in each of them. */
function placedRows(table: Element): Row[] {
  const own = (selector: string, parent: Element) =>
    [...parent.querySelectorAll(selector)].filter((element) => element.parentElement?.closest('[role="table"]') === table);
  const above: (Placed | undefined)[] = [];
  const shown = own('[role="row"]', table).filter((row) => !row.closest('[data-repeated]'));
  return shown.map((row, index) => {
    const cells: Placed[] = [];
    let column = 0;
    const skip = () => {
      for (let merged = above[column]; merged && merged.row + merged.rows > index; merged = above[column]) {
        cells.push(merged);
        column = Math.max(merged.column + merged.columns, column + 1);
      }
    };
    for (const element of own(CELL, row)) {
      skip();
      const span = (name: string) => Number(element.getAttribute(name) ?? 1);
      const header = element.getAttribute('role') !== 'cell';
      const cell = { element, header, row: index, column, columns: span('aria-colspan'), rows: span('aria-rowspan') };
      for (let at = column; at < column + cell.columns; at += 1) above[at] = cell;
      cells.push(cell);
      column += cell.columns;
    }
    skip();
    return { index, cells };
  });
}
