//! Takes one line's worth of characters: greedy, with what Word allows a full line to squeeze, shrink or hang (word-layout 5.1, 5.5–5.7, 5.12).

use super::class::Class;
use super::kinsoku::Kinsoku;
use super::tabs::Stops;
use super::text::{Char, EPSILON, Rules, Text};
use crate::flow::{BreakKind, Leader};

/// The constant of the squeeze rule of mode 15 (word-measured 3.3).
const SQUEEZE_LIMIT: f64 = 32.0;
/// How many gaps between ideographs count in it for a seam between scripts or a blank beside an ideograph, for a blank between words,
/// and for a gap inside a word (docs/word/squeezing-for-one-more.md).
const SEAM_GAPS: f64 = 12.0;
const WORD_BLANK_GAPS: f64 = 32.0;
const LETTER_GAPS: f64 = 0.25;
/// How much of the gaps between scripts a line of mode 14 and before may give up besides its marks.
const GAP_SHRINK: f64 = 0.25;
/// How much of the gaps between scripts one of mode 15 may give up when its marks have given all.
const SEAM_SHRINK: f64 = 0.5;
/// How much of its blanks between words a justified line of mode 15 may give up (docs/word/blanks-that-shrink.md).
pub(super) const BLANK_SHRINK: f64 = 0.25;

/// How much each blank may shrink for a word, as a share of what each would be stretched by without it (mode 15).
const SHRINK_TO_STRETCH: f64 = 0.5;
/// A line that ends where the file records a page start is stretched by no more than this, in points.
const MOST_CUT: f64 = 36.0;

/// Characters after which a word may be broken whatever it says.
const LONGEST_UNIT: usize = 4096;

/// The free place of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Where its text begins.
    pub start: f64,
    /// Where it must end.
    pub right: f64,
    /// The column's right edge: a right tab may stand there.
    pub column: f64,
    /// The paragraph's left indent.
    pub indent: f64,
}

/// A tab of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlacedTab {
    /// Its character.
    pub at: usize,
    /// How wide it is.
    pub width: f64,
    /// What fills it.
    pub leader: Leader,
}

/// What ends a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The text goes on.
    Wrap,
    /// A break.
    Break(BreakKind),
    /// The paragraph's end.
    Paragraph,
}

/// The characters of a line.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    /// After the line's last character.
    pub end: usize,
    /// After its last character that is no blank.
    pub text_end: usize,
    /// Where its text ends, unadjusted.
    pub edge: f64,
    /// Where it should end where it is justified or squeezed.
    pub right: f64,
    /// Its last mark hangs out of the line by its whole width.
    pub hangs: bool,
    /// The width of the hyphen shown at its end.
    pub hyphen: Option<f64>,
    /// Its tabs.
    pub tabs: Vec<PlacedTab>,
    /// What ends it.
    pub ending: Ending,
}

impl Taken {
    /// The lines in sequence that end with a hyphen, this one's being the last behind `before`.
    pub(super) fn hyphens(&self, before: u8) -> u8 {
        self.hyphen.map_or(0, |_| before.saturating_add(1))
    }
}

/// Takes lines from a paragraph's text.
pub(super) struct Breaker<'b, 'a> {
    pub text: &'b Text<'a>,
    pub rules: Rules,
    pub kinsoku: Kinsoku<'b>,
    pub stops: Stops<'b>,
    /// No line goes on past this character: the text's end, or a page start that the file records.
    pub until: usize,
    /// The lines in sequence before this one that end with a hyphen.
    pub hyphens: u8,
}

/// What a line holds so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct State {
    /// The pen.
    pub x: f64,
    /// Where the last character that is no blank ends, and the one after it.
    pub edge: f64,
    pub text_end: usize,
    /// The last character, and how far the line's gaps would open, up to the edge and up to the pen: in gaps between
    /// ideographs (mode 15).
    last: usize,
    opens: f64,
    opening: f64,
    /// Full-width marks with a free half, and the halves.
    marks: usize,
    capacity: f64,
    /// Gaps between scripts.
    gaps: f64,
    /// Blanks between words before the edge, and all those behind it; a blank of whatever kind stands before the edge.
    blanks: f64,
    trailing: f64,
    spaced: bool,
    /// Something stands in the line that a seam can follow, and something that is no blank.
    started: bool,
    begun: bool,
}

