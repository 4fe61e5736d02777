//! A table: column widths, rows, borders, and how rows split over pages.
//!
//! Cells are filled by `block::fill`, the same that fills a page's column.

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
}

/// The room a table may take.
#[derive(Clone, Copy, Debug)]
pub struct TableRoom {
    /// Width of the column (or cell) it stands in.
    pub width: f64,
    /// Height that is left; infinite in a cell that is being measured.
    pub height: f64,
    /// Nothing stands above it on this page: something must be placed, whatever its height.
    pub fresh: bool,
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
    /// A page that Word began inside these rows, as the file says: row indices.
    pub saved_breaks: Vec<usize>,
    /// Row boundaries where a page may end, as (rows placed, height so far): before a row whose predecessor is not
    /// kept with it.
    pub legal_ends: Vec<(usize, f64)>,
}

/// Places as many rows as fit.
pub fn fill<'a>(
    context: &mut Context<'a>,
    table: &'a Table,
    start: &TableStart,
    room: TableRoom,
    surroundings: &Surroundings,
) -> FilledTable {
    let _ = (context, table, start, room, surroundings);
    FilledTable::default()
}

/// The table's narrowest and widest extents, for an autofit table around it.
pub fn extents<'a>(context: &mut Context<'a>, table: &'a Table, surroundings: &Surroundings) -> (f64, f64) {
    let _ = (context, table, surroundings);
    (0.0, 0.0)
}
