//! Places where a column may end. On overflow the column goes back to the last of them.

use super::spacing::Above;
use super::{BlockStart, TableStart};

/// A place where the column may legally end, and the work as it stood there.
#[derive(Clone, Debug)]
pub struct Checkpoint {
    /// Where the next column goes on.
    pub rest: BlockStart,
    /// Fragments placed.
    pub placed: usize,
    /// Of the last of them, a paragraph, only so many lines.
    pub lines: Option<usize>,
    /// The block after them is a table that goes on from there, and ends in mid-table: its rows above `rest`.
    pub table: Option<TableStart>,
    /// Bottom of what is placed.
    pub y: f64,
    /// The paragraph above.
    pub above: Option<Above>,
    /// Footnotes referred to so far.
    pub footnotes: usize,
    /// Bottom of the room so far (footnotes take from it).
    pub bottom: f64,
    /// Floats placed beside the text so far.
    pub floats: usize,
}
