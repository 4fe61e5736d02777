//! The fonts a page asks the device for.

use super::Font;
use crate::font::{FaceId, Fonts, paint_families};

/// Devices' fonts with the shapes of Symbol, Wingdings and Webdings at their Unicode places.
const SYMBOL_FAMILIES: [&str; 4] = ["Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols 2", "Noto Sans Symbols"];

/// Fonts in order of first use.
#[derive(Default)]
pub(super) struct FontTable {
    pub fonts: Vec<Font>,
    /// By face: the font of its text, and of its text that is mapped to Unicode.
    known: Vec<[Option<u16>; 2]>,
}

impl FontTable {
    /// The index of a face; `mapped` text of a symbol font is shown by fonts that have the Unicode characters.
    pub fn index(&mut self, face: FaceId, fonts: &Fonts, mapped: bool) -> u16 {
        let (row, column) = (usize::from(face.0), usize::from(mapped));
        if self.known.len() <= row {
            self.known.resize(row + 1, [None; 2]);
        }
        if let Some(index) = self.known[row][column] {
            return index;
        }
        let font = font(face, fonts, mapped);
        let index = self.fonts.iter().position(|known| *known == font).unwrap_or_else(|| {
            self.fonts.push(font);
            self.fonts.len() - 1
        });
        let index = u16::try_from(index).unwrap_or(0);
        self.known[row][column] = Some(index);
        index
    }
}

fn font(id: FaceId, fonts: &Fonts, mapped: bool) -> Font {
    let face = fonts.get(id);
    let (families, generic) = if mapped { (SYMBOL_FAMILIES.map(str::to_owned).to_vec(), "sans-serif") } else { paint_families(face) };
    let part = face.embedded.as_deref().filter(|_| !mapped).unwrap_or_default().to_owned();
    Font { families, generic, bold: face.bold, italic: face.italic, part }
}
