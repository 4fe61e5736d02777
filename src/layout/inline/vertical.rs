//! `w:textAlignment` (17.3.1.39): how boxes of different heights stand to each other in a line.

use super::height::{Content, Extent};
use super::text::{Atom, Char, Text};
use crate::flow::{CharacterStyle, TextAlignment};
use crate::font::{FaceId, Fonts};
use crate::layout::Context;
use crate::layout::fragment::{Line, PieceContent};

/// The box that the others of a line stand by: its tallest text's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vertical {
    alignment: TextAlignment,
    tallest: Extent,
}

impl Vertical {
    /// None where all stand on one baseline: usually, and where a part of the line is a box of lines of its own.
    pub(super) fn of(context: &Context, alignment: TextAlignment, text: &Text, chars: &[Char]) -> Option<Self> {
        if matches!(alignment, TextAlignment::Auto | TextAlignment::Baseline) {
            return None;
        }
        let mut tallest = Extent::default();
        for char in chars.iter().filter(|char| super::height::counts(char)) {
            let segment = text.segment(char);
            let extent = whole(context.fonts, char.face, stated(context.flow.character(segment.style)));
            if extent.height() > tallest.height() {
                tallest = extent;
            }
        }
        let composed = chars.iter().any(|char| matches!(text.segment(char).atom, Some(Atom::Stacked(_) | Atom::Equation(_))));
        (!composed && tallest.height() > 0.0).then_some(Self { alignment, tallest })
    }

    /// How far a box is raised.
    fn rise(&self, extent: Extent) -> f64 {
        let (top, bottom) = (self.tallest.above - extent.above, extent.below - self.tallest.below);
        match self.alignment {
            TextAlignment::Top => top,
            TextAlignment::Bottom => bottom,
            TextAlignment::Center => (top + bottom) / 2.0,
            TextAlignment::Auto | TextAlignment::Baseline => 0.0,
        }
    }

    /// The line's content with its boxes so.
    pub(super) fn align(&self, context: &Context, text: &Text, chars: &[Char], content: Content) -> Content {
        let mut aligned = self.tallest;
        for char in chars.iter().filter(|char| super::height::counts(char)) {
            let segment = text.segment(char);
            let rise = self.rise(whole(context.fonts, char.face, stated(context.flow.character(segment.style))));
            let extent = super::height::char_extent(context.fonts, text, char);
            aligned = aligned.union(Extent { above: extent.above + rise, below: extent.below - rise });
        }
        let objects = content.objects.map(|objects| {
            let rise = self.rise(objects);
            Extent { above: objects.above + rise, below: objects.below - rise }
        });
        Content { text: aligned, objects, ..content }
    }

    /// Moves a line's pieces.
    pub(super) fn lift(&self, context: &Context, line: &mut Line) {
        for piece in &mut line.pieces {
            match &mut piece.content {
                PieceContent::Text(text) => {
                    let style = context.flow.character(text.style);
                    text.rise += self.rise(whole(context.fonts, text.face, stated(style)));
                }
                PieceContent::Object { height, rise, .. } => *rise += self.rise(Extent { above: *height, below: 0.0 }),
                // A line with turned text is not aligned.
                PieceContent::Tab(..) | PieceContent::Rule { .. } | PieceContent::Turned { .. } => {}
            }
        }
    }
}

/// A face's box at a size.
fn whole(fonts: &Fonts, face: FaceId, size: f64) -> Extent {
    let face = fonts.get(face);
    Extent { above: face.above * size, below: face.below * size }
}

/// The size as stated: superscripts stand by their neighbours as ever.
fn stated(style: &CharacterStyle) -> f64 {
    if style.complex { style.size_cs } else { style.size }
}
