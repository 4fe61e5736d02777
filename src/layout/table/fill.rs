//! Rows down a page, from where the table goes on until the room is used.

use super::cells::{self, Slot};
use super::finish;
use super::row::{self, LaidRow, Merged, Place, SLACK, Sheet};
use super::split::{self, End};
use super::{FilledTable, MergedStart, TableRoom, TableStart, align, border, grid};
use crate::flow::{Block, Row, Table};
use crate::layout::{Context, Surroundings};

/// The rows placed so far.
pub(super) struct Rows<'r> {
    /// Where the page began.
    pub start: &'r TableStart,
    /// The room.
    pub room: TableRoom,
    /// Laid out, repeated headers first.
    pub placed: Vec<LaidRow>,
    /// How many of them are repeated headers.
    pub headers: usize,
    /// Where the next row stands.
    pub y: f64,
}

impl Rows<'_> {
    /// Merges under way below the last row; at the page's start those that go on from the page before.
    fn merges(&self) -> Vec<Merged> {
        match self.placed.get(self.headers..).and_then(<[LaidRow]>::last) {
            Some(last) => last.merges.clone(),
            None => self.start.merged.iter().map(under_way).collect(),
        }
    }
}

/// A merge that the page before began: its box begins with the first row of this page.
fn under_way(merged: &MergedStart) -> Merged {
    Merged {
        home: (merged.row, merged.cell),
        slot: Slot { cell: merged.cell, column: merged.column, span: merged.span },
        start: merged.start.clone(),
        top: 0.0,
        inset: [0.0; 4],
        place: row::NOT_PLACED,
    }
}

/// Places as many rows as fit. See [`super::fill`].
pub(super) fn fill<'a>(
    context: &mut Context<'a>,
    table: &'a Table,
    start: &TableStart,
    room: TableRoom,
    surroundings: &Surroundings,
) -> FilledTable {
    if start.row >= table.rows.len() || surroundings.depth > super::MOST_DEPTH {
        return FilledTable::default();
    }
    let widths = grid::columns(context, table, room.width, surroundings);
    let sheet = Sheet::new(context, table, &widths, room.width, surroundings);
    let width = sheet.edges.last().copied().unwrap_or(0.0);
    let headers = cells::header_rows(table);
    let mut filled = FilledTable::default();
    if headers > 0 && start.row >= headers && (table.position.is_none() || surroundings.depth == 0) {
        // Headers repeat only if some of the body fits below them (`word-layout.md` 8.4).
        filled = attempt(context, &sheet, start, TableRoom { fresh: false, ..room }, headers);
    }
    if filled.fragment.is_none() {
        filled = attempt(context, &sheet, start, room, 0);
    }
    filled.x = align::left(table, sheet.alignment, width, room.width, sheet.mode);
    filled
}

/// Places `headers` repeated rows and then what fits.
fn attempt<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, start: &TableStart, room: TableRoom, headers: usize) -> FilledTable {
    let mut rows = Rows { start, room, placed: Vec::new(), headers: 0, y: 0.0 };
    for index in 0..headers {
        let merges = rows.placed.last().map(|last| last.merges.clone()).unwrap_or_default();
        let above = index.checked_sub(1);
        let place = Place { y: rows.y, above, rows_above: index, merges: &merges, room: f64::INFINITY };
        let mut laid = row::lay(context, sheet, index, None, &place);
        laid.repeated = true;
        rows.y += laid.height;
        rows.placed.push(laid);
        if rows.y >= room.height {
            return FilledTable::default();
        }
    }
    rows.headers = headers;
    let end = run(context, sheet, &mut rows);
    finish::finish(context, sheet, rows, end)
}

/// Lays out rows until one does not fit, and decides where the page ends.
fn run<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, rows: &mut Rows<'_>) -> End {
    let count = sheet.table.rows.len();
    let mut index = rows.start.row;
    while index < count {
        let ends =
            rows.room.before.is_some_and(|before| index >= before) || rows.room.full.is_some() && begins_page(&sheet.table.rows[index]);
        if ends && index > rows.start.row {
            return End::Before(index);
        }
        // The line under the row must fit too: it is the part's last line if the next row does not
        // (docs/word/row-at-the-page-end.md).
        let room = rows.room.height - rows.y - border::height_between(sheet.table, Some(index), None);
        let laid = next(context, sheet, rows, index, room);
        if !laid.complete || laid.height > room + SLACK {
            return split::decide(context, sheet, rows, laid);
        }
        rows.y += laid.height;
        rows.placed.push(laid);
        index += 1;
    }
    End::Table
}

/// `pageBreakBefore` in the first paragraph of a cell (docs/word/rows-that-begin-pages.md).
pub(in crate::layout) fn begins_page(row: &Row) -> bool {
    row.cells.iter().any(|cell| matches!(cell.blocks.first(), Some(Block::Paragraph(first)) if first.page_break_before))
}

/// Lays out row `index` below those placed.
pub(super) fn next<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, rows: &Rows<'_>, index: usize, room: f64) -> LaidRow {
    let merges = rows.merges();
    let above = rows.placed.last().map(|last| last.index);
    let place = Place { y: rows.y, above, rows_above: rows.placed.len(), merges: &merges, room };
    let resume = if index == rows.start.row { rows.start.cells.as_deref() } else { None };
    if rows.room.saved_row == Some(index) {
        let inside = Surroundings { ends_at_saved: true, ..sheet.inside };
        let sheet = Sheet { edges: sheet.edges.clone(), inside, ..*sheet };
        return row::lay(context, &sheet, index, resume, &place);
    }
    row::lay(context, sheet, index, resume, &place)
}
