//! What stands behind, under and through text: grounds, boxes, underlines, strikes, emphasis marks.

use super::border::{push_rule, wave};
use super::build::Builder;
use super::line::{LineAt, text_color};
use super::{Item, Paint, Path, Rounded, Stroke};
use crate::flow::{Border, CharacterStyle, Emphasis, UnderlineKind};
use crate::font::Fonts;
use crate::layout::fragment::{Line, Piece, PieceContent, Rule, TextPiece};
use std::fmt::Write;

/// Middle of an underline below the baseline, in em: between Latin faces' 0.1 and East Asian ones' 0.14.
const UNDERLINE: f64 = 0.12;
/// Middle of a strike above the baseline, in em.
const STRIKE: f64 = 0.28;
/// Thickness of both, in em.
const THICKNESS: f64 = 0.05;

/// Neighbouring pieces that share a decoration.
struct Span<T> {
    x: f64,
    end: f64,
    size: f64,
    what: T,
}

impl Builder<'_> {
    /// Decorations of a line, all of them below its text.
    pub fn decorate(&mut self, line: &Line, at: LineAt<'_>) {
        let plain = |style: &CharacterStyle| {
            style.ground.is_none()
                && style.underline.is_none()
                && !style.strike
                && !style.double_strike
                && style.border.is_none()
                && style.emphasis.is_none()
        };
        if line.pieces.iter().filter_map(|piece| self.style_of(piece)).all(plain) {
            return;
        }
        for span in self.spans(line, at.room, |style, _| style.ground) {
            self.ground(at.x + span.x - at.holder.x, at.top - at.holder.y, span.end - span.x, at.height, span.what, at.holder);
        }
        for span in self.spans(line, at.room, |style, _| style.border) {
            self.text_box(&span, at);
        }
        let color_of = |style: &CharacterStyle| text_color(style, style.ground.or(at.holder.ground));
        let underlined =
            self.spans(line, at.room, |style, _| style.underline.map(|(kind, color)| (kind, color.map_or(color_of(style), |c| c.0))));
        for span in underlined {
            self.underline(line, &span, at);
        }
        let struck = self.spans(line, at.room, |style, rise| {
            (style.strike || style.double_strike).then(|| (style.double_strike, color_of(style), (rise * 1000.0) as i64))
        });
        for span in struck {
            self.strike(&span, at);
        }
        self.emphasis_marks(line, at);
    }

    fn style_of(&self, piece: &Piece) -> Option<&CharacterStyle> {
        let id = match &piece.content {
            PieceContent::Text(text) => text.style,
            PieceContent::Tab(_, style) => *style,
            PieceContent::Object { .. } | PieceContent::Rule { .. } | PieceContent::Turned { .. } => return None,
        };
        self.flow.characters.get(id.0 as usize)
    }

    /// Neighbouring pieces of which `what` says the same. Blanks that hang out of a broken line are left out, and at a
    /// paragraph's end too unless the document underlines them (`w:ulTrailSpace`): then up to the column's edge, `room` from the
    /// line's left end (docs/word/underlined-blanks-end-at-the-margin.md).
    fn spans<T: PartialEq>(&self, line: &Line, room: f64, what: impl Fn(&CharacterStyle, f64) -> Option<T>) -> Vec<Span<T>> {
        let to_the_end = line.hard_end && self.flow.settings.compat.ul_trail_space;
        let mut spans: Vec<Span<T>> = Vec::new();
        for piece in &line.pieces {
            let Some(style) = self.style_of(piece) else { continue };
            let (size, rise) = match &piece.content {
                PieceContent::Text(text) => (text.size, text.rise),
                _ => (style.size, 0.0),
            };
            let Some(value) = what(style, rise) else { continue };
            let hangs = matches!(piece.content, PieceContent::Text(_)) && !to_the_end;
            let end = (piece.x + piece.width).min(if hangs { line.width } else { room });
            if end <= piece.x {
                continue;
            }
            match spans.last_mut() {
                Some(last) if last.what == value && (last.end - piece.x).abs() < 0.5 => {
                    last.end = end;
                    last.size = last.size.max(size);
                }
                _ => spans.push(Span { x: piece.x, end, size, what: value }),
            }
        }
        spans
    }

    fn stroke(&mut self, x1: f64, x2: f64, y: f64, width: f64, color: u32, dash: Vec<f64>) {
        self.under.push(Item::Stroke(Stroke { x1, y1: y, x2, y2: y, width, color, dash }));
    }

    fn underline(&mut self, line: &Line, span: &Span<(UnderlineKind, u32)>, at: LineAt<'_>) {
        use UnderlineKind as U;
        let (kind, color) = span.what;
        let (x1, x2) = (at.x + span.x, at.x + span.end);
        let thin = (span.size * THICKNESS).max(0.4);
        let y = at.baseline + span.size * UNDERLINE;
        let heavy = matches!(
            kind,
            U::Thick | U::DottedHeavy | U::DashHeavy | U::DashLongHeavy | U::DotDashHeavy | U::DotDotDashHeavy | U::WavyHeavy
        );
        let width = if heavy { thin * 2.0 } else { thin };
        match kind {
            U::Words => {
                for (from, to) in self.words(line, span.x, span.end) {
                    self.stroke(at.x + from, at.x + to, y, width, color, Vec::new());
                }
            }
            U::Double => {
                self.stroke(x1, x2, y, width, color, Vec::new());
                self.stroke(x1, x2, y + thin * 2.0, width, color, Vec::new());
            }
            U::Wave | U::WavyHeavy | U::WavyDouble => {
                let rows: &[f64] = if kind == U::WavyDouble { &[0.0, 2.0] } else { &[0.0] };
                for row in rows {
                    let from = (x1, y + row * thin * 1.5);
                    let d = wave(from, (1.0, 0.0), (0.0, 1.0), x2 - x1, (span.size * 0.09).max(0.5));
                    self.under.push(Item::Path(Path { d, stroke: Some(color), stroke_width: width, ..Path::default() }));
                }
            }
            _ => self.stroke(x1, x2, y, width, color, dashes(kind).iter().map(|part| part * thin).collect()),
        }
    }

    /// The parts of a line between `x` and `end` that are no blanks.
    fn words(&self, line: &Line, x: f64, end: f64) -> Vec<(f64, f64)> {
        let mut words: Vec<(f64, f64)> = Vec::new();
        for piece in &line.pieces {
            let PieceContent::Text(text) = &piece.content else { continue };
            for (c, from, to) in characters(text, piece, self.fonts) {
                if c.is_whitespace() || from < x - 0.01 || to > end + 0.01 {
                    continue;
                }
                match words.last_mut() {
                    Some(last) if (last.1 - from).abs() < 0.01 => last.1 = to,
                    _ => words.push((from, to)),
                }
            }
        }
        words
    }

    fn strike(&mut self, span: &Span<(bool, u32, i64)>, at: LineAt<'_>) {
        let (double, color, rise) = span.what;
        let width = (span.size * THICKNESS).max(0.4);
        let y = at.baseline - rise as f64 / 1000.0 - span.size * STRIKE;
        let rows: &[f64] = if double { &[-1.0, 1.0] } else { &[0.0] };
        for row in rows {
            self.stroke(at.x + span.x, at.x + span.end, y + row * width, width, color, Vec::new());
        }
    }

    /// `w:bdr`: a box about the line's text.
    fn text_box(&mut self, span: &Span<Border>, at: LineAt<'_>) {
        let (left, right) = (at.x + span.x, at.x + span.end);
        let (top, bottom) = (at.baseline - span.size * 0.95, at.baseline + span.size * 0.25);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        for pair in corners.windows(2) {
            if let [from, to] = pair {
                push_rule(&Rule { from: *from, to: *to, border: span.what }, 0.0, 0.0, at.holder.ground, &mut self.under);
            }
        }
    }

    /// `w:em`: a mark at each character; in Chinese a dot stands below (word-layout 12.2).
    fn emphasis_marks(&mut self, line: &Line, at: LineAt<'_>) {
        for piece in &line.pieces {
            let PieceContent::Text(text) = &piece.content else { continue };
            let Some(style) = self.flow.characters.get(text.style.0 as usize) else { continue };
            let Some(mark) = style.emphasis else { continue };
            let y = at.baseline - text.rise + text.size * if style.is_marked_below() { 0.22 } else { -0.92 };
            let hollow = mark == Emphasis::Circle;
            let radius = text.size * if hollow { 0.1 } else { 0.06 };
            let mut d = String::new();
            for (c, from, to) in characters(text, piece, self.fonts) {
                if !c.is_whitespace() {
                    circle(&mut d, at.x + (from + to) / 2.0, y, radius);
                }
            }
            let color = text_color(style, style.ground.or(at.holder.ground));
            let (fill, stroke) = if hollow { (None, Some(color)) } else { (Some(color), None) };
            self.under.push(Item::Path(Path {
                d,
                fill: fill.map(Paint::Color),
                stroke,
                stroke_width: text.size * 0.03,
                ..Path::default()
            }));
        }
    }
}

