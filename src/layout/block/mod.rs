//! Lines, paragraphs and tables down a column, and where the column ends.
//!
//! [`Column`] is the work: it takes blocks one after the other, remembers every place where the column may legally end
//! ([`checkpoint`]), and on overflow goes back to the last of them. [`spacing`] says what stands between two paragraphs,
//! [`fit`] whether a line still fits, [`decoration`] draws borders and ground.

mod anchored;
mod checkpoint;
mod column;
mod decoration;
mod fit;
mod framed;
mod paragraph;
mod saved;
mod spacing;
mod tabled;

pub(super) use column::{Column, ColumnEnd, ColumnRoom, Filled, PageRoom};
pub use fit::TOLERANCE;
pub(super) use framed::natural_width;
pub(super) use saved::{FRAMED_OVERHANG, OVERHANG, draw_together, is_recorded};
pub use spacing::Top;

use super::float::Exclusions;
use super::fragment::Placed;
use super::table::TableStart;
use super::{Context, Surroundings, inline};
use crate::flow::{Block, NoteId};

/// Where in a list of blocks a column begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockStart {
    /// The block that comes next.
    pub block: usize,
    /// Where in it.
    pub within: Within,
}

impl BlockStart {
    /// At the start of a block.
    pub fn at(block: usize) -> Self {
        Self { block, within: Within::Start }
    }
}

/// Where in a block a column begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Within {
    /// At its start.
    #[default]
    Start,
    /// At a line of a paragraph.
    Line(inline::Cursor),
    /// At a row of a table.
    Table(TableStart),
}

/// What a cell, a header, a text box or a note holds, stacked.
#[derive(Clone, Debug, Default)]
pub struct Stack {
    /// From the top left of the column.
    pub placed: Vec<Placed>,
    /// Space before of the first and after of the last block included.
    pub height: f64,
    /// Where it goes on, if the room ended.
    pub rest: Option<BlockStart>,
    /// Footnotes referred to.
    pub footnotes: Vec<NoteId>,
    /// Smallest body-text offset placed.
    pub offset: Option<u32>,
    /// The file says that Word began a page with its first line.
    pub saved_break: bool,
    /// The top of the first line below its first one that Word began a page with, as the file says.
    pub saved_line: Option<f64>,
}

/// Stacks blocks from `start` down a column `width` wide until `height` is used up (infinite: all of them).
/// For cells, headers, footers, notes and text boxes; a page's own columns are filled by [`super::page`].
/// Nothing is placed (an empty stack, `rest` = `start`) if not even the first line fits.
pub fn stack<'a>(
    context: &mut Context<'a>,
    blocks: &'a [Block],
    start: &BlockStart,
    width: f64,
    height: f64,
    surroundings: &Surroundings,
) -> Stack {
    let mut exclusions = Exclusions::default();
    let room = ColumnRoom { left: 0.0, width, top: 0.0, bottom: height, geometry: None, page: None };
    let filled = Column::new(context, blocks, room, *surroundings, &mut exclusions).fill(start, Top::Container);
    let rest = match filled.end {
        ColumnEnd::Done => None,
        ColumnEnd::Full(rest) | ColumnEnd::Saved(rest) | ColumnEnd::Break { rest, .. } => Some(rest),
    };
    Stack {
        height: filled.height,
        placed: filled.placed,
        rest,
        footnotes: filled.footnotes,
        offset: filled.offset,
        saved_break: filled.saved_break,
        saved_line: filled.saved_line,
    }
}
