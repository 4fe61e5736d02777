//! A face's figures: its line box and its advances, per em.

use super::book::{Cut, pair_key};
use super::names::KNOWN;
use super::repertoire::Charset;
use super::{arabic, width};
use std::sync::Arc;

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
    /// The part of the face that came with the document in just this style, to paint with.
    pub embedded: Option<Arc<str>>,
    /// The entry of [`names::KNOWN`](super::names::KNOWN) whose figures these are.
    pub(super) known: usize,
    pub(super) advances: Arc<Advances>,
}

impl Face {
    /// Advance of `c` in em; every character has one (a missing glyph's is the fallback's).
    pub fn advance(&self, c: char) -> f64 {
        self.advances.of(c).unwrap_or_else(|| width::guess(c))
    }

    /// Whether the face has a glyph for `c`.
    pub fn has(&self, c: char) -> bool {
        self.advances.of(c).is_some()
    }

    /// How much nearer than its advance an Arabic letter's next one stands, in em.
    pub fn tuck(&self, c: char, next: char) -> f64 {
        let kerned = KNOWN.get(self.known).is_some_and(|known| known.name() == "Traditional Arabic");
        if kerned { arabic::kern_of_traditional_arabic(c, next) } else { 0.0 }
    }

    /// Kerning between two characters in em, where kerning is on (`docs/word/pair-kerning.md`).
    pub fn kern(&self, left: char, right: char) -> f64 {
        self.advances.kern(left, right)
    }
}

/// The advances of a cut, ready to be asked for.
#[derive(Debug)]
pub(super) struct Advances {
    /// U+0000 to U+00FF, in em; negative where there is no glyph.
    latin: [f64; 256],
    others: Vec<(u16, f64)>,
    /// By [`pair_key`], in em.
    kerning: Vec<(u16, f64)>,
    repertoire: Repertoire,
    /// Advance of a Korean syllable.
    hangul: f64,
    /// What every character advances that the tables do not have (fixed pitch); 0 is no glyph.
    fixed: f64,
    /// Codes F020 to F0FF are meant by the plain ones too.
    symbol: bool,
}

/// Which characters a face has beyond those of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repertoire {
    /// None.
    Table,
    /// Signs, arrows and emoji, of guessed widths.
    Symbols,
    /// East Asian; those of the character set are an em wide unless the tables say otherwise, Latin is half an em.
    HalfWidth(Charset),
    /// East Asian; signs of the character set are an em wide unless the tables say otherwise.
    Proportional(Charset),
}

impl Repertoire {
    fn is_east_asian(self) -> bool {
        matches!(self, Self::HalfWidth(_) | Self::Proportional(_))
    }
}

impl Advances {
    /// From a cut's own figures; `east_asian` adds the characters that need no table.
    pub fn new(cut: &Cut, repertoire: Repertoire, symbol: bool) -> Self {
        let em = f64::from(cut.upm);
        let mut latin = [-1.0; 256];
        let mut others = Vec::new();
        for &(code, advance) in &cut.advances {
            let advance = f64::from(advance) / em;
            match latin.get_mut(usize::from(code)) {
                Some(place) => *place = advance,
                None => others.push((code, advance)),
            }
        }
        let kerning = cut.kerning.iter().map(|&(key, value)| (key, f64::from(value) / em)).collect();
        let hangul = cut.advance('가').map_or(1.0, |advance| f64::from(advance) / em);
        Self { latin, others, kerning, repertoire, hangul, fixed: f64::from(cut.fixed) / em, symbol }
    }

    /// Advance in em, none without a glyph.
    pub fn of(&self, c: char) -> Option<f64> {
        let code = u32::from(c);
        if let Some(&advance) = self.latin.get(code as usize) {
            if advance >= 0.0 && code != 0xAD {
                return Some(advance);
            }
        } else if self.repertoire.is_east_asian() && width::is_full_width(c) {
            return Some(if width::is_hangul(c) { self.hangul } else { 1.0 });
        }
        self.uncommon(c, code)
    }

    fn uncommon(&self, c: char, code: u32) -> Option<f64> {
        if width::is_zero_width(c) {
            return Some(0.0);
        }
        if self.symbol && code < 0x100 {
            return self.listed(code + 0xF000);
        }
        match code {
            0xA0 => return self.of(' '),
            0x2010 | 0x2011 => return self.of('-'),
            0x2007 => return self.of('0'),
            0x2008 => return self.of('.'),
            _ => {}
        }
        self.listed(code).or_else(|| width::space(c)).or_else(|| self.unlisted(c))
    }

    fn listed(&self, code: u32) -> Option<f64> {
        let code = u16::try_from(code).ok()?;
        let at = self.others.binary_search_by_key(&code, |pair| pair.0).ok()?;
        self.others.get(at).map(|pair| pair.1)
    }

    fn unlisted(&self, c: char) -> Option<f64> {
        match self.repertoire {
            Repertoire::Table => (self.fixed > 0.0 && is_western(c)).then_some(self.fixed),
            Repertoire::Symbols => (width::is_symbol(c) || width::is_emoji(c)).then(|| width::guess(c)),
            _ if width::is_half_width(c) => Some(0.5),
            Repertoire::HalfWidth(charset) if charset.has_wide(c) => Some(1.0),
            Repertoire::HalfWidth(charset) => (is_latin_1(c) || charset.has(c)).then_some(0.5),
            Repertoire::Proportional(charset) => charset.has_wide(c).then_some(1.0),
        }
    }

    fn kern(&self, left: char, right: char) -> f64 {
        let found = pair_key(left, right).and_then(|key| self.kerning.binary_search_by_key(&key, |pair| pair.0).ok());
        found.and_then(|at| self.kerning.get(at)).map_or(0.0, |pair| pair.1)
    }
}

/// What a half-width face has of western characters beside those of its character set.
fn is_latin_1(c: char) -> bool {
    matches!(u32::from(c), 0x20..=0xFF | 0x2022 | 0x20AC)
}

/// Latin, Greek, Cyrillic and general punctuation.
fn is_western(c: char) -> bool {
    matches!(u32::from(c), 0x20..=0x52F | 0x1E00..=0x1FFF | 0x2010..=0x2044 | 0x20A0..=0x20BF | 0x2122)
}

/// The line box of a cut in em: above and below the baseline (`word-layout.md` 3.1).
pub(super) fn line_box(cut: &Cut) -> (f64, f64) {
    let [ascent, descent] = cut.win;
    let (above, below) = if cut.east_asian {
        let band = (15 * (ascent + descent) + 50) / 100;
        (ascent + band, descent + band)
    } else if cut.use_typo {
        (cut.typo[0] + cut.typo[2], cut.typo[1])
    } else if cut.hhea.iter().sum::<i32>() > ascent + descent {
        (cut.hhea[0] + cut.hhea[2], cut.hhea[1])
    } else {
        (ascent, descent)
    };
    (f64::from(above) / f64::from(cut.upm), f64::from(below) / f64::from(cut.upm))
}
