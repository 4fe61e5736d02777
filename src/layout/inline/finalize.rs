//! A line's characters as pieces at their places. A piece is cut wherever its characters do not stand at even distances.

use super::bidi;
use super::class::Class;
use super::height::Placed as PlacedLine;
use super::justify::Adjustment;
use super::label::{LabelPlace, PreparedLabel};
use super::linebreak::{Ending, Taken};
use super::text::{Atom, Char, NO_OFFSET, Text};
use crate::flow::{CharacterId, Graphic, InlineObject, Leader, VerticalAlign};
use crate::layout::block::{self, BlockStart};
use crate::layout::fragment::{Line, Piece, PieceContent, Placed, TextKind, TextPiece};
use crate::layout::{Context, Surroundings, float};

/// Spacings closer than this count as even.
const EVEN: f64 = 1e-6;

/// What is painted where: the line `from..taken.end`, whose text begins at `start`.
pub(super) fn finish<'a>(
    context: &mut Context<'a>,
    surroundings: &Surroundings,
    text: &Text<'a>,
    label: Option<(&PreparedLabel<'a>, LabelPlace)>,
    from: usize,
    start: f64,
    taken: &Taken,
    adjustment: &Adjustment,
    placed: PlacedLine,
    mirror: Option<f64>,
) -> Line {
    let levels = bidi::levels(context.flow, text, from, taken.end, mirror.is_some());
    let mut writer = Writer::new(text, start + adjustment.shift);
    let mut text_end = writer.pen;
    for (i, char) in text.chars.iter().enumerate().take(taken.end).skip(from) {
        writer.turn(levels.as_ref().and_then(|levels| levels.get(i - from)).copied());
        let tab = || taken.tabs.iter().find(|tab| tab.at == i);
        match (char.class, &text.segment(char).atom) {
            (Class::Hidden | Class::Break, _) => {}
            (Class::Tab, _) => {
                writer.close();
                if let Some(tab) = tab() {
                    writer.piece(tab.width, PieceContent::Tab(tab.leader, text.segment(char).style));
                }
            }
            (_, Some(Atom::Object(object))) => {
                writer.seam(char, i == from);
                writer.close();
                let content = self::object(context, object, text.segment(char).rise, surroundings);
                writer.piece(char.advance, content);
            }
            (_, Some(Atom::Fitted(fitted))) => {
                writer.seam(char, i == from);
                writer.close();
                let rise = text.segment(char).rise;
                writer.piece(
                    char.advance,
                    PieceContent::Object {
                        graphic: fitted.graphic.clone(),
                        height: fitted.height,
                        rise,
                        alt: fitted.object.alt.clone(),
                        link: fitted.object.link,
                        text: fitted.text.clone(),
                    },
                );
            }
            (_, Some(Atom::Stacked(stacked))) => {
                writer.seam(char, i == from);
                writer.close();
                writer.own(&stacked.pieces, char.advance);
            }
            (_, Some(Atom::Equation(equation))) => {
                writer.seam(char, i == from);
                writer.close();
                writer.own(&equation.pieces, char.advance);
            }
            _ => writer.character(char, i == from || tab_before(taken, i)),
        }
        writer.pen += adjustment.after.get(i - from).copied().unwrap_or(0.0);
        if i < taken.text_end {
            text_end = writer.end();
        }
    }
    if let Some(hyphen) = taken.hyphen
        && let Some(char) = taken.end.checked_sub(1).and_then(|i| text.chars.get(i))
    {
        writer.hyphen(char, hyphen);
        text_end = writer.end();
    }
    writer.close();
    let end = writer.pen;
    let (mut pieces, mut piece_levels) = (writer.pieces, writer.levels);
    let mut left = start + adjustment.shift;
    if let Some((label, place)) = label {
        let text_pieces = pieces.len();
        left = label_pieces(&mut pieces, label, place, adjustment.shift).min(left);
        piece_levels.splice(0..0, std::iter::repeat_n(u8::from(mirror.is_some()), pieces.len() - text_pieces));
    }
    let mut x = left;
    let width = (text_end - left).max(0.0);
    if let Some(column) = mirror {
        // Measured from the right: what ends last stands leftmost.
        bidi::reorder(&mut pieces, &piece_levels, end, column - end);
        x = column - text_end.max(left);
    } else if levels.is_some() {
        bidi::reorder(&mut pieces, &piece_levels, end, left);
    }
    pieces.iter_mut().for_each(|piece| piece.x -= x);
    Line { x, y: 0.0, height: placed.height, baseline: placed.baseline, width, pieces, hard_end: taken.ending != Ending::Wrap }
}

