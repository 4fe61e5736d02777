//! Which face shows a character that the run's own face lacks (`word-layout.md` 3.3, number 5).

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
