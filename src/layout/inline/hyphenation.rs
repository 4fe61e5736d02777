//! Where words may be hyphenated (17.15.1.10, word-layout 5.11): a line that ends further from its edge than the hyphenation
//! zone takes the longest part of the next word that fits with its hyphen. English alone: docs/word/hyphenation.md.

use super::class::Class;
use super::english;
use super::text::{Char, Text};
use crate::flow::Paragraph;
use crate::layout::Context;

/// Shorter words are kept whole, and words longer than the longest of a dictionary.
const LETTERS: std::ops::RangeInclusive<usize> = 5..=40;

/// A place in a word where a line may end with a hyphen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Syllable {
    /// The character behind it.
    pub at: usize,
    /// Width of the hyphen.
    pub hyphen: f64,
}

/// Finds the syllables of a paragraph's words.
pub(super) fn mark(context: &Context, paragraph: &Paragraph, text: &mut Text) {
    let settings = &context.flow.settings;
    if !settings.auto_hyphenation || paragraph.suppress_auto_hyphens {
        return;
    }
    let mut syllables = Vec::new();
    let mut start = 0;
    while let Some(char) = text.chars.get(start) {
        let end = word_end(text, start);
        if char.class == Class::Letter && is_english(context, text, char) {
            let word = text.chars.get(start..end).unwrap_or(&[]);
            if !(settings.do_not_hyphenate_caps && word.iter().all(|char| char.c.is_uppercase())) {
                word_syllables(context, text, start, word, &mut syllables);
            }
        }
        start = end;
    }
    text.syllables = syllables;
}

/// The end of the letters that stand together, or of the one character that is none.
fn word_end(text: &Text, start: usize) -> usize {
    let letters = text.chars.iter().skip(start).take_while(|char| char.class == Class::Letter).count();
    start + letters.max(1)
}

fn is_english(context: &Context, text: &Text, char: &Char) -> bool {
    let lang = &context.flow.character(text.segment(char).style).lang;
    lang == "en" || lang.starts_with("en-")
}

fn word_syllables(context: &Context, text: &Text, start: usize, word: &[Char], syllables: &mut Vec<Syllable>) {
    if !LETTERS.contains(&word.len()) {
        return;
    }
    let spelled: String = word.iter().map(|char| char.c).collect();
    for place in english::places(&spelled) {
        if let Some(last) = place.checked_sub(1).and_then(|index| word.get(index)) {
            let segment = text.segment(last);
            let hyphen = context.fonts.get(last.face).advance('-') * segment.size * segment.scale;
            syllables.push(Syllable { at: start + place, hyphen });
        }
    }
}
