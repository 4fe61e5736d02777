//! Rows that were decided on become a fragment: merged and turned cells are filled, content is aligned, and what is left
//! for the next page is written down.

use super::border;
use super::cells;
use super::fill::Rows;
use super::row::{self, Content, LaidCell, LaidRow, Merged, Sheet};
use super::rules;
use super::split::{self, End};
use super::{FilledTable, MergedStart, TableStart};
use crate::flow::{Cell, RowHeight, TextDirection, VerticalAlign};
use crate::layout::Context;
use crate::layout::block::BlockStart;
use crate::layout::fragment::{CellFragment, Placed, Rect, RowFragment, TableFragment};

/// Makes the fragment and what else the caller must know.
pub(super) fn finish<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, rows: Rows<'_>, end: End) -> FilledTable {
    let Rows { start, mut placed, headers, y, .. } = rows;
    if end == End::Nothing || placed.len() <= headers {
        return FilledTable { rest: Some(start.clone()), ..FilledTable::default() };
    }
    let mut boxes = boxes(&placed);
    let below = border::height_between(sheet.table, placed.last().map(|last| last.index), None);
    let legal_ends = legal_ends(sheet, &placed, start, headers, &end, below);
    let mut merged = merges(context, sheet, &mut placed, &mut boxes, headers);
    turned(context, sheet, &mut placed, &boxes);
    let last = placed.last().map_or(start.row, |last| last.index);
    let rest = match end {
        End::Before(row) => Some(TableStart { row, cells: None, merged }),
        End::Inside => Some(TableStart { row: last, cells: Some(rests(sheet, &placed, last, &mut merged)), merged }),
        End::Table | End::Nothing => None,
    };
    let mut filled = FilledTable { legal_ends, ..FilledTable::default() };
    for laid in placed.iter().filter(|laid| !laid.repeated) {
        gather(laid, &mut filled);
        // Of all cells that cross the page's end the one that reaches furthest down.
        let down_to = |cell: &LaidCell| cell.content.saved_line.map(|y| cell.inset[1] + y + cell.inset[3]);
        if let Some(height) = laid.cells.iter().filter_map(down_to).reduce(f64::max) {
            filled.saved_lines.push((laid.index, laid.y + height + border::height_between(sheet.table, Some(laid.index), None)));
        }
    }
    let fragment = TableFragment {
        id: sheet.table.id,
        continued: start.row > 0 || start.cells.is_some(),
        continues: rest.is_some(),
        width: sheet.edges.last().copied().unwrap_or(0.0),
        height: y + below,
        rules: rules::rules(sheet, &placed, y),
        rows: placed.into_iter().zip(boxes).map(|(laid, boxes)| row_fragment(sheet, laid, boxes)).collect(),
        alt: sheet.table.alt.clone(),
    };
    FilledTable { fragment: Some(fragment), rest, ..filled }
}

/// Height and rows of each cell's box.
type Boxes = Vec<Vec<(f64, u32)>>;

fn boxes(placed: &[LaidRow]) -> Boxes {
    placed.iter().map(|laid| vec![(laid.height, 1); laid.cells.len()]).collect()
}

