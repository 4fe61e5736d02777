//! A column being filled: blocks one after the other, until they or the room end.

use super::checkpoint::Checkpoint;
use super::spacing::{self, Above, Top};
use super::{BlockStart, Within};
use crate::flow::{Block, BreakKind, NoteId};
use crate::layout::float::{Exclusions, Geometry};
use crate::layout::fragment::{Fragment, Placed};
use crate::layout::note::NoteRoom;
use crate::layout::{Context, Surroundings};

/// Where a column stands and what it may take. Coordinates are the page's for a page's column, the container's own for a stack.
#[derive(Clone, Debug)]
pub struct ColumnRoom {
    /// Left edge.
    pub left: f64,
    /// Width.
    pub width: f64,
    /// Top.
    pub top: f64,
    /// Bottom; infinite where content decides.
    pub bottom: f64,
    /// The page around it, where it is known; else the container stands for the page.
    pub geometry: Option<Geometry>,
    /// Set for a page's own column.
    pub page: Option<PageRoom>,
}

/// What a page's own column knows besides its box.
#[derive(Clone, Debug)]
pub struct PageRoom {
    /// Nothing stands above on this page: a page break before changes nothing.
    pub page_top: bool,
    /// Notes below it.
    pub notes: NoteRoom,
    /// So much may stand below its bottom if it ends at a page start that the file records (see [`super::saved`]).
    pub overhang: f64,
}

/// What filled a column.
#[derive(Debug)]
pub struct Filled {
    /// In reading order.
    pub placed: Vec<Placed>,
    /// From the column's top to the bottom of its last block (of a stack: its space after included).
    pub height: f64,
    /// How it ended.
    pub end: ColumnEnd,
    /// Footnotes referred to, in order.
    pub footnotes: Vec<NoteId>,
    /// What notes take at the column's bottom, those carried from the page before included.
    pub notes_height: f64,
    /// Smallest body-text offset placed.
    pub offset: Option<u32>,
    /// The file says that Word began a page with its first line.
    pub saved_break: bool,
    /// In a container: the top of the first line below its first one that Word began a page with, as the file says.
    pub saved_line: Option<f64>,
    /// Space after the last paragraph.
    pub after: f64,
}

/// How a column ended.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnEnd {
    /// All blocks are placed.
    Done,
    /// The room ended.
    Full(BlockStart),
    /// The file records that Word began a page here, and that is close.
    Saved(BlockStart),
    /// A break: where it goes on, and how that place is reached.
    Break {
        /// Where it goes on; past the last block if nothing follows.
        rest: BlockStart,
        /// The page, else only the column.
        page: bool,
        /// How the next column's first block got there.
        top: Top,
    },
}

/// What becomes of a block.
pub(super) enum Flowed {
    /// It is placed; the next one comes.
    Placed,
    /// So many blocks were placed at once (a frame).
    PlacedMany(usize),
    /// The column ends.
    End(ColumnEnd),
}

/// A column being filled.
pub struct Column<'c, 'a> {
    pub(super) context: &'c mut Context<'a>,
    pub(super) blocks: &'a [Block],
    pub(super) room: ColumnRoom,
    pub(super) surroundings: Surroundings,
    pub(super) exclusions: &'c mut Exclusions,
    pub(super) y: f64,
    pub(super) placed: Vec<Placed>,
    pub(super) above: Option<Above>,
    pub(super) top: Top,
    pub(super) checkpoints: Vec<Checkpoint>,
    pub(super) footnotes: Vec<NoteId>,
    pub(super) offsets: Vec<(usize, u32)>,
    pub(super) saved_break: bool,
    pub(super) saved_line: Option<f64>,
    /// The block below a row that the page's start splits: its record says that start again ([`super::saved`]).
    pub(super) repeats_record: Option<usize>,
    pub(super) bottom: f64,
}

impl<'c, 'a> Column<'c, 'a> {
    /// An empty column.
    pub fn new(
        context: &'c mut Context<'a>,
        blocks: &'a [Block],
        room: ColumnRoom,
        surroundings: Surroundings,
        exclusions: &'c mut Exclusions,
    ) -> Self {
        let (y, bottom) = (room.top, room.bottom);
        Self {
            context,
            blocks,
            room,
            surroundings,
            exclusions,
            y,
            placed: Vec::new(),
            above: None,
            top: Top::Flow,
            checkpoints: Vec::new(),
            footnotes: Vec::new(),
            offsets: Vec::new(),
            saved_break: false,
            saved_line: None,
            repeats_record: None,
            bottom,
        }
    }

    /// Leaves room at the bottom for notes that go on from the page before.
    pub fn reserve(&mut self, height: f64) {
        self.bottom = (self.room.bottom - height).max(self.room.top);
    }

