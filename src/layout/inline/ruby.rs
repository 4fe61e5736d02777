//! Text with small text above it (word-layout 12.2): one box as wide as the wider of the two.

use super::collect::{Collector, Source};
use super::text::{StackedBox, Text};
use super::{finalize, height};
use crate::flow::{Ruby, TextRun};
use crate::layout::fragment::{PieceContent, TextKind};
use crate::layout::{Context, Surroundings};

/// Measures a ruby: its box and its width.
pub(super) fn measure<'a>(context: &Context<'a>, ruby: &Ruby) -> (StackedBox, f64) {
    let base = part(context, &ruby.base, TextKind::Content, 1.0);
    let authored = ruby.text.first().map_or(0.0, |run| context.flow.character(run.style).size);
    let share = if ruby.size > 0.0 && authored > 0.0 { ruby.size / authored } else { 1.0 };
    let small = part(context, &ruby.text, TextKind::Ruby, share);
    let base_size = ruby.base.first().map_or(0.0, |run| context.flow.character(run.style).size);
    let raise = ruby.raise.unwrap_or(base_size - 1.0);
    let (base_width, small_width) = (width(&base), width(&small));
    let all = base_width.max(small_width);
    let (base_extent, small_extent) =
        (height::text_extent(context.fonts, &base, &base.chars), height::text_extent(context.fonts, &small, &small.chars));
    let mut pieces = finalize::plain_pieces(&base, (all - base_width) / 2.0);
    for mut piece in finalize::plain_pieces(&small, (all - small_width) / 2.0) {
        if let PieceContent::Text(text) = &mut piece.content {
            text.rise += raise;
            text.kind = TextKind::Ruby;
        }
        pieces.push(piece);
    }
    // word-measured 6.4: the small text takes three quarters of its size above its baseline.
    let size = if ruby.size > 0.0 { ruby.size } else { authored };
    let above = base_extent.above.max(if small.chars.is_empty() { 0.0 } else { raise + small_extent.above.min(0.75 * size) });
    (StackedBox { pieces, above, below: base_extent.below }, all)
}

/// Text measured at a share of its size.
pub(super) fn part<'a>(context: &Context<'a>, runs: &[TextRun], kind: TextKind, share: f64) -> Text<'a> {
    let mut collector = Collector::new(context, &Surroundings::default());
    for run in runs {
        collector.push(&run.text, Source { style: run.style, link: run.link, offset: run.offset, kind });
    }
    let mut text = collector.text;
    if share != 1.0 {
        text.segments.iter_mut().for_each(|segment| segment.size *= share);
        text.chars.iter_mut().for_each(|char| (char.natural, char.advance) = (char.natural * share, char.advance * share));
    }
    text
}

/// How wide such text is.
pub(super) fn width(text: &Text) -> f64 {
    text.chars.iter().map(|char| char.advance).sum()
}
