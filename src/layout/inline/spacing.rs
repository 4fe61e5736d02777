//! What stands between characters: the gap between scripts, the pair rule, half-em blanks, kerning, and what a line may squeeze
//! (word-layout 1.4, 5.5, 5.8, 5.10).

use super::class::Class;
use super::text::{Char, Text};
use crate::flow::Paragraph;
use crate::font::Fonts;
use crate::layout::Context;

/// The gap between an ideograph and a letter or digit, in em (word-layout 5.8).
const SCRIPT_GAP: f64 = 0.25;

/// What decides the spaces of a paragraph.
struct Spacing<'a> {
    fonts: &'a Fonts,
    /// Gap between ideographs and letters, ideographs and digits.
    letters: bool,
    digits: bool,
    /// Blanks beside East Asian characters are half an em wide.
    balance: bool,
    /// Adjacent full-width marks are halved: `doNotUseEastAsianBreakRules` stops it before mode 15
    /// (docs/word/compat-flags-of-line-breaking.md).
    pairs: bool,
    /// `；：！？` are halved like `，` (Chinese fonts draw them to the left of their cell).
    chinese: bool,
}

/// Sets the seams, the blanks and the squeezes of a paragraph's characters.
pub(super) fn apply(context: &Context, paragraph: &Paragraph, text: &mut Text) {
    let settings = &context.flow.settings;
    let language = settings.east_asian_language.as_str();
    let spacing = Spacing {
        fonts: context.fonts,
        letters: paragraph.auto_space_de,
        digits: paragraph.auto_space_dn,
        balance: settings.compat.balance_single_byte_double_byte_width,
        pairs: !settings.compat.do_not_use_east_asian_break_rules || settings.compatibility_mode >= 15,
        chinese: !(language.starts_with("ja") || language.starts_with("ko")),
    };
    if spacing.balance {
        balance_blanks(text, settings.compatibility_mode);
    }
    let mut previous: Option<usize> = None;
    for i in 0..text.chars.len() {
        let char = text.chars[i];
        if char.class == Class::Hidden {
            continue;
        }
        if matches!(char.class, Class::Open | Class::Close) {
            let half = text.segment(&char).size / 2.0;
            text.chars[i].squeeze = (char.advance - half).max(0.0);
        }
        if let Some(before) = previous {
            let (seam, pair) = spacing.seam(text, &text.chars[before], &char);
            text.chars[i].seam = seam;
            text.chars[i].pair = pair;
        }
        previous = Some(i);
    }
    fit_text(text);
}

impl Spacing<'_> {
    /// What is added between two characters, and how much of the line's capacity to be squeezed the pair rule uses up.
    fn seam(&self, text: &Text, left: &Char, right: &Char) -> (f64, f64) {
        if left.class == Class::Letter && right.class == Class::Letter {
            return (self.kern(text, left, right), 0.0);
        }
        let gapped = match (left.class, right.class) {
            (Class::Ideograph, Class::Letter) | (Class::Letter, Class::Ideograph) => self.letters,
            (Class::Ideograph, Class::Digit) | (Class::Digit, Class::Ideograph) => self.digits,
            _ => false,
        };
        if gapped {
            // The em is that of the character before the seam, its spacing included (word-measured 1.5).
            let em = if left.class == Class::Ideograph { left.advance } else { text.segment(left).em };
            return (SCRIPT_GAP * em, 0.0);
        }
        if self.pairs && text.segment(left).kern && self.halves(left, right) {
            // The half of a mark that nothing could squeeze anyway (`！`) is no loss to the line's capacity.
            let half = text.segment(left).em / 2.0;
            return (-half, if left.squeeze > 0.0 { half } else { 0.0 });
        }
        (self.kern(text, left, right), 0.0)
    }

    /// Two adjacent full-width marks lose half an em together (word-layout 5.5 b, word-measured 3.2).
    fn halves(&self, left: &Char, right: &Char) -> bool {
        let mark = matches!(right.class, Class::Open | Class::Close);
        match left.class {
            Class::Close => mark && (self.chinese || !matches!(left.c, '；' | '：') || right.class == Class::Open),
            Class::Open => right.class == Class::Open,
            Class::Wide if self.chinese && matches!(left.c, '！' | '？') => mark,
            Class::Ideograph if left.c == '・' => right.class == Class::Open,
            _ => false,
        }
    }

    fn kern(&self, text: &Text, left: &Char, right: &Char) -> f64 {
        let segment = text.segment(left);
        if !segment.kern || left.face != right.face || left.class.is_wide() || right.class.is_wide() {
            return 0.0;
        }
        self.fonts.get(left.face).kern(left.c, right.c) * segment.size * segment.scale
    }
}

/// Under `balanceSingleByteDoubleByteWidth` a blank beside an East Asian character or in a row of blanks is half an em wide. Which rows
/// count depends on the mode: docs/word/blanks-beside-ideographs.md.
fn balance_blanks(text: &mut Text, mode: u32) {
    let east_asian = |char: &Char| char.class.is_wide() || char.class == Class::Hangul;
    let mut i = 0;
    // Where the line up to the next break ends, and whether it holds East Asian text.
    let mut line = (0, false);
    while i < text.chars.len() {
        if i >= line.0 {
            let chars = &text.chars[i..];
            let length = chars.iter().position(|char| char.class == Class::Break).map_or(chars.len(), |at| at + 1);
            line = (i + length, chars[..length].iter().any(east_asian));
        }
        if text.chars[i].c != ' ' {
            i += 1;
            continue;
        }
        let end = (i..text.chars.len()).find(|k| text.chars[*k].c != ' ').unwrap_or(text.chars.len());
        let beside = |char: Option<&Char>| char.is_some_and(east_asian);
        let before = text.chars[..i].iter().rev().find(|char| char.class != Class::Hidden);
        let after = text.chars[end..].iter().find(|char| char.class != Class::Hidden);
        let begins = before.is_none_or(|char| matches!(char.class, Class::Break | Class::Tab));
        if (end - i > 1 && (mode >= 15 || mode >= 14 && (begins || line.1))) || beside(before) || beside(after) {
            for k in i..end {
                let char = text.chars[k];
                let half = text.segment(&char).size * text.segment(&char).scale / 2.0;
                text.chars[k].advance += half - char.natural;
            }
        }
        i = end;
    }
}

/// Spreads text with `w:fitText` into its width: the rest goes into the gaps inside (word-layout 5.10).
fn fit_text(text: &mut Text) {
    if text.segments.iter().all(|segment| segment.fit.is_none()) {
        return;
    }
    let mut i = 0;
    while i < text.chars.len() {
        let fit = text.segment(&text.chars[i]).fit;
        let end = (i..text.chars.len()).find(|k| text.segment(&text.chars[*k]).fit != fit).unwrap_or(text.chars.len());
        if let Some((width, _)) = fit {
            let natural: f64 = text.chars[i..end].iter().map(|char| char.natural).sum();
            let gap = if end - i > 1 { (width - natural) / (end - i - 1) as f64 } else { 0.0 };
            for k in i..end {
                let last = k + 1 == end;
                let char = &mut text.chars[k];
                char.advance = char.natural + if last { 0.0 } else { gap };
                char.squeeze = 0.0;
                if k > i {
                    (char.seam, char.pair) = (0.0, 0.0);
                }
            }
        }
        i = end;
    }
}
