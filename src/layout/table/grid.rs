//! Column widths (`word-layout.md` 8.2).
//!
//! Word stores in `w:tblGrid` what it last computed, so the grid of a table that Word wrote is taken, and another where it
//! agrees with the cells; its columns then grow to their words. Else widths are made anew: from the stated ones in a fixed
//! table, from these and the content in one that fits its content.

use super::autofit;
use super::cells::{self, Slot};
use crate::flow::{MOST_COLUMNS, Row, Table, Width};
use crate::layout::{Context, Surroundings};
use std::rc::Rc;

/// Rows looked at when a stored grid is checked against its cells.
const ROWS_CHECKED: usize = 200;

/// The widths of a table's grid columns in a column `width` wide. Computed once for each width.
pub(super) fn columns<'a>(context: &mut Context<'a>, table: &'a Table, width: f64, surroundings: &Surroundings) -> Rc<[f64]> {
    let key = (table.id, width.to_bits());
    if let Some(known) = context.table_grids.get(&key) {
        return Rc::clone(known);
    }
    let count = cells::column_count(table);
    let by_word = context.flow.settings.saved_by_word && table.grid_is_words;
    let widths = if is_usable(table, count) && (by_word || agrees(table, width)) {
        let stored = stored(table, count);
        if table.fixed || by_word { stored } else { autofit::widen(context, table, stored, width, surroundings) }
    } else if table.fixed {
        fixed(table, count, width)
    } else {
        autofit::columns(context, table, count, width, surroundings)
    };
    let widths: Rc<[f64]> = widths.into();
    context.table_grids.insert(key, Rc::clone(&widths));
    widths
}

/// The first `count` stored widths.
pub(super) fn stored(table: &Table, count: usize) -> Vec<f64> {
    (0..count).map(|index| table.grid.get(index).copied().unwrap_or(0.0).max(0.0)).collect()
}

/// There is a stored width for every column, and not all are nothing.
pub(super) fn is_usable(table: &Table, count: usize) -> bool {
    table.grid.len() >= count && table.grid.iter().take(count).sum::<f64>() > 0.0
}

/// Whether cells and table state the widths that the grid has, as Word writes them. Cells that state nothing contradict a
/// grid in a table that fits its content: there Word takes the content.
pub(super) fn agrees(table: &Table, width: f64) -> bool {
    let edges = edges(&stored(table, cells::column_count(table)));
    let near = |stated: f64, has: f64| (stated - has).abs() <= (0.02 * stated).max(1.0);
    let total = edges.last().copied().unwrap_or(0.0);
    let whole = match table.width {
        Width::Points(points) if points > 0.0 => near(points, total),
        Width::Share(share) if share > 0.0 => near(share * width, total),
        _ => true,
    };
    let mut stated = 0usize;
    whole
        && table.rows.iter().take(ROWS_CHECKED).all(|row| {
            cells::slots(row).into_iter().all(|slot| match row.cells.get(slot.cell).map(|cell| cell.width) {
                Some(Width::Points(points)) if points > 0.0 => {
                    stated += 1;
                    near(points, span_width(&edges, slot))
                }
                Some(Width::Share(share)) if share > 0.0 => {
                    stated += 1;
                    near(share * total, span_width(&edges, slot))
                }
                _ => true,
            })
        })
        && (table.fixed || stated > 0)
}

/// Edges of columns, from 0 on; one more than there are columns.
pub(super) fn edges(widths: &[f64]) -> Vec<f64> {
    let mut edges = Vec::with_capacity(widths.len() + 1);
    let mut x = 0.0;
    edges.push(x);
    for width in widths {
        x += width;
        edges.push(x);
    }
    edges
}

/// The width of a slot.
pub(super) fn span_width(edges: &[f64], slot: Slot) -> f64 {
    let at = |edge: usize| edges.get(edge).or(edges.last()).copied().unwrap_or(0.0);
    at(slot.end()) - at(slot.column)
}

/// A stated width in points; none if it states nothing.
pub(super) fn points(width: Width, whole: f64) -> Option<f64> {
    match width {
        Width::Points(points) if points > 0.0 => Some(points),
        Width::Share(share) if share > 0.0 => Some(share * whole),
        _ => None,
    }
}

