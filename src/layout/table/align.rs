//! Where a table stands across its column.

use super::cells;
use super::row::Sheet;
use crate::flow::{Alignment, Table};

/// The table's left edge from the column's (`word-layout.md` 8.1): `indent` is measured to the edge of the leading cell from
/// compatibility mode 15 on and to its text before, which shifts the table out by that cell's margin.
pub(super) fn left(table: &Table, alignment: Alignment, width: f64, column: f64, compatibility_mode: u32) -> f64 {
    match alignment {
        Alignment::Center => (column - width) / 2.0,
        // In a right-to-left table the trailing edge is the left one.
        Alignment::Right if table.bidi => 0.0,
        Alignment::Right => column - width,
        _ if table.bidi => column - width - leading(table, compatibility_mode),
        _ => leading(table, compatibility_mode),
    }
}

/// How far its leading edge stands within the column's.
fn leading(table: &Table, compatibility_mode: u32) -> f64 {
    let margins = table.rows.first().and_then(|row| row.cells.first()).map_or(table.cell_margins, |cell| cell.margins);
    let margin = if table.bidi { margins[2] } else { margins[0] };
    table.indent - if compatibility_mode < 15 { margin } else { 0.0 }
}

/// How far a row stands right of where its table puts it: rows that are aligned differently from each other stand for
/// themselves (17.4.28), each by the width of its own cells.
pub(super) fn shift(sheet: &Sheet<'_>, row: usize) -> f64 {
    let table = sheet.table;
    let Some(row) = table.rows.get(row) else { return 0.0 };
    let Some(own) = row.alignment.filter(|own| *own != sheet.alignment) else { return 0.0 };
    let slots = cells::slots(row);
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return 0.0 };
    let total = sheet.edges.last().copied().unwrap_or(0.0);
    let at = |edge: usize| sheet.edges.get(edge).copied().unwrap_or(total);
    let (from, to) = (at(first.column), at(last.end()));
    // Its left edge from the table's, in a table that may be mirrored; a row at the leading side stands where a table there would.
    let inside = if table.bidi { total - to } else { from };
    let left = left(table, sheet.alignment, total, sheet.column, sheet.mode);
    match own {
        Alignment::Center => (sheet.column - (to - from)) / 2.0 - inside - left,
        Alignment::Right if table.bidi => -inside - left,
        Alignment::Right => sheet.column - to - left,
        _ => self::left(table, own, total, sheet.column, sheet.mode) - left,
    }
}

/// What its rows say if they all say the same: a row's `w:jc` is stronger than the table's (17.4.28).
pub(super) fn alignment(table: &Table) -> Alignment {
    let own = table.rows.first().and_then(|row| row.alignment);
    own.filter(|_| table.rows.iter().all(|row| row.alignment == own)).unwrap_or(table.alignment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Row;

    fn left_of(table: &Table, width: f64, column: f64, mode: u32) -> f64 {
        left(table, alignment(table), width, column, mode)
    }

    #[test]
    fn old_modes_align_the_text_new_ones_the_edge() {
        let table = Table { indent: 10.0, cell_margins: [5.4, 0.0, 5.4, 0.0], ..Table::default() };
        assert_eq!(left_of(&table, 100.0, 400.0, 15), 10.0);
        assert!((left_of(&table, 100.0, 400.0, 14) - 4.6).abs() < 1e-9);
    }

    #[test]
    fn a_right_to_left_table_starts_at_the_right() {
        let table = Table { bidi: true, ..Table::default() };
        assert_eq!(left_of(&table, 100.0, 400.0, 15), 300.0);
        assert_eq!(left_of(&Table { alignment: Alignment::Right, ..table }, 100.0, 400.0, 15), 0.0);
        let plain = Table { alignment: Alignment::Center, ..Table::default() };
        assert_eq!(left_of(&plain, 100.0, 400.0, 15), 150.0);
    }

    #[test]
    fn rows_that_agree_are_stronger_than_their_table() {
        let row = |alignment| Row { alignment, ..Row::default() };
        let centred = Some(Alignment::Center);
        let table = Table { rows: vec![row(centred), row(centred)], ..Table::default() };
        assert_eq!(left_of(&table, 100.0, 400.0, 15), 150.0);
        let mixed = Table { rows: vec![row(centred), row(None)], ..table };
        assert_eq!(left_of(&mixed, 100.0, 400.0, 15), 0.0);
    }
}
