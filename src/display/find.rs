//! Where parts of the body text stand on a page, for marking hits of a search; and the text that offsets do not count, with its
//! places, for finding hits in it.

use super::Rect;
use super::build::{Builder, paint_page};
use super::decoration::characters;
use super::line::LineAt;
use crate::flow::{Flow, is_counted};
use crate::font::Fonts;
use crate::layout::fragment::{Page, Piece, TextKind, TextPiece};

/// Height of a box above and below its baseline, in em.
const ABOVE: f64 = 0.9;
const BELOW: f64 = 0.25;

/// A gap in a line, in em, from which on a blank is read: a tab.
const TAB: f64 = 0.5;

/// What is sought on a page, and what was found so far.
#[derive(Default)]
pub(super) struct Sought {
    ranges: Vec<(u32, u32)>,
    boxes: Vec<Vec<Rect>>,
    /// Quarter turns that hold what is being built: how many, and about which point.
    pub turns: Vec<(u8, f64, f64)>,
    /// The story in work.
    pub story: &'static str,
    /// Paragraphs outside the body text, where they are sought.
    outside: Option<Vec<Outside>>,
    /// The paragraph in work, as an index into them.
    at: usize,
}

/// A paragraph on a page, or what of it offsets do not count: headers, footers, notes, text boxes.
pub(crate) struct Outside {
    /// As [`Group::Story`](super::Group::Story) names it.
    pub story: &'static str,
    /// Its characters and their boxes, whose colour means nothing.
    pub characters: Vec<(char, Rect)>,
}

/// The text of a page that offsets do not count, a paragraph an entry; none is empty.
pub(crate) fn outside(page: &Page, flow: &Flow, fonts: &Fonts) -> Vec<Outside> {
    let mut builder = Builder::new(flow, fonts);
    builder.sought.outside = Some(Vec::new());
    paint_page(&mut builder, page);
    let mut found = builder.sought.outside.unwrap_or_default();
    found.retain(|paragraph| !paragraph.characters.is_empty());
    found
}

/// Joins boxes that follow each other in a line.
pub(crate) fn joined(boxes: impl IntoIterator<Item = Rect>) -> Vec<Rect> {
    let mut all: Vec<Rect> = Vec::new();
    for found in boxes {
        push_box(&mut all, found);
    }
    all
}

/// The boxes of ranges of body-text offsets on a page, a list a range; their colour means nothing.
pub(crate) fn boxes(page: &Page, flow: &Flow, fonts: &Fonts, ranges: Vec<(u32, u32)>) -> Vec<Vec<Rect>> {
    let mut builder = Builder::new(flow, fonts);
    builder.sought.boxes = vec![Vec::new(); ranges.len()];
    builder.sought.ranges = ranges;
    paint_page(&mut builder, page);
    builder.sought.boxes
}

impl Builder<'_> {
    /// Adds the boxes of what is sought in a piece.
    pub fn find_in(&mut self, piece: &Piece, text: &TextPiece, line: LineAt<'_>) {
        if self.sought.outside.is_some() && text.offset.is_none() && text.kind == TextKind::Content {
            return self.take_outside(piece, text, line);
        }
        let Some(first) = text.offset.filter(|_| !self.sought.ranges.is_empty()) else { return };
        let length = text.text.chars().filter(|c| is_counted(*c)).count() as u32;
        for index in 0..self.sought.ranges.len() {
            let Some((from, to)) = self.sought.ranges.get(index).copied() else { continue };
            if from >= first + length || to <= first {
                continue;
            }
            let mut offset = first;
            let mut span: Option<(f64, f64)> = None;
            for (c, left, right) in characters(text, piece, self.fonts) {
                let counted = is_counted(c);
                if counted && (from..to).contains(&offset) {
                    span = Some(span.map_or((left, right), |(start, _)| (start, right)));
                }
                offset += u32::from(counted);
            }
            if let Some((left, right)) = span {
                self.add_box(index, line.x + left, line.baseline - text.rise, right - left, text.size);
            }
        }
    }

    /// A paragraph begins; what held it goes on when it is done ([`end_paragraph`](Self::end_paragraph) with this answer).
    pub fn begin_paragraph(&mut self) -> usize {
        let outer = self.sought.at;
        let story = self.sought.story;
        if let Some(all) = &mut self.sought.outside {
            self.sought.at = all.len();
            all.push(Outside { story, characters: Vec::new() });
        }
        outer
    }

    /// The paragraph is done.
    pub fn end_paragraph(&mut self, outer: usize) {
        self.sought.at = outer;
    }

    fn take_outside(&mut self, piece: &Piece, text: &TextPiece, line: LineAt<'_>) {
        let mut taken = Vec::new();
        for (c, left, right) in characters(text, piece, self.fonts) {
            taken.push((c, self.page_box(line.x + left, line.baseline - text.rise, right - left, text.size)));
        }
        let at = self.sought.at;
        let Some(paragraph) = self.sought.outside.as_mut().and_then(|all| all.get_mut(at)) else { return };
        if let (Some((_, last)), Some((_, first))) = (paragraph.characters.last(), taken.first())
            && (last.y - first.y).abs() < 0.01
            && first.x - (last.x + last.width) > TAB * text.size
        {
            paragraph.characters.push((' ', last.clone()));
        }
        paragraph.characters.append(&mut taken);
    }

    fn add_box(&mut self, index: usize, x: f64, baseline: f64, width: f64, size: f64) {
        let found = self.page_box(x, baseline, width, size);
        if let Some(boxes) = self.sought.boxes.get_mut(index) {
            push_box(boxes, found);
        }
    }

    /// The box of characters on the page, whatever they are turned by.
    fn page_box(&self, x: f64, baseline: f64, width: f64, size: f64) -> Rect {
        let mut found = Rect { x, y: baseline - size * ABOVE, width, height: size * (ABOVE + BELOW), color: 0 };
        for (turns, x, y) in self.sought.turns.iter().rev() {
            found = turned(&found, *turns, *x, *y);
        }
        found
    }
}

/// Adds a box; pieces of a line make one.
fn push_box(boxes: &mut Vec<Rect>, found: Rect) {
    match boxes.last_mut() {
        Some(last) if (last.y - found.y).abs() < 0.01 && (last.x + last.width - found.x).abs() < found.height / (ABOVE + BELOW) => {
            last.width = found.x + found.width - last.x
        }
        _ => boxes.push(found),
    }
}

/// A box after clockwise quarter turns about a point.
fn turned(rect: &Rect, turns: u8, x: f64, y: f64) -> Rect {
    let mut rect = rect.clone();
    for _ in 0..turns {
        let (left, top) = (x - (rect.y + rect.height - y), y + (rect.x - x));
        rect = Rect { x: left, y: top, width: rect.height, height: rect.width, color: rect.color };
    }
    rect
}

#[cfg(test)]
mod tests {
    use super::{Rect, turned};

    #[test]
    fn a_quarter_turn_moves_the_top_to_the_right() {
        let rect = Rect { x: -1.0, y: -3.0, width: 2.0, height: 1.0, color: 0 };
        assert_eq!(turned(&rect, 1, 0.0, 0.0), Rect { x: 2.0, y: -1.0, width: 1.0, height: 2.0, color: 0 });
        assert_eq!(turned(&rect, 4, 0.0, 0.0), rect);
    }
}