/// What a row states, cell by cell, as (first column, end, width); skipped columns count as cells.
pub(super) fn stated(row: &Row, count: usize, whole: f64) -> Vec<(usize, usize, Option<f64>)> {
    let before = (row.grid_before as usize).min(MOST_COLUMNS);
    let mut all = Vec::with_capacity(row.cells.len() + 2);
    if before > 0 {
        all.push((0, before, points(row.width_before, whole)));
    }
    let slots = cells::slots(row);
    let end = slots.last().map_or(before, |slot| slot.end());
    for slot in slots {
        let width = row.cells.get(slot.cell).map_or(Width::Auto, |cell| cell.width);
        all.push((slot.column, slot.end(), points(width, whole)));
    }
    if row.grid_after > 0 && end < count {
        all.push((end, (end + row.grid_after as usize).min(count), points(row.width_after, whole)));
    }
    all
}

/// A fixed table's columns: each edge is where the grid and the cells want it, whichever is further right; then all are
/// scaled to the table's stated width. What no one states gets an equal share of what is left.
fn fixed(table: &Table, count: usize, width: f64) -> Vec<f64> {
    let whole = points(table.width, width).unwrap_or(width);
    let mut at = edges(&stored(table, count));
    let mut last_stated = if is_usable(table, count) { count } else { table.grid.len().min(count) };
    for row in &table.rows {
        for (from, to, stated) in stated(row, count, whole) {
            let (Some(&start), Some(&end)) = (at.get(from), at.get(to)) else { continue };
            let Some(stated) = stated else { continue };
            last_stated = last_stated.max(to);
            if start + stated > end {
                let more = start + stated - end;
                at.iter_mut().skip(to).for_each(|edge| *edge += more);
            }
        }
    }
    let mut widths: Vec<f64> = at.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let total: f64 = widths.iter().sum();
    if last_stated < count {
        let share = (whole - total).max(0.0) / (count - last_stated) as f64;
        widths.iter_mut().skip(last_stated).for_each(|width| *width = share.max(1.0));
    }
    let total: f64 = widths.iter().sum();
    if let (Some(target), true) = (points(table.width, width), total > 0.0) {
        widths.iter_mut().for_each(|width| *width *= target / total);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Cell;

    fn table(widths: &[&[Width]]) -> Table {
        let row = |widths: &&[Width]| Row {
            cells: widths.iter().map(|&width| Cell { width, span: 1, ..Cell::default() }).collect(),
            ..Row::default()
        };
        Table { rows: widths.iter().map(row).collect(), ..Table::default() }
    }

    #[test]
    fn a_grid_that_cells_contradict_is_not_taken() {
        let mut table = table(&[&[Width::Points(50.0), Width::Points(70.0)]]);
        table.grid = vec![50.0, 70.2];
        assert!(agrees(&table, 400.0));
        table.grid = vec![5.0, 5.0];
        assert!(!agrees(&table, 400.0));
    }

    #[test]
    fn cells_without_widths_leave_it_to_the_content() {
        let mut table = table(&[&[Width::Auto, Width::Auto]]);
        table.grid = vec![50.0, 70.0];
        assert!(!agrees(&table, 400.0));
        table.fixed = true;
        assert!(agrees(&table, 400.0));
    }

    #[test]
    fn a_fixed_table_takes_the_larger_and_scales_to_its_width() {
        let mut table = table(&[&[Width::Points(60.0), Width::Points(30.0)]]);
        table.grid = vec![5.0, 40.0];
        table.fixed = true;
        assert_eq!(fixed(&table, 2, 400.0), [60.0, 40.0]);
        table.width = Width::Points(200.0);
        assert_eq!(fixed(&table, 2, 400.0), [120.0, 80.0]);
    }

    #[test]
    fn a_fixed_table_that_states_nothing_has_equal_columns() {
        let mut table = table(&[&[Width::Auto, Width::Auto]]);
        table.fixed = true;
        assert_eq!(fixed(&table, 2, 400.0), [200.0, 200.0]);
    }
}
