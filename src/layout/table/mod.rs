//! A table: column widths, rows, borders, and how rows split over pages.
//!
//! [`fill`] is called once for each page a table stands on. It finds the column widths (`grid`, `autofit`; kept for the next
//! page), lays rows out from where the table goes on (`row`) until one does not fit, decides where the page ends (`split`)
//! and makes the fragment (`finish`, `rules`). Rows that are not reached cost nothing. Cells are filled by
//! [`block::stack`](super::block::stack).

mod align;
mod autofit;
mod border;
mod cells;
mod fill;
mod finish;
mod grid;
mod row;
mod rules;
mod split;
#[cfg(test)]
mod tests;

pub(super) use border::thickness;
pub(super) use fill::begins_page;

use super::block::BlockStart;
use super::fragment::TableFragment;
use super::{Context, Surroundings};
use crate::flow::{NoteId, Table};

/// Where in a table a page begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableStart {
    /// The row that comes next.
    pub row: usize,
    /// Where each of its cells goes on, if the row is split: by cell index; `None` for a cell that is done.
    pub cells: Option<Vec<Option<BlockStart>>>,
    /// Vertical merges that the page's end cut.
    pub merged: Vec<MergedStart>,
}

/// A merged cell that goes on on the next page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergedStart {
    /// Row of the cell with its content.
    pub row: usize,
    /// Index of that cell in its row.
    pub cell: usize,
    /// Its first grid column.
    pub column: usize,
    /// Grid columns it spans.
    pub span: usize,
    /// Where its content goes on; none when all of it was placed.
    pub start: Option<BlockStart>,
}

/// Tables nested deeper than this hold nothing: [`Limits`](crate::Limits) lets no more through.
const MOST_DEPTH: u32 = 40;

/// The room a table may take.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableRoom {
    /// Width of the column (or cell) it stands in.
    pub width: f64,
    /// Height that is left; infinite in a cell that is being measured.
    pub height: f64,
    /// Nothing stands above it on this page: something must be placed, whatever its height.
    pub fresh: bool,
    /// Height of a fresh page, where known: rows that are kept together but do not fit even there are broken where the
    /// page ends.
    pub full: Option<f64>,
    /// The row that begins the next page, whether or not it would fit here.
    pub before: Option<usize>,
    /// The row that is split at the page starts which the file records in its cells.
    pub saved_row: Option<usize>,
}

/// What was placed of a table.
#[derive(Clone, Debug, Default)]
pub struct FilledTable {
    /// Rows placed; none if not even one fits.
    pub fragment: Option<TableFragment>,
    /// Left edge from the column's left.
    pub x: f64,
    /// Where it goes on; none when it is done.
    pub rest: Option<TableStart>,
    /// Footnotes referred to in what was placed.
    pub footnotes: Vec<NoteId>,
    /// Smallest body-text offset placed.
    pub offset: Option<u32>,
    /// Rows that Word began a page with, as the file says: their indices.
    pub saved_breaks: Vec<usize>,
    /// Rows inside which Word began a page, as the file says: their indices, and the table's height down to there.
    pub saved_lines: Vec<(usize, f64)>,
    /// Row boundaries where a page may end, as (index of the row that would begin the next page, height so far): where the
    /// row before is not kept with it. The table's end is one if its last row is not kept with what follows.
    pub legal_ends: Vec<(usize, f64)>,
}

/// Places as many rows as fit. With `room.fresh` something is placed whatever its height; else nothing may be, and `rest` is
/// where it began. `rest` is a legal end or inside a row.
pub fn fill<'a>(
    context: &mut Context<'a>,
    table: &'a Table,
    start: &TableStart,
    room: TableRoom,
    surroundings: &Surroundings,
) -> FilledTable {
    fill::fill(context, table, start, room, surroundings)
}
