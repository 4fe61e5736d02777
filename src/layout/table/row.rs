//! One row: what its cells hold in the height that is left, and how high that makes it (`word-layout.md` 8.3).

use super::align;
use super::border;
use super::cells::{self, Slot};
use super::grid;
use crate::flow::{Alignment, Block, Cell, GridKind, Merge, NoteId, Row, RowHeight, Table, TextDirection};
use crate::layout::block::{self, BlockStart};
use crate::layout::fragment::{Fragment, Placed};
use crate::layout::{Context, Surroundings};

/// Heights that differ by less are the same: half a twip (`word-measured.md` 4.1).
pub(super) const SLACK: f64 = 0.025;

/// The table being filled, with what all its rows share.
pub(super) struct Sheet<'a> {
    /// The table.
    pub table: &'a Table,
    /// Edges of the grid columns from the leading edge.
    pub edges: Vec<f64>,
    /// Across its column: of its rows, where they agree.
    pub alignment: Alignment,
    /// Width of the column it stands in.
    pub column: f64,
    /// The document's compatibility mode.
    pub mode: u32,
    /// What surrounds the cells' paragraphs.
    pub inside: Surroundings,
}

impl<'a> Sheet<'a> {
    /// A table in its column widths, in a column `column` wide.
    pub fn new(context: &Context<'a>, table: &'a Table, widths: &[f64], column: f64, surroundings: &Surroundings) -> Self {
        let mut inside = Surroundings { in_cell: true, depth: surroundings.depth + 1, fit: None, ends_at_saved: false, ..*surroundings };
        // The section's grid acts in cells only with `adjustLineHeightInTable` (`word-layout.md` 6.5).
        if !context.flow.settings.compat.adjust_line_height_in_table {
            inside.grid.kind = GridKind::None;
        }
        let (alignment, mode) = (align::alignment(table), context.flow.settings.compatibility_mode);
        Self { table, edges: grid::edges(widths), alignment, column, mode, inside }
    }

    /// The cell at a place.
    pub fn cell(&self, row: usize, cell: usize) -> Option<&'a Cell> {
        self.table.rows.get(row).and_then(|row| row.cells.get(cell))
    }
}

/// What a cell holds on this page.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// From the top left of the cell's inside.
    pub placed: Vec<Placed>,
    /// Its height.
    pub height: f64,
    /// Where it goes on.
    pub rest: Option<BlockStart>,
    /// Footnotes referred to.
    pub footnotes: Vec<NoteId>,
    /// Smallest body-text offset.
    pub offset: Option<u32>,
    /// Word began a page in it.
    pub saved_break: bool,
    /// Top of the line in it, below its first one, that Word began a page with.
    pub saved_line: Option<f64>,
}

/// A cell in a row being placed.
#[derive(Debug)]
pub(super) struct LaidCell {
    /// Row and index of the cell whose content this is.
    pub home: (usize, usize),
    /// Its grid columns.
    pub slot: Slot,
    /// Space between its box and its text: left, top, right, bottom. The top includes the line above the row.
    pub inset: [f64; 4],
    /// It goes on in rows below (or from rows above): its content comes with the row where it ends.
    pub merged: bool,
    /// Its text runs down or up: it is laid out when the height is known.
    pub turned: bool,
    /// What it holds.
    pub content: Content,
}

/// [`Merged::place`] of a merge whose box has not begun on this page.
pub(super) const NOT_PLACED: (usize, usize) = (usize::MAX, usize::MAX);

/// A vertical merge that is under way.
#[derive(Clone, Debug)]
pub(super) struct Merged {
    /// Row and index of the cell whose content it shows.
    pub home: (usize, usize),
    /// Its grid columns.
    pub slot: Slot,
    /// Where its content goes on; none when all was placed on a page before.
    pub start: Option<BlockStart>,
    /// Top of its box, from the fragment's top.
    pub top: f64,
    /// Space between its box and its text.
    pub inset: [f64; 4],
    /// Where its fragment is: index of the row among those placed, and of the cell in it.
    pub place: (usize, usize),
}

