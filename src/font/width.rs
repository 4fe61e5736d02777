//! Advances that follow from the character alone, in any font or in any East Asian one.

/// Characters that take no room: combining marks, joiners, direction and other format characters, variation selectors.
pub(super) fn is_zero_width(c: char) -> bool {
    matches!(u32::from(c),
        0xAD | 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF | 0x5C1 | 0x5C2 | 0x5C4 | 0x5C5 | 0x5C7
        | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4 | 0x6E7 | 0x6E8 | 0x6EA..=0x6ED
        | 0x93C | 0x941..=0x948 | 0x94D | 0x951..=0x957 | 0x962 | 0x963
        | 0xE31 | 0xE34..=0xE3A | 0xE47..=0xE4E
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x20D0..=0x20FF
        | 0x302A..=0x302D | 0x3099 | 0x309A | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF | 0x1F3FB..=0x1F3FF | 0xE0000..=0xE01EF)
}

/// Ideographs, kana, Hangul, CJK punctuation and full-width forms: one em in every East Asian face (word-measured 1.1).
pub(super) fn is_full_width(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x11FF | 0x2E80..=0x303E | 0x3041..=0x4DBF | 0x4E00..=0x9FFF | 0xA000..=0xA4CF | 0xA960..=0xA97F
        | 0xAC00..=0xD7FF | 0xE000..=0xE865 | 0xF900..=0xFAFF | 0xFE10..=0xFE1F | 0xFE30..=0xFE6F | 0xFF01..=0xFF60 | 0xFFE0..=0xFFE6
        | 0x16FE0..=0x18D7F | 0x1B000..=0x1B2FF | 0x20000..=0x3FFFF)
}

/// A Korean syllable.
pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// Half-width katakana, Hangul and forms: half an em.
pub(super) fn is_half_width(c: char) -> bool {
    matches!(u32::from(c), 0xFF61..=0xFFDC | 0xFFE8..=0xFFEE)
}

/// Spaces of fixed width, in em.
pub(super) fn space(c: char) -> Option<f64> {
    Some(match u32::from(c) {
        0x2000 | 0x2002 => 0.5,
        0x2001 | 0x2003 | 0x3000 => 1.0,
        0x2004 => 1.0 / 3.0,
        0x2005 => 0.25,
        0x2006 => 1.0 / 6.0,
        0x2009 | 0x202F => 0.2,
        0x200A => 0.125,
        _ => return None,
    })
}

/// An arrow, sign, shape or dingbat.
pub(super) fn is_symbol(c: char) -> bool {
    matches!(u32::from(c), 0x2100..=0x2BFF)
}

/// A character that is an emoji without being told so.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(u32::from(c),
        0x1F000..=0x1FAFF | 0x231A | 0x231B | 0x23E9..=0x23EC | 0x23F0 | 0x23F3 | 0x25FD | 0x25FE | 0x2614 | 0x2615 | 0x2648..=0x2653
        | 0x267F | 0x2693 | 0x26A1 | 0x26AA | 0x26AB | 0x26BD | 0x26BE | 0x26C4 | 0x26C5 | 0x26CE | 0x26D4 | 0x26EA | 0x26F2 | 0x26F3
        | 0x26F5 | 0x26FA | 0x26FD | 0x2705 | 0x270A | 0x270B | 0x2728 | 0x274C | 0x274E | 0x2753..=0x2755 | 0x2757 | 0x2795..=0x2797
        | 0x27B0 | 0x27BF | 0x2B1B | 0x2B1C | 0x2B50 | 0x2B55)
}

/// An East Asian character: the one that makes a face East Asian where it has glyphs of them.
pub(super) fn is_east_asian(c: char) -> bool {
    (is_full_width(c) && !matches!(u32::from(c), 0xE000..=0xE865)) || is_half_width(c)
}

/// About how wide a character is that no table has, in em: scripts that are not shaped from tables, and signs.
pub(super) fn guess(c: char) -> f64 {
    match u32::from(c) {
        0x590..=0x5FF | 0xFB1D..=0xFB4F => 0.55,
        0x620..=0x6D5 => arabic(c),
        0x600..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => 0.45,
        0x900..=0xDFF => 0.6,
        0xE00..=0xEFF => 0.55,
        // Of Segoe UI Emoji, as seen in Word's PDF.
        _ if is_emoji(c) => 1.373,
        0x2190..=0x2BFF => 0.85,
        _ if is_full_width(c) => 1.0,
        _ if is_half_width(c) => 0.5,
        _ => 0.55,
    }
}

/// About how wide an Arabic letter is between its joined forms.
fn arabic(c: char) -> f64 {
    match c {
        'ء' | 'آ'..='إ' | 'ا' | 'ل' | 'ـ' => 0.25,
        'ئ' | 'ب' | 'ت' | 'ث' | 'ن' | 'ي' | 'ی' | 'پ' | 'ٹ' => 0.3,
        'س' | 'ش' | 'ص' | 'ض' => 0.55,
        'ط' | 'ظ' | 'ج' | 'ح' | 'خ' | 'چ' | 'ك' | 'ک' | 'گ' | 'ى' => 0.42,
        '٠'..='٩' => 0.5,
        _ => 0.35,
    }
}
