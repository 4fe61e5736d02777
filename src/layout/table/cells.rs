//! Which cells stand where: grid columns of a row's cells, and which cells a vertical merge joins.

use crate::flow::{Block, Cell, MOST_COLUMNS, Merge, Row, Table};

/// A cell's place in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Index in [`Row::cells`].
    pub cell: usize,
    /// First grid column.
    pub column: usize,
    /// Grid columns it spans.
    pub span: usize,
}

impl Slot {
    /// The grid edge at its end.
    pub fn end(self) -> usize {
        self.column + self.span
    }
}

/// The cells of a row from the leading edge on. Spans beyond [`MOST_COLUMNS`] are cut; a cell beyond them gets no column.
pub(super) fn slots(row: &Row) -> Vec<Slot> {
    let mut column = (row.grid_before as usize).min(MOST_COLUMNS);
    let mut slots = Vec::with_capacity(row.cells.len());
    for (index, cell) in row.cells.iter().enumerate() {
        let span = (cell.span.max(1) as usize).min(MOST_COLUMNS - column);
        slots.push(Slot { cell: index, column, span });
        column += span;
    }
    slots
}

/// How many grid columns the rows use.
pub(super) fn column_count(table: &Table) -> usize {
    let used = |row: &Row| slots(row).last().map_or(0, |last| last.end()) + row.grid_after as usize;
    table.rows.iter().map(used).max().unwrap_or(0).clamp(1, MOST_COLUMNS)
}

/// Whether the cell of row `index` that begins at `column` goes on with the merge above it.
pub(super) fn goes_on(table: &Table, index: usize, column: usize) -> bool {
    let Some(row) = table.rows.get(index) else { return false };
    let mut at = (row.grid_before as usize).min(MOST_COLUMNS);
    for cell in &row.cells {
        if at >= column {
            return at == column && cell.merge == Merge::Continue;
        }
        at += (cell.span.max(1) as usize).min(MOST_COLUMNS - at);
    }
    false
}

/// A cell that holds nothing but one empty paragraph.
pub(super) fn is_empty(cell: &Cell) -> bool {
    match cell.blocks.as_slice() {
        [] => true,
        [Block::Paragraph(paragraph)] => paragraph.is_empty() && paragraph.label.is_none(),
        _ => false,
    }
}

/// Whether a row is kept with the one below it: the first paragraph of its first cell says so (`word-layout.md` 4.5).
pub(super) fn keeps_next(row: &Row) -> bool {
    match row.cells.first().and_then(|cell| cell.blocks.first()) {
        Some(Block::Paragraph(paragraph)) => paragraph.keep_next,
        _ => false,
    }
}

/// Leading rows that repeat on each page. More than ten do not (`word-layout.md` 8.4), nor does a table of headers only.
pub(super) fn header_rows(table: &Table) -> usize {
    let count = table.rows.iter().take(11).take_while(|row| row.header).count();
    if count > 10 || count == table.rows.len() { 0 } else { count }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(span: u32, merge: Merge) -> Cell {
        Cell { span, merge, ..Cell::default() }
    }

    #[test]
    fn spans_and_skipped_columns_place_cells() {
        let row = Row { grid_before: 2, cells: vec![cell(1, Merge::None), cell(3, Merge::None)], ..Row::default() };
        assert_eq!(slots(&row), [Slot { cell: 0, column: 2, span: 1 }, Slot { cell: 1, column: 3, span: 3 }]);
    }

    #[test]
    fn a_hostile_span_is_cut() {
        let row = Row { cells: vec![cell(u32::MAX, Merge::None), cell(7, Merge::None)], ..Row::default() };
        assert_eq!(slots(&row).last().map(|last| last.end()), Some(MOST_COLUMNS));
    }

    #[test]
    fn a_merge_goes_on_only_at_its_own_column() {
        let rows = vec![
            Row { cells: vec![cell(2, Merge::Start), cell(1, Merge::None)], ..Row::default() },
            Row { cells: vec![cell(1, Merge::None), cell(2, Merge::Continue)], ..Row::default() },
        ];
        let table = Table { rows, ..Table::default() };
        assert!(!goes_on(&table, 1, 0));
        assert!(goes_on(&table, 1, 1));
        assert!(!goes_on(&table, 2, 1));
    }
}
