//! Where a table ends on a page: between two rows, or inside one (`word-layout.md` 8.4, `word-measured.md` 5.3).

use super::cells;
use super::fill::{self, Rows};
use super::row::{self, LaidRow, SLACK, Sheet};
use crate::flow::{Row, RowHeight};
use crate::layout::Context;

/// How the part on this page ends.
#[derive(Debug, PartialEq)]
pub(super) enum End {
    /// Nothing fits.
    Nothing,
    /// With the table.
    Table,
    /// Before the row.
    Before(usize),
    /// Inside the last row placed.
    Inside,
}

/// Row `laid` does not fit below those placed. Splits it, or ends the page above it, above a run of rows that are kept
/// together, or places it although it does not fit, so that a fresh page never stays empty.
pub(super) fn decide<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, rows: &mut Rows<'_>, mut laid: LaidRow) -> End {
    let index = laid.index;
    if splits(sheet, rows, &laid) {
        laid.height = laid.height.min(rows.room.height - rows.y);
        rows.y += laid.height;
        rows.placed.push(laid);
        return End::Inside;
    }
    let chained = kept_too_long(context, sheet, rows, index);
    let boundary = (rows.start.row + 1..=index).rev().find(|&row| is_legal(sheet, rows.start.row, row) || (chained && row == index));
    if let Some(row) = boundary {
        rows.placed.truncate(rows.headers + row - rows.start.row);
        rows.y = rows.placed.last().map_or(0.0, |last| last.y + last.height);
        return End::Before(row);
    }
    if !rows.room.fresh {
        return End::Nothing;
    }
    if index > rows.start.row {
        return End::Before(index);
    }
    force(context, sheet, rows, laid)
}

/// Whether the row is split here: it may be, every cell with content has some of it above the break, its part fits (each
/// part must be as high as the row states anew), and it is not tied to the next row.
fn splits(sheet: &Sheet<'_>, rows: &Rows<'_>, laid: &LaidRow) -> bool {
    let Some(row) = sheet.table.rows.get(laid.index) else { return false };
    row::can_split(row)
        && !laid.complete
        && laid.all_began
        && laid.any_began
        && (rows.room.fresh || !cells::keeps_next(row))
        && rows.y + least_of_part(row, laid) <= rows.room.height + SLACK
}

/// The height that a part of a row cannot do without: what the row states as its least. Its lines fit, or they would not
/// be in it; what the last of them has below its text may hang out (docs/word/lines-hang-out-of-split-rows.md).
fn least_of_part(row: &Row, laid: &LaidRow) -> f64 {
    let around = laid.cells.first().map_or(laid.rule, |cell| cell.inset[1] + cell.inset[3]);
    match row.height {
        RowHeight::AtLeast(height) => around + height,
        _ => laid.rule,
    }
}

/// Whether a page that began at row `start` may end above `row`: the row before is not kept with it, and more than header
/// rows stand above.
pub(super) fn is_legal(sheet: &Sheet<'_>, start: usize, row: usize) -> bool {
    let Some(before) = row.checked_sub(1).and_then(|before| sheet.table.rows.get(before)) else { return false };
    let only_headers = start == 0 && row <= cells::header_rows(sheet.table);
    !cells::keeps_next(before) && !only_headers
}

/// Whether row `index` ends a run of rows kept together that no page can hold: it is then broken where the page ends.
fn kept_too_long<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, rows: &Rows<'_>, index: usize) -> bool {
    let Some(full) = rows.room.full.filter(|_| index > rows.start.row) else { return false };
    let kept = |row: usize| sheet.table.rows.get(row).is_some_and(cells::keeps_next);
    let first = (rows.start.row..index).rev().take_while(|&row| kept(row)).last();
    let Some(first) = first else { return false };
    let above = rows.placed.get(rows.headers + first - rows.start.row).map_or(rows.y, |laid| laid.y);
    let mut height = rows.y - above;
    let mut row = index;
    while height <= full && row < sheet.table.rows.len() {
        height += fill::next(context, sheet, rows, row, f64::INFINITY).height;
        if !kept(row) {
            break;
        }
        row += 1;
    }
    height > full
}

/// Places something of a row on a fresh page that cannot hold it: what fits, else more room is pretended until a line fits.
fn force<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, rows: &mut Rows<'_>, laid: LaidRow) -> End {
    let exact = sheet.table.rows.get(laid.index).is_some_and(|row| matches!(row.height, RowHeight::Exact(_)));
    let mut laid = laid;
    let mut room = (rows.room.height - rows.y).max(12.0);
    while !laid.any_began && !laid.complete && !exact && room < 1.0e5 {
        room *= 2.0;
        laid = fill::next(context, sheet, rows, laid.index, room);
    }
    if !laid.any_began && !laid.complete {
        laid = fill::next(context, sheet, rows, laid.index, f64::INFINITY);
    }
    // Content that no height holds is left out rather than asked for page after page.
    let complete = laid.complete || !laid.any_began;
    let index = laid.index;
    rows.y += laid.height;
    rows.placed.push(laid);
    match complete {
        true if index + 1 == sheet.table.rows.len() => End::Table,
        true => End::Before(index + 1),
        false => End::Inside,
    }
}
