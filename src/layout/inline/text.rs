//! The prepared text of a paragraph: characters with class, face and width, the segments they come from, and the rules that act on them.

use super::class::Class;
use super::hyphenation::Syllable;
use crate::flow::{Alignment, BreakKind, CharacterId, Float, Graphic, InlineObject, Leader, LinkId, NoteId, TabKind};
use crate::font::FaceId;
use crate::layout::fragment::{Piece, Placed, TextKind};

/// No body-text offset.
pub(super) const NO_OFFSET: u32 = u32::MAX;

/// Lengths closer than this are equal (word-layout 1.2).
pub(super) const EPSILON: f64 = 0.01;

/// A character, or something that stands in the line like one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Char {
    /// As shown.
    pub c: char,
    /// What it is to the line breaker.
    pub class: Class,
    /// A line may begin here.
    pub breaks: bool,
    /// Its face.
    pub face: FaceId,
    /// Its segment.
    pub segment: u32,
    /// Its body-text offset, or [`NO_OFFSET`].
    pub offset: u32,
    /// The glyph's own advance.
    pub natural: f64,
    /// What it takes in a line: spacing, grid and the like included.
    pub advance: f64,
    /// Added before it unless it begins the line: script gap and kerning less the pair rule's half em.
    pub seam: f64,
    /// The capacity to be squeezed that the pair rule uses up in the seam before it: one mark less.
    pub pair: f64,
    /// How much the line may squeeze it (word-layout 5.5 a).
    pub squeeze: f64,
}

/// Characters of one source and style.
#[derive(Clone, Debug)]
pub(super) struct Segment<'a> {
    /// Its style.
    pub style: CharacterId,
    /// Size as painted: superscripts and small capitals reduced.
    pub size: f64,
    /// Size as stated: the em of gaps.
    pub em: f64,
    /// Above the baseline.
    pub rise: f64,
    /// Horizontal scale.
    pub scale: f64,
    /// Pairs are kerned.
    pub kern: bool,
    /// The `w:fitText` it is part of.
    pub fit: Option<(f64, i32)>,
    /// What it is.
    pub kind: TextKind,
    /// The link it belongs to.
    pub link: Option<LinkId>,
    /// What it is if not text.
    pub atom: Option<Atom<'a>>,
}

/// What stands in a line and is not text.
#[derive(Clone, Debug)]
pub(super) enum Atom<'a> {
    /// A tab.
    Tab,
    /// A tab to a place of its own.
    PositionedTab { kind: TabKind, from_indent: bool, leader: Leader },
    /// A break.
    Break(BreakKind),
    /// A picture or shape.
    Object(&'a InlineObject),
    /// A box that fits its text.
    Fitted(Box<FittedBox<'a>>),
    /// Where a footnote is referred to.
    Footnote(NoteId),
    /// Word began a page here.
    SavedBreak,
    /// Text with small text above it, or two lines in one.
    Stacked(Box<StackedBox>),
    /// A part of an equation that is not broken.
    Equation(Box<EquationBox>),
}

/// A box that fits its text, measured.
#[derive(Clone, Debug)]
pub(super) struct FittedBox<'a> {
    /// It.
    pub object: &'a InlineObject,
    /// What it shows at its size.
    pub graphic: Graphic,
    /// Its height.
    pub height: f64,
    /// Its text, from its top left.
    pub text: Vec<Placed>,
}

/// A part of an equation, measured.
#[derive(Clone, Debug)]
pub(super) struct EquationBox {
    /// Its pieces, from its left end.
    pub pieces: Vec<Piece>,
    /// What it takes above the baseline.
    pub above: f64,
    /// Below it.
    pub below: f64,
    /// Where its line stands, if that is the equation's own.
    pub alignment: Option<Alignment>,
}

/// A ruby or two lines in one, measured: its pieces stand from its own left end.
#[derive(Clone, Debug)]
pub(super) struct StackedBox {
    /// Its text.
    pub pieces: Vec<Piece>,
    /// What it takes above the baseline.
    pub above: f64,
    /// Below it.
    pub below: f64,
}

/// All of a paragraph's characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Text<'a> {
    /// In logical order.
    pub chars: Vec<Char>,
    /// What [`Char::segment`] points to.
    pub segments: Vec<Segment<'a>>,
    /// Where its words may be hyphenated, in order.
    pub syllables: Vec<Syllable>,
    /// The floats anchored in it, each before the character of that index, in order.
    pub anchors: Vec<(u32, &'a Float)>,
}

impl<'a> Text<'a> {
    /// The segment of a character.
    pub(super) fn segment(&self, char: &Char) -> &Segment<'a> {
        &self.segments[char.segment as usize]
    }

    /// The kind of break that a character is.
    pub(super) fn break_kind(&self, char: &Char) -> Option<BreakKind> {
        match self.segment(char).atom {
            Some(Atom::Break(kind)) if char.class == Class::Break => Some(kind),
            _ => None,
        }
    }
}

/// What acts in a paragraph as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    /// The compatibility mode is 15 or later.
    pub modern: bool,
    /// Lines are stretched.
    pub justified: bool,
    /// Full-width marks may be squeezed to take one more unit.
    pub squeeze: bool,
    /// A mark may hang out of the line (mode 14 and before).
    pub hang: bool,
    /// The width of a character cell, where there is a character grid.
    pub cell: Option<f64>,
    /// A line that ends no further from its edge needs no hyphen.
    pub hyphenation_zone: f64,
    /// No more lines in sequence end with a hyphen.
    pub most_hyphens: Option<u8>,
}
