//! Two lines in one (17.3.2.10, word-layout 12.2): text in two lines of half its size, in the room of one.

use super::collect::{Collector, Source};
use super::text::{StackedBox, Text};
use super::{finalize, height, ruby};
use crate::flow::{CharacterStyle, Combine, Inline, TextRun};
use crate::layout::fragment::{Piece, PieceContent, TextKind};
use crate::layout::{Context, Surroundings};

/// Size of the two lines as a share of the stated one.
const SHARE: f64 = 0.5;

/// How text of [`CharacterStyle`] is laid out in the room of one character.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Way {
    /// As two lines, between brackets.
    TwoLines(Combine),
    /// Turned across its line, compressed to its height or not.
    Turned(bool),
}

fn way(style: &CharacterStyle) -> Option<Way> {
    style.combine.map(Way::TwoLines).or(style.horizontal_in_vertical.map(Way::Turned))
}

/// The runs from `first` on that are set as one, and how.
pub(super) fn group(context: &Context, first: &Inline, rest: &[Inline]) -> Option<(Vec<TextRun>, Way)> {
    let combined = |item: &Inline| match item {
        Inline::Text(run) => way(context.flow.character(run.style)).map(|way| (run.clone(), way)),
        _ => None,
    };
    let (run, way) = combined(first)?;
    let mut runs = vec![run];
    runs.extend(rest.iter().map_while(combined).take_while(|(_, other)| *other == way).map(|(run, _)| run));
    Some((runs, way))
}

/// Measures two lines in one: its box and its width.
pub(super) fn measure<'a>(context: &Context<'a>, runs: &[TextRun], brackets: Combine) -> (StackedBox, f64) {
    let (upper, lower) = halves(runs);
    let lines = [upper, lower].map(|runs| ruby::part(context, &runs, TextKind::Content, SHARE));
    let around = brackets_of(brackets).map(|bracket| bracket.map(|bracket| text(context, runs, bracket)));
    let whole = text(context, runs, "\u{4e2d}");
    let extent = height::text_extent(context.fonts, &whole, &whole.chars);
    let wide = lines.iter().map(ruby::width).fold(0.0, f64::max);
    let [open, close] = &around;
    let mut pieces = open.as_ref().map_or_else(Vec::new, |bracket| finalize::plain_pieces(bracket, 0.0));
    let start = open.as_ref().map_or(0.0, ruby::width);
    for (line, rise) in lines.iter().zip([extent.above * SHARE, -extent.below * SHARE]) {
        let left = start + (wide - ruby::width(line)) / 2.0;
        pieces.extend(finalize::plain_pieces(line, left).into_iter().map(|piece| raised(piece, rise)));
    }
    let mut width = start + wide;
    if let Some(bracket) = close {
        pieces.extend(finalize::plain_pieces(bracket, width));
        width += ruby::width(bracket);
    }
    (StackedBox { pieces, above: extent.above, below: extent.below }, width)
}

/// The text cut in two, the longer half first.
fn halves(runs: &[TextRun]) -> (Vec<TextRun>, Vec<TextRun>) {
    let count: usize = runs.iter().map(|run| run.text.chars().count()).sum();
    let mut left = count.div_ceil(2);
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for run in runs {
        let at = run.text.char_indices().nth(left).map_or(run.text.len(), |(at, _)| at);
        let (first, second) = run.text.split_at(at);
        left -= first.chars().count();
        let counted = u32::try_from(first.chars().filter(|c| crate::flow::is_counted(*c)).count()).unwrap_or(0);
        let part = |text: &str, offset| TextRun { text: text.to_owned(), offset, ..run.clone() };
        if !first.is_empty() {
            upper.push(part(first, run.offset));
        }
        if !second.is_empty() {
            lower.push(part(second, run.offset.map(|offset| offset + counted)));
        }
    }
    (upper, lower)
}

/// Text in the style of the first run, part of no body text.
pub(super) fn text<'a>(context: &Context<'a>, runs: &[TextRun], text: &str) -> Text<'a> {
    let mut collector = Collector::new(context, &Surroundings::default());
    let style = runs.first().map(|run| run.style).unwrap_or_default();
    collector.push(text, Source { style, kind: TextKind::Ruby, ..Source::default() });
    collector.text
}

fn brackets_of(brackets: Combine) -> [Option<&'static str>; 2] {
    match brackets {
        Combine::None => [None, None],
        Combine::Round => [Some("("), Some(")")],
        Combine::Square => [Some("["), Some("]")],
        Combine::Angle => [Some("<"), Some(">")],
        Combine::Curly => [Some("{"), Some("}")],
    }
}

fn raised(mut piece: Piece, by: f64) -> Piece {
    if let PieceContent::Text(text) = &mut piece.content {
        text.rise += by;
    }
    piece
}
