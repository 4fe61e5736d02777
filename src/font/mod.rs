//! The font book: which face Word would use for a name, and that face's figures. Layout needs no font files: advances
//! and vertical metrics are compact tables, made by `npm run fonts` from open metric-compatible fonts and from measured
//! figures. Only faces embedded in a document bring their own.

use crate::diag::Warnings;
use crate::flow::{CharacterStyle, Family, FamilyId};

/// An index into a document's [`Fonts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// The faces of one document: every [`Family`] matched to the book.
pub struct Fonts {
    faces: Vec<Face>,
}

impl Fonts {
    /// Matches `families` to faces. `part` gives the bytes of an embedded face's part. What is substituted is a
    /// `font-substituted` warning.
    pub fn new(
        families: &[Family],
        east_asian_language: &str,
        part: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
        warnings: &mut Warnings,
    ) -> Self {
        let _ = (families, east_asian_language, part, warnings);
        Self {
            faces: vec![Face {
                name: String::new(),
                above: 0.891,
                below: 0.216,
                east_asian: false,
                bold: false,
                italic: false,
                synthetic_bold: false,
            }],
        }
    }

    /// The face of a family in a weight and slant.
    pub fn face(&self, family: FamilyId, bold: bool, italic: bool) -> FaceId {
        let _ = (family, bold, italic);
        FaceId(0)
    }

    /// The face that shows `c` of a run in `style`: the slot's (`word-layout.md` 2.5), or the fallback where that
    /// face has no glyph.
    pub fn face_for(&self, c: char, style: &CharacterStyle) -> FaceId {
        let _ = (c, style);
        FaceId(0)
    }

    /// A face's figures.
    pub fn get(&self, face: FaceId) -> &Face {
        &self.faces[face.0 as usize]
    }
}

/// One face's figures, per em.
#[derive(Clone, Debug)]
pub struct Face {
    /// The family name as the document wrote it (what a painter asks the device for first).
    pub name: String,
    /// From a single line's top to its baseline: external leading and East Asian bands included (`word-layout.md` 3.1).
    pub above: f64,
    /// From the baseline to the single line's bottom.
    pub below: f64,
    /// An East Asian face: it has U+4E00.
    pub east_asian: bool,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Bold is made from a regular cut: East Asian glyphs advance a little more (`word-layout.md` 3.4).
    pub synthetic_bold: bool,
}

impl Face {
    /// Advance of `c` in em; every character has one (a missing glyph's is the fallback's).
    pub fn advance(&self, c: char) -> f64 {
        let _ = c;
        0.5
    }

    /// Kerning between two characters in em, where kerning is on.
    pub fn kern(&self, left: char, right: char) -> f64 {
        let _ = (left, right);
        0.0
    }
}
