//! From a font as the document names it to a face of the book (`word-layout.md` 3.3).

use super::names::{KNOWN, Known, Names};
use crate::flow::Family;
use std::borrow::Cow;

/// What a family became.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Match {
    /// Index into [`KNOWN`](super::names::KNOWN).
    pub known: usize,
    /// The name itself says bold ("Arial Bold").
    pub bold: bool,
    /// The name itself says italic.
    pub italic: bool,
    /// Another face stands in.
    pub substituted: bool,
}

/// The alternative names in a font table, by its names and the faces that they are.
pub(super) struct Alternatives<'a>(Vec<(&'a str, usize, &'a [String])>);

impl<'a> Alternatives<'a> {
    /// Those of faces that are known.
    pub fn new(stated: &'a [(String, Vec<String>)], names: &Names) -> Self {
        let known = |(name, others): &'a (String, Vec<String>)| {
            Some((name.as_str(), by_name(first_of_list(name), names)?.known, others.as_slice()))
        };
        Self(stated.iter().filter_map(known).collect())
    }

    /// A family that the font table does not list, with the alternative names of its face under another name (a theme's ＭＳ 明朝 stands
    /// there as MS Mincho).
    pub fn given<'f>(&self, family: &'f Family, names: &Names) -> Cow<'f, Family> {
        let listed = self.0.iter().any(|(name, ..)| name.eq_ignore_ascii_case(&family.name));
        let own = if listed { None } else { by_name(first_of_list(&family.name), names) };
        match own.and_then(|own| self.0.iter().find(|(_, known, others)| *known == own.known && !others.is_empty())) {
            Some((_, _, others)) => Cow::Owned(Family { alt_names: others.to_vec(), ..family.clone() }),
            None => Cow::Borrowed(family),
        }
    }
}

/// The face for a family.
pub(super) fn match_family(family: &Family, names: &Names, east_asian_language: &str) -> Match {
    let name = first_of_list(&family.name);
    if name.is_empty() {
        return Match::default();
    }
    let own = by_name(name, names);
    // Word records another face as the alternative name where it had to do without the font itself, and laid the
    // document out with that one; the font's name in another language is the same face (docs/word/alternative-names.md).
    let other = family.alt_names.iter().find_map(|name| by_name(first_of_list(name), names));
    match (own, other) {
        (Some(own), Some(other)) if own.known != other.known => return Match { substituted: true, ..other },
        (Some(own), _) => {
            let near = KNOWN.get(own.known).is_some_and(Known::is_near);
            return Match { substituted: near, ..own };
        }
        (None, Some(other)) => return Match { substituted: true, ..other },
        (None, None) => {}
    }
    let stand_in = by_metadata(family, name, east_asian_language);
    Match { known: names.find(stand_in).unwrap_or(0), substituted: true, ..Match::default() }
}

/// Of a comma list the first counts (word-measured 1.3).
fn first_of_list(name: &str) -> &str {
    name.split([',', ';']).next().unwrap_or(name).trim()
}

/// A known name, with or without a style at its end.
fn by_name(name: &str, names: &Names) -> Option<Match> {
    let mut found = Match::default();
    if let Some(known) = names.find(name) {
        return Some(Match { known, ..found });
    }
    let mut rest = name;
    while let Some((head, style)) = split_style(rest) {
        found.bold |= style.contains("bold");
        found.italic |= style != "bold" && style != "regular";
        rest = head;
        if let Some(known) = names.find(rest) {
            return Some(Match { known, ..found });
        }
    }
    None
}

/// Splits a style's name off the end of a font's name.
fn split_style(name: &str) -> Option<(&str, &'static str)> {
    const STYLES: [&str; 4] = ["regular", "bold", "italic", "oblique"];
    STYLES.iter().find_map(|style| {
        let at = name.len().checked_sub(style.len())?;
        let end = name.get(at..)?;
        let head = name.get(..at)?.trim_end_matches([' ', '-', '_']);
        (end.eq_ignore_ascii_case(style) && head.len() < at && !head.is_empty()).then_some((head, *style))
    })
}

