//! Which faces show a character that the run's own face lacks (`word-layout.md` 3.3, number 5).

use super::width;

/// The East Asian face of the system for a language.
pub(super) fn east_asian_name(language: &str) -> &'static str {
    let language = language.to_ascii_lowercase();
    match language.get(..2) {
        Some("ja") => "MS Mincho",
        Some("ko") => "Malgun Gothic",
        Some("zh") if ["tw", "hk", "mo", "hant"].iter().any(|region| language.contains(region)) => "PMingLiU",
        _ => "SimSun",
    }
}

/// Whether a language is an East Asian one.
pub(super) fn is_east_asian(language: &str) -> bool {
    language.get(..2).is_some_and(|code| ["zh", "ja", "ko"].iter().any(|other| other.eq_ignore_ascii_case(code)))
}

/// The fallback faces of a document.
pub(super) fn names(language: &str) -> [&'static str; 5] {
    [east_asian_name(language), "MS Mincho", "Cambria Math", "Segoe UI Symbol", "Segoe UI Emoji"]
}

/// Where the face of equations stands among [`names`].
pub(super) const MATH: usize = 2;

/// In which order the faces of [`names`] are asked for a character. In East Asian documents signs come from MS Mincho
/// (∆ among SimSun in a PDF of Word's) before the western ones.
pub(super) fn order(c: char, east_asian_document: bool) -> &'static [usize] {
    if width::is_east_asian(c) {
        &[0, 1, 3, 4]
    } else if width::is_emoji(c) {
        &[4, 3, 0]
    } else if east_asian_document {
        &[0, 1, 2, 3]
    } else {
        &[2, 3, 0, 1]
    }
}