    /// Fills it from `start`, which was reached as `top` says.
    pub fn fill(mut self, start: &BlockStart, top: Top) -> Filled {
        self.top = top;
        let mut at = start.clone();
        let end = loop {
            let Some(block) = self.blocks.get(at.block) else { break ColumnEnd::Done };
            let flowed = match block {
                Block::Paragraph(paragraph) if paragraph.frame.is_some() => self.frame(at.block),
                Block::Paragraph(paragraph) => match at.within {
                    Within::Line(cursor) => self.paragraph(at.block, paragraph, Some(cursor)),
                    _ => self.paragraph(at.block, paragraph, None),
                },
                Block::Table(table) => match &at.within {
                    Within::Table(start) => self.table(at.block, table, start.clone()),
                    _ => self.table(at.block, table, super::TableStart::default()),
                },
            };
            match flowed {
                Flowed::Placed => at = BlockStart::at(at.block + 1),
                Flowed::PlacedMany(count) => at = BlockStart::at(at.block + count),
                Flowed::End(end) => break end,
            }
        };
        self.finish(end)
    }

    pub(super) fn finish(self, end: ColumnEnd) -> Filled {
        let after = match &self.above {
            Some(above) if end == ColumnEnd::Done => spacing::at_bottom(above),
            _ => 0.0,
        };
        let in_container = self.room.page.is_none();
        let height = self.y - self.room.top + if in_container { after } else { 0.0 };
        Filled {
            placed: self.placed,
            height,
            end,
            footnotes: self.footnotes,
            notes_height: if in_container { 0.0 } else { (self.room.bottom - self.bottom).max(0.0) },
            offset: self.offsets.iter().map(|(_, offset)| *offset).min(),
            saved_break: self.saved_break,
            saved_line: self.saved_line.map(|y| y - self.room.top),
            after,
        }
    }

    /// Nothing but floats is placed yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.placed.iter().all(|placed| matches!(placed.fragment, Fragment::Drawing(_)))
    }

    /// The column is a page's own: breaks, keeps and notes count.
    pub(super) fn is_page(&self) -> bool {
        self.room.page.is_some()
    }

    /// How the next column is reached when a block with its stated space before follows by a page break before it.
    pub(super) fn after_above(&self) -> f64 {
        self.above.as_ref().map_or(0.0, Above::after)
    }

    /// The work as it stands, as a place to end at `rest`.
    pub(super) fn checkpoint(&self, rest: BlockStart) -> Checkpoint {
        Checkpoint {
            rest,
            placed: self.placed.len(),
            lines: None,
            table: None,
            y: self.y,
            above: self.above,
            footnotes: self.footnotes.len(),
            bottom: self.bottom,
            floats: self.exclusions.len(),
        }
    }

    /// Goes back to the last legal end; none if there is none in this column.
    pub(super) fn go_back(&mut self) -> Option<ColumnEnd> {
        let checkpoint = self.checkpoints.pop()?;
        self.placed.truncate(checkpoint.placed);
        self.y = checkpoint.y;
        self.above = checkpoint.above;
        self.footnotes.truncate(checkpoint.footnotes);
        self.bottom = checkpoint.bottom;
        self.exclusions.truncate(checkpoint.floats);
        self.offsets.retain(|(placed, _)| *placed < checkpoint.placed);
        if let (Some(lines), Some(Placed { fragment: Fragment::Paragraph(fragment), .. })) = (checkpoint.lines, self.placed.last_mut()) {
            fragment.lines.truncate(lines);
            fragment.continues = true;
            fragment.height = fragment.lines.last().map_or(0.0, |line| line.y + line.height);
            if let Some((rect, _)) = &mut fragment.shading {
                rect.height = rect.height.min(fragment.height - rect.y);
            }
            let bottom = fragment.height;
            fragment.rules.retain(|rule| rule.from.1.min(rule.to.1) < bottom);
            for rule in &mut fragment.rules {
                rule.to.1 = rule.to.1.min(bottom);
            }
        }
        let rest = match &checkpoint.table {
            Some(start) => self.refill_table(checkpoint.rest, start),
            None => checkpoint.rest,
        };
        Some(ColumnEnd::Full(rest))
    }

    /// Takes footnotes into the column's room if they fit below a line or row that ends at `y`; see
    /// [`NoteRoom::take`]. True where there is room (a stack leaves notes to its holder).
    pub(super) fn take_notes(&mut self, notes: &[NoteId], y: f64, force: bool) -> bool {
        if notes.is_empty() {
            return true;
        }
        // What hangs over is drawn together in the end: the notes stand that much higher beside it.
        let overhang = self.overhang();
        if let Some(page) = &mut self.room.page {
            match page.notes.take(self.context, notes, &self.footnotes, y, self.room.bottom + overhang, force) {
                Some(bottom) => self.bottom = bottom - overhang,
                None => return false,
            }
        }
        self.footnotes.extend_from_slice(notes);
        true
    }

    /// The gap above a block that is a paragraph.
    pub(super) fn gap(&self, paragraph: &crate::flow::Paragraph) -> f64 {
        match &self.above {
            Some(above) => spacing::between(above, paragraph, &self.surroundings),
            None if self.is_fresh() => spacing::at_top(self.top, paragraph, &self.surroundings),
            None => spacing::before(paragraph, &self.surroundings),
        }
    }

    /// Ends the column before `block`: a break of its own kind.
    pub(super) fn end_by_break(&self, rest: BlockStart, kind: BreakKind) -> Flowed {
        Flowed::End(ColumnEnd::Break { rest, page: kind == BreakKind::Page, top: Top::Break })
    }
}
