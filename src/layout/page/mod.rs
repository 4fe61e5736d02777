//! One page: its header and footer, the sections' columns between them, notes below, borders around.
//!
//! [`PageStart`] says where a page begins; [`lay`] yields the page and the next start.

mod area;
mod columns;
mod furniture;
mod line_number;
mod outside;
mod style_ref;
#[cfg(test)]
mod tests;

use super::block::{BlockStart, ColumnEnd, Top};
use super::float::{Exclusions, Geometry};
use super::fragment::{Fragment, Page, Placed, Rule, Story, StoryFragment};
use super::note::{self, Carried};
use super::{Context, SavedBreaks, Surroundings};
use crate::flow::{Block, Flow, Section, SectionStart, VerticalAlign};
use area::{BodyArea, NoteSlots};
use columns::{Part, PartRoom};
pub use style_ref::NamedParagraphs;

/// Where a page begins: small, and all that laying it out again needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageStart {
    /// The section.
    pub section: usize,
    /// In the endnotes after its body.
    pub in_endnotes: bool,
    /// Where in its blocks.
    pub at: BlockStart,
    /// How that place was reached.
    pub top: Top,
    /// The number the page shows.
    pub number: i32,
    /// The section's first page, as headers count.
    pub first: bool,
    /// Pages of the section so far.
    pub section_pages: u32,
    /// Notes that go on from the page before.
    pub carried: Vec<Carried>,
    /// A page left blank for parity: no header, no text.
    pub blank: bool,
    /// Footnotes referred to on the pages before.
    pub first_note: u32,
    /// Lines numbered so far, for numbers that go on over pages.
    pub line_number: u32,
    /// Pages in a row that did not begin where the file records a page start.
    pub missed: u8,
}

/// A page, and where the next one begins.
pub struct Laid {
    /// The page.
    pub page: Page,
    /// None after the last one.
    pub next: Option<PageStart>,
}

/// The blocks that a page begins in: a section's body, or the endnotes after it.
fn blocks_of<'a>(flow: &'a Flow, endnotes: &'a [Vec<Block>], start: &PageStart) -> &'a [Block] {
    let blocks =
        if start.in_endnotes { endnotes.get(start.section) } else { flow.sections.get(start.section).map(|section| &section.blocks) };
    blocks.map_or(&[], Vec::as_slice)
}

/// Where the first page begins; none in a document without sections.
pub fn first_start(sections: &[Section]) -> Option<PageStart> {
    let section = sections.first()?;
    Some(PageStart { number: section.page_number_start.unwrap_or(1), first: true, ..PageStart::default() })
}

/// Lays out the page that begins at `start`.
pub fn lay<'a>(context: &mut Context<'a>, endnotes: &'a [Vec<Block>], start: &PageStart, index: usize) -> Laid {
    let Some(section) = context.flow.sections.get(start.section) else {
        return Laid { page: Page::default(), next: None };
    };
    context.numbers.page = start.number;
    context.numbers.format = section.page_number_format;
    context.numbers.chapter = section.chapter;
    let first_paragraph = first_paragraph(context, start);
    context.on_page = first_paragraph..first_paragraph.saturating_add(1);
    context.numbers.section = u32::try_from(start.section + 1).unwrap_or(u32::MAX);
    if start.missed >= MOST_MISSED {
        if context.saved != SavedBreaks::Ignored {
            let message = "The file's record of where its pages begin does not fit its text and is not followed.";
            context.warnings.add("stale-page-breaks", crate::diag::Place::default(), message);
        }
        context.saved = SavedBreaks::Ignored;
    } else if context.saved == SavedBreaks::Close && start.missed == 0 {
        context.saved = SavedBreaks::Trusted;
    }
    context.numbers.even = start.number.rem_euclid(2) == 0;
    let mut page = Page {
        index,
        number: start.number,
        number_format: section.page_number_format,
        width: section.page.width,
        height: section.page.height,
        turns: section.direction.turns(),
        ..Page::default()
    };
    if start.blank {
        let next = PageStart { blank: false, number: start.number + 1, ..start.clone() };
        page.start = offset_at(context.flow, &next);
        return Laid { page, next: Some(next) };
    }
    let area = area::body_area(context, section, start);
    page.stories.extend(area.furniture.iter().cloned());
    let turned = (page.turns != 0).then(|| area.before(page.turns));
    let room = turned.as_ref().unwrap_or(&area);
    let mut exclusions = room.exclusions.clone();
    let mut barred = room.exclusions.clone();
    let mut begun_again = 0;
    let (work, next) = loop {
        let mut work = PageWork { page: page.clone(), y: room.top, notes: NoteSlots::default(), exclusions, offset: None, saved: None };
        let next = work.fill(context, endnotes, start, room);
        match work.exclusions.again() {
            Some(again) if begun_again < MOST_RESTARTS => exclusions = again,
            _ => match work.exclusions.pushed_off() {
                // Its box would stand on a page without it.
                Some(float) if begun_again < MOST_RESTARTS => {
                    barred.bar(float);
                    exclusions = barred.clone();
                }
                _ => break (work, next),
            },
        }
        begun_again += 1;
    };
    work.finish(context, section, start, (&area, room), next, endnotes)
}

