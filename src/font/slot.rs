//! Which of a run's four fonts a character takes (`word-layout.md` 2.5, `docs/word/ambiguous-characters.md`).

use crate::flow::{CharacterStyle, FamilyId};

/// A font slot of a run (`w:rFonts`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// `w:ascii`.
    Ascii,
    /// `w:hAnsi`.
    HighAnsi,
    /// `w:eastAsia`.
    EastAsia,
    /// `w:cs`.
    Complex,
}

impl Slot {
    /// The slot's family in a style.
    pub fn family(self, style: &CharacterStyle) -> FamilyId {
        match self {
            Self::Ascii => style.fonts.ascii,
            Self::HighAnsi => style.fonts.h_ansi,
            Self::EastAsia => style.fonts.east_asia,
            Self::Complex => style.fonts.cs,
        }
    }
}

/// The slot of a character; `east_asia_is_times` says that the style's East Asian font is Times New Roman.
pub fn slot_of(c: char, style: &CharacterStyle, east_asia_is_times: bool) -> Slot {
    if style.complex {
        return Slot::Complex;
    }
    let code = u32::from(c);
    if code < 0x80 || (east_asia_is_times && style.fonts.ascii == style.fonts.h_ansi) {
        return Slot::Ascii;
    }
    match by_block(code) {
        Block::Slot(slot) => slot,
        Block::ByHint(rule) if style.fonts.hint_east_asia && rule.holds(code, style) => Slot::EastAsia,
        Block::ByHint(_) => Slot::HighAnsi,
    }
}

enum Block {
    Slot(Slot),
    /// hAnsi, or eastAsia with `w:hint="eastAsia"` where the rule holds.
    ByHint(Rule),
}

enum Rule {
    Always,
    Latin1,
    Chinese,
}

impl Rule {
    fn holds(&self, code: u32, style: &CharacterStyle) -> bool {
        match self {
            Self::Always => true,
            Self::Latin1 => is_latin1_sign(code) || (is_pinyin(code) && is_chinese(style)),
            Self::Chinese => is_chinese(style),
        }
    }
}

fn by_block(code: u32) -> Block {
    match code {
        0xA0..=0xFF => Block::ByHint(Rule::Latin1),
        0x100..=0x2AF | 0x1E00..=0x1EFF => Block::ByHint(Rule::Chinese),
        0x2B0..=0x4FF | 0x2000..=0x27BF | 0xE000..=0xF8FF | 0xFB00..=0xFB1C => Block::ByHint(Rule::Always),
        0x590..=0x7BF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE => Block::Slot(Slot::Ascii),
        0x1100..=0x11FF | 0x2E80..=0x4DBF | 0x4E00..=0xA4CF | 0xA960..=0xA97F | 0xAC00..=0xD7FF => Block::Slot(Slot::EastAsia),
        0xF900..=0xFAFF | 0xFE10..=0xFE1F | 0xFE30..=0xFE6F | 0xFF00..=0xFFEF | 0x10000.. => Block::Slot(Slot::EastAsia),
        _ => Block::Slot(Slot::HighAnsi),
    }
}

fn is_latin1_sign(code: u32) -> bool {
    matches!(code, 0xA1 | 0xA4 | 0xA7 | 0xA8 | 0xAA | 0xAD | 0xAF | 0xB0..=0xB4 | 0xB6..=0xBA | 0xBC..=0xBF | 0xD7 | 0xF7)
}

fn is_pinyin(code: u32) -> bool {
    matches!(code, 0xE0 | 0xE1 | 0xE8..=0xEA | 0xEC | 0xED | 0xF2 | 0xF3 | 0xF9 | 0xFA | 0xFC)
}

fn is_chinese(style: &CharacterStyle) -> bool {
    style.lang_east_asia.get(..2).is_some_and(|lang| lang.eq_ignore_ascii_case("zh"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(text: &str, style: &CharacterStyle) -> Vec<Slot> {
        text.chars().map(|c| slot_of(c, style, false)).collect()
    }

    #[test]
    fn blocks_and_hint() {
        use Slot::{Ascii, EastAsia, HighAnsi};
        let mut style = CharacterStyle { lang_east_asia: "zh-CN".into(), ..CharacterStyle::default() };
        assert_eq!(
            slots("a é—“①→中，。", &style),
            [Ascii, Ascii, HighAnsi, HighAnsi, HighAnsi, HighAnsi, HighAnsi, EastAsia, EastAsia, EastAsia]
        );
        style.fonts.hint_east_asia = true;
        assert_eq!(slots("aé§·®—“①ū", &style), [Ascii, EastAsia, EastAsia, EastAsia, HighAnsi, EastAsia, EastAsia, EastAsia, EastAsia]);
        style.lang_east_asia = "ja-JP".into();
        assert_eq!(slots("éū×", &style), [HighAnsi, HighAnsi, EastAsia]);
        style.complex = true;
        assert_eq!(slots("a中", &style), [Slot::Complex, Slot::Complex]);
    }

    #[test]
    fn times_in_the_east_asian_slot_makes_all_latin() {
        assert_eq!(slot_of('中', &CharacterStyle::default(), true), Slot::Ascii);
    }
}
