//! Makes the advances of a face: its own from the book, and where the book has no such cut or no such character, those
//! of a like family in proportion.

use super::book::{Book, Cut};
use super::face::{Advances, Repertoire};
use super::names::{Kind, Known};
use super::repertoire::Charset;
use crate::order::sort_by_key;

/// A face's figures, and whether its weight or slant is its own.
pub(super) struct Made {
    pub cut: Cut,
    pub exact: bool,
}

/// The cut of a known face in a style.
pub(super) fn make(book: &Book, known: &Known, bold: bool, italic: bool) -> Made {
    let family = known.book();
    if let Some(mut cut) = book.cut(family, bold, italic) {
        lend(book, known.kind, &mut cut, bold, italic);
        return Made { cut, exact: true };
    }
    let from = [(false, italic), (bold, false), (false, false)].into_iter().find_map(|(b, i)| Some((book.cut(family, b, i)?, b, i)));
    let Some((mut cut, from_bold, from_italic)) = from else {
        return Made { cut: Cut { upm: 1, ..Cut::default() }, exact: false };
    };
    if matches!(known.kind, Kind::Serif | Kind::Sans | Kind::Script) {
        let bold = bold && has_bold(known);
        let italic = italic && has_italic(known);
        restyle(book, known.kind, &mut cut, (from_bold, from_italic), (bold, italic));
    }
    lend(book, known.kind, &mut cut, bold, italic);
    Made { cut, exact: false }
}

/// Families that come in one weight and slant: bold and italic are made from it.
const REGULAR_ONLY: &[&str] = &[
    "Amasis MT Pro Black",
    "Arial Black",
    "Arial Rounded MT Bold",
    "Arial Unicode MS",
    "Baskerville Old Face",
    "Broadway",
    "Cambria Math",
    "Century",
    "Eras Bold ITC",
    "Impact",
    "Ink Free",
    "Jokerman",
    "Lucida Calligraphy",
    "Lucida Console",
    "Lucida Sans Unicode",
    "Sylfaen",
];

/// Whether a known face has a bold cut of its own, so that its bold is not made from the regular one.
pub(super) fn has_bold(known: &Known) -> bool {
    const EAST_ASIAN: &[&str] = &["Microsoft JhengHei", "Microsoft JhengHei UI", "Malgun Gothic", "Meiryo", "Meiryo UI"];
    let name = known.name();
    if known.kind.is_east_asian() {
        return EAST_ASIAN.contains(&name);
    }
    known.kind != Kind::Symbol && !name.ends_with(" Light") && !name.starts_with("Franklin") && !REGULAR_ONLY.contains(&name)
}

/// Whether a known face has an italic cut of its own.
fn has_italic(known: &Known) -> bool {
    known.name() != "Tahoma" && !REGULAR_ONLY.contains(&known.name())
}

/// Advances in a weight or slant that the book lacks: changed as the lender's change. An approximation.
fn restyle(book: &Book, kind: Kind, cut: &mut Cut, from: (bool, bool), to: (bool, bool)) {
    let (Some(before), Some(after)) = (book.cut(kind.lender(), from.0, from.1), book.cut(kind.lender(), to.0, to.1)) else {
        return;
    };
    for (code, advance) in &mut cut.advances {
        let c = char::from_u32(u32::from(*code)).unwrap_or(' ');
        if let (Some(before @ 1..), Some(after)) = (before.advance(c), after.advance(c)) {
            *advance = scaled(*advance, f64::from(after) / f64::from(before));
        }
    }
}

/// Characters that the book lacks for a proportional face: the lender's, scaled by the two faces' small letters.
fn lend(book: &Book, kind: Kind, cut: &mut Cut, bold: bool, italic: bool) {
    if kind == Kind::Symbol || cut.fixed > 0 || is_half_width(cut, kind) {
        return;
    }
    let Some(lender) = book.cut(kind.lender(), bold, italic) else { return };
    let plain = f64::from(cut.upm) / f64::from(lender.upm);
    let factor = proportion(cut, &lender, 'a'..='z').or_else(|| proportion(cut, &lender, '0'..='9')).unwrap_or(plain);
    let missing = lender.advances.iter().filter(|(code, _)| {
        let c = char::from_u32(u32::from(*code)).unwrap_or(' ');
        cut.advance(c).is_none() && !(cut.east_asian && Charset::of(kind).has_wide(c))
    });
    // Dashes and the ellipsis are parts of the em in all fonts.
    let factor = |code| if matches!(code, 0x2013 | 0x2014 | 0x2026) { plain } else { factor };
    let mut all: Vec<_> = missing.map(|&(code, advance)| (code, scaled(advance, factor(code)))).collect();
    all.append(&mut cut.advances);
    sort_by_key(&mut all, by_code);
    cut.advances = all;
}

/// For sorting advances.
pub(super) fn by_code(&(code, advance): &(u16, u16)) -> u64 {
    u64::from(code) << 16 | u64::from(advance)
}

/// How much wider a cut sets the characters that it and another have.
fn proportion(cut: &Cut, other: &Cut, characters: impl Iterator<Item = char>) -> Option<f64> {
    let both = characters.filter_map(|c| Some((cut.advance(c)?, other.advance(c)?)));
    let (own, others) = both.fold((0.0, 0.0), |sum, pair| (sum.0 + f64::from(pair.0), sum.1 + f64::from(pair.1)));
    (others > 0.0).then_some(own / others)
}

/// An East Asian face whose Latin is half an em wide throughout, or is not known.
fn is_half_width(cut: &Cut, kind: Kind) -> bool {
    let half = |c| cut.advance(c).is_none_or(|advance| i32::from(advance) * 2 == cut.upm);
    kind.is_east_asian() && half('M') && half('i')
}

fn scaled(advance: u16, factor: f64) -> u16 {
    (f64::from(advance) * factor + 0.5) as u16
}

/// The advances of a made cut.
pub(super) fn advances(cut: &Cut, known: &Known) -> Advances {
    let repertoire = match known.kind {
        Kind::Symbol if known.name().starts_with("Segoe UI") => Repertoire::Symbols,
        _ if !cut.east_asian => Repertoire::Table,
        kind if is_half_width(cut, kind) => Repertoire::HalfWidth(Charset::of(kind)),
        kind => Repertoire::Proportional(Charset::of(kind)),
    };
    Advances::new(cut, repertoire, known.kind == Kind::Symbol)
}