/// After so many pages in a row that begin elsewhere, the file's record of page starts is not followed any more: the file
/// was changed since by something that left the record behind.
const MOST_MISSED: u8 = 3;

/// How often a page is begun again because a float reaches up to lines that stand already (word-layout 9.3).
const MOST_RESTARTS: usize = 8;

/// A page being filled.
struct PageWork {
    page: Page,
    y: f64,
    notes: NoteSlots,
    exclusions: Exclusions,
    offset: Option<u32>,
    /// The page's first line stands where the file records a page start.
    saved: Option<bool>,
}

impl PageWork {
    /// Fills section after section until the page ends; yields the next page's start.
    fn fill<'a>(&mut self, context: &mut Context<'a>, endnotes: &'a [Vec<Block>], start: &PageStart, area: &BodyArea) -> Option<PageStart> {
        let mut at = start.clone();
        let mut carried = start.carried.clone();
        // Sections begun on this page: bounded by how many there are.
        for _ in 0..=2 * context.flow.sections.len() {
            let section = context.flow.sections.get(at.section)?;
            let blocks = blocks_of(context.flow, endnotes, &at);
            let following = context.flow.sections.get(at.section + 1);
            let balance = following.map_or(section.start == SectionStart::Continuous, |next| next.start == SectionStart::Continuous)
                && !context.flow.settings.compat.no_column_balance;
            let surroundings = Surroundings { grid: section.grid, ..Surroundings::default() };
            let room =
                PartRoom { area, section, top: self.y, page_top: self.y <= area.top, balance, surroundings, geometry: area.geometry };
            let taken = std::mem::take(&mut carried);
            let part = columns::fill(context, blocks, &at.at, at.top, &room, &mut self.notes, taken, &mut self.exclusions);
            let story = if at.in_endnotes { Story::Endnote } else { Story::Body };
            self.offset = [self.offset, part.offset.filter(|_| story == Story::Body)].into_iter().flatten().min();
            let (end, after) = (part.end.clone(), part.after);
            self.saved.get_or_insert(part.saved_break);
            self.take(part, story);
            match after_part(context, endnotes, &at, end, after, start) {
                Ending::Page(next) => return Some(next),
                Ending::Document => return None,
                Ending::OnThisPage(next, gap) => {
                    self.y += gap;
                    at = next;
                }
            }
        }
        None
    }

    fn take(&mut self, part: Part, story: Story) {
        self.y += part.height;
        let (width, height, turns) = (self.page.width, self.page.height, self.page.turns);
        let turned = |(x, y): (f64, f64)| match turns {
            0 => (x, y),
            1 => (width - y, x),
            _ => (y, height - x),
        };
        self.page.rules.extend(part.rules.into_iter().map(|rule| Rule { from: turned(rule.from), to: turned(rule.to), ..rule }));
        self.page.stories.push(StoryFragment { story, blocks: part.placed });
    }

    /// Notes, vertical alignment, borders, line numbers.
    fn finish<'a>(
        mut self,
        context: &mut Context<'a>,
        section: &Section,
        start: &PageStart,
        (area, room): (&BodyArea, &BodyArea),
        mut next: Option<PageStart>,
        endnotes: &'a [Vec<Block>],
    ) -> Laid {
        let flows_on = next.as_ref().is_some_and(|next| next.section == start.section && next.top == Top::Flow);
        self.align(section, room, flows_on);
        let surroundings = Surroundings { grid: section.grid, ..Surroundings::default() };
        let (notes, rest) = self.notes.lay(context, room.bottom, &surroundings);
        if !notes.is_empty() {
            self.page.stories.push(StoryFragment { story: Story::Footnote, blocks: notes });
        }
        if !context.named.is_empty() {
            // Now it is known which paragraphs the page has. Its body stays where it is.
            context.on_page = style_ref::paragraphs_on(&self.page, context.on_page.start);
            let furniture = area::body_area(context, section, start).furniture;
            self.page.stories.splice(..area.furniture.len(), furniture);
        }
        if let Some(next) = &mut next {
            next.missed = match (start.top, self.saved) {
                (Top::Flow, Some(false)) => start.missed.saturating_add(1),
                (Top::Flow, _) => 0,
                _ => start.missed,
            };
        }
        let carries = !rest.is_empty();
        if carries {
            next = Some(match next {
                Some(next) => PageStart { carried: rest, ..next },
                None => past_the_end(context, start, rest),
            });
        }
        if let Some(next) = &mut next {
            next.first_note = start.first_note.saturating_add(self.notes.referred());
        }
        // What makes no progress would make pages for ever: the text ends here.
        if next.as_ref().is_some_and(|next| {
            (next.section, next.in_endnotes, &next.at, &next.carried) == (start.section, start.in_endnotes, &start.at, &start.carried)
        }) && !start.blank
        {
            context.warnings.add("not-placed", crate::diag::Place::default(), "Some content is too large for its page and was left out.");
            next = next.and_then(|next| skip_block(context, endnotes, next));
        }
        line_number::number_lines(&mut self.page, section, start, next.as_mut(), context.flow.settings.default_character);
        outside::place(&mut self.page, &area.geometry);
        furniture::draw_borders(&mut self.page, section, area, start.first);
        self.page.start =
            self.offset.unwrap_or_else(|| next.as_ref().map_or(context.flow.characters_in_body, |next| offset_at(context.flow, next)));
        Laid { page: self.page, next }
    }

    /// `w:vAlign` (word-layout 7.5): moves the body's blocks as one, or spreads them where the text flows on to the next page.
    fn align(&mut self, section: &Section, area: &BodyArea, flows_on: bool) {
        let slack = area.bottom - self.y - self.notes.height_hint();
        let (first, step) = match section.vertical_align {
            VerticalAlign::Center => (slack / 2.0, 0.0),
            VerticalAlign::Bottom => (slack, 0.0),
            VerticalAlign::Both if flows_on && section.columns.count <= 1 => (0.0, slack / self.body().skip(1).count().max(1) as f64),
            VerticalAlign::Top | VerticalAlign::Both => return,
        };
        if slack > 0.0 {
            self.body().enumerate().for_each(|(index, placed)| placed.y += first + step * index as f64);
        }
    }

    /// The body's blocks, without what floats.
    fn body(&mut self) -> impl Iterator<Item = &mut Placed> {
        let stories = self.page.stories.iter_mut().filter(|story| matches!(story.story, Story::Body | Story::Endnote));
        stories.flat_map(|story| &mut story.blocks).filter(|placed| !matches!(placed.fragment, Fragment::Drawing(_)))
    }
}

