//! Text that runs down: East Asian characters stand upright, others lie on their side.

use super::build::Builder;
use super::{Item, Text};
use crate::font::FaceId;

impl Builder<'_> {
    /// Cuts a text into upright characters and runs that are not.
    pub fn upright(&mut self, text: Text, face: FaceId) {
        let face = self.fonts.get(face);
        let mut x = text.x;
        let mut offset = text.offset;
        let mut run = Text { text: String::new(), width: 0.0, ..text.clone() };
        let mut runs = Vec::new();
        for c in text.text.chars() {
            let blank = if c == ' ' { text.word_spacing } else { 0.0 };
            let advance = face.advance(c) * text.size * text.scale + text.letter_spacing + blank;
            let upright = stands_upright(c);
            if upright || run.upright {
                runs.push(std::mem::replace(&mut run, Text { text: String::new(), width: 0.0, x, offset, upright, ..text.clone() }));
            }
            run.text.push(c);
            run.width += advance;
            x += advance;
            offset = offset.map(|offset| offset + u32::from(crate::flow::is_counted(c)));
        }
        runs.push(run);
        self.over.extend(runs.into_iter().filter(|run| !run.text.is_empty()).map(Item::Text));
    }
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
