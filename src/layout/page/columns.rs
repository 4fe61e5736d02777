//! A section's part on a page: its columns, side by side, balanced where the section ends (word-layout 7.6).

use super::NoteRoom;
use super::area::{BodyArea, NoteSlots};
use crate::flow::{Block, BorderStyle, Section};
use crate::layout::block::{
    BlockStart, Column, ColumnEnd, ColumnRoom, FRAMED_OVERHANG, Filled, OVERHANG, PageRoom, Top, draw_together, is_recorded,
};
use crate::layout::float::{Exclusions, Geometry};
use crate::layout::fragment::{Placed, Rule};
use crate::layout::note::Carried;
use crate::layout::{Context, SavedBreaks, Surroundings};

/// Where a part may stand.
pub struct PartRoom<'p> {
    /// The page's body.
    pub area: &'p BodyArea,
    /// The section.
    pub section: &'p Section,
    /// Top of the part.
    pub top: f64,
    /// Nothing stands above it on the page.
    pub page_top: bool,
    /// Columns are balanced if the section ends in this part.
    pub balance: bool,
    /// What surrounds its blocks.
    pub surroundings: Surroundings,
    /// For floats.
    pub geometry: Geometry,
}

/// What was placed of a section on a page.
pub struct Part {
    /// In reading order.
    pub placed: Vec<Placed>,
    /// Height of its highest column.
    pub height: f64,
    /// How it ended.
    pub end: ColumnEnd,
    /// Smallest body-text offset.
    pub offset: Option<u32>,
    /// Space after its last paragraph.
    pub after: f64,
    /// Rules between columns.
    pub rules: Vec<Rule>,
    /// The file says that Word began a page with its first line.
    pub saved_break: bool,
}

/// One column filled.
struct FilledColumn {
    left: f64,
    width: f64,
    filled: Filled,
}

/// Left edge and width of a section's columns.
fn boxes(section: &Section, area: &BodyArea) -> Vec<(f64, f64)> {
    let whole = area.right - area.left;
    let count = section.columns.count.clamp(1, 45);
    let mut boxes = Vec::new();
    if count > 1 && !section.columns.unequal.is_empty() {
        let mut left = area.left;
        for (width, space) in section.columns.unequal.iter().take(count as usize) {
            boxes.push((left, width.max(1.0)));
            left += width + space;
        }
    } else {
        let space = if count > 1 { section.columns.space } else { 0.0 };
        let width = ((whole - space * f64::from(count - 1)) / f64::from(count)).max(1.0);
        boxes.extend((0..count).map(|column| (area.left + f64::from(column) * (width + space), width)));
    }
    if section.bidi {
        let mirrored = |(left, width): (f64, f64)| (area.left + area.right - left - width, width);
        boxes = boxes.into_iter().map(mirrored).collect();
    }
    boxes
}

/// Fills a section's columns from `start` on.
pub fn fill<'a>(
    context: &mut Context<'a>,
    blocks: &'a [Block],
    start: &BlockStart,
    top: Top,
    room: &PartRoom<'_>,
    notes: &mut NoteSlots,
    carried: Vec<Carried>,
    exclusions: &mut Exclusions,
) -> Part {
    let boxes = boxes(room.section, room.area);
    if let Some((left, width)) = boxes.first() {
        notes.carry(*left, *width, carried);
    }
    let floats = exclusions.len();
    if boxes.len() > 1 {
        // Records stand at column edges too, and say nothing of the page's.
        context.saved = SavedBreaks::Ignored;
    }
    let before = exclusions.clone();
    let mut columns = run(context, blocks, start, top, room, &boxes, room.area.bottom, 0.0, notes, exclusions);
    if let Some(later) = late(context, blocks, start, top, room, &boxes, notes, &before, &columns) {
        columns = later;
    }
    let done = matches!(columns.last(), Some(column) if column.filled.end == ColumnEnd::Done);
    if boxes.len() > 1 && room.balance && done && columns.iter().all(|column| !broke(&column.filled)) {
        exclusions.truncate(floats);
        columns = balanced(context, blocks, start, top, room, &boxes, notes, exclusions, columns);
    }
    assemble(columns, room, notes)
}

/// The column again, if it ends a little before a page start that the file records: with the lines up to there, drawn together
/// (docs/word/saved-page-starts.md).
fn late<'a>(
    context: &mut Context<'a>,
    blocks: &'a [Block],
    start: &BlockStart,
    top: Top,
    room: &PartRoom<'_>,
    boxes: &[(f64, f64)],
    notes: &mut NoteSlots,
    before: &Exclusions,
    columns: &[FilledColumn],
) -> Option<Vec<FilledColumn>> {
    let [column] = columns else { return None };
    let ColumnEnd::Full(rest) = &column.filled.end else { return None };
    if context.saved == SavedBreaks::Ignored || is_recorded(context, blocks, rest) {
        return None;
    }
    let height = room.area.bottom - room.top;
    // What stands between two recorded starts is a page of Word's, be it a break that ends it.
    let framed = top == Top::Document || is_recorded(context, blocks, start);
    let share = if framed { FRAMED_OVERHANG } else { OVERHANG };
    let mut exclusions = before.clone();
    let mut again = run(context, blocks, start, top, room, boxes, room.area.bottom, height * share, notes, &mut exclusions);
    let filled = &mut again.first_mut()?.filled;
    let ends_there = match &filled.end {
        ColumnEnd::Saved(_) => true,
        ColumnEnd::Full(rest) => is_recorded(context, blocks, rest),
        ColumnEnd::Break { rest, page: true, .. } => framed && is_recorded(context, blocks, rest),
        _ => false,
    };
    if !ends_there {
        return None;
    }
    let height = height - filled.notes_height;
    draw_together(&mut filled.placed, room.top, filled.height, height);
    filled.height = filled.height.min(height);
    Some(again)
}

