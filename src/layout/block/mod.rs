//! Lines, paragraphs and tables down a column, and where the column ends.

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

/// What a cell, a header, a text box or a note holds, stacked without end of page.
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
    /// The file says that Word began a page in it.
    pub saved_break: bool,
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
    let _ = (context, blocks, start, width, height, surroundings);
    Stack::default()
}
