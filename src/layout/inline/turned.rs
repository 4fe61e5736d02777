//! Horizontal in vertical (17.3.2.10): text turned back across its line, in the room of one ideograph
//! (docs/word/horizontal-in-vertical.md).

use super::text::StackedBox;
use super::{combine, finalize, height, ruby};
use crate::flow::TextRun;
use crate::layout::Context;
use crate::layout::fragment::{Piece, PieceContent, TextKind};

/// Measures text that stands across its line, `compressed` to the line's height: its box and its width.
pub(super) fn measure<'a>(context: &Context<'a>, runs: &[TextRun], compressed: bool) -> (StackedBox, f64) {
    let mut part = ruby::part(context, runs, TextKind::Content, 1.0);
    let whole = combine::text(context, runs, "\u{4e2d}");
    let extent = height::text_extent(context.fonts, &whole, &whole.chars);
    let size = whole.segments.first().map_or(0.0, |segment| segment.size);
    let mut long = ruby::width(&part);
    if compressed && long > extent.height() {
        let share = extent.height() / long;
        part.segments.iter_mut().for_each(|segment| segment.scale *= share);
        part.chars.iter_mut().for_each(|char| (char.natural, char.advance) = (char.natural * share, char.advance * share));
        long = extent.height();
    }
    // Its middle stands in the middle of the line's own text.
    let middle = (extent.above - extent.below) / 2.0;
    let pieces = finalize::plain_pieces(&part, (size - long) / 2.0);
    let content = PieceContent::Turned { pieces, middle };
    let above = extent.above.max(middle + long / 2.0);
    let below = extent.below.max(long / 2.0 - middle);
    (StackedBox { pieces: vec![Piece { x: 0.0, width: size, content }], above, below }, size)
}