/// The pieces of a text that stands by itself from `x` on.
pub(super) fn plain_pieces(text: &Text, x: f64) -> Vec<Piece> {
    let mut writer = Writer::new(text, x);
    for (i, char) in text.chars.iter().enumerate() {
        writer.character(char, i == 0);
    }
    writer.close();
    writer.pieces
}

fn tab_before(taken: &Taken, i: usize) -> bool {
    taken.tabs.iter().any(|tab| tab.at + 1 == i)
}

/// Puts a label's pieces, and the leader of its tab, before the text's; the left end.
fn label_pieces(pieces: &mut Vec<Piece>, label: &PreparedLabel, place: LabelPlace, shift: f64) -> f64 {
    let mut before = match label.picture {
        Some(picture) => {
            vec![Piece { x: place.x + shift, width: picture.width, content: picture_content(picture, 0.0, Vec::new()) }]
        }
        None => plain_pieces(&label.text, place.x + shift),
    };
    if place.leader != Leader::None {
        let style = label.text.segments.first().map_or(CharacterId::default(), |segment| segment.style);
        let x = place.x + label.width;
        before.push(Piece { x: x + shift, width: place.text - x, content: PieceContent::Tab(place.leader, style) });
    }
    before.append(pieces);
    *pieces = before;
    place.x + shift
}

/// A picture or shape that stands in a line, the text in it laid out.
fn object<'a>(context: &mut Context<'a>, object: &'a InlineObject, rise: f64, surroundings: &Surroundings) -> PieceContent {
    let mut text = float::group_text(context, &object.graphic, surroundings);
    if let Graphic::Shape(shape) = &object.graphic
        && let Some(inside) = &shape.text
    {
        let [left, top, right, bottom] = inside.insets;
        let width = (object.width - left - right).max(1.0);
        let around = Surroundings { in_cell: false, fit: None, depth: surroundings.depth + 1, ..*surroundings };
        if around.depth < MOST_NESTED {
            let stack = block::stack(context, &inside.blocks, &BlockStart::default(), width, f64::INFINITY, &around);
            let room = (object.height - top - bottom - stack.height).max(0.0);
            let down = match inside.anchor {
                VerticalAlign::Center => room / 2.0,
                VerticalAlign::Bottom => room,
                VerticalAlign::Top | VerticalAlign::Both => 0.0,
            };
            text = stack.placed.into_iter().map(|placed| Placed { x: placed.x + left, y: placed.y + top + down, ..placed }).collect();
        }
    }
    picture_content(object, rise, text)
}

fn picture_content(object: &InlineObject, rise: f64, text: Vec<Placed>) -> PieceContent {
    let graphic = object.graphic.clone();
    PieceContent::Object { graphic, height: object.height, rise, alt: object.alt.clone(), link: object.link, text }
}

/// Text boxes inside text boxes are laid out this deep.
const MOST_NESTED: u32 = 20;

/// Writes pieces from left to right.
struct Writer<'t, 'a> {
    text: &'t Text<'a>,
    pieces: Vec<Piece>,
    /// The level of each piece, and of the one that is being written.
    levels: Vec<u8>,
    level: u8,
    open: Option<Open>,
    pen: f64,
}

/// A text piece that grows.
struct Open {
    x: f64,
    piece: TextPiece,
    segment: u32,
    /// Where its last character stands and ends, and that character.
    last: Char,
    at: f64,
    /// Spacing after characters and after blanks, once known.
    letters: Option<f64>,
    blanks: Option<f64>,
}

impl<'t, 'a> Writer<'t, 'a> {
    fn new(text: &'t Text<'a>, pen: f64) -> Self {
        Self { text, pieces: Vec::new(), levels: Vec::new(), level: 0, open: None, pen }
    }

    /// What follows has this level.
    fn turn(&mut self, level: Option<u8>) {
        let level = level.unwrap_or(0);
        if level != self.level {
            self.close();
            self.level = level;
        }
    }