impl State {
    /// Nothing yet, with the pen at `x`: at a line's start or behind a tab.
    pub(super) fn at(x: f64, text_end: usize) -> Self {
        Self { x, edge: x, text_end, ..Self::default() }
    }
}

impl Breaker<'_, '_> {
    /// The line that begins at `from`.
    pub(super) fn take(&self, from: usize, room: Room) -> Taken {
        let chars = &self.text.chars;
        let mut state = State::at(room.start, from);
        let mut taken = Taken {
            end: from,
            text_end: from,
            edge: room.start,
            right: room.right,
            hangs: false,
            hyphen: None,
            tabs: Vec::new(),
            ending: Ending::Paragraph,
        };
        let mut end = from;
        // The last place where the line may end: a soft hyphen's unit fits only with its hyphen.
        let mut last = (from, state);
        while end < self.until.min(chars.len()) {
            let next = self.unit_end(end);
            let class = chars[end].class;
            if class == Class::Break {
                let kind = self.text.break_kind(&chars[end]).unwrap_or(BreakKind::Line);
                return self.finish(taken, state, end + 1, Ending::Break(kind));
            }
            if class == Class::Tab {
                if !self.tab(end, room, &mut state, &mut taken) && end > from {
                    return self.finish(taken, state, end, Ending::Wrap);
                }
                end = next;
                last = (end, state);
                continue;
            }
            let mut longer = state;
            self.add(&mut longer, end, next);
            if longer.edge <= taken.right + EPSILON {
                (state, end) = (longer, next);
                if self.hyphen(end).is_none_or(|hyphen| state.edge + hyphen <= taken.right + EPSILON) {
                    last = (end, state);
                }
                continue;
            }
            if end == from {
                return self.hyphenated(end, next, &state, &taken).unwrap_or_else(|| self.emergency(taken, from, next, room));
            }
            if class != Class::Hangul && self.shrinks(&state, &longer, taken.right, 0.0) {
                (state, end) = (longer, next);
                last = (end, state);
                continue;
            }
            if self.squeezes(&state, &longer, &taken, end) {
                return self.finish_wrapped(taken, longer, next);
            }
            if let Some(edge) = self.hangs(&state, &longer, &taken, end) {
                taken.hangs = true;
                longer.edge = edge;
                return self.finish_wrapped(taken, longer, next);
            }
            if let Some(line) = self.hyphenated(end, next, &state, &taken) {
                return line;
            }
            let (at, state) = if last.0 > from { last } else { (end, state) };
            taken.hyphen = self.hyphen(at);
            return self.finish(taken, state, at, Ending::Wrap);
        }
        if end >= chars.len() {
            return self.finish(taken, state, end, Ending::Paragraph);
        }
        // A line that was cut far from its edge is not stretched.
        if taken.right - state.edge > MOST_CUT {
            taken.right = state.edge;
        }
        self.finish(taken, state, end, Ending::Wrap)
    }

    /// The widest unit that cannot be broken.
    pub(super) fn widest_unit(&self) -> f64 {
        let mut widest = 0.0_f64;
        let mut start = 0;
        while start < self.text.chars.len() {
            let end = self.unit_end(start);
            let mut state = State::default();
            self.add(&mut state, start, end);
            widest = widest.max(state.edge);
            start = end;
        }
        widest
    }

    /// The end of the unit that begins at `start`: the next place where a line may begin.
    fn unit_end(&self, start: usize) -> usize {
        let chars = &self.text.chars;
        let end = if start < self.until { self.until.min(chars.len()) } else { chars.len() };
        // A word longer than any line is not read to its end for each of its lines.
        let end = end.min(start + LONGEST_UNIT);
        (start + 1..end).find(|i| chars[*i].breaks || chars[*i].class == Class::Break).unwrap_or(end)
    }