/// A page after the last one, for notes alone.
fn past_the_end(context: &Context<'_>, start: &PageStart, carried: Vec<Carried>) -> PageStart {
    PageStart {
        section: context.flow.sections.len().saturating_sub(1),
        in_endnotes: true,
        at: BlockStart::at(usize::MAX),
        top: Top::Flow,
        number: start.number.saturating_add(1),
        first: false,
        section_pages: start.section_pages + 1,
        carried,
        ..PageStart::default()
    }
}

/// The start past a block that cannot be placed.
fn skip_block(context: &Context<'_>, endnotes: &[Vec<Block>], start: PageStart) -> Option<PageStart> {
    let blocks = blocks_of(context.flow, endnotes, &start);
    if start.at.block < blocks.len() {
        Some(PageStart { at: BlockStart::at(start.at.block + 1), carried: Vec::new(), ..start })
    } else {
        None
    }
}

/// What follows a part of a section.
enum Ending {
    /// The page ends; the next one starts there.
    Page(PageStart),
    /// The next section begins below, after this gap.
    OnThisPage(PageStart, f64),
    /// That was all.
    Document,
}

fn after_part<'a>(
    context: &Context<'a>,
    endnotes: &'a [Vec<Block>],
    at: &PageStart,
    end: ColumnEnd,
    after: f64,
    page: &PageStart,
) -> Ending {
    let flow = context.flow;
    let began_here = at.section != page.section;
    let same_section = |rest: BlockStart, top: Top| {
        // A continuous section that began in mid-page has its first page, and its numbers begin again, on the next one.
        let section = flow.sections.get(at.section);
        let restart = section.and_then(|section| section.page_number_start).filter(|_| began_here);
        Ending::Page(PageStart {
            section: at.section,
            in_endnotes: at.in_endnotes,
            at: rest,
            top,
            number: restart.unwrap_or_else(|| page.number.saturating_add(1)),
            first: began_here,
            section_pages: if began_here { 0 } else { page.section_pages + 1 },
            carried: Vec::new(),
            blank: false,
            first_note: 0,
            line_number: 0,
            missed: 0,
        })
    };
    let blocks = blocks_of(flow, endnotes, at);
    // A page break that ends the document opens a last, empty page (docs/word/breaks-at-the-very-end.md).
    let last_page = match &end {
        ColumnEnd::Break { rest, top, page: true } if !at.in_endnotes => Some(same_section(rest.clone(), *top)),
        _ => None,
    };
    let broke = match end {
        ColumnEnd::Full(rest) | ColumnEnd::Saved(rest) => return same_section(rest, Top::Flow),
        ColumnEnd::Break { rest, top, page: true } if !only_section_mark_left(blocks, &rest) => return same_section(rest, top),
        ColumnEnd::Break { rest, top, page: false } if rest.block < blocks.len() => return same_section(rest, top),
        ColumnEnd::Break { .. } => true,
        ColumnEnd::Done => false,
    };
    let start = PageStart { section: at.section + 1, top: Top::Asked(after), ..PageStart::default() };
    if !at.in_endnotes && endnotes.get(at.section).is_some_and(|notes| !notes.is_empty()) {
        let notes = PageStart { section: at.section, in_endnotes: true, number: page.number, section_pages: page.section_pages, ..start };
        return Ending::OnThisPage(notes, after);
    }
    let Some(section) = flow.sections.get(start.section) else { return last_page.unwrap_or(Ending::Document) };
    let sheet = |section: &Section| (section.page.width, section.page.height, section.direction);
    let here = flow.sections.get(at.section).map(sheet);
    if section.start == SectionStart::Continuous && !broke && here == Some(sheet(section)) {
        return Ending::OnThisPage(PageStart { number: page.number, first: true, ..start }, after);
    }
    let number = section.page_number_start.unwrap_or_else(|| page.number.saturating_add(1));
    // A restart may not put two right or two left pages one after the other where they look different
    // (docs/word/restarts-change-sides.md).
    let same_side =
        flow.settings.even_and_odd_headers && section.page_number_start.is_some() && number.rem_euclid(2) == page.number.rem_euclid(2);
    let wrong_parity = match section.start {
        SectionStart::OddPage => number.rem_euclid(2) == 0 || same_side,
        SectionStart::EvenPage => number.rem_euclid(2) == 1 || same_side,
        _ => same_side,
    };
    // A blank page for parity carries the number in between.
    let blank_number = if section.page_number_start.is_some() { number.saturating_sub(1) } else { number };
    Ending::Page(PageStart { number: if wrong_parity { blank_number } else { number }, first: true, blank: wrong_parity, ..start })
}