/// The stand-in that a face's description in the font table leads to.
fn by_metadata(family: &Family, name: &str, east_asian_language: &str) -> &'static str {
    let class = class_of(family);
    let sans = class == Class::Sans;
    match family.charset {
        // Unknown Chinese faces of script or no class become YaHei, those of print SimSun.
        Some(0x86) if matches!(class, Class::Serif | Class::Mono) => "SimSun",
        Some(0x86) => "Microsoft YaHei",
        Some(0x88) if sans => "Microsoft JhengHei",
        Some(0x88) => "PMingLiU",
        Some(0x80) if sans => "MS PGothic",
        Some(0x80) => "MS Mincho",
        Some(0x81 | 0x82) if sans => "Malgun Gothic",
        Some(0x81 | 0x82) => "Batang",
        Some(2) => "Symbol",
        _ if name.chars().any(super::width::is_east_asian) => super::fallback::east_asian_name(east_asian_language),
        _ => match class {
            Class::Mono => "Courier New",
            Class::Sans if family.panose.is_some_and(|panose| panose[0] == 2) => "Calibri",
            Class::Sans => "Arial",
            Class::Script => NARROW,
            Class::Serif | Class::Unknown => "Times New Roman",
        },
    }
}

/// The narrowest text face of the book: faces of script are narrower still (docs/word/faces-of-script-are-narrow.md).
const NARROW: &str = "Garamond";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Serif,
    Sans,
    Mono,
    Script,
    Unknown,
}

/// By family and pitch, or else by panose (its first byte 3 is script, its second the serif style, the fourth byte 9 is monospaced).
fn class_of(family: &Family) -> Class {
    match (family.class.as_str(), family.pitch.as_str()) {
        ("modern", _) | (_, "fixed") => Class::Mono,
        ("roman", _) => Class::Serif,
        ("swiss", _) => Class::Sans,
        ("script", _) => Class::Script,
        _ => match family.panose {
            Some([3, ..]) => Class::Script,
            Some([2, _, _, 9, ..]) => Class::Mono,
            Some([2, 11..=15, ..]) => Class::Sans,
            Some([2, 2..=10, ..]) => Class::Serif,
            _ => Class::Unknown,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(family: Family) -> (&'static str, Match) {
        let found = match_family(&family, &Names::new(), "zh-CN");
        (KNOWN[found.known].name(), found)
    }

    fn named(name: &str) -> Family {
        Family { name: name.into(), ..Family::default() }
    }

    #[test]
    fn by_name_with_styles_and_lists() {
        assert_eq!(matched(named("")).0, "Times New Roman");
        let (name, found) = matched(named("Times New Roman Bold"));
        assert!(name == "Times New Roman" && found.bold && !found.italic && !found.substituted);
        let (name, found) = matched(named("Arial-BoldItalic"));
        assert!(name == "Times New Roman" && found.substituted, "{name}");
        let (name, found) = matched(named("Arial Bold Italic"));
        assert!(name == "Arial" && found.bold && found.italic);
        assert_eq!(matched(named("Calibri,Italic")).0, "Calibri");
        assert_eq!(matched(named("Arial Rounded MT Bold")).0, "Arial Rounded MT Bold");
    }

    #[test]
    fn alternative_names_count_for_a_face_under_its_other_name() {
        let names = Names::new();
        let table = [("MS Mincho".to_owned(), vec!["Meiryo".to_owned()]), ("Times".to_owned(), vec!["Cambria".to_owned()])];
        let alternatives = Alternatives::new(&table, &names);
        assert_eq!(alternatives.given(&named("ＭＳ 明朝"), &names).alt_names, ["Meiryo"]);
        assert!(alternatives.given(&named("Times"), &names).alt_names.is_empty(), "its own entry counts");
        assert!(alternatives.given(&named("Arial"), &names).alt_names.is_empty());
    }

    #[test]
    fn by_alternative_name_then_by_metadata() {
        let (name, found) = matched(Family { alt_names: vec!["Arial".into()], ..named("Liberation Sans") });
        assert!(name == "Arial" && found.substituted);
        let (name, found) = matched(Family { alt_names: vec!["Arial Unicode MS".into()], ..named("仿宋_GB2312") });
        assert!(name == "Arial Unicode MS" && found.substituted);
        let (name, found) = matched(Family { alt_names: vec!["SimSun".into()], ..named("宋体") });
        assert!(name == "SimSun" && !found.substituted);
        let with = |charset, class: &str, pitch: &str| {
            matched(Family { charset: Some(charset), class: class.into(), pitch: pitch.into(), ..named("Nowhere") }).0
        };
        assert_eq!(with(0x86, "script", "default"), "Microsoft YaHei");
        assert_eq!(with(0x86, "roman", "default"), "SimSun");
        assert_eq!(with(0, "roman", "variable"), "Times New Roman");
        assert_eq!(with(0, "script", "variable"), "Garamond");
        assert_eq!(with(0, "swiss", "variable"), "Arial");
        assert_eq!(with(0, "modern", "fixed"), "Courier New");
        assert_eq!(with(0, "", ""), "Times New Roman");
        assert_eq!(matched(named("汉仪某体")).0, "SimSun");
    }
}
