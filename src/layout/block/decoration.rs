//! Paragraph borders and ground (word-layout 4.7).

use crate::flow::{Block, Border, Paragraph};
use crate::layout::fragment::{ParagraphFragment, Rect, Rule};
use crate::layout::table::thickness;

/// How a paragraph's box joins its neighbours': paragraphs with the same borders and edges make one box.
#[derive(Clone, Copy, Debug, Default)]
pub struct Joins {
    /// With the paragraph above.
    pub above: bool,
    /// With the paragraph below.
    pub below: bool,
}

impl Joins {
    /// Looks at the neighbours of `blocks[index]`.
    pub fn find(blocks: &[Block], index: usize, paragraph: &Paragraph) -> Self {
        let joins = |other: Option<&Block>| matches!(other, Some(Block::Paragraph(other)) if same_box(paragraph, other));
        Self { above: joins(index.checked_sub(1).and_then(|above| blocks.get(above))), below: joins(blocks.get(index + 1)) }
    }
}

/// Edges nearer than this are one: half a twip.
const SAME_EDGE: f64 = 0.025;

fn bordered(paragraph: &Paragraph) -> bool {
    let borders = &paragraph.borders;
    borders.top.is_some() || borders.bottom.is_some() || borders.left.is_some() || borders.right.is_some()
}

/// Where a paragraph's box begins: at its outermost line, so that a hanging first line moves it and an indented one does not.
fn left_edge(paragraph: &Paragraph) -> f64 {
    paragraph.indent_left + paragraph.indent_first.min(0.0)
}

/// Whether two paragraphs share a box: what counts is where the box stands, not the indents that put it there
/// (docs/word/boxes-join-by-their-edges.md).
fn same_box(a: &Paragraph, b: &Paragraph) -> bool {
    let same_edges = (left_edge(a) - left_edge(b)).abs() < SAME_EDGE && a.indent_right == b.indent_right;
    bordered(a) && a.borders == b.borders && same_edges && a.frame == b.frame
}

/// Room that a border takes: its line and its distance from the text.
fn room(border: Option<Border>) -> f64 {
    border.map_or(0.0, |border| thickness(&border) + border.space)
}

/// Room above the first line.
pub fn room_above(paragraph: &Paragraph, joins: Joins) -> f64 {
    if joins.above {
        paragraph.borders.between.map_or(0.0, |border| thickness(&border) + 2.0 * border.space)
    } else {
        room(paragraph.borders.top)
    }
}

/// Room below the last line.
pub fn room_below(paragraph: &Paragraph, joins: Joins) -> f64 {
    if joins.below { 0.0 } else { room(paragraph.borders.bottom) + shadow_below(paragraph) }
}

/// A shadow is as thick as the line that throws it (docs/word/three-dimensional-borders.md).
fn shadow_below(paragraph: &Paragraph) -> f64 {
    paragraph.borders.bottom.filter(|border| border.shadow).map_or(0.0, |border| border.width)
}

/// Draws borders and ground of the lines in `fragment`, whose `height` and `width` are set. `gap` is the space above that
/// belongs to the box because it joins the one above.
pub fn decorate(fragment: &mut ParagraphFragment, paragraph: &Paragraph, joins: Joins, gap: f64) {
    let left_gap = paragraph.borders.left.map_or(0.0, |border| border.space);
    let right_gap = paragraph.borders.right.map_or(0.0, |border| border.space);
    let left = left_edge(paragraph) - left_gap;
    let right = fragment.width - paragraph.indent_right + right_gap;
    let top = if joins.above && !fragment.continued { -gap } else { 0.0 };
    let below = if joins.below || fragment.continues { 0.0 } else { shadow_below(paragraph) };
    let bottom = fragment.height - below;
    if let Some(color) = paragraph.shading {
        fragment.shading = Some((Rect { x: left, y: top, width: (right - left).max(0.0), height: bottom - top }, color));
    }
    if !bordered(paragraph) {
        return;
    }
    let mut rule = |border: Option<Border>, from: (f64, f64), to: (f64, f64)| {
        if let Some(border) = border {
            fragment.rules.push(Rule { from, to, border });
        }
    };
    let half = |border: Option<Border>| border.map_or(0.0, |border| thickness(&border) / 2.0);
    let borders = &paragraph.borders;
    let (x0, x1) = (left - half(borders.left), right + half(borders.right));
    if !fragment.continued {
        let line = if joins.above { borders.between } else { borders.top };
        rule(line, (x0, half(line)), (x1, half(line)));
    }
    if !joins.below && !fragment.continues {
        rule(borders.bottom, (x0, bottom - half(borders.bottom)), (x1, bottom - half(borders.bottom)));
    }
    rule(borders.left, (x0, top), (x0, bottom));
    rule(borders.right, (x1, top), (x1, bottom));
}
