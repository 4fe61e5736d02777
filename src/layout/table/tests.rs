//! Tables made by hand whose rows state their heights, so that no font decides.

use super::*;
use crate::diag::Warnings;
use crate::flow::{Block, Border, BorderStyle, BreakKind, Cell, Flow, Inline, LineSpacing, Merge, Paragraph, Row, RowHeight, TableBorders};
use crate::font::Fonts;
use crate::layout::fragment::Fragment;
use crate::layout::{NamedParagraphs, PageNumbers};
use std::collections::HashMap;

fn row(height: f64) -> Row {
    Row { height: RowHeight::AtLeast(height), cells: vec![cell(Merge::None), cell(Merge::None)], ..Row::default() }
}

fn cell(merge: Merge) -> Cell {
    Cell { span: 1, merge, ..Cell::default() }
}

fn table(rows: Vec<Row>) -> Table {
    Table { grid: vec![100.0, 100.0], fixed: true, rows, ..Table::default() }
}

fn kept(mut row: Row) -> Row {
    let paragraph = Paragraph { keep_next: true, ..Paragraph::default() };
    row.cells[0].blocks = vec![Block::Paragraph(Box::new(paragraph))];
    row.height = RowHeight::Exact(20.0);
    row
}

fn fill_from(table: &Table, start: &TableStart, height: f64, fresh: bool) -> FilledTable {
    let mut warnings = Warnings::default();
    let fonts = Fonts::new(&[], &[], "", &mut |_| None, &mut warnings);
    let flow = Flow { characters: vec![Default::default()], ..Flow::default() };
    let mut grids = HashMap::new();
    let mut context = Context {
        flow: &flow,
        fonts: &fonts,
        numbers: PageNumbers::default(),
        named: &NamedParagraphs::default(),
        on_page: 0..0,
        first_notes: &[],
        saved: Default::default(),
        warnings: &mut warnings,
        table_grids: &mut grids,
    };
    let room = TableRoom { width: 400.0, height, fresh, full: Some(100.0), ..TableRoom::default() };
    fill(&mut context, table, start, room, &Surroundings::default())
}

/// Rows of each page: index, y, repeated.
fn pages(table: &Table, height: f64) -> Vec<Vec<(u32, f64, bool)>> {
    let mut start = TableStart::default();
    let mut pages = Vec::new();
    for _ in 0..50 {
        let filled = fill_from(table, &start, height, true);
        let rows = filled.fragment.map(|fragment| fragment.rows).unwrap_or_default();
        pages.push(rows.iter().map(|row| (row.index, row.y, row.repeated)).collect());
        match filled.rest {
            Some(rest) => start = rest,
            None => return pages,
        }
    }
    panic!("the table does not end");
}

#[test]
fn rows_go_to_the_next_page_when_they_do_not_fit() {
    let table = table(vec![row(40.0), row(40.0), row(40.0)]);
    assert_eq!(pages(&table, 100.0), [vec![(0, 0.0, false), (1, 40.0, false)], vec![(2, 0.0, false)]]);
}

#[test]
fn nothing_is_placed_where_not_even_a_row_fits() {
    let table = table(vec![row(40.0)]);
    let filled = fill_from(&table, &TableStart::default(), 30.0, false);
    assert!(filled.fragment.is_none());
    assert_eq!(filled.rest, Some(TableStart::default()));
    assert!(fill_from(&table, &TableStart::default(), 30.0, true).fragment.is_some(), "a fresh page never stays empty");
}

#[test]
fn header_rows_repeat_where_they_fit() {
    let mut table = table(vec![row(20.0), row(60.0), row(60.0), row(95.0)]);
    table.rows[0].header = true;
    let expected = [
        vec![(0, 0.0, false), (1, 20.0, false)],
        vec![(0, 0.0, true), (2, 20.0, false)],
        // The last row does not fit below a header.
        vec![(3, 0.0, false)],
    ];
    assert_eq!(pages(&table, 100.0), expected);
}

#[test]
fn rows_kept_together_move_together() {
    let table = table(vec![row(60.0), kept(row(20.0)), kept(row(20.0)), row(30.0)]);
    assert_eq!(pages(&table, 100.0), [vec![(0, 0.0, false)], vec![(1, 0.0, false), (2, 20.0, false), (3, 40.0, false)]]);
    let filled = fill_from(&table, &TableStart::default(), 1000.0, true);
    assert_eq!(filled.legal_ends, [(1, 60.0), (4, 130.0)]);
}

#[test]
fn rows_kept_together_that_no_page_holds_are_broken_where_the_page_ends() {
    let mut rows = vec![row(30.0)];
    rows.extend((0..6).map(|_| kept(row(20.0))));
    let pages = pages(&table(rows), 100.0);
    assert_eq!(pages[0].len(), 4, "30 + 3 × 20: the run is 120 high and moves nowhere");
}