/// A page break just before a section's own break makes one new page, not two: nothing is left, or only the empty
/// paragraph that carries the section's properties.
fn only_section_mark_left(blocks: &[Block], rest: &BlockStart) -> bool {
    match blocks.get(rest.block..) {
        None | Some([]) => true,
        Some([Block::Paragraph(paragraph)]) => paragraph.section_mark && paragraph.is_empty(),
        Some(_) => false,
    }
}

/// [`Paragraph::index`](crate::flow::Paragraph::index) of the first paragraph at or after a page's start.
fn first_paragraph(context: &Context<'_>, start: &PageStart) -> u32 {
    fn first(block: &Block) -> Option<u32> {
        match block {
            Block::Paragraph(paragraph) => Some(paragraph.index),
            Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks).find_map(first),
        }
    }
    body_from(context.flow, start).find_map(first).unwrap_or(context.flow.paragraphs)
}

/// The body's blocks from a page's start on.
fn body_from<'a>(flow: &'a Flow, start: &PageStart) -> impl Iterator<Item = &'a Block> {
    let here = if start.in_endnotes { usize::MAX } else { start.at.block };
    let sections = flow.sections.iter().skip(start.section).enumerate();
    sections.flat_map(move |(index, section)| section.blocks.iter().skip(if index == 0 { here } else { 0 }))
}

/// The body-text offset of the first character at or after a page's start.
fn offset_at(flow: &Flow, start: &PageStart) -> u32 {
    body_from(flow, start).find_map(first_offset).unwrap_or(flow.characters_in_body)
}

fn first_offset(block: &Block) -> Option<u32> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph.offset),
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks).find_map(first_offset),
    }
}

/// All placed fragments moved by a vector.
pub(super) fn moved(placed: Vec<Placed>, x: f64, y: f64) -> Vec<Placed> {
    placed.into_iter().map(|p| Placed { x: p.x + x, y: p.y + y, ..p }).collect()
}

/// Carried notes from ids.
pub(super) fn whole(notes: &[crate::flow::NoteId]) -> impl Iterator<Item = Carried> + '_ {
    notes.iter().map(|note| Carried { note: *note, start: BlockStart::default() })
}

/// The page as floats are measured from it.
pub(super) fn geometry(section: &Section, left: f64, right: f64, even: bool) -> Geometry {
    let page = &section.page;
    Geometry { width: page.width, height: page.height, left, right, top: page.top.abs(), bottom: page.height - page.bottom.abs(), even }
}

pub(super) use note::NoteRoom;
