//! What a character is in an equation: its class, its ink.

use super::constants::{MEDIUM, THICK, THIN};

/// TeX's classes of atoms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Ordinary,
    Operator,
    Binary,
    Relation,
    Open,
    Close,
    Punctuation,
}

/// The class of a character.
pub(super) fn class(c: char) -> Class {
    match c {
        '+' | '-' | '−' | '±' | '∓' | '×' | '÷' | '·' | '⋅' | '∗' | '*' | '∘' | '∙' | '∪' | '∩' | '∧' | '∨' | '⊕' | '⊗' | '∖' | '⋆' => {
            Class::Binary
        }
        '=' | '<' | '>' | '≠' | '~' | '∈'..='∍' | '∝' | '∣' | '∥' | '∦' | '∴'..='⊋' | '⊢'..='⊫' | '⋘'..='⋿' | '⟂' | ':' => {
            Class::Relation
        }
        '\u{2190}'..='\u{21ff}' | '\u{27f0}'..='\u{27ff}' | '⩽' | '⩾' => Class::Relation,
        '(' | '[' | '{' | '⟨' | '⌈' | '⌊' | '〈' => Class::Open,
        ')' | ']' | '}' | '⟩' | '⌉' | '⌋' | '〉' | '!' => Class::Close,
        ',' | ';' => Class::Punctuation,
        '∏'..='∑' | '∫'..='∳' | '⋀'..='⋃' => Class::Operator,
        _ => Class::Ordinary,
    }
}

/// The space between two classes, in em.
pub(super) fn space(left: Class, right: Class) -> f64 {
    use Class::{Binary, Close, Open, Operator, Ordinary, Punctuation, Relation};
    match (left, right) {
        (Open, _) | (_, Close) => 0.0,
        (Binary, _) | (_, Binary) => MEDIUM,
        (Relation, Relation) => 0.0,
        (Punctuation, _) => THIN,
        (Relation, _) => THICK,
        (_, Relation) => THICK,
        (_, Punctuation) => 0.0,
        (Operator, Open) => 0.0,
        (Operator, _) | (Ordinary | Close, Operator) => THIN,
        (Ordinary | Close, Ordinary | Open) => 0.0,
    }
}

/// A mathematical letter as the letter it is made of, with its weight and slant.
pub(super) fn letter(c: char) -> Option<(char, bool, bool)> {
    let code = (c as u32).checked_sub(0x1d400).filter(|code| *code < 0x9c)?;
    let (alphabet, at) = (code / 52, (code % 52) as u8);
    let plain = if at < 26 { b'A' + at } else { b'a' + at - 26 };
    Some((char::from(plain), alphabet != 1, alphabet != 0))
}

/// Ink above and below the baseline, in em: heights of Cambria's letters by their kind.
pub(super) fn ink(c: char) -> (f64, f64) {
    let c = letter(c).map_or(c, |letter| letter.0);
    match c {
        'a' | 'c' | 'e' | 'm' | 'n' | 'o' | 'r' | 's' | 'u' | 'v' | 'w' | 'x' | 'z' => (0.47, 0.01),
        'α' | 'ε' | 'ι' | 'κ' | 'ν' | 'ο' | 'π' | 'σ' | 'τ' | 'υ' | 'ω' => (0.47, 0.01),
        'g' | 'p' | 'q' | 'y' | 'γ' | 'η' | 'μ' | 'ρ' | 'χ' | 'ς' => (0.47, 0.22),
        't' => (0.58, 0.01),
        'i' => (0.65, 0.01),
        'j' => (0.65, 0.22),
        'f' | 'β' | 'ζ' | 'ξ' | 'φ' | 'ψ' | 'ϕ' => (0.72, 0.22),
        'b' | 'd' | 'h' | 'k' | 'l' | 'δ' | 'θ' | 'λ' => (0.72, 0.01),
        'Q' => (0.68, 0.2),
        'A'..='Z' | 'Α'..='Ω' | '∆' | '∇' | '∂' | '!' => (0.68, 0.01),
        '0'..='9' => (0.65, 0.01),
        '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' => (0.75, 0.2),
        ',' | ';' => (0.47, 0.15),
        '.' | '…' => (0.1, 0.01),
        // About the axis, no higher than x (docs/word/low-signs-of-equations.md).
        '∞' | '←' | '→' | '∙' | '·' | '⋅' | '∼' | '≈' => (0.5, 0.0),
        c if matches!(class(c), Class::Binary | Class::Relation) => (0.55, 0.02),
        c if c.is_whitespace() => (0.0, 0.0),
        c if (c as u32) >= 0x2e80 => (0.86, 0.14),
        _ => (0.7, 0.1),
    }
}

/// Spaces that stay where they are written.
pub(super) fn is_blank(c: char) -> bool {
    c == ' ' || c == '\u{a0}' || ('\u{2000}'..='\u{200a}').contains(&c) || c == '\u{205f}'
}
