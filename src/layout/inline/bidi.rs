//! Right-to-left text in a line: which level each character has, and in which order pieces stand (UAX 9, as far as Word's runs need it).
//! Lines are broken and measured in logical order from the paragraph's start side; only the finished pieces are put in visual order.

use super::class::Class;
use super::text::{Char, Text};
use crate::flow::Flow;
use crate::layout::fragment::Piece;

/// Whether a character belongs to a script that is written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{200f}')
}

/// What a character says about direction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Left,
    Right,
    Number,
    Neutral,
}

/// The embedding levels of the characters `range`, or none where all stand from left to right.
pub(super) fn levels(flow: &Flow, text: &Text, from: usize, to: usize, right_to_left: bool) -> Option<Vec<u8>> {
    let chars = text.chars.get(from..to)?;
    if !right_to_left && !chars.iter().any(|char| !char.c.is_ascii() && is_right_to_left(char.c)) {
        return None;
    }
    let directions: Vec<Direction> = chars.iter().map(|char| direction(flow, text, char)).collect();
    let base = u8::from(right_to_left);
    let strong = |found: Option<&Direction>| match found {
        Some(Direction::Left) => 0,
        Some(Direction::Right | Direction::Number) => 1,
        _ => base,
    };
    // The next strong direction from each character on.
    let mut following = vec![base; directions.len()];
    let mut next = base;
    for (i, direction) in directions.iter().enumerate().rev() {
        if *direction != Direction::Neutral {
            next = strong(Some(direction));
        }
        following[i] = next;
    }
    let mut last = base;
    let mut levels = Vec::with_capacity(chars.len());
    for (i, direction) in directions.iter().enumerate() {
        let level = match direction {
            Direction::Right => 1,
            Direction::Left => 2 * base,
            Direction::Number => {
                if base == 0 && last == 0 {
                    0
                } else {
                    2
                }
            }
            Direction::Neutral => {
                let next = following[i];
                let side = if last == next { last } else { base };
                if side == 1 { 1 } else { 2 * base }
            }
        };
        match direction {
            Direction::Left => last = 0,
            Direction::Right => last = 1,
            Direction::Number | Direction::Neutral => {}
        }
        levels.push(if matches!(chars[i].class, Class::Tab | Class::Break) { base } else { level });
    }
    Some(levels)
}

fn direction(flow: &Flow, text: &Text, char: &Char) -> Direction {
    match char.class {
        Class::Digit => Direction::Number,
        _ if is_right_to_left(char.c) => Direction::Right,
        Class::Letter | Class::Ideograph | Class::Hangul => Direction::Left,
        _ if flow.character(text.segment(char).style).rtl => Direction::Right,
        _ => Direction::Neutral,
    }
}

/// Puts pieces in visual order: `levels` has one for each, `end` is where the last one ends in logical order, and `left` where the first
/// one from the left begins.
pub(super) fn reorder(pieces: &mut Vec<Piece>, levels: &[u8], end: f64, left: f64) {
    let extents: Vec<f64> = (0..pieces.len()).map(|i| pieces.get(i + 1).map_or(end, |next| next.x) - pieces[i].x).collect();
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut i = 0;
        while i < order.len() {
            let at = |k: usize| levels.get(order[k]).copied().unwrap_or(0);
            if at(i) < level {
                i += 1;
                continue;
            }
            let stop = (i..order.len()).find(|k| at(*k) < level).unwrap_or(order.len());
            order[i..stop].reverse();
            i = stop;
        }
    }
    let mut x = left;
    let mut sorted = Vec::with_capacity(pieces.len());
    for i in order {
        // What follows a piece in logical order stands on its left in one that runs from right to left.
        let extra = extents[i] - pieces[i].width;
        let before = if levels.get(i).is_some_and(|level| level % 2 == 1) { extra } else { 0.0 };
        sorted.push(Piece { x: x + before, ..pieces[i].clone() });
        x += extents[i];
    }
    *pieces = sorted;
}