#[test]
fn each_row_takes_the_line_above_it_and_the_table_the_last() {
    let line = Some(Border { style: BorderStyle::Double, width: 0.5, space: 0.0, color: None, shadow: false });
    let mut table = table(vec![row(20.0), row(20.0)]);
    table.borders = TableBorders { top: line, bottom: line, inside_h: line, ..TableBorders::default() };
    let fragment = fill_from(&table, &TableStart::default(), 100.0, true).fragment.unwrap_or_default();
    assert_eq!(fragment.rows[1].y, 21.5);
    assert_eq!(fragment.height, 44.5);
    assert_eq!(fragment.rules.len(), 3, "a line for each level, joined over the cells");
}

#[test]
fn a_merged_cell_spans_its_rows_and_is_cut_by_the_page() {
    let mut table = table(vec![row(40.0), row(40.0), row(40.0)]);
    table.rows[0].cells[0].merge = Merge::Start;
    table.rows[1].cells[0].merge = Merge::Continue;
    table.rows[2].cells[0].merge = Merge::Continue;
    let first = fill_from(&table, &TableStart::default(), 100.0, true);
    let fragment = first.fragment.unwrap_or_default();
    assert_eq!((fragment.rows[0].cells[0].rect.height, fragment.rows[0].cells[0].row_span), (80.0, 2));
    assert_eq!(fragment.rows[1].cells.len(), 1);
    let rest = first.rest.unwrap_or_default();
    assert_eq!((rest.row, rest.merged.len()), (2, 1));
    let fragment = fill_from(&table, &rest, 100.0, true).fragment.unwrap_or_default();
    assert_eq!(fragment.rows[0].cells.len(), 2, "the merge's box goes on");
    assert_eq!(fragment.rows[0].cells[0].rect.height, 40.0);
}

#[test]
fn a_right_to_left_table_begins_at_the_right() {
    let mut table = table(vec![row(20.0)]);
    table.bidi = true;
    table.grid = vec![30.0, 100.0];
    let fragment = fill_from(&table, &TableStart::default(), 100.0, true).fragment.unwrap_or_default();
    assert_eq!(fragment.rows[0].cells[0].rect.x, 100.0);
    assert_eq!(fragment.rows[0].cells[1].rect.x, 0.0);
}

#[test]
fn a_long_table_lays_out_a_page_only() {
    let table = table((0..50_000).map(|_| row(20.0)).collect());
    let start = TableStart { row: 49_990, ..TableStart::default() };
    let filled = fill_from(&table, &start, 100.0, true);
    assert_eq!(filled.rest.map(|rest| rest.row), Some(49_995));
}

/// A paragraph of `count` empty lines, 10 points each.
fn lines(count: usize) -> Block {
    let items = (1..count).map(|_| Inline::Break { style: Default::default(), kind: BreakKind::Line }).collect();
    Block::Paragraph(Box::new(Paragraph { line: LineSpacing::Exact(10.0), items, ..Paragraph::default() }))
}

/// A row whose two cells hold so many lines.
fn filled_row(left: usize, right: usize) -> Row {
    let mut row = Row { height: RowHeight::Auto, ..row(0.0) };
    row.cells[0].blocks = vec![lines(left)];
    row.cells[1].blocks = vec![lines(right)];
    row
}

/// Lines that each cell shows, row by row.
fn shown(filled: &FilledTable) -> Vec<Vec<usize>> {
    let count = |placed: &crate::layout::fragment::Placed| match &placed.fragment {
        Fragment::Paragraph(paragraph) => paragraph.lines.len(),
        _ => 0,
    };
    let rows = filled.fragment.as_ref().map(|fragment| fragment.rows.as_slice()).unwrap_or_default();
    rows.iter().map(|row| row.cells.iter().map(|cell| cell.blocks.iter().map(count).sum()).collect()).collect()
}

#[test]
fn a_row_splits_between_lines_each_cell_for_itself() {
    let table = table(vec![filled_row(6, 2)]);
    let first = fill_from(&table, &TableStart::default(), 45.0, false);
    assert_eq!(shown(&first), [[4, 2]]);
    assert_eq!(first.fragment.as_ref().map(|fragment| fragment.height), Some(40.0));
    let second = fill_from(&table, &first.rest.unwrap_or_default(), 45.0, true);
    assert_eq!(shown(&second), [[2, 0]]);
    assert_eq!(second.rest, None);
}

#[test]
fn a_row_that_cannot_split_moves_whole_but_not_for_ever() {
    let mut table = table(vec![filled_row(2, 1), filled_row(6, 2)]);
    table.rows[1].cant_split = true;
    let first = fill_from(&table, &TableStart::default(), 45.0, true);
    assert_eq!((shown(&first), first.rest.as_ref().map(|rest| rest.row)), (vec![vec![2, 1]], Some(1)));
    let second = fill_from(&table, &first.rest.unwrap_or_default(), 45.0, true);
    assert_eq!(shown(&second), [[4, 2]], "it is taller than a page");
}