/// Footnotes, offsets and saved breaks of a row.
fn gather(laid: &LaidRow, filled: &mut FilledTable) {
    for content in laid.cells.iter().map(|cell| &cell.content) {
        filled.footnotes.extend(&content.footnotes);
        filled.offset = match (filled.offset, content.offset) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    // The record stands in the row's first run; behind a cell with text it says no more than that its cell goes back to this page.
    let mut contents = laid.cells.iter().map(|cell| &cell.content);
    if contents.find(|content| content.saved_break || content.offset.is_some()).is_some_and(|content| content.saved_break) {
        filled.saved_breaks.push(laid.index);
    }
}

/// The row boundaries where a page may end; `below` is the height of the line under the last row.
fn legal_ends(sheet: &Sheet<'_>, placed: &[LaidRow], start: &TableStart, headers: usize, end: &End, below: f64) -> Vec<(usize, f64)> {
    let body = placed.get(headers..).unwrap_or_default();
    let whole = if *end == End::Inside { body.len().saturating_sub(1) } else { body.len() };
    let legal = |row: usize| {
        let last = row == sheet.table.rows.len();
        let kept = sheet.table.rows.last().is_some_and(cells::keeps_next);
        if last { !kept } else { split::is_legal(sheet, start.row, row) }
    };
    let height = |laid: &LaidRow| laid.y + laid.height + if laid.index + 1 == sheet.table.rows.len() { below } else { 0.0 };
    body.iter().take(whole).filter(|laid| legal(laid.index + 1)).map(|laid| (laid.index + 1, height(laid))).collect()
}

/// Puts the content of merges where their boxes are: of those that ended, as it was laid out; of those cut by the page's
/// end (or that of the repeated headers), as much as fits. Returns what of the latter is left for the next page.
fn merges<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, placed: &mut [LaidRow], boxes: &mut Boxes, headers: usize) -> Vec<MergedStart> {
    let mut left = Vec::new();
    for at in 0..placed.len() {
        let Some(laid) = placed.get_mut(at) else { continue };
        let bottom = laid.y + laid.height;
        let mut done = std::mem::take(&mut laid.ended);
        let cut = at + 1 == placed.len() || at + 1 == headers;
        if cut {
            let under_way = placed.get(at).map(|laid| laid.merges.clone()).unwrap_or_default();
            for merged in under_way {
                let content = cut_merge(context, sheet, &merged, bottom);
                if at + 1 == placed.len() {
                    let start = if is_turned(sheet, merged.home) { None } else { content.rest.clone() };
                    left.push(MergedStart {
                        row: merged.home.0,
                        cell: merged.home.1,
                        column: merged.slot.column,
                        span: merged.slot.span,
                        start,
                    });
                }
                done.push((merged, content));
            }
        }
        for (merged, content) in done {
            let (row, cell) = merged.place;
            if let Some(size) = boxes.get_mut(row).and_then(|row| row.get_mut(cell)) {
                *size = (bottom - merged.top, (at + 1 - row.min(at)) as u32);
            }
            if let Some(cell) = placed.get_mut(row).and_then(|laid| laid.cells.get_mut(cell)) {
                cell.turned = is_turned(sheet, merged.home) && merged.start.is_some();
                cell.content = content;
            }
        }
    }
    left
}

fn is_turned(sheet: &Sheet<'_>, home: (usize, usize)) -> bool {
    sheet.cell(home.0, home.1).is_some_and(|cell| cell.direction != TextDirection::Horizontal)
}

fn cut_merge<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, merged: &Merged, bottom: f64) -> Content {
    let Some(start) = merged.start.as_ref().filter(|_| !is_turned(sheet, merged.home)) else { return Content::default() };
    let height = bottom - merged.top - merged.inset[1] - merged.inset[3];
    row::fill_cell(context, sheet, merged.home, start, row::inner_width(sheet, merged.slot, merged.inset), height + row::SLACK)
}

/// Fills cells whose text runs down or up, in a box of swapped sides.
fn turned<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, placed: &mut [LaidRow], boxes: &Boxes) {
    for (laid, sizes) in placed.iter_mut().zip(boxes) {
        for (cell, size) in laid.cells.iter_mut().zip(sizes).filter(|(cell, _)| cell.turned) {
            let length = size.0 - cell.inset[1] - cell.inset[3];
            cell.content = row::fill_cell(context, sheet, cell.home, &BlockStart::default(), length, f64::INFINITY);
        }
    }
}