    fn finish_wrapped(&self, taken: Taken, state: State, end: usize) -> Taken {
        let ending = match self.text.chars.get(end) {
            None => Ending::Paragraph,
            Some(char) => match self.text.break_kind(char) {
                Some(kind) => return self.finish(taken, state, end + 1, Ending::Break(kind)),
                None => Ending::Wrap,
            },
        };
        self.finish(taken, state, end, ending)
    }

    fn finish(&self, mut taken: Taken, state: State, end: usize, ending: Ending) -> Taken {
        (taken.end, taken.text_end, taken.edge, taken.ending) = (end, state.text_end, state.edge, ending);
        taken
    }

    /// Adds characters to a line.
    pub(super) fn add(&self, state: &mut State, from: usize, to: usize) {
        for (i, char) in self.text.chars.iter().enumerate().take(to).skip(from) {
            if char.class == Class::Hidden {
                continue;
            }
            if state.started {
                state.opening += self.opening(state.last, char);
                state.x += char.seam;
                if char.seam > 0.0 && char.class != Class::Narrow {
                    state.gaps += char.seam;
                }
                if char.pair > 0.0 && state.marks > 0 {
                    state.marks -= 1;
                    state.capacity -= char.pair;
                }
            }
            state.started = true;
            state.last = i;
            state.x += char.advance;
            if char.class.is_blank() {
                state.trailing += if char.class == Class::Blank { char.advance } else { 0.0 };
                continue;
            }
            if !state.begun {
                // Blanks at the line's start neither open nor shrink.
                (state.begun, state.opening, state.trailing) = (true, 0.0, 0.0);
            }
            if char.squeeze > 0.0 {
                state.marks += 1;
                state.capacity += char.squeeze;
            }
            if state.trailing > 0.0 {
                state.spaced = true;
                let before = state.text_end.checked_sub(1).and_then(|i| self.text.chars.get(i));
                if char.class.is_word() && before.is_some_and(|before| before.class.is_word()) {
                    state.blanks += state.trailing;
                }
            }
            state.trailing = 0.0;
            state.edge = state.x;
            state.opens = state.opening;
            state.text_end = i + 1;
        }
    }

    /// How far the gap between the character at `left` and `right` would open in a justified line, in gaps between ideographs:
    /// hardly inside words, not between a mark and a word, further at seams between scripts, furthest at a blank between words.
    fn opening(&self, left: usize, right: &Char) -> f64 {
        let Some(before) = self.text.chars.get(left) else { return 0.0 };
        if before.class == Class::Blank {
            let word = |at: Option<usize>| at.and_then(|at| self.text.chars.get(at)).is_some_and(|char| char.class.is_word());
            return if right.class.is_word() && word(left.checked_sub(1)) { WORD_BLANK_GAPS } else { SEAM_GAPS };
        }
        match (before.class.is_word(), right.class.is_word()) {
            (true, true) => LETTER_GAPS,
            (false, false) => 1.0,
            _ if right.class.is_blank() || (before.class != Class::Ideograph && right.class != Class::Ideograph) => 0.0,
            _ if right.seam > 0.0 => SEAM_GAPS,
            _ => 1.0,
        }
    }

    /// The hyphen that a line shows which ends at `end`, where a soft one stands there: its width.
    fn hyphen(&self, end: usize) -> Option<f64> {
        let char = self.text.chars.get(end.checked_sub(1)?)?;
        (char.class == Class::SoftHyphen && end < self.text.chars.len()).then_some(char.natural)
    }