#[test]
fn each_part_of_a_split_row_has_its_margins() {
    let mut table = table(vec![filled_row(6, 2)]);
    for cell in &mut table.rows[0].cells {
        cell.margins = [0.0, 5.0, 0.0, 5.0];
    }
    let first = fill_from(&table, &TableStart::default(), 45.0, false);
    assert_eq!(shown(&first), [[3, 2]]);
    assert_eq!(first.fragment.map(|fragment| fragment.height), Some(40.0));
}

#[test]
fn the_last_row_of_a_merge_takes_what_is_missing() {
    let mut table = table(vec![filled_row(5, 1), filled_row(1, 1)]);
    table.rows[0].cells[0].merge = Merge::Start;
    table.rows[1].cells[0].merge = Merge::Continue;
    let fragment = fill_from(&table, &TableStart::default(), 100.0, false).fragment.unwrap_or_default();
    assert_eq!((fragment.rows[0].height, fragment.rows[1].height), (10.0, 40.0));
    assert_eq!(fragment.rows[0].cells[0].rect.height, 50.0);
    // Cut by the page after its first row, the merge shows what that row's height holds.
    let first = fill_from(&table, &TableStart::default(), 15.0, false);
    assert_eq!(shown(&first), [[1, 1]]);
    let second = fill_from(&table, &first.rest.unwrap_or_default(), 100.0, true);
    assert_eq!(shown(&second), [[4, 1]]);
}

#[test]
fn a_merge_that_ends_in_a_split_row_goes_on_below() {
    let mut table = table(vec![filled_row(8, 1), filled_row(1, 6)]);
    table.rows[0].cells[0].merge = Merge::Start;
    table.rows[1].cells[0].merge = Merge::Continue;
    let first = fill_from(&table, &TableStart::default(), 45.0, false);
    assert_eq!(shown(&first), [vec![4, 1], vec![3]]);
    let second = fill_from(&table, &first.rest.unwrap_or_default(), 100.0, true);
    assert_eq!(shown(&second), [[4, 3]]);
    assert_eq!(second.rest, None);
}

#[test]
fn content_is_centred_in_its_row() {
    let mut table = table(vec![filled_row(5, 1)]);
    table.rows[0].cells[1].vertical_align = crate::flow::VerticalAlign::Center;
    let fragment = fill_from(&table, &TableStart::default(), 100.0, false).fragment.unwrap_or_default();
    assert_eq!(fragment.rows[0].cells[1].blocks[0].y, 20.0);
}

#[test]
fn a_hidden_mark_takes_no_height() {
    let mut table = table(vec![filled_row(1, 1)]);
    table.rows[0].cells.iter_mut().for_each(|cell| cell.hide_mark = true);
    let fragment = fill_from(&table, &TableStart::default(), 100.0, false).fragment.unwrap_or_default();
    assert_eq!(fragment.height, 0.0);
}

#[test]
fn space_after_the_last_line_must_fit_too() {
    let mut table = table(vec![filled_row(3, 1)]);
    if let Block::Paragraph(paragraph) = &mut table.rows[0].cells[0].blocks[0] {
        paragraph.spacing.after = 8.0;
    }
    assert_eq!(shown(&fill_from(&table, &TableStart::default(), 39.0, false)), [[3, 1]]);
    let first = fill_from(&table, &TableStart::default(), 37.0, false);
    assert_eq!(shown(&first), [[2, 1]], "the last line takes the space to the next page");
    assert!(first.rest.is_some());
}

#[test]
fn the_line_under_a_row_must_fit_too() {
    let line = Some(Border { style: BorderStyle::Single, width: 2.0, space: 0.0, color: None, shadow: false });
    let mut table = table(vec![row(20.0), row(20.0)]);
    table.borders = TableBorders { bottom: line, ..TableBorders::default() };
    assert_eq!(pages(&table, 41.0).len(), 2);
    assert_eq!(pages(&table, 42.0).len(), 1);
}

#[test]
fn a_least_height_is_without_padding() {
    let mut table = table(vec![row(20.0)]);
    table.rows[0].cells[0].margins = [0.0, 4.0, 0.0, 1.0];
    assert_eq!(fill_from(&table, &TableStart::default(), 100.0, true).fragment.map(|fragment| fragment.height), Some(25.0));
}

#[test]
fn off_the_grid_only_the_first_lines_leading_hangs_out_of_a_split_row() {
    let mut table = table(vec![filled_row(6, 1)]);
    if let Block::Paragraph(paragraph) = &mut table.rows[0].cells[0].blocks[0] {
        paragraph.line = LineSpacing::Multiple(2.0);
    }
    let line = fill_from(&table, &TableStart::default(), 1.0e3, true).fragment.map_or(0.0, |fragment| fragment.height) / 6.0;
    let first = fill_from(&table, &TableStart::default(), line - 1.0, false);
    assert_eq!(shown(&first), [[1, 1]]);
    assert_eq!(first.fragment.map(|fragment| fragment.height), Some(line - 1.0));
    assert_eq!(shown(&fill_from(&table, &TableStart::default(), 3.0 * line - 1.0, false)), [[2, 1]]);
}
