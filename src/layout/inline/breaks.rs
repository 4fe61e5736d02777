//! Where a line may begin (word-layout 5.3).

use super::class::Class;
use super::kinsoku::Kinsoku;
use super::text::{Char, Text};
use crate::flow::{LayoutSettings, Paragraph};
use crate::layout::Context;

/// What decides the breaks of a paragraph.
struct Breaks<'a> {
    kinsoku: Option<Kinsoku<'a>>,
    /// Latin words are kept whole: always where the document has no East Asian language (docs/word/words-without-wrap.md).
    word_wrap: bool,
    /// The document's East Asian language is Korean.
    korean: bool,
    /// A line may begin after a hyphen in a word: not where mode 14 and before compress punctuation.
    hyphens: bool,
}

/// Marks every character that may begin a line.
pub(super) fn mark(context: &Context, paragraph: &Paragraph, text: &mut Text) {
    let settings: &LayoutSettings = &context.flow.settings;
    let breaks = Breaks {
        kinsoku: paragraph.kinsoku.then(|| Kinsoku::new(settings, &settings.east_asian_language)),
        word_wrap: paragraph.word_wrap || settings.east_asian_language.is_empty(),
        korean: settings.east_asian_language.starts_with("ko"),
        hyphens: settings.compatibility_mode >= 15 || !settings.compress_punctuation,
    };
    let mut previous: Option<Char> = None;
    let mut hidden = None;
    for i in 0..text.chars.len() {
        let mut char = text.chars[i];
        if char.class == Class::Hidden {
            hidden = hidden.or(Some(i));
            continue;
        }
        if char.class == Class::Hyphen && !previous.is_some_and(|left| joins(left.class)) {
            // A sign, not a hyphen: no break after it.
            char.class = Class::Narrow;
            text.chars[i].class = Class::Narrow;
        }
        if let Some(left) = previous
            && breaks.between(&left, &char)
            && !same_fit(text, &left, &char)
        {
            // What takes no room goes with what follows it.
            text.chars[hidden.unwrap_or(i)].breaks = true;
        }
        hidden = None;
        previous = Some(char);
    }
}

impl Breaks<'_> {
    fn between(&self, left: &Char, right: &Char) -> bool {
        use Class::{Break, Combining, Dash, Glue, Hyphen, Object, SoftHyphen, Tab, ZeroSpace};
        match (left.class, right.class) {
            (Tab | Break, _) | (_, Tab | Break) => return true,
            (_, Combining | Glue) | (Glue, _) => return false,
            (ZeroSpace, _) => return true,
            (_, Class::Blank | Class::WideBlank | ZeroSpace) => return left.class == Class::WideBlank && right.class == Class::WideBlank,
            (Class::Blank, _) => return true,
            (Object, _) | (_, Object) => return self.kinsoku_allows(left, right),
            (SoftHyphen, _) => return true,
            (_, SoftHyphen | Dash) => return false,
            _ => {}
        }
        if !left.class.is_word() || !right.class.is_word() {
            return self.kinsoku_allows(left, right) && !is_unbroken_pair(left.c, right.c);
        }
        match left.class {
            Hyphen => self.hyphens && !ends_with(right.c),
            Dash => self.hyphens && right.class != Class::Narrow && right.class != Hyphen,
            _ => self.breaks_words(left, right) && self.kinsoku_allows(left, right),
        }
    }

    /// Within a word: where they are not kept whole, in Korean documents beside a syllable only (docs/word/words-without-wrap.md).
    fn breaks_words(&self, left: &Char, right: &Char) -> bool {
        !self.word_wrap && (!self.korean || left.class == Class::Hangul || right.class == Class::Hangul)
    }

    fn kinsoku_allows(&self, left: &Char, right: &Char) -> bool {
        self.kinsoku.is_none_or(|sets| !sets.forbids_start(right.c) && !sets.forbids_end(left.c))
    }
}

/// A hyphen after it joins words; a row of hyphens goes on (docs/word/hyphens-in-a-row.md).
fn joins(class: Class) -> bool {
    matches!(class, Class::Letter | Class::Digit | Class::Ideograph | Class::Hangul | Class::Hyphen)
}

/// A mark that goes with what stands before it.
fn ends_with(c: char) -> bool {
    matches!(c, '!' | '"' | '\'' | ')' | ',' | '.' | ':' | ';' | '?' | ']' | '}' | '/' | '%' | '>' | '’' | '”' | '»' | '…')
}

/// `……` and `——` are not broken.
fn is_unbroken_pair(left: char, right: char) -> bool {
    left == right && matches!(left, '…' | '—' | '\u{2015}')
}

/// Both are part of one `w:fitText`, which is never broken.
fn same_fit(text: &Text, left: &Char, right: &Char) -> bool {
    let fit = text.segment(left).fit;
    fit.is_some() && fit == text.segment(right).fit
}
