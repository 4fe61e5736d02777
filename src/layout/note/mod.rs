//! Footnotes: the room they take below a column, and how they stand in it (word-layout 7.7).

use super::block::{self, BlockStart, TOLERANCE};
use super::fragment::{Fragment, HAIRLINE, Placed, Rule};
use super::{Context, Surroundings};
use crate::flow::{Block, Flow, NoteId, NotePosition, Section};

/// The rule above footnotes is two inches long where the file declares none.
const RULE: f64 = 144.0;

/// A note, or what is left of one from the page before.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Which.
    pub note: NoteId,
    /// Where it goes on.
    pub start: BlockStart,
}

/// What notes may take below a column.
#[derive(Clone, Debug)]
pub struct NoteRoom {
    /// The column's width.
    pub width: f64,
    /// The page's surroundings.
    pub surroundings: Surroundings,
    /// Height of what is carried from the page before, its separator included.
    pub carried: f64,
}

impl NoteRoom {
    /// The column's new bottom once `notes` join `already` below text that ends at `y`; none if there is no room.
    ///
    /// All of them fit below: the column ends above them. Else the first line of the last one must fit: the column
    /// then ends at `y` and the rest of the note goes on on the next page. `force` takes them anyway.
    pub fn take<'a>(
        &self,
        context: &mut Context<'a>,
        notes: &[NoteId],
        already: &[NoteId],
        y: f64,
        bottom: f64,
        force: bool,
    ) -> Option<f64> {
        let separator = if self.carried > 0.0 { 0.0 } else { separator_height(context, false, self.width, &self.surroundings) };
        let mut height = self.carried + separator;
        for note in already {
            height += note_height(context, *note, self.width, &self.surroundings);
        }
        let mut least = height;
        for (index, note) in notes.iter().enumerate() {
            let whole = note_height(context, *note, self.width, &self.surroundings);
            least =
                if index + 1 == notes.len() { height + first_line(context, *note, self.width, &self.surroundings) } else { height + whole };
            height += whole;
        }
        if y + height <= bottom + TOLERANCE {
            Some(bottom - height)
        } else if force || y + least <= bottom + TOLERANCE {
            Some(y)
        } else {
            None
        }
    }
}

/// The endnotes that stand after each section: after the last one, or after the section of their marks
/// (`w:pos` of the document's settings, 17.11.22).
pub fn endnotes(flow: &Flow) -> Vec<Vec<Block>> {
    let at_section_ends = flow.settings.endnotes.position == NotePosition::SectionEnd;
    let last = flow.sections.len().saturating_sub(1);
    let mut first = 0;
    let after = |(index, section): (usize, &Section)| {
        let end = if index == last { flow.endnotes.len() } else { section.endnotes_so_far as usize };
        let notes = flow.endnotes.get(first..end).filter(|notes| !notes.is_empty() && (at_section_ends || index == last));
        let Some(notes) = notes else { return Vec::new() };
        first = end;
        flow.separators.endnote.iter().chain(notes.iter().flat_map(|note| &note.blocks)).cloned().collect()
    };
    flow.sections.iter().enumerate().map(after).collect()
}

/// A footnote's mark on its page, where numbers begin again on each page (17.11.19); none where it is fixed.
pub fn mark(context: &Context<'_>, note: NoteId) -> Option<String> {
    let notes = &context.flow.footnotes;
    let settings = notes.get(note.0 as usize)?.each_page?;
    let first = context.first_notes.iter().rev().find(|first| **first <= note.0)?;
    let before = notes.get(*first as usize..note.0 as usize)?.iter().filter(|note| note.each_page.is_some()).count();
    Some(settings.format.format(i64::from(settings.start).saturating_add(i64::try_from(before).unwrap_or(0))))
}

fn blocks_of<'a>(context: &Context<'a>, note: NoteId) -> &'a [Block] {
    context.flow.footnotes.get(note.0 as usize).map_or(&[], |note| &note.blocks)
}