/// A row as it would stand on this page.
#[derive(Debug)]
pub(super) struct LaidRow {
    /// Its index.
    pub index: usize,
    /// From the fragment's top.
    pub y: f64,
    /// Height, the line above included.
    pub height: f64,
    /// The line above.
    pub rule: f64,
    /// Repeats a row that was shown before.
    pub repeated: bool,
    /// Its cells; those that go on with a merge are not among them, but where a page begins inside the merge.
    pub cells: Vec<LaidCell>,
    /// Content of merges that end here, by [`Merged::place`].
    pub ended: Vec<(Merged, Content)>,
    /// Merges under way below it.
    pub merges: Vec<Merged>,
    /// Every cell's content was placed to its end.
    pub complete: bool,
    /// Every cell that has something to show placed some of it.
    pub all_began: bool,
    /// Some cell placed something.
    pub any_began: bool,
}

/// Where a row is laid out.
pub(super) struct Place<'m> {
    /// Top, from the fragment's top.
    pub y: f64,
    /// The row above on this page.
    pub above: Option<usize>,
    /// How many rows stand above it on this page.
    pub rows_above: usize,
    /// Merges under way above it.
    pub merges: &'m [Merged],
    /// Room for the row, the line above it included.
    pub room: f64,
}

/// Lays out row `index`, from where its cells go on if it is split.
pub(super) fn lay<'a>(
    context: &mut Context<'a>,
    sheet: &Sheet<'a>,
    index: usize,
    resume: Option<&[Option<BlockStart>]>,
    place: &Place<'_>,
) -> LaidRow {
    let table = sheet.table;
    let mut laid = LaidRow {
        index,
        y: place.y,
        height: 0.0,
        rule: border::height_between(table, place.above, Some(index)),
        repeated: false,
        cells: Vec::new(),
        ended: Vec::new(),
        merges: Vec::new(),
        complete: true,
        all_began: true,
        any_began: false,
    };
    let Some(row) = table.rows.get(index) else { return laid };
    let slots = cells::slots(row);
    let insets = insets(table, index, &slots, laid.rule);
    // Line and padding, which are the same for all its cells, stand outside the height that a row states as its least
    // (docs/word/least-height-without-padding.md).
    let around = insets.first().map_or(laid.rule, |inset| inset[1] + inset[3]);
    let mut need = 0.0f64;
    for (slot, inset) in slots.into_iter().zip(insets) {
        let Some(cell) = row.cells.get(slot.cell) else { continue };
        let under_way = place.merges.iter().find(|merged| merged.slot.column == slot.column);
        if let (Some(merged), true) = (under_way, cell.merge == Merge::Continue || resume.is_some()) {
            let merged = carried(&mut laid, merged, place, inset);
            if cells::goes_on(table, index + 1, slot.column) {
                laid.merges.push(merged);
            } else {
                need = need.max(end_merge(context, sheet, &mut laid, merged, place));
            }
            continue;
        }
        let merged = cell.merge != Merge::None && cells::goes_on(table, index + 1, slot.column);
        let turned = cell.direction != TextDirection::Horizontal;
        let start = match resume {
            Some(cells) => cells.get(slot.cell).cloned().flatten(),
            None => Some(BlockStart::default()),
        };
        let mut content = Content::default();
        // Turned text is shown where its row begins: on the next page its cell is empty.
        let turned_here = turned && !merged && start.is_some();
        if merged {
            let place = (place.rows_above, laid.cells.len());
            laid.merges.push(Merged { home: (index, slot.cell), slot, start, top: laid.y, inset, place });
        } else if turned {
            need = need.max(inset[1] + one_line(context, sheet, cell, start.as_ref()) + inset[3]);
            laid.any_began |= start.is_some();
        } else if let Some(start) = start {
            let height = match row.height {
                RowHeight::Exact(height) if height > 0.0 => f64::INFINITY,
                _ => place.room - inset[1] - inset[3],
            };
            content = fill_within(context, sheet, (index, slot.cell), &start, inner_width(sheet, slot, inset), height);
            laid.judge(cell, &start, &content);
            need = need.max(inset[1] + content.height + inset[3]);
        } else {
            need = need.max(inset[1] + inset[3]);
        }
        laid.cells.push(LaidCell { home: (index, slot.cell), slot, inset, merged, turned: turned_here, content });
    }
    laid.height = match row.height {
        RowHeight::Exact(height) if height > 0.0 => height,
        RowHeight::AtLeast(height) => need.max(around + height),
        _ => need.max(laid.rule),
    };
    laid
}