/// Where the cells of a split row go on. A merge that ends in it goes on as a merge.
fn rests(sheet: &Sheet<'_>, placed: &[LaidRow], index: usize, merged: &mut Vec<MergedStart>) -> Vec<Option<BlockStart>> {
    let count = sheet.table.rows.get(index).map_or(0, |row| row.cells.len());
    let mut rests = vec![None; count];
    let Some(last) = placed.last() else { return rests };
    for cell in &last.cells {
        if cell.home.0 == index
            && let Some(rest) = rests.get_mut(cell.home.1)
        {
            *rest = cell.content.rest.clone();
        }
    }
    // Merges that ended in this row left their content at their place.
    let slots = sheet.table.rows.get(index).map(cells::slots).unwrap_or_default();
    for slot in slots {
        if merged.iter().any(|one| one.column == slot.column) {
            continue;
        }
        let ending = |cell: &&LaidCell| cell.merged && cell.slot.column == slot.column;
        let shown = placed.iter().filter(|laid| !laid.repeated).rev().find_map(|laid| laid.cells.iter().find(ending));
        let goes_on =
            sheet.table.rows.get(index).and_then(|row| row.cells.get(slot.cell)).is_some_and(|c| c.merge == crate::flow::Merge::Continue);
        if let (Some(cell), true) = (shown, goes_on) {
            let (column, span) = (cell.slot.column, cell.slot.span);
            merged.push(MergedStart { row: cell.home.0, cell: cell.home.1, column, span, start: cell.content.rest.clone() });
        }
    }
    rests
}

fn row_fragment(sheet: &Sheet<'_>, laid: LaidRow, boxes: Vec<(f64, u32)>) -> RowFragment {
    let row = sheet.table.rows.get(laid.index);
    let exact = row.is_some_and(|row| matches!(row.height, RowHeight::Exact(height) if height > 0.0));
    let cells = laid.cells.into_iter().zip(boxes).map(|(cell, size)| cell_fragment(sheet, cell, size, exact)).collect();
    RowFragment {
        y: laid.y,
        height: laid.height,
        header: row.is_some_and(|row| row.header),
        repeated: laid.repeated,
        index: laid.index as u32,
        cells,
    }
}

fn cell_fragment(sheet: &Sheet<'_>, laid: LaidCell, (height, row_span): (f64, u32), exact: bool) -> CellFragment {
    let LaidCell { home, slot, inset, content, .. } = laid;
    let blank = Cell::default();
    let cell = sheet.cell(home.0, home.1).unwrap_or(&blank);
    let (x, width) = rules::across(sheet, home.0, slot);
    let gap = sheet.table.rows.get(home.0).map_or(0.0, |row| row.cell_spacing.unwrap_or(0.0) / 2.0);
    let rect = Rect { x: x + gap, y: gap, width: width - 2.0 * gap, height: height - 2.0 * gap };
    let turns = cell.direction.turns();
    let (wide, high) = (width - inset[0] - inset[2], height - inset[1] - inset[3]);
    let spare = if turns == 0 { high - content.height } else { wide - content.height };
    let shift = match cell.vertical_align {
        VerticalAlign::Top | VerticalAlign::Both => 0.0,
        VerticalAlign::Center => spare.max(0.0) / 2.0,
        VerticalAlign::Bottom => spare.max(0.0),
    };
    // The top left of the text in the box, turned with it.
    let (dx, dy) = match turns {
        0 => (inset[0] - gap, inset[1] - gap + shift),
        1 => (inset[1] - gap, inset[2] - gap + shift),
        _ => (inset[3] - gap, inset[0] - gap + shift),
    };
    let moved = |one: Placed| Placed { x: one.x + dx, y: one.y + dy, fragment: one.fragment };
    CellFragment {
        rect,
        column: slot.column as u32,
        column_span: slot.span as u32,
        row_span,
        shading: cell.shading,
        turns,
        clip: (exact || turns != 0) && spare < -row::SLACK,
        blocks: content.placed.into_iter().map(moved).collect(),
        diagonals: (cell.borders.tl2br, cell.borders.tr2bl),
    }
}