fn note_height<'a>(context: &mut Context<'a>, note: NoteId, width: f64, surroundings: &Surroundings) -> f64 {
    let blocks = blocks_of(context, note);
    block::stack(context, blocks, &BlockStart::default(), width, f64::INFINITY, surroundings).height
}

/// Height of the note's first line: what must stand on the page of its reference.
fn first_line<'a>(context: &mut Context<'a>, note: NoteId, width: f64, surroundings: &Surroundings) -> f64 {
    let blocks = blocks_of(context, note);
    let stack = block::stack(context, blocks, &BlockStart::default(), width, f64::INFINITY, surroundings);
    match stack.placed.first() {
        Some(Placed { y, fragment: Fragment::Paragraph(paragraph), .. }) => {
            paragraph.lines.first().map_or(0.0, |line| y + line.y + line.height)
        }
        _ => stack.height,
    }
}

/// Height of what stands above the notes.
fn separator_height<'a>(context: &mut Context<'a>, continued: bool, width: f64, surroundings: &Surroundings) -> f64 {
    separator(context, continued, width, surroundings).1
}

fn separator<'a>(context: &mut Context<'a>, continued: bool, width: f64, surroundings: &Surroundings) -> (Vec<Placed>, f64) {
    let flow = context.flow;
    let declared = if continued { &flow.separators.footnote_continuation } else { &flow.separators.footnote };
    let mut stack = block::stack(context, declared, &BlockStart::default(), width, f64::INFINITY, surroundings);
    if declared.is_empty() {
        let style = flow.character(flow.settings.default_character);
        let face = context.fonts.get(context.fonts.face(style.fonts.ascii, style.bold, style.italic));
        stack.height = (face.above + face.below) * style.size;
    }
    // A separator of the file's own may hold text or a picture, in place of the rule or beside it.
    let mut placed = stack.placed;
    if continued || !flow.separators.no_footnote_rule {
        let length = if continued { width } else { RULE.min(width) };
        let y = stack.height / 2.0;
        let rule = Rule { from: (0.0, y), to: (length, y), border: HAIRLINE };
        placed.push(Placed { x: 0.0, y: 0.0, fragment: Fragment::Rule(rule) });
    }
    (placed, stack.height)
}

/// The height of carried notes with their separator, as far as they fit.
pub fn carried_height<'a>(context: &mut Context<'a>, carried: &[Carried], width: f64, limit: f64, surroundings: &Surroundings) -> f64 {
    if carried.is_empty() { 0.0 } else { lay(context, carried, width, limit, surroundings).height }
}

/// Notes laid below a column.
#[derive(Debug, Default)]
pub struct NoteArea {
    /// From the area's top left.
    pub placed: Vec<Placed>,
    /// Its height.
    pub height: f64,
    /// What goes on on the next page.
    pub rest: Vec<Carried>,
}

/// Lays notes into at most `limit` of height; the first of `notes` may go on from the page before.
pub fn lay<'a>(context: &mut Context<'a>, notes: &[Carried], width: f64, limit: f64, surroundings: &Surroundings) -> NoteArea {
    let mut area = NoteArea::default();
    let Some(first) = notes.first() else { return area };
    let (placed, height) = separator(context, first.start != BlockStart::default(), width, surroundings);
    area.placed = placed;
    area.height = height;
    for (index, carried) in notes.iter().enumerate() {
        let blocks = blocks_of(context, carried.note);
        let stack = block::stack(context, blocks, &carried.start, width, (limit - area.height + TOLERANCE).max(0.0), surroundings);
        for mut placed in stack.placed {
            placed.y += area.height;
            area.placed.push(placed);
        }
        area.height += stack.height;
        if let Some(rest) = stack.rest {
            area.rest.push(Carried { note: carried.note, start: rest });
            area.rest.extend_from_slice(&notes[index + 1..]);
            break;
        }
    }
    // No separator above nothing.
    if area.rest.first() == Some(first) { NoteArea { rest: area.rest, ..NoteArea::default() } } else { area }
}