/// Each character of a piece, where it stands in the line and where the next one would. The sum of advances is made to agree
/// with the piece's width, which ends with the last character's own advance.
pub(super) fn characters(text: &TextPiece, piece: &Piece, fonts: &Fonts) -> Vec<(char, f64, f64)> {
    let face = fonts.get(text.face);
    let mut x = piece.x;
    let mut all: Vec<(char, f64, f64)> = Vec::new();
    for c in text.text.chars() {
        let blank = if c == ' ' { text.word_spacing } else { 0.0 };
        let next = x + face.advance(c) * text.size * text.scale + text.letter_spacing + blank;
        all.push((c, x, next));
        x = next;
    }
    let after_last = text.letter_spacing + if text.text.ends_with(' ') { text.word_spacing } else { 0.0 };
    let natural = x - piece.x - after_last;
    if natural > 0.0 && (natural - piece.width).abs() > 0.01 {
        let ratio = piece.width / natural;
        for (_, from, to) in &mut all {
            *from = piece.x + (*from - piece.x) * ratio;
            *to = piece.x + (*to - piece.x) * ratio;
        }
    }
    all
}

/// Dashes and gaps in line widths.
fn dashes(kind: UnderlineKind) -> &'static [f64] {
    use UnderlineKind as U;
    match kind {
        U::Dotted | U::DottedHeavy => &[1.5, 1.5],
        U::Dash | U::DashHeavy => &[5.0, 3.0],
        U::DashLong | U::DashLongHeavy => &[10.0, 4.0],
        U::DotDash | U::DotDashHeavy => &[5.0, 3.0, 1.5, 3.0],
        U::DotDotDash | U::DotDotDashHeavy => &[5.0, 3.0, 1.5, 3.0, 1.5, 3.0],
        _ => &[],
    }
}

/// A circle as two arcs.
fn circle(d: &mut String, x: f64, y: f64, radius: f64) {
    let r = Rounded(radius);
    // Writing to a string cannot fail.
    let _ = write!(
        d,
        "M{} {y}A{r} {r} 0 1 1 {} {y}A{r} {r} 0 1 1 {} {y}Z",
        Rounded(x - radius),
        Rounded(x + radius),
        Rounded(x - radius),
        y = Rounded(y)
    );
}
