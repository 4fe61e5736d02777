//! A paragraph to lines, one line at a time.
//!
//! [`prepare`] turns a paragraph's items into characters with classes, faces and widths; [`Prepared::line`] takes the
//! next line's worth of them (greedy, as Word does), moves tabs, justifies, and yields a [`Line`](super::fragment::Line) with what block layout
//! must know of it.

use super::fragment::Line;
use super::{Context, Surroundings};
use crate::flow::{BreakKind, Float, NoteId, Paragraph};

/// The free place for a line, from the column's left edge. The paragraph's indents are applied within the column by the
/// line breaker: text stands in `[max(indent, left), min(column − indent, left + width)]`.
#[derive(Clone, Copy, Debug)]
pub struct Lane {
    /// Left edge.
    pub left: f64,
    /// Width.
    pub width: f64,
}

/// Where in a paragraph a line begins: the next character of the prepared text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor(pub u32);

/// A line and what block layout must know of it.
#[derive(Debug)]
pub struct BrokenLine<'a> {
    /// The line; `y` is 0, `x` from the column's left edge.
    pub line: Line,
    /// Height of its text at single spacing, without grid and multiple (`n` in `word-layout.md` 4.6).
    pub natural: f64,
    /// Where the next line begins; none after the last.
    pub next: Option<Cursor>,
    /// A page or column break ends the line.
    pub break_after: Option<BreakKind>,
    /// Footnotes referred to, in order.
    pub footnotes: Vec<NoteId>,
    /// Floats anchored in it, with the x of their anchor from the column's left edge.
    pub anchors: Vec<(&'a Float, f64)>,
    /// Smallest body-text offset of a counted character in it.
    pub offset: Option<u32>,
    /// The file says that Word began a page at this line's start.
    pub saved_break: bool,
    /// Nothing but blanks and marks: no glyph is drawn.
    pub blank: bool,
    /// It holds a picture or another object.
    pub has_object: bool,
}

/// A paragraph's text, measured.
pub struct Prepared<'a> {
    paragraph: &'a Paragraph,
}

/// Measures a paragraph's text.
pub fn prepare<'a>(context: &mut Context<'a>, paragraph: &'a Paragraph, surroundings: &Surroundings) -> Prepared<'a> {
    let _ = (context, surroundings);
    Prepared { paragraph }
}

impl<'a> Prepared<'a> {
    /// The line that begins at `from`, in a column `column` wide of which `lane` is free.
    pub fn line(&self, context: &mut Context<'a>, from: Cursor, column: f64, lane: Lane) -> BrokenLine<'a> {
        let _ = (context, from, column, lane, self.paragraph);
        BrokenLine {
            line: Line::default(),
            natural: 0.0,
            next: None,
            break_after: None,
            footnotes: Vec::new(),
            anchors: Vec::new(),
            offset: None,
            saved_break: false,
            blank: true,
            has_object: false,
        }
    }

    /// The widest piece that cannot be broken, and the width of the longest line if nothing is broken but at breaks;
    /// indents included. For autofit tables and frames.
    pub fn extents(&self, context: &mut Context<'a>) -> (f64, f64) {
        let _ = context;
        (0.0, 0.0)
    }
}