    /// The line with the longest part of the unit `at..next` that fits with its hyphen (docs/word/hyphenation.md).
    fn hyphenated(&self, at: usize, next: usize, state: &State, taken: &Taken) -> Option<Taken> {
        let syllables = &self.text.syllables;
        let place = |at: usize| syllables.partition_point(|syllable| syllable.at <= at);
        let inside = syllables.get(place(at)..place(next.saturating_sub(1)))?;
        let enough = self.rules.most_hyphens.is_some_and(|most| self.hyphens >= most);
        if inside.is_empty() || taken.right - state.edge <= self.rules.hyphenation_zone || enough {
            return None;
        }
        inside.iter().rev().find_map(|syllable| {
            let mut longer = *state;
            self.add(&mut longer, at, syllable.at);
            longer.edge += syllable.hyphen;
            let fits = longer.edge <= taken.right + EPSILON;
            fits.then(|| self.finish(Taken { hyphen: Some(syllable.hyphen), ..taken.clone() }, longer, syllable.at, Ending::Wrap))
        })
    }

    /// A justified line of mode 15 takes one more word by shrinking its blanks, its last mark hanging out by `hung` if it may
    /// (docs/word/blanks-that-shrink.md): the blanks have room, and each shrinks by no more than half of what each would be
    /// stretched by without the word.
    fn shrinks(&self, shorter: &State, longer: &State, right: f64, hung: f64) -> bool {
        if !self.rules.modern || !self.rules.justified || longer.blanks <= 0.0 {
            return false;
        }
        let need = longer.edge - right - hung;
        let costs = longer.edge - right - self.narrow_mark(longer);
        // A line of two words has no blank to stretch.
        let stretched = if shorter.blanks > 0.0 { longer.blanks / shorter.blanks } else { 1.0 };
        need <= BLANK_SHRINK * longer.blanks + EPSILON && costs <= SHRINK_TO_STRETCH * (right - shorter.edge) * stretched + EPSILON
    }

    /// The width of the narrow mark at the edge that may hang out of the line; none where nothing hangs.
    fn narrow_mark(&self, state: &State) -> f64 {
        let last = state.text_end.checked_sub(1).and_then(|i| self.text.chars.get(i));
        let hangs = |last: &&Char| self.rules.hang && !last.class.is_wide() && self.kinsoku.may_hang(last.c);
        last.filter(hangs).map_or(0.0, |last| last.advance)
    }

    /// The line takes one more unit by squeezing its full-width marks (word-layout 5.5 a).
    fn squeezes(&self, shorter: &State, longer: &State, taken: &Taken, at: usize) -> bool {
        if !self.rules.squeeze {
            return false;
        }
        let mut need = longer.edge - taken.right;
        if !self.rules.modern {
            return self.begins(shorter, taken, at) && need <= longer.capacity + GAP_SHRINK * longer.gaps + EPSILON;
        }
        let (mut marks, mut capacity) = (longer.marks, longer.capacity);
        let last = longer.text_end.checked_sub(1).and_then(|i| self.text.chars.get(i));
        // Where the line has seams between scripts, the blank half of a mark at its end costs nothing.
        if let Some(last) = last.filter(|last| last.class == Class::Close && last.squeeze > 0.0 && longer.gaps > 0.0) {
            (need, marks, capacity) = (need - last.squeeze, marks.saturating_sub(1), capacity - last.squeeze);
        }
        if marks > 0 {
            need -= need.clamp(0.0, BLANK_SHRINK * longer.blanks);
        }
        let gives = longer.marks > 0 || longer.gaps > 0.0;
        gives && need <= capacity + SEAM_SHRINK * longer.gaps + EPSILON && outweighs(need, marks, shorter, taken)
    }

    /// Mode 14 and before: the first character of a unit may need half an em at most; those that must follow it are
    /// squeezed in as far as the line's marks allow (measured on a line by line comparison with Word's).
    fn begins(&self, shorter: &State, taken: &Taken, at: usize) -> bool {
        let mut first = *shorter;
        let mut end = at;
        while end < self.text.chars.len() && first.text_end <= at {
            end += 1;
            self.add(&mut first, end - 1, end);
        }
        let budget = if self.rules.squeeze { (first.capacity + GAP_SHRINK * first.gaps).min(self.half(&first)) } else { 0.0 };
        first.edge - taken.right <= budget + EPSILON
    }

