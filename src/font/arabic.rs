//! Arabic letters join: each stands in one of up to four forms, and some letters join into one. The book's figures of them go by
//! Unicode's presentation forms.

/// Where the presentation forms of each letter from ء to غ and from ف to ي begin after U+FE80, and where they end: as many as it has forms.
const FORMS: [u8; 37] = [
    0, 1, 3, 5, 7, 9, 13, 15, 19, 21, 25, 29, 33, 37, 41, 43, 45, 47, 49, 53, 57, 61, 65, 69, 73, 77, 81, 85, 89, 93, 97, 101, 105, 109,
    111, 113, 117,
];

/// Letters of other languages: the first presentation form, and how many there are.
const OTHERS: &[(char, u32, u32)] = &[
    ('ٱ', 0xFB50, 2),
    ('پ', 0xFB56, 4),
    ('ٹ', 0xFB66, 4),
    ('ڤ', 0xFB6A, 4),
    ('چ', 0xFB7A, 4),
    ('ڈ', 0xFB88, 2),
    ('ژ', 0xFB8A, 2),
    ('ڑ', 0xFB8C, 2),
    ('ک', 0xFB8E, 4),
    ('گ', 0xFB92, 4),
    ('ہ', 0xFBA6, 4),
    ('ھ', 0xFBAA, 4),
    ('ے', 0xFBAE, 2),
    ('ی', 0xFBFC, 4),
];

/// Stretches a word, and joins letters without being seen.
const KASHIDA: char = '\u{640}';
const JOINER: char = '\u{200d}';

/// Whether it belongs to the script: a letter, a mark or a digit.
pub fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{6ff}')
}

/// The first presentation form of a letter, and how many it has: four if it joins on both sides, two if only the letter before it.
fn forms(c: char) -> Option<(u32, u32)> {
    let at = match c {
        'ء'..='غ' => c as usize - 'ء' as usize,
        'ف'..='ي' => c as usize - 'ف' as usize + 26,
        _ => return OTHERS.iter().find(|other| other.0 == c).map(|other| (other.1, other.2)),
    };
    let (first, end) = (u32::from(*FORMS.get(at)?), u32::from(*FORMS.get(at + 1)?));
    Some((0xFE80 + first, end - first))
}

/// Whether the next letter joins it.
pub fn joins_next(c: char) -> bool {
    matches!(c, KASHIDA | JOINER) || forms(c).is_some_and(|(_, count)| count == 4)
}

/// Whether it joins the letter before it.
pub fn joins_previous(c: char) -> bool {
    matches!(c, KASHIDA | JOINER) || forms(c).is_some_and(|(_, count)| count > 1)
}

/// The presentation form of a letter that is joined to the one before it and to the one after it.
pub fn form(c: char, previous: bool, next: bool) -> Option<char> {
    // In the order isolated, final, initial, medial.
    char::from_u32(forms(c)?.0 + u32::from(previous) + 2 * u32::from(next))
}

/// Letters that join into one, before its presentation form: standing alone, joined to the letter before and to the one after.
const GOD: &[&str] = &["اللهﷲ"];
const ALONE: &[&str] = &[
    "بمﰈ", "بىﰉ", "بيﰊ", "تمﰎ", "تيﰐ", "ثمﰒ", "فىﰱ", "فيﰲ", "لجﰿ", "لحﱀ", "لخﱁ", "لمﱂ", "لىﱃ", "ليﱄ", "نمﱎ", "نىﱏ", "نيﱐ", "يمﱘ", "يىﱙ",
    "لآﻵ", "لأﻷ", "لإﻹ", "لاﻻ",
];
const AFTER: &[&str] = &["برﱪ", "بنﱭ", "بىﱮ", "بيﱯ", "ترﱰ", "تنﱳ", "تىﱴ", "تيﱵ", "نىﲎ", "نيﲏ", "يرﲑ", "ينﲔ", "يىﲕ", "لآﻶ", "لأﻸ", "لإﻺ", "لاﻼ"];
const LONG: &[&str] = &["لمحﶈ"];
const BEFORE: &[&str] = &[
    "بجﲜ", "بحﲝ", "بخﲞ", "بمﲟ", "تجﲡ", "تحﲢ", "تخﲣ", "تمﲤ", "ثمﲦ", "جمﲨ", "حمﲪ", "خمﲬ", "سمﲰ", "شمﴰ", "لجﳉ", "لحﳊ", "لخﳋ", "لمﳌ", "لهﳍ",
    "مجﳎ", "محﳏ", "مخﳐ", "ممﳑ", "نجﳒ", "نحﳓ", "نخﳔ", "نمﳕ", "همﳘ", "يجﳚ", "يحﳛ", "يخﳜ", "يمﳝ",
];

/// What the letters of a run begin with that join into one: its form, and how many they are. `previous` says whether the first is joined to
/// the letter before, each one's flag whether it is to the next.
pub fn ligature(run: &[(char, bool)], previous: bool) -> Option<(char, usize)> {
    let first = run.first()?.0;
    let lists = [(GOD, false, false), (ALONE, false, false), (AFTER, true, false), (LONG, false, true), (BEFORE, false, true)];
    let mut words = lists.iter().filter(|list| list.1 == previous).flat_map(|list| list.0.iter().map(|word| (word, list.2)));
    words.find_map(|(word, next)| {
        let mut letters = word.chars();
        if letters.next()? != first {
            return None;
        }
        let form = letters.next_back()?;
        let taken = run.get(..=letters.clone().count())?;
        let same = letters.zip(taken.iter().skip(1)).all(|(letter, taken)| letter == taken.0);
        (same && taken.last()?.1 == next).then_some((form, taken.len()))
    })
}

/// How much nearer than its advance the next letter of a word stands in Traditional Arabic, in em: letters that end below the line are
/// kerned (docs/word/arabic-letters-join.md).
pub(super) fn kern_of_traditional_arabic(c: char, next: char) -> f64 {
    const TUCK: f64 = 0.11;
    if matches!(c, 'ر' | 'ز' | 'ژ' | 'و' | 'ؤ') && forms(next).is_some() { TUCK } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_take_their_forms() {
        assert_eq!(form('ب', false, false), Some('\u{FE8F}'));
        assert_eq!(form('ي', true, true), Some('\u{FEF4}'));
        assert_eq!(form('ا', true, false), Some('\u{FE8E}'));
        assert_eq!(form('ک', false, true), Some('\u{FB90}'));
        assert_eq!(form('\u{64e}', false, false), None);
        assert!(joins_next('ب') && !joins_next('ا') && joins_previous('ا') && !joins_previous('ء') && joins_next(KASHIDA));
    }

    #[test]
    fn letters_join_into_one() {
        let joined = |text: &str, previous, next| {
            let last = text.chars().count() - 1;
            let run: Vec<_> = text.chars().enumerate().map(|(k, c)| (c, if k == last { next } else { joins_next(c) })).collect();
            ligature(&run, previous)
        };
        assert_eq!(joined("لا", true, false), Some(('\u{FEFC}', 2)));
        assert_eq!(joined("لمي", false, true), Some(('\u{FCCC}', 2)));
        assert_eq!(joined("لمح", false, true), Some(('\u{FD88}', 3)));
        assert_eq!(joined("الله", false, false), Some(('\u{FDF2}', 4)));
        assert_eq!(joined("لم", true, true), None);
        assert_eq!(joined("با", false, false), None);
    }
}
