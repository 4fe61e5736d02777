//! Advances of Arabic letters hang on their neighbours: each takes its joined form's, and those that join into one share that one's
//! (docs/word/arabic-letters-join.md).

use super::text::Text;
use crate::font::arabic;
use crate::layout::Context;

/// Gives the Arabic letters of a text the advances of their forms, where their face has figures of them.
pub(super) fn join(context: &Context, text: &mut Text) {
    if !text.chars.iter().any(|char| arabic::is_arabic(char.c)) {
        return;
    }
    // Marks over and under letters do not part them.
    let at: Vec<usize> = (0..text.chars.len()).filter(|i| !is_mark(text, *i)).collect();
    let mut run: Vec<(char, bool)> = at.iter().map(|i| (text.chars[*i].c, false)).collect();
    for k in 1..run.len() {
        run[k - 1].1 = arabic::joins_next(run[k - 1].0) && arabic::joins_previous(run[k].0);
    }
    let (mut k, mut end, mut previous) = (0, 0, false);
    while k < at.len() {
        let char = text.chars[at[k]];
        if k == end {
            end = (k..at.len()).find(|k| text.chars[at[*k]].segment != char.segment).unwrap_or(at.len());
        }
        let face = context.fonts.get(char.face);
        let one = arabic::ligature(&run[k..end], previous).filter(|(form, _)| face.has(*form));
        let count = one.map_or(1, |one| one.1);
        let form = one.map(|one| one.0).or_else(|| arabic::form(char.c, previous, run[k].1).filter(|form| face.has(*form)));
        let last = run[k + count - 1];
        if let Some(form) = form {
            let segment = text.segment(&char);
            let em = face.advance(form) - run.get(k + count).map_or(0.0, |after| face.tuck(last.0, after.0));
            let natural = em * segment.size * segment.scale / count as f64;
            let advance = natural + context.flow.character(segment.style).spacing;
            for at in &at[k..k + count] {
                (text.chars[*at].natural, text.chars[*at].advance) = (natural, advance);
            }
        }
        previous = last.1;
        k += count;
    }
}

fn is_mark(text: &Text, at: usize) -> bool {
    let char = &text.chars[at];
    char.natural == 0.0 && arabic::is_arabic(char.c)
}