    /// The last mark hangs: where the line's text ends without it. In mode 14 and before (word-layout 5.6) and, where the line is
    /// justified, in mode 15 too, when what stands before the mark fits or may be squeezed
    /// (`docs/word/marks-hang-in-justified-lines.md`).
    fn hangs(&self, shorter: &State, longer: &State, taken: &Taken, at: usize) -> Option<f64> {
        let last = self.text.chars.get(longer.text_end.checked_sub(1)?)?;
        if !self.rules.hang || !self.kinsoku.may_hang(last.c) {
            return None;
        }
        if !last.class.is_wide() {
            return self.shrinks(shorter, longer, taken.right, last.advance).then_some(longer.edge - last.advance);
        }
        let mut without = *longer;
        without.edge -= last.advance;
        if last.squeeze > 0.0 {
            (without.marks, without.capacity) = (without.marks.saturating_sub(1), without.capacity - last.squeeze);
        }
        if self.rules.modern {
            let need = without.edge - taken.right;
            if longer.gaps > 0.0 || longer.spaced {
                // The mark's body costs what squeezing others by it would: such a line rather opens.
                let gives = without.capacity + SEAM_SHRINK * longer.gaps + BLANK_SHRINK * longer.blanks;
                let room = if self.rules.squeeze { gives } else { 0.0 };
                let costs = need + last.advance - last.squeeze - BLANK_SHRINK * longer.blanks;
                let hangs = without.marks > 0 && need <= room + EPSILON && outweighs(costs, without.marks, shorter, taken);
                return hangs.then_some(without.edge);
            }
            return (need <= EPSILON || self.squeezes(shorter, &without, taken, at)).then_some(without.edge);
        }
        let capacity = if self.rules.squeeze { without.capacity + GAP_SHRINK * longer.gaps } else { 0.0 };
        // A mark that is a unit of its own (`w:kinsoku` off) hangs all the same.
        let alone = self.text.chars[at..].iter().position(|char| char.class != Class::Hidden) == Some(longer.text_end - 1 - at);
        ((alone || self.begins(shorter, taken, at)) && without.edge - taken.right <= capacity + EPSILON).then_some(without.edge)
    }

    /// What a full-width mark in the place of a line's last character could give, half an em where it has its plain
    /// width: what marks give in all in mode 14 and before.
    fn half(&self, state: &State) -> f64 {
        let last = state.text_end.checked_sub(1).and_then(|i| self.text.chars.get(i));
        last.map_or(0.0, |char| {
            let half = self.text.segment(char).size / 2.0;
            if char.class.is_wide() { (char.advance - half).max(half) } else { half }
        })
    }

    /// Only blanks follow up to the paragraph's end: they hang out behind what is too wide by itself
    /// (docs/word/blanks-behind-wide-pictures.md).
    fn ends_blank(&self, from: usize) -> bool {
        self.text.chars.iter().skip(from).all(|char| char.class.is_blank() || char.class == Class::Hidden)
    }

    /// A unit wider than its line is broken between any two characters (word-layout 5.12).
    fn emergency(&self, taken: Taken, from: usize, to: usize, room: Room) -> Taken {
        let mut state = State::at(room.start, from);
        let mut end = from;
        let (mut visible, mut hangs_out) = (false, false);
        while end < to {
            let mut longer = state;
            self.add(&mut longer, end, end + 1);
            if visible && !hangs_out && longer.edge > taken.right + EPSILON {
                // Asked once: of blanks alone the rest is the same.
                hangs_out = self.ends_blank(end);
                if !hangs_out {
                    break;
                }
            }
            visible |= self.text.chars[end].class != Class::Hidden;
            (state, end) = (longer, end + 1);
        }
        self.finish_wrapped(taken, state, end)
    }
}

/// Mode 15: whether squeezing `need` out of as many marks is better than stretching the line without the unit
/// (docs/word/squeezing-for-one-more.md).
fn outweighs(need: f64, marks: usize, shorter: &State, taken: &Taken) -> bool {
    need / marks.max(1) as f64 * shorter.opens <= SQUEEZE_LIMIT * (taken.right - shorter.edge)
}
