//! The font book's tables, as `scripts/fonts/encode.py` writes them: vertical figures, advances and kerning pairs of each
//! cut (a family in one weight and slant), in font design units. Everything in it is a number; all integers are
//! little-endian base 128, signed ones zigzag.
//!
//! The file: the characters it knows (count, steps between code points; then for each how far back in that list its base
//! letter stands, 0 for none), then the cuts (count; each its length in bytes and its body). A body: name, flags, units
//! per em, hhea, typo, win, fixed advance; the characters it has, as lengths of runs left out and in by turns; for each
//! the advance less its base letter's; kerning as left characters with their right ones.

static BYTES: &[u8] = include_bytes!("data/book.bin");

/// A cut as the book has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cut {
    pub east_asian: bool,
    pub use_typo: bool,
    pub upm: i32,
    /// Ascender, descender (positive down), line gap.
    pub hhea: [i32; 3],
    /// As `hhea`.
    pub typo: [i32; 3],
    /// Ascent, descent.
    pub win: [i32; 2],
    /// What every character without an advance of its own advances; 0 where there is no such thing.
    pub fixed: i32,
    /// By code point, ascending.
    pub advances: Vec<(u16, u16)>,
    /// By left and right character in one key, ascending.
    pub kerning: Vec<(u16, i16)>,
}

impl Cut {
    /// Advance of a character in units.
    pub fn advance(&self, c: char) -> Option<u16> {
        let code = u16::try_from(u32::from(c)).ok()?;
        let at = self.advances.binary_search_by_key(&code, |pair| pair.0).ok()?;
        self.advances.get(at).map(|pair| pair.1)
    }
}

/// The key of a pair in [`Cut::kerning`]: both are ASCII.
pub(super) fn pair_key(left: char, right: char) -> Option<u16> {
    (left.is_ascii() && right.is_ascii()).then_some((left as u16) << 7 | right as u16)
}

/// The opened book.
pub(super) struct Book {
    codes: Vec<u16>,
    bases: Vec<usize>,
    /// Family, bold, italic, the rest of the body.
    cuts: Vec<(&'static str, bool, bool, u8, &'static [u8])>,
}

impl Book {
    /// Opens the book that is compiled in.
    pub fn open() -> Self {
        let mut book = Self { codes: Vec::new(), bases: Vec::new(), cuts: Vec::new() };
        let complete = book.read(&mut Reader(BYTES));
        debug_assert!(complete.is_some(), "the compiled-in book is whole");
        book
    }

    fn read(&mut self, reader: &mut Reader<'static>) -> Option<()> {
        let count = reader.unsigned()? as usize;
        let mut code = 0_u32;
        for _ in 0..count {
            code += reader.unsigned()?;
            self.codes.push(u16::try_from(code).ok()?);
        }
        for at in 0..count {
            self.bases.push(at.checked_sub(reader.unsigned()? as usize)?);
        }
        for _ in 0..reader.unsigned()? {
            let length = reader.unsigned()? as usize;
            let mut body = Reader(reader.take(length)?);
            let name_length = body.unsigned()? as usize;
            let name = std::str::from_utf8(body.take(name_length)?).ok()?;
            let flags = *body.take(1)?.first()?;
            self.cuts.push((name, flags & 1 != 0, flags & 2 != 0, flags, body.0));
        }
        Some(())
    }

    /// Whether the book has any cut of a family.
    #[cfg(test)]
    pub fn has(&self, family: &str) -> bool {
        self.cuts.iter().any(|cut| cut.0 == family)
    }

    /// One cut, if the book has just that one.
    pub fn cut(&self, family: &str, bold: bool, italic: bool) -> Option<Cut> {
        let found = self.cuts.iter().find(|cut| cut.0 == family && cut.1 == bold && cut.2 == italic)?;
        self.read_cut(found.3, &mut Reader(found.4))
    }

    fn read_cut(&self, flags: u8, reader: &mut Reader) -> Option<Cut> {
        let mut cut = Cut { east_asian: flags & 4 != 0, use_typo: flags & 8 != 0, upm: reader.signed()?.max(1), ..Cut::default() };
        for figure in cut.hhea.iter_mut().chain(&mut cut.typo).chain(&mut cut.win) {
            *figure = reader.signed()?;
        }
        cut.fixed = reader.signed()?;
        let mut present = Vec::with_capacity(self.codes.len());
        for run in 0..reader.unsigned()? {
            let length = present.len() + reader.unsigned()? as usize;
            present.resize(length.min(self.codes.len()), run % 2 == 1);
        }
        let mut advances = vec![0_i32; self.codes.len()];
        for (at, _) in present.iter().enumerate().filter(|(_, present)| **present) {
            let base = self.bases.get(at).copied().filter(|base| *base != at).and_then(|base| advances.get(base));
            let advance = base.copied().unwrap_or(0) + reader.signed()?;
            *advances.get_mut(at)? = advance;
            cut.advances.push((*self.codes.get(at)?, u16::try_from(advance).ok()?));
        }
        for _ in 0..reader.unsigned()? {
            let left = reader.unsigned()?;
            let mut right = 0;
            for _ in 0..reader.unsigned()? {
                right += reader.unsigned()?;
                cut.kerning.push(((left << 7 | right) as u16, reader.signed()? as i16));
            }
        }
        Some(cut)
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn unsigned(&mut self) -> Option<u32> {
        let mut value = 0_u32;
        for shift in (0..32).step_by(7) {
            let byte = *self.take(1)?.first()?;
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i32> {
        let value = self.unsigned()?;
        Some((value >> 1) as i32 ^ -((value & 1) as i32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_figures_and_advances() {
        let book = Book::open();
        let cut = book.cut("Times New Roman", true, false).unwrap();
        assert_eq!((cut.upm, cut.win, cut.hhea), (2048, [1825, 443], [1825, 443, 87]));
        assert_eq!(cut.advance('M'), Some(1933));
        assert_eq!(cut.advance('É'), cut.advance('E'));
        assert_eq!(cut.advance('中'), None);
        assert!(book.cut("SimSun", false, false).unwrap().east_asian);
        assert!(book.cut("Aptos", false, false).unwrap().use_typo);
        assert!(book.cut("Nowhere", false, false).is_none());
    }
}