fn broke(filled: &Filled) -> bool {
    matches!(filled.end, ColumnEnd::Break { .. })
}

/// Fills column after column down to `bottom`.
fn run<'a>(
    context: &mut Context<'a>,
    blocks: &'a [Block],
    start: &BlockStart,
    top: Top,
    room: &PartRoom<'_>,
    boxes: &[(f64, f64)],
    bottom: f64,
    overhang: f64,
    notes: &mut NoteSlots,
    exclusions: &mut Exclusions,
) -> Vec<FilledColumn> {
    let mut columns: Vec<FilledColumn> = Vec::new();
    let (mut at, mut top) = (start.clone(), top);
    for (index, (left, width)) in boxes.iter().copied().enumerate() {
        let taken = notes.height(context, left, width, bottom - room.top, &room.surroundings);
        let page = PageRoom {
            page_top: room.page_top && index == 0,
            notes: NoteRoom { width, surroundings: room.surroundings, carried: taken },
            overhang,
        };
        let column = ColumnRoom { left, width, top: room.top, bottom, geometry: Some(room.geometry), page: Some(page) };
        let mut work = Column::new(context, blocks, column, room.surroundings, exclusions);
        work.reserve(taken);
        let filled = work.fill(&at, top);
        let end = filled.end.clone();
        columns.push(FilledColumn { left, width, filled });
        match end {
            ColumnEnd::Done => break,
            ColumnEnd::Full(rest) => (at, top) = (rest, Top::Flow),
            ColumnEnd::Saved(_) | ColumnEnd::Break { page: true, .. } => break,
            ColumnEnd::Break { rest, top: reached, .. } => (at, top) = (rest, reached),
        }
    }
    columns
}

/// The smallest height at which everything still fits into the columns, found by bisection to a quarter of a point.
fn balanced<'a>(
    context: &mut Context<'a>,
    blocks: &'a [Block],
    start: &BlockStart,
    top: Top,
    room: &PartRoom<'_>,
    boxes: &[(f64, f64)],
    notes: &mut NoteSlots,
    exclusions: &mut Exclusions,
    unbalanced: Vec<FilledColumn>,
) -> Vec<FilledColumn> {
    let total: f64 = unbalanced.iter().map(|column| column.filled.height).sum();
    let mut best = unbalanced;
    let mut low = total / boxes.len() as f64 * 0.5;
    let mut high = best.iter().map(|column| column.filled.height).fold(0.0, f64::max);
    let floats = exclusions.len();
    while high - low > 0.25 {
        let middle = f64::midpoint(low, high);
        exclusions.truncate(floats);
        let tried = run(context, blocks, start, top, room, boxes, room.top + middle, 0.0, notes, exclusions);
        let tallest = tried.iter().map(|column| column.filled.height).fold(0.0, f64::max);
        let fits = matches!(tried.last(), Some(column) if column.filled.end == ColumnEnd::Done) && tallest <= middle + 0.3;
        if fits {
            high = middle.min(tallest.max(low));
            best = tried;
        } else {
            low = middle;
        }
    }
    best
}

fn assemble(columns: Vec<FilledColumn>, room: &PartRoom<'_>, notes: &mut NoteSlots) -> Part {
    let mut part =
        Part { placed: Vec::new(), height: 0.0, end: ColumnEnd::Done, offset: None, after: 0.0, rules: Vec::new(), saved_break: false };
    let edges: Vec<(f64, f64)> = columns.iter().map(|column| (column.left, column.width)).collect();
    for column in columns {
        let filled = column.filled;
        notes.add(column.left, column.width, &filled.footnotes, filled.notes_height, room.top + filled.height);
        part.saved_break |= part.placed.is_empty() && filled.saved_break;
        part.placed.extend(filled.placed);
        part.height = part.height.max(filled.height);
        part.offset = [part.offset, filled.offset].into_iter().flatten().min();
        part.after = filled.after;
        part.end = filled.end;
    }
    if room.section.columns.separator {
        for pair in edges.windows(2) {
            let x = f64::midpoint(pair[0].0 + pair[0].1, pair[1].0);
            let border = crate::flow::Border { style: BorderStyle::Single, ..crate::layout::fragment::HAIRLINE };
            part.rules.push(Rule { from: (x, room.top), to: (x, room.top + part.height), border });
        }
    }
    part
}
