//! Where the body stands on a page: between margins, header and footer (word-layout 7.2), and the notes below it.

use super::{PageStart, geometry, moved, whole};
use crate::flow::{Block, Grid, GridKind, HeaderFooter, NoteId, NotePosition, Section};
use crate::layout::block::{BlockStart, Column, ColumnRoom, Top};
use crate::layout::float::{Exclusions, Geometry};
use crate::layout::fragment::{Fragment, Placed, Story, StoryFragment};
use crate::layout::note::{self, Carried};
use crate::layout::{Context, Surroundings};

/// Where the body stands.
pub struct BodyArea {
    /// Left edge of the text.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Below margin and header.
    pub top: f64,
    /// Above margin and footer.
    pub bottom: f64,
    /// For floats.
    pub geometry: Geometry,
    /// Header and footer, laid out.
    pub furniture: Vec<StoryFragment>,
    /// What floats of header and footer take from the body's lines.
    pub exclusions: Exclusions,
}

impl BodyArea {
    /// The room of text that runs down or up, on the page as it lies before `turns` clockwise quarter turns.
    pub fn before(&self, turns: u8) -> Self {
        let Geometry { width, height, even, .. } = self.geometry;
        let turned = |[left, top, right, bottom]: [f64; 4]| match turns {
            1 => [top, width - right, bottom, width - left],
            _ => [height - bottom, left, height - top, right],
        };
        let [left, top, right, bottom] = turned([self.left, self.top, self.right, self.bottom]);
        let margins = turned([self.geometry.left, self.geometry.top, self.geometry.right, self.geometry.bottom]);
        let geometry =
            Geometry { width: height, height: width, left: margins[0], top: margins[1], right: margins[2], bottom: margins[3], even };
        Self { left, right, top, bottom, geometry, furniture: Vec::new(), exclusions: Exclusions::default() }
    }
}

/// A page that header and footer fill still has a body: less than any line, so that it holds one.
const LEAST_BODY: f64 = 1.0;

/// Lays header and footer out and finds the room between them.
pub fn body_area(context: &mut Context<'_>, section: &Section, start: &PageStart) -> BodyArea {
    let page = &section.page;
    let even = start.number.rem_euclid(2) == 0;
    let swap = context.flow.settings.mirror_margins && even;
    let (mut left, mut right) = if swap { (page.right, page.left) } else { (page.left, page.right) };
    let mut gutter_top = 0.0;
    if context.flow.settings.gutter_at_top {
        gutter_top = page.gutter;
    } else if page.rtl_gutter != swap {
        right += page.gutter;
    } else {
        left += page.gutter;
    }
    let right = (page.width - right).max(left + 1.0);
    let geometry = geometry(section, left, right, even);
    let mut furniture = Vec::new();
    let mut exclusions = Exclusions::default();
    let mut top = page.top.abs() + gutter_top;
    let mut bottom = page.height - page.bottom.abs();
    if let Some(blocks) = story(context, section.headers, section, start) {
        let (height, placed) = furnish(context, blocks, &geometry, page.header, section, Story::Header, &mut exclusions);
        if page.top >= 0.0 {
            top = top.max(page.header + height);
        }
        furniture.push(StoryFragment { story: Story::Header, blocks: placed });
    }
    if let Some(blocks) = story(context, section.footers, section, start) {
        let (height, mut placed) = furnish(context, blocks, &geometry, 0.0, section, Story::Footer, &mut exclusions);
        let footer_top = page.height - page.footer - height;
        if page.bottom >= 0.0 {
            bottom = bottom.min(footer_top);
        }
        // Text alone moves down to its place. Floats stand by their paragraph or by the page (page numbers in text boxes
        // do, and tables), which only a footer in its place can tell.
        if placed.iter().any(|p| matches!(&p.fragment, Fragment::Drawing(_) | Fragment::Table(_))) {
            placed = furnish(context, blocks, &geometry, footer_top, section, Story::Footer, &mut exclusions).1;
        } else {
            placed = moved(placed, 0.0, footer_top);
        }
        furniture.push(StoryFragment { story: Story::Footer, blocks: placed });
    }
    // However little header and footer leave, a line a page stands below the header (docs/word/headers-leave-a-line.md).
    top = top.min(page.height - LEAST_BODY);
    bottom = bottom.max(top + LEAST_BODY);
    BodyArea { left, right, top, bottom, geometry, furniture, exclusions }
}

/// The header or footer of a page: first page, even page, else the default one (word-layout 7.3).
fn story<'a>(context: &Context<'a>, kinds: HeaderFooter, section: &Section, start: &PageStart) -> Option<&'a [Block]> {
    let chosen = if section.title_page && start.first {
        kinds.first
    } else if context.flow.settings.even_and_odd_headers && start.number.rem_euclid(2) == 0 {
        kinds.even
    } else {
        kinds.default
    };
    context.flow.stories.get(chosen? as usize).map(Vec::as_slice)
}

