//! A box of an equation: pieces about a baseline.

use super::Setter;
use crate::flow::CharacterId;
use crate::layout::fragment::{Piece, PieceContent};

/// Pieces about a baseline, from the box's left end.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct Boxed {
    /// Its width.
    pub width: f64,
    /// Ink above the baseline.
    pub above: f64,
    /// Ink below it.
    pub below: f64,
    /// What stands in it.
    pub pieces: Vec<Piece>,
}

impl Boxed {
    /// Height of its ink.
    pub(super) fn height(&self) -> f64 {
        self.above + self.below
    }

    /// Takes the pieces of another box, `x` from the left end and `rise` above the baseline.
    pub(super) fn put(&mut self, other: Self, x: f64, rise: f64) {
        self.above = self.above.max(other.above + rise);
        self.below = self.below.max(other.below - rise);
        self.width = self.width.max(x + other.width);
        for mut piece in other.pieces {
            piece.x += x;
            match &mut piece.content {
                PieceContent::Text(text) => text.rise += rise,
                PieceContent::Rule { rise: at, .. } => *at += rise,
                PieceContent::Tab(..) | PieceContent::Object { .. } | PieceContent::Turned { .. } => {}
            }
            self.pieces.push(piece);
        }
    }

    /// Takes another box at its right end.
    pub(super) fn append(&mut self, other: Self, space: f64) {
        let end = self.width + space;
        let width = other.width;
        self.put(other, end, 0.0);
        self.width = end + width;
    }

    /// An empty box about the same extent as none: for what takes `width`.
    pub(super) fn empty() -> Self {
        Self { above: f64::NEG_INFINITY, below: f64::NEG_INFINITY, ..Self::default() }
    }

    /// Empty space has no extent.
    pub(super) fn closed(mut self) -> Self {
        if !self.above.is_finite() {
            (self.above, self.below) = (0.0, 0.0);
        }
        self
    }
}

impl Setter<'_> {
    /// A rule whose lower edge is `rise` above the baseline.
    pub(super) fn rule(&self, width: f64, rise: f64, height: f64) -> Boxed {
        rule(self.style, width, rise, height)
    }
}

fn rule(style: CharacterId, width: f64, rise: f64, height: f64) -> Boxed {
    let content = PieceContent::Rule { rise, height, style };
    Boxed { width, above: rise + height, below: -rise, pieces: vec![Piece { x: 0.0, width, content }] }
}
