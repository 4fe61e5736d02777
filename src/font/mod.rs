//! The font book: which face Word would use for a name, and that face's figures. Layout needs no font files: advances
//! and vertical metrics are compact tables, made by `npm run fonts` from open metric-compatible fonts and from measured
//! figures. Only faces embedded in a document bring their own.

pub mod arabic;
mod book;
mod cut;
mod embedded;
pub use embedded::plain as plain_font;
mod face;
mod fallback;
mod matching;
mod names;
mod paint;
mod repertoire;
mod slot;
mod source;
mod width;

pub use face::Face;
pub use paint::paint_families;
pub use slot::Slot;

use crate::diag::{Place, Warnings};
use crate::flow::{CharacterStyle, Family, FamilyId};
use book::Book;
use matching::Alternatives;
use names::Names;
use source::Source;
use std::sync::OnceLock;

/// An index into a document's [`Fonts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// The faces of one document: every [`Family`] matched to the book. A face's figures are read when it is first asked for.
pub struct Fonts {
    book: Book,
    /// The document's families, then the fallbacks.
    sources: Vec<Source>,
    /// Four faces for each source: regular, bold, italic, bold italic.
    faces: Vec<OnceLock<Face>>,
    /// How many sources are the document's.
    families: usize,
    /// The document's East Asian language is one.
    east_asian: bool,
}

impl Fonts {
    /// Matches `families` to faces; `alternative_names` are the font table's (name, `w:altName`). `part` gives the bytes of an
    /// embedded face's part. What is substituted is a `font-substituted` warning.
    pub fn new(
        families: &[Family],
        alternative_names: &[(String, Vec<String>)],
        east_asian_language: &str,
        part: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
        warnings: &mut Warnings,
    ) -> Self {
        let names = Names::new();
        // FaceId has room for 16,384 families; what goes beyond is shown in the first fallback.
        let families = families.get(..16_000).unwrap_or(families);
        let alternatives = Alternatives::new(alternative_names, &names);
        let mut sources: Vec<_> =
            families.iter().map(|family| Source::new(&alternatives.given(family, &names), &names, east_asian_language, part)).collect();
        for source in sources.iter().filter(|source| source.is_substituted()) {
            let place = Place::part("word/fontTable.xml");
            warnings.add("font-substituted", place, format!("{} is laid out with the figures of {}.", source.name, source.figures()));
        }
        sources.extend(fallback::names(east_asian_language).map(|name| Source::known(name, &names)));
        Self {
            book: Book::open(),
            faces: sources.iter().flat_map(|_| [const { OnceLock::new() }; 4]).collect(),
            sources,
            families: families.len(),
            east_asian: fallback::is_east_asian(east_asian_language),
        }
    }

    /// The face of a family in a weight and slant.
    pub fn face(&self, family: FamilyId, bold: bool, italic: bool) -> FaceId {
        self.styled((family.0 as usize).min(self.families), bold, italic)
    }

    /// The face of equations.
    pub fn math_face(&self, bold: bool, italic: bool) -> FaceId {
        self.styled(self.families + fallback::MATH, bold, italic)
    }

    fn styled(&self, source: usize, bold: bool, italic: bool) -> FaceId {
        FaceId((source * 4 + usize::from(bold) + 2 * usize::from(italic)) as u16)
    }

    /// The face that shows `c` of a run in `style`: the slot's (`word-layout.md` 2.5), or the fallback where that
    /// face has no glyph.
    pub fn face_for(&self, c: char, style: &CharacterStyle) -> FaceId {
        let east_asia_is_times = self.sources.get(style.fonts.east_asia.0 as usize).is_some_and(Source::is_times);
        let slot = slot::slot_of(c, style, east_asia_is_times);
        let (bold, italic) = if slot == Slot::Complex { (style.bold_cs, style.italic_cs) } else { (style.bold, style.italic) };
        let face = self.face(slot.family(style), bold, italic);
        if self.get(face).has(c) { face } else { self.fallback(c, face, style) }
    }

