//! What a character is to the line breaker (word-layout 5.1, 5.5).

/// What a character is to the line breaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// An ideograph or kana.
    Ideograph,
    /// A Hangul syllable or letter: Korean words are kept whole.
    Hangul,
    /// A letter of an alphabet.
    Letter,
    /// A digit.
    Digit,
    /// A full-width opening mark: its left half is blank.
    Open,
    /// A full-width closing or pausing mark: its right half is blank.
    Close,
    /// Another full-width mark or symbol.
    Wide,
    /// A narrow mark or symbol.
    Narrow,
    /// A blank that hangs at a line's end.
    Blank,
    /// U+3000.
    WideBlank,
    /// A blank that does not break, or a word joiner.
    Glue,
    /// U+200B.
    ZeroSpace,
    /// A hyphen: a break may follow.
    Hyphen,
    /// A narrow dash: a break may follow, never precede.
    Dash,
    /// U+00AD.
    SoftHyphen,
    /// A combining mark: belongs to the character before it.
    Combining,
    /// A tab.
    Tab,
    /// A break.
    Break,
    /// A picture or another box that stands in the line.
    Object,
    /// Takes no room and draws nothing: an anchor, a saved break.
    Hidden,
}

impl Class {
    /// Whether the character fills an East Asian cell.
    pub(super) fn is_wide(self) -> bool {
        matches!(self, Self::Ideograph | Self::Open | Self::Close | Self::Wide | Self::WideBlank)
    }

    /// Whether it draws nothing and may hang at the line's end.
    pub(super) fn is_blank(self) -> bool {
        matches!(self, Self::Blank | Self::WideBlank | Self::ZeroSpace)
    }

    /// Whether it belongs to a Latin word, inside which no line breaks.
    pub(super) fn is_word(self) -> bool {
        matches!(self, Self::Letter | Self::Digit | Self::Narrow | Self::Hyphen | Self::Dash | Self::Hangul | Self::Combining)
    }
}

/// The class of `c`. `wide` says whether the face it is shown in gives it a full cell: quotes, dashes and the like are full width only then
/// (word-layout 2.5).
pub(super) fn class(c: char, wide: bool) -> Class {
    if c.is_ascii() {
        return match c {
            ' ' => Class::Blank,
            '-' => Class::Hyphen,
            '0'..='9' => Class::Digit,
            'a'..='z' | 'A'..='Z' => Class::Letter,
            _ => Class::Narrow,
        };
    }
    match c {
        '\u{4e00}'..='\u{9fff}' => Class::Ideograph,
        '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2060}' | '\u{feff}' => Class::Glue,
        '\u{2002}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' => Class::Blank,
        '\u{3000}' => Class::WideBlank,
        '\u{200b}' => Class::ZeroSpace,
        '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{fe00}'..='\u{fe0f}' => Class::Combining,
        '\u{ad}' => Class::SoftHyphen,
        '\u{2010}' => Class::Hyphen,
        '“' | '‘' if wide => Class::Open,
        '”' | '’' if wide => Class::Close,
        '\u{2013}' | '\u{2014}' if !wide => Class::Dash,
        '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '〘' | '〚' | '〝' | '［' | '｛' => Class::Open,
        '，' | '。' | '、' | '；' | '：' | '．' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '〗' | '〙' | '〛' | '〞' | '〟'
        | '］' | '｝' => Class::Close,
        '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' => Class::Combining,
        '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3031}'..='\u{3035}'
        | '\u{3041}'..='\u{30ff}'
        | '\u{3105}'..='\u{312f}'
        | '\u{31a0}'..='\u{31bf}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{2e80}'..='\u{2fdf}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}' => Class::Ideograph,
        '\u{ac00}'..='\u{d7ff}' | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' => Class::Hangul,
        '\u{3000}'..='\u{33ff}' | '\u{a000}'..='\u{a4cf}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' => {
            Class::Wide
        }
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => Class::Digit,
        _ if wide => Class::Wide,
        _ if c.is_alphabetic() => Class::Letter,
        _ => Class::Narrow,
    }
}

/// Whether the width of `c` hangs on the face that shows it: in an East Asian face it may fill a cell.
pub(super) fn is_ambiguous(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{ff}' | '\u{2010}'..='\u{2bff}' | '\u{391}'..='\u{451}') && c != '\u{ad}'
}

/// Whether a line may break on either side of `c` whatever face shows it: signs of private use, pictographs, the letters of
/// scripts that are written without blanks between words, and what is East Asian. Letters of other alphabets keep together
/// (docs/word/words-of-all-alphabets.md).
pub(super) fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{19ff}' | '\u{1a20}'..='\u{1aaf}'
        | '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{faff}' | '\u{fe10}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ffef}' | '\u{1b000}'..='\u{1b2ff}' | '\u{1f000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_marks_of_an_east_asian_face_only() {
        assert_eq!(class('“', true), Class::Open);
        assert_eq!(class('”', true), Class::Close);
        assert_eq!(class('“', false), Class::Narrow);
        assert_eq!(class('—', true), Class::Wide);
        assert_eq!(class('—', false), Class::Dash);
    }

    #[test]
    fn letters_of_alphabets_keep_together() {
        for c in ['ę', 'ő', 'ř', 'ы', 'ạ', 'ש', 'م', 'ა', 'अ'] {
            assert!(!stands_alone(c), "{c}");
            assert_eq!(class(c, false), Class::Letter, "{c}");
        }
        assert!(['中', 'か', 'ก', '☺', '\u{f06c}', '😀'].into_iter().all(|c| stands_alone(c) || is_ambiguous(c)));
    }

    #[test]
    fn ideographs_and_letters() {
        assert_eq!(class('中', true), Class::Ideograph);
        assert_eq!(class('あ', true), Class::Ideograph);
        assert_eq!(class('é', false), Class::Letter);
        assert_eq!(class('Ａ', true), Class::Wide);
        assert_eq!(class('！', true), Class::Wide);
        assert_eq!(class('한', true), Class::Hangul);
    }
}