impl LaidRow {
    /// Notes whether a cell's content began and ended.
    fn judge(&mut self, cell: &Cell, start: &BlockStart, content: &Content) {
        let began = content.rest.as_ref() != Some(start);
        self.any_began |= began;
        self.all_began &= began || (cells::is_empty(cell) && !self.cells.is_empty());
        self.complete &= content.rest.is_none();
    }
}

/// A merge that reaches this row. Where a page begins inside it, its box begins with the first row there.
fn carried(laid: &mut LaidRow, merged: &Merged, place: &Place<'_>, inset: [f64; 4]) -> Merged {
    let mut merged = merged.clone();
    if merged.place == NOT_PLACED {
        merged.place = (place.rows_above, laid.cells.len());
        merged.top = laid.y;
        merged.inset = inset;
        let cell = LaidCell { home: merged.home, slot: merged.slot, inset, merged: true, turned: false, content: Content::default() };
        laid.cells.push(cell);
    }
    merged
}

/// Lays out a merge's content in its last row; returns the height that asks of this row, which takes the whole remainder.
fn end_merge<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, laid: &mut LaidRow, merged: Merged, place: &Place<'_>) -> f64 {
    let above = laid.y - merged.top;
    let mut content = Content::default();
    let mut need = 0.0;
    let cell = sheet.cell(merged.home.0, merged.home.1);
    let horizontal = cell.is_some_and(|cell| cell.direction == TextDirection::Horizontal);
    if let (Some(start), true) = (&merged.start, horizontal) {
        let room = above + place.room - merged.inset[1] - merged.inset[3];
        content = fill_within(context, sheet, merged.home, start, inner_width(sheet, merged.slot, merged.inset), room);
        laid.complete &= content.rest.is_none();
        laid.any_began |= content.rest.as_ref() != Some(start);
        need = merged.inset[1] + content.height + merged.inset[3] - above;
    }
    laid.ended.push((merged, content));
    need
}

/// Fills a cell. Where its lines fit but not the space after the last of them, that line goes to the next page: the space
/// counts in a cell (docs/word/row-at-the-page-end.md).
fn fill_within<'a>(
    context: &mut Context<'a>,
    sheet: &Sheet<'a>,
    home: (usize, usize),
    start: &BlockStart,
    width: f64,
    height: f64,
) -> Content {
    let content = fill_cell(context, sheet, home, start, width, height);
    if content.rest.is_some() || content.height <= height + SLACK {
        return content;
    }
    let above = content.placed.last().map_or(0.0, |last| last.y + last_line(&last.fragment));
    let shorter = fill_cell(context, sheet, home, start, width, above + 1.0);
    if shorter.rest.is_some() { shorter } else { content }
}

/// The top of what cannot be split any more at the end of a fragment: a paragraph's last line.
fn last_line(fragment: &Fragment) -> f64 {
    match fragment {
        Fragment::Paragraph(paragraph) => paragraph.lines.last().map_or(0.0, |line| line.y),
        Fragment::Table(table) => table.rows.last().map_or(0.0, |row| row.y),
        Fragment::Drawing(_) | Fragment::Rule(_) => 0.0,
    }
}

