//! Where the surplus of a line goes, and where its shortage comes from (word-layout 5.5, 5.7; word-measured 3.4, 3.5).

use super::class::Class;
use super::linebreak::{BLANK_SHRINK, Ending, Taken};
use super::text::{Char, EPSILON, Text};
use crate::flow::{Alignment, BreakKind};
use crate::order::{float_key, sort_by_key};

/// What is added to a line's characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Adjustment {
    /// Moves the line's start.
    pub shift: f64,
    /// Added after each character, from the line's first; empty where nothing is.
    pub after: Vec<f64>,
}

/// Aligns, stretches or squeezes the line `from..`.
pub(super) fn adjust(text: &Text, from: usize, taken: &Taken, alignment: Alignment, keep_soft: bool) -> Adjustment {
    let slack = taken.right - taken.edge;
    let start = taken.tabs.last().map_or(from, |tab| tab.at + 1);
    if slack < -EPSILON {
        return squeeze(text, from, start, taken, -slack);
    }
    let shift = match alignment {
        Alignment::Left => 0.0,
        Alignment::Center => slack / 2.0,
        Alignment::Right => slack,
        Alignment::Both | Alignment::Distribute => {
            let stretched = match taken.ending {
                Ending::Wrap => true,
                Ending::Break(BreakKind::Line | BreakKind::LineClear) => alignment == Alignment::Distribute || !keep_soft,
                Ending::Break(_) | Ending::Paragraph => alignment == Alignment::Distribute,
            };
            if stretched && slack > EPSILON {
                return stretch(text, from, start, taken, slack, alignment == Alignment::Distribute);
            }
            0.0
        }
    };
    Adjustment { shift, after: Vec::new() }
}

/// Spreads `slack` over the gaps that open: blanks between words first and then seams between scripts, up to half an em
/// each, and what is left over all of them (docs/word/seams-open-first.md).
fn stretch(text: &Text, from: usize, start: usize, taken: &Taken, mut slack: f64, everywhere: bool) -> Adjustment {
    let mut after = vec![0.0; taken.end.max(from) - from];
    let mut open = Vec::new();
    let (mut blanks, mut seams) = (Vec::new(), Vec::new());
    let mut previous: Option<usize> = None;
    for (i, char) in text.chars.iter().enumerate().take(taken.text_end).skip(start) {
        if matches!(char.class, Class::Hidden | Class::Combining | Class::SoftHyphen) {
            continue;
        }
        if let Some(before) = previous
            && opens(&text.chars[before], char, everywhere)
        {
            let half = text.segment(&text.chars[before]).em / 2.0;
            match text.chars[before].class {
                Class::Blank if char.class.is_word() => blanks.push((before, half - text.chars[before].advance)),
                _ if text.chars[before].class.is_word() != char.class.is_word() => seams.push((before, half - char.seam)),
                _ => {}
            }
            open.push(before);
        }
        previous = Some(i);
    }
    if blanks.len() < open.len() && !everywhere {
        for gaps in [&blanks, &seams] {
            for (k, (at, room)) in gaps.iter().enumerate() {
                let share = (slack / (gaps.len() - k) as f64).min(*room).max(0.0);
                after[at - from] += share;
                slack -= share;
            }
        }
    }
    if !open.is_empty() {
        let share = slack / open.len() as f64;
        open.iter().for_each(|i| after[*i - from] += share);
    }
    Adjustment { shift: 0.0, after }
}

/// Whether a stretched line opens between two characters: at blanks and between ideographs, not inside words, not at halved seams.
fn opens(left: &Char, right: &Char, everywhere: bool) -> bool {
    if left.class.is_blank() {
        return true;
    }
    if right.class.is_blank() || (right.seam < 0.0 && right.class.is_wide()) {
        return false;
    }
    let wide = |char: &Char| char.class.is_wide() || char.class == Class::Object;
    everywhere
        || (wide(left) && wide(right))
        || (left.class == Class::Ideograph && right.class.is_word())
        || (left.class.is_word() && right.class == Class::Ideograph)
}

/// Takes `need` from the line: a final mark gives its blank half first, the blanks between words a quarter, the other marks share
/// the rest, then the seams between scripts, and at last the blanks again (docs/word/squeezing-for-one-more.md).
fn squeeze(text: &Text, from: usize, start: usize, taken: &Taken, mut need: f64) -> Adjustment {
    let mut adjustment = Adjustment { shift: 0.0, after: vec![0.0; taken.end.max(from) - from] };
    let mut marks = marks(text, start, taken.text_end);
    if let Some((last, half)) = marks.last().copied()
        && last + 1 == taken.text_end
        && text.chars[last].class == Class::Close
    {
        // A mark that hangs is out of the line already.
        need -= if taken.hangs { 0.0 } else { half.min(need) };
        marks.pop();
    }
    let word = |i: usize| text.chars.get(i).is_some_and(|char| char.class.is_word());
    let blanks: Vec<usize> = (start..taken.text_end).filter(|i| text.chars[*i].class == Class::Blank).collect();
    let words: Vec<(usize, f64)> = blanks
        .iter()
        .filter(|i| i.checked_sub(1).is_some_and(word) && word(**i + 1))
        .map(|i| (*i, text.chars[*i].advance * BLANK_SHRINK))
        .collect();
    share(words, &mut need, |at, share| adjustment.after[at - from] -= share);
    share(marks, &mut need, |at, share| match (text.chars[at].class, at.checked_sub(1).filter(|before| *before >= from)) {
        (Class::Open, Some(before)) => adjustment.after[before - from] -= share,
        (Class::Open, None) => adjustment.shift -= share,
        _ => adjustment.after[at - from] -= share,
    });
    let seam = |i: usize| Some(text.chars[i].seam).filter(|seam| *seam > 0.0 && word(i) != word(i - 1));
    let seams = (start + 1..taken.text_end).filter_map(|i| Some((i - 1, seam(i)?))).collect();
    share(seams, &mut need, |at, share| adjustment.after[at - from] -= share);
    let width: f64 = blanks.iter().map(|i| text.chars[*i].advance).sum();
    if need > EPSILON && width > 0.0 {
        blanks.iter().for_each(|i| adjustment.after[i - from] -= need * text.chars[*i].advance / width);
    }
    adjustment
}

/// Takes `need` in equal shares, from none more than it can give: what can give least is used up first.
fn share(mut gives: Vec<(usize, f64)>, need: &mut f64, mut take: impl FnMut(usize, f64)) {
    sort_by_key(&mut gives, |(_, most)| float_key(*most));
    for (k, (at, most)) in gives.iter().enumerate() {
        let share = (*need / (gives.len() - k) as f64).min(*most).max(0.0);
        *need -= share;
        take(*at, share);
    }
}

/// The marks of a line with a free half, and their halves.
fn marks(text: &Text, start: usize, end: usize) -> Vec<(usize, f64)> {
    let mut marks: Vec<(usize, f64)> = Vec::new();
    for (i, char) in text.chars.iter().enumerate().take(end).skip(start) {
        if char.pair > 0.0 && i > start {
            // The pair rule has used the half of the one or the other.
            if char.class == Class::Open && marks.last().is_some_and(|(before, _)| text.chars[*before].class == Class::Open) {
                continue;
            }
            marks.pop();
        }
        if char.squeeze > 0.0 {
            marks.push((i, char.squeeze));
        }
    }
    marks
}
