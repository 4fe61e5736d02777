//! Text that runs down: East Asian characters stand upright, others lie on their side.

use super::Text;
use super::cut::{Place, cut};

/// Cuts a text into upright characters and runs that are not; `places` and `x` as [`cut`] has them.
pub(super) fn upright(text: Text, places: &[Place], x: f64) -> Vec<Text> {
    let standing: Vec<bool> = text.text.chars().map(stands_upright).collect();
    let stands = |index: usize| standing.get(index).copied().unwrap_or(false);
    let mut runs = cut(text, places, x, |index| if stands(index) { index + 1 } else { 0 });
    for run in &mut runs {
        run.upright = run.text.starts_with(stands_upright);
    }
    runs
}

/// Ideographs, kana, hangul and full-width marks (UAX 50, value U, of these blocks). Brackets, dashes and the like turn with
/// the line.
fn stands_upright(c: char) -> bool {
    match c {
        '〈'..='】' | '〔'..='〟' | '（' | '）' | '［' | '］' | '｛' | '｝' | '～' | 'ー' | '：' | '；' => false,
        '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => true,
        '\u{20000}'..='\u{3ffff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::stands_upright;

    #[test]
    fn ideographs_stand_and_letters_lie() {
        assert!(stands_upright('中') && stands_upright('あ') && stands_upright('，'));
        assert!(!stands_upright('a') && !stands_upright('（') && !stands_upright('—'));
    }
}