/// Fills a cell; an end mark that is hidden takes no height.
pub(super) fn fill_cell<'a>(
    context: &mut Context<'a>,
    sheet: &Sheet<'a>,
    home: (usize, usize),
    start: &BlockStart,
    width: f64,
    height: f64,
) -> Content {
    let Some(cell) = sheet.cell(home.0, home.1) else { return Content::default() };
    let blocks = if cell.hide_mark || ends_with_table(&cell.blocks) { without_mark(&cell.blocks) } else { &cell.blocks };
    if start.block >= blocks.len() || sheet.inside.depth > super::MOST_DEPTH {
        return Content::default();
    }
    let width = width.max(1.0);
    let inside = Surroundings { fit: cell.fit_text.then_some(width), ..sheet.inside };
    let stack = block::stack(context, blocks, start, width, height, &inside);
    Content {
        placed: stack.placed,
        height: stack.height,
        rest: stack.rest,
        footnotes: stack.footnotes,
        offset: stack.offset,
        saved_break: stack.saved_break,
        saved_line: stack.saved_line,
    }
}

/// A table in it and the paragraph that must follow one are the last of a cell.
fn ends_with_table(blocks: &[Block]) -> bool {
    matches!(blocks, [.., Block::Table(nested), Block::Paragraph(_)] if nested.position.is_none())
}

/// A cell's blocks without an empty paragraph at their end.
fn without_mark(blocks: &[Block]) -> &[Block] {
    match blocks.split_last() {
        Some((Block::Paragraph(last), others)) if last.is_empty() && last.label.is_none() => others,
        _ => blocks,
    }
}

/// A cell's text width: its margins, or half its borders where these are wider (`word-measured.md` 5.1).
pub(super) fn inner_width(sheet: &Sheet<'_>, slot: Slot, inset: [f64; 4]) -> f64 {
    grid::span_width(&sheet.edges, slot) - inset[0] - inset[2]
}

/// Turned text gives an automatic row one line's height (`word-layout.md` 8.3).
fn one_line<'a>(context: &mut Context<'a>, sheet: &Sheet<'a>, cell: &'a Cell, start: Option<&BlockStart>) -> f64 {
    let Some(Block::Paragraph(first)) = cell.blocks.first().filter(|_| start.is_some()) else { return 0.0 };
    let prepared = crate::layout::inline::prepare(context, first, &sheet.inside);
    let lane = crate::layout::inline::Lane { left: 0.0, width: 1.0e6 };
    prepared.line(context, Default::default(), 1.0e6, lane).line.height
}

/// The space between each cell's box and its text. Padding above and below is the row's largest (`word-measured.md` 5.2).
fn insets(table: &Table, index: usize, slots: &[Slot], rule: f64) -> Vec<[f64; 4]> {
    let Some(row) = table.rows.get(index) else { return Vec::new() };
    let largest = |side: usize| row.cells.iter().map(|cell| cell.margins[side]).fold(0.0, f64::max);
    let (top, bottom) = (largest(1), largest(3));
    let lines = border::verticals(table, index, slots);
    let half = |place: usize| lines.get(place).copied().flatten().map_or(0.0, |line| border::thickness(&line) / 2.0);
    let spacing = row.cell_spacing.unwrap_or(0.0);
    let gap = |outer: bool| if outer { spacing } else { spacing / 2.0 };
    // With spacing no line is shared: the cells' lower ones take their own room.
    let under = row.cell_spacing.map_or(0.0, |_| border::height_between(table, Some(index), None));
    let of = |(place, slot): (usize, &Slot)| {
        let margins = row.cells.get(slot.cell).map(|cell| cell.margins).unwrap_or_default();
        let (first, last) = (place == 0, place + 1 == slots.len());
        let (mut left, mut right) = (margins[0].max(half(place)) + gap(first), margins[2].max(half(place + 1)) + gap(last));
        if table.bidi {
            (left, right) = (margins[0].max(half(place + 1)) + gap(last), margins[2].max(half(place)) + gap(first));
        }
        let (above, below) = (gap(index == 0), gap(index + 1 == table.rows.len()));
        [left, rule + top + above, right, bottom + below + under]
    };
    slots.iter().enumerate().map(of).collect()
}

/// Whether a row may be split over two pages at all.
pub(super) fn can_split(row: &Row) -> bool {
    !row.cant_split && !row.header && !matches!(row.height, RowHeight::Exact(height) if height > 0.0)
}