/// Lays a header or footer out at `top`; its height is 0 when it holds nothing but one empty paragraph (word-layout 7.2).
fn furnish<'a>(
    context: &mut Context<'a>,
    blocks: &'a [Block],
    geometry: &Geometry,
    top: f64,
    section: &Section,
    story: Story,
    body: &mut Exclusions,
) -> (f64, Vec<Placed>) {
    let surroundings = Surroundings { grid: grid_of_furniture(section.grid), ..Surroundings::default() };
    let mut exclusions = Exclusions::default();
    let room = ColumnRoom {
        left: geometry.left,
        width: geometry.right - geometry.left,
        top,
        bottom: f64::INFINITY,
        geometry: Some(*geometry),
        page: None,
    };
    let filled = Column::new(context, blocks, room, surroundings, &mut exclusions).fill(&BlockStart::default(), Top::Container);
    // Text of the body keeps out of a header's floats too; a footer's are laid out before the footer's place is known.
    if story == Story::Header {
        body.fix(exclusions);
    }
    let untouched = matches!(blocks, [Block::Paragraph(paragraph)] if paragraph.items.is_empty());
    (if untouched { 0.0 } else { filled.height }, filled.placed)
}

/// The grid as it acts in headers and footers: their lines keep their own heights
/// (docs/word/headers-keep-off-the-grid.md).
fn grid_of_furniture(grid: Grid) -> Grid {
    Grid { kind: GridKind::None, ..grid }
}

/// The notes below each column of a page.
#[derive(Default)]
pub struct NoteSlots {
    slots: Vec<Slot>,
    referred: u32,
}

struct Slot {
    left: f64,
    width: f64,
    /// What the column's text left to its notes.
    room: f64,
    /// Where that text ends.
    text_bottom: f64,
    notes: Vec<Carried>,
}

impl NoteSlots {
    fn slot(&mut self, left: f64, width: f64) -> &mut Slot {
        let found = self.slots.iter().position(|slot| slot.left == left && slot.width == width);
        let index = found.unwrap_or_else(|| {
            self.slots.push(Slot { left, width, room: 0.0, text_bottom: 0.0, notes: Vec::new() });
            self.slots.len() - 1
        });
        &mut self.slots[index]
    }

    /// Adds notes carried from the page before.
    pub fn carry(&mut self, left: f64, width: f64, carried: Vec<Carried>) {
        self.slot(left, width).notes.extend(carried);
    }

    /// Height that a column's notes take so far, no more than `limit`.
    pub fn height(&mut self, context: &mut Context<'_>, left: f64, width: f64, limit: f64, surroundings: &Surroundings) -> f64 {
        let notes = self.slot(left, width).notes.clone();
        note::carried_height(context, &notes, width, limit, surroundings)
    }

    /// Adds the notes of a column that left `room` to them below text that ends at `text_bottom`.
    pub fn add(&mut self, left: f64, width: f64, notes: &[NoteId], room: f64, text_bottom: f64) {
        self.referred = self.referred.saturating_add(u32::try_from(notes.len()).unwrap_or(u32::MAX));
        let slot = self.slot(left, width);
        slot.notes.extend(whole(notes));
        slot.room = slot.room.max(room);
        slot.text_bottom = slot.text_bottom.max(text_bottom);
    }

    /// How many notes the page's text refers to.
    pub fn referred(&self) -> u32 {
        self.referred
    }

    /// Whether any column has notes: vertical alignment then leaves the text where it is.
    pub fn height_hint(&self) -> f64 {
        if self.slots.iter().any(|slot| !slot.notes.is_empty()) { f64::INFINITY } else { 0.0 }
    }

    /// Lays all notes at the bottom of their columns, or right below the text (17.11.21 `beneathText`); yields them and what goes on on the next page.
    pub fn lay(&self, context: &mut Context<'_>, bottom: f64, surroundings: &Surroundings) -> (Vec<Placed>, Vec<Carried>) {
        let mut placed = Vec::new();
        let mut rest = Vec::new();
        let beneath = context.flow.settings.footnotes.position == NotePosition::BeneathText;
        for slot in self.slots.iter().filter(|slot| !slot.notes.is_empty()) {
            let area = note::lay(context, &slot.notes, slot.width, slot.room, surroundings);
            let foot = bottom - area.height;
            placed.extend(moved(area.placed, slot.left, if beneath { foot.min(slot.text_bottom) } else { foot }));
            rest.extend(area.rest);
        }
        (placed, rest)
    }
}