    /// The face that shows a character that `face` lacks: the run's East Asian one, or the first fallback that has it.
    fn fallback(&self, c: char, face: FaceId, style: &CharacterStyle) -> FaceId {
        let own = self.face(style.fonts.east_asia, style.bold, style.italic);
        if self.get(own).east_asian && self.get(own).has(c) {
            return own;
        }
        let order = fallback::order(c, self.east_asian).iter();
        let mut faces = order.map(|at| self.styled(self.families + at, style.bold, style.italic));
        faces.find(|face| self.get(*face).has(c)).unwrap_or(face)
    }

    /// A face's figures.
    pub fn get(&self, face: FaceId) -> &Face {
        let at = usize::from(face.0).min(self.faces.len() - 1);
        self.faces[at].get_or_init(|| self.sources[at / 4].face(&self.book, at & 1 != 0, at & 2 != 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::FontSlots;

    fn fonts(names: &[&str]) -> Fonts {
        let families: Vec<_> = names.iter().map(|name| Family { name: (*name).to_owned(), ..Family::default() }).collect();
        Fonts::new(&families, &[], "zh-CN", &mut |_| None, &mut Warnings::default())
    }

    fn box_of(name: &str) -> (f64, f64) {
        let fonts = fonts(&[name]);
        let face = fonts.get(fonts.face(FamilyId(0), false, false));
        (face.above + face.below, face.above)
    }

    /// word-measured 2.1 and 2.2.
    #[test]
    fn line_boxes_are_words() {
        for (name, height, above) in [
            ("宋体", 1.296_88, 1.007_81),
            ("等线", 1.354_49, 0.966_31),
            ("微软雅黑", 1.715_33, 1.255_86),
            ("Times New Roman", 1.149_90, 0.933_59),
            ("Calibri", 1.220_70, 0.952_15),
            ("Cambria", 1.172_36, 0.950_20),
            ("Aptos", 1.220_70, 0.938_96),
            ("Book Antiqua", 1.242_68, 0.960_45),
            ("Bookman Old Style", 1.173_83, 0.941_89),
            ("Yu Mincho", 1.672_85, 1.187_99),
            ("Traditional Arabic", 1.494, 0.994),
            ("David", 0.979_98, 0.765_14),
        ] {
            let found = box_of(name);
            assert!((found.0 - height).abs() < 1e-5 && (found.1 - above).abs() < 1e-5, "{name} {found:?}");
        }
    }

    #[test]
    fn characters_find_their_faces_and_widths() {
        let fonts = fonts(&["Times New Roman", "宋体", "Calibri"]);
        let slots = FontSlots { ascii: FamilyId(2), h_ansi: FamilyId(2), east_asia: FamilyId(1), cs: FamilyId(0), hint_east_asia: false };
        let mut style = CharacterStyle { fonts: slots, ..CharacterStyle::default() };
        let named = |c, style: &CharacterStyle| fonts.get(fonts.face_for(c, style)).name.clone();
        assert_eq!(named('a', &style), "Calibri");
        assert_eq!(named('中', &style), "宋体");
        assert_eq!(named('“', &style), "Calibri");
        assert_eq!(named('㈠', &style), "宋体");
        style.fonts.hint_east_asia = true;
        assert_eq!(named('“', &style), "宋体");
        style.fonts.east_asia = FamilyId(2);
        assert_eq!(named('中', &style), "SimSun");
        let song = fonts.get(FaceId(4));
        assert_eq!(['中', '，', '“', 'a', 'é', 'α', '→', '\u{300}'].map(|c| song.advance(c)), [1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 1.0, 0.0]);
        let times = fonts.get(FaceId(0));
        assert_eq!(['M', 'A', 'Ж', '\u{a0}', '\u{2011}'].map(|c| times.advance(c) * 2048.0), [1821.0, 1479.0, 1835.0, 512.0, 682.0]);
    }
}
