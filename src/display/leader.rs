//! Tabs and what fills the way to a tab stop.

use super::build::Builder;
use super::line::{LineAt, text_color};
use super::{Item, Stroke, Text};
use crate::flow::{CharacterId, Leader};

impl Builder<'_> {
    /// A tab, and its leader as characters of the tab's own font at their natural advance.
    pub fn tab(&mut self, leader: Leader, style: CharacterId, x: f64, width: f64, line: LineAt<'_>) {
        let Some(style) = self.flow.characters.get(style.0 as usize) else { return };
        let color = text_color(style, style.ground.or(line.holder.ground));
        let face = self.fonts.face_for('.', style);
        let font = self.fonts_used.index(face, self.fonts, false);
        let tab =
            Text { x, baseline: line.baseline, width, font, size: style.size, color, scale: 1.0, line: line.index, ..Text::default() };
        if let Some(dot) = character(leader) {
            let advance = leader_advance(self.fonts.get(face).advance(dot), style.size);
            let (count, start) = filling(x, width, advance);
            if count > 0 {
                let (text, width) = (dot.to_string().repeat(count), advance * count as f64);
                self.over.push(Item::Text(Text { text, x: start, width, decoration: true, ..tab.clone() }));
            }
        }
        if let Leader::Underscore | Leader::Heavy = leader {
            let thick = style.size * if leader == Leader::Heavy { 0.1 } else { 0.05 };
            let y = line.baseline + style.size * 0.12;
            self.under.push(Item::Stroke(Stroke { x1: x, y1: y, x2: x + width, y2: y, width: thick, color, dash: Vec::new() }));
        }
        self.over.push(Item::Text(Text { text: "\t".to_owned(), ..tab }));
    }
}

/// The character a leader repeats.
fn character(leader: Leader) -> Option<char> {
    match leader {
        Leader::Dot => Some('.'),
        Leader::Hyphen => Some('-'),
        Leader::MiddleDot => Some('·'),
        Leader::None | Leader::Underscore | Leader::Heavy => None,
    }
}

/// Word sets leaders in whole steps of 1/600 in, of a size in whole steps: see docs/word/leaders-step-by-print-units.md.
fn leader_advance(em: f64, size: f64) -> f64 {
    const STEP: f64 = 0.12;
    (em * (size / STEP).round()).round() * STEP
}

/// Text that ends no farther than this behind a column ends in it, in print units.
const SLACK: f64 = 0.08;

/// How many characters fill a tab and where the first one stands: they stand in columns counted from the page's left,
/// so that the dots of lines below each other do too.
fn filling(x: f64, width: f64, advance: f64) -> (usize, f64) {
    if advance <= 0.1 || width < advance {
        return (0, x);
    }
    let start = ((x - SLACK) / advance).ceil() * advance;
    let count = ((x + width - start) / advance).floor().max(0.0);
    (count as usize, start)
}

#[cfg(test)]
mod tests {
    use super::{filling, leader_advance};

    #[test]
    fn leaders_stand_in_columns() {
        assert_eq!(filling(10.0, 20.0, 3.0), (6, 12.0));
        assert_eq!(filling(10.0, 2.0, 3.0), (0, 10.0));
        assert_eq!(filling(10.0, 2.0, 0.0), (0, 10.0));
        // Times New Roman, Calibri and Calibri Bold at 10.5 pt, Times New Roman at 12 pt.
        for (em, size, step) in [(0.25, 10.5, 2.64), (0.25244, 10.5, 2.64), (0.26709, 10.5, 2.88), (0.25, 12.0, 3.0)] {
            assert!((leader_advance(em, size) - step).abs() < 1e-9, "{em} at {size}");
        }
        // A line of contents in a real report: 117 dots.
        assert_eq!(filling(189.75, 310.3, leader_advance(0.25, 10.5)).0, 117);
    }
}