    fn seam(&mut self, char: &Char, first: bool) {
        if !first {
            self.pen += char.seam;
        }
    }

    /// Where the last piece ends.
    fn end(&self) -> f64 {
        self.pen
    }

    fn character(&mut self, char: &Char, first: bool) {
        self.seam(char, first);
        let at = self.pen;
        self.pen += char.advance;
        if matches!(char.class, Class::SoftHyphen | Class::ZeroSpace) {
            return;
        }
        if !self.open.as_mut().is_some_and(|open| open.takes(self.text, char, at)) {
            self.close();
            self.open = Some(Open::new(self.text, char, at));
        }
    }

    /// The hyphen of a line that ends in a word.
    fn hyphen(&mut self, char: &Char, width: f64) {
        self.close();
        let hyphen = Char { c: '-', class: Class::Hyphen, offset: NO_OFFSET, natural: width, advance: width, seam: 0.0, ..*char };
        let mut open = Open::new(self.text, &hyphen, self.pen);
        open.piece.kind = TextKind::Hyphen;
        self.open = Some(open);
        self.pen += hyphen.advance;
        self.close();
    }

    fn piece(&mut self, width: f64, content: PieceContent) {
        self.pieces.push(Piece { x: self.pen, width, content });
        self.levels.push(self.level);
        self.pen += width;
    }

    /// Pieces that stand by themselves, from the pen on.
    fn own(&mut self, pieces: &[Piece], advance: f64) {
        for piece in pieces {
            self.pieces.push(Piece { x: self.pen + piece.x, ..piece.clone() });
            self.levels.push(self.level);
        }
        self.pen += advance;
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.pieces.push(open.close());
            self.levels.push(self.level);
        }
    }
}

impl Open {
    fn new(text: &Text, char: &Char, at: f64) -> Self {
        let segment = text.segment(char);
        let piece = TextPiece {
            text: char.c.to_string(),
            style: segment.style,
            face: char.face,
            size: segment.size,
            rise: segment.rise,
            letter_spacing: 0.0,
            word_spacing: 0.0,
            scale: segment.scale,
            offset: (char.offset != NO_OFFSET).then_some(char.offset),
            link: segment.link,
            kind: segment.kind,
        };
        Self { x: at, piece, segment: char.segment, last: *char, at, letters: None, blanks: None }
    }

    /// Takes a character that stands at `at`, if it has the piece's looks and stands at its even distance.
    fn takes(&mut self, text: &Text, char: &Char, at: f64) -> bool {
        if !self.looks_like(text, char) {
            return false;
        }
        if char.class != Class::Combining {
            let extra = at - self.at - self.last.natural - kern(&self.last, char);
            let even = if self.last.c == ' ' { &mut self.blanks } else { &mut self.letters };
            match even {
                Some(even) if (*even - extra).abs() > EVEN => return false,
                Some(_) => {}
                None => *even = Some(extra),
            }
            self.at = at;
            self.last = *char;
        }
        self.piece.text.push(char.c);
        self.piece.offset = self.piece.offset.or((char.offset != NO_OFFSET).then_some(char.offset));
        true
    }

    fn looks_like(&self, text: &Text, char: &Char) -> bool {
        if char.segment == self.segment {
            return char.face == self.piece.face;
        }
        let segment = text.segment(char);
        let piece = &self.piece;
        char.face == piece.face
            && segment.style == piece.style
            && segment.size == piece.size
            && segment.link == piece.link
            && segment.kind == piece.kind
            && piece.offset.is_some() == (char.offset != NO_OFFSET)
    }

    fn close(mut self) -> Piece {
        let letters = self.letters.unwrap_or(0.0);
        self.piece.letter_spacing = letters;
        self.piece.word_spacing = self.blanks.map_or(0.0, |blanks| blanks - letters);
        Piece { x: self.x, width: self.at + self.last.natural - self.x, content: PieceContent::Text(self.piece) }
    }
}

/// The part of a seam that is kerning: the painter's own font makes it too.
fn kern(left: &Char, right: &Char) -> f64 {
    if left.class.is_wide() || right.class.is_wide() { 0.0 } else { right.seam }
}
