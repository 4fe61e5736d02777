//! Tab stops: which one comes next (word-layout 5.9).

use super::text::EPSILON;
use crate::flow::{Leader, Paragraph, TabKind, TabStop};

/// The distance of default stops where a file states none that can be used.
const DEFAULT_DISTANCE: f64 = 36.0;

/// The stops of a paragraph, from the column's left edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stops<'a> {
    stated: &'a [TabStop],
    /// The left indent is a stop where a line begins left of it.
    indent: f64,
    distance: f64,
}

/// A stop that a tab moves to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stop {
    /// From the column's left edge.
    pub position: f64,
    /// How text stands at it.
    pub kind: TabKind,
    /// What fills the way to it.
    pub leader: Leader,
    /// It is stated, not one of the default ones.
    pub stated: bool,
}

impl<'a> Stops<'a> {
    /// The stops of `paragraph`, with default stops `distance` apart.
    pub(super) fn new(paragraph: &'a Paragraph, distance: f64) -> Self {
        let distance = if distance >= 1.0 { distance } else { DEFAULT_DISTANCE };
        Self { stated: &paragraph.tabs, indent: paragraph.indent_left, distance }
    }

    /// The first stop right of `x`. Stated stops and the left indent clear the default ones before them.
    pub(super) fn next(&self, x: f64) -> Stop {
        let stated = self
            .stated
            .iter()
            .filter(|stop| stop.kind != TabKind::Bar && stop.position > x + EPSILON)
            .min_by(|a, b| a.position.total_cmp(&b.position))
            .map(|stop| Stop { position: stop.position, kind: stop.kind, leader: stop.leader, stated: true });
        let indent = (self.indent > x + EPSILON).then(|| plain(self.indent));
        match (stated, indent) {
            (Some(stated), Some(indent)) if indent.position < stated.position - EPSILON => indent,
            (Some(stated), _) => stated,
            (None, Some(indent)) => indent,
            (None, None) => plain(((x / self.distance + 1e-6).floor() + 1.0) * self.distance),
        }
    }

    /// Where bars stand: they move nothing.
    pub(super) fn bars(&self) -> impl Iterator<Item = f64> {
        self.stated.iter().filter(|stop| stop.kind == TabKind::Bar).map(|stop| stop.position)
    }

    /// The stop that the tab behind a list label moves to which ends at `x`: a label that fills its indent needs none.
    pub(super) fn after_label(&self, x: f64, indent_counts: bool) -> Stop {
        match indent_counts {
            true if (self.indent - x).abs() <= EPSILON => plain(self.indent),
            true => self.next(x),
            false => Self { indent: f64::NEG_INFINITY, ..*self }.next(x),
        }
    }
}

/// A stop that is not stated.
fn plain(position: f64) -> Stop {
    Stop { position, kind: TabKind::Left, leader: Leader::None, stated: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops(paragraph: &Paragraph) -> Stops<'_> {
        Stops::new(paragraph, 21.0)
    }

    #[test]
    fn stated_stops_clear_the_default_ones_before_them() {
        let tab = |position, kind| TabStop { position, kind, leader: Leader::None };
        let paragraph = Paragraph { tabs: vec![tab(100.0, TabKind::Right), tab(50.0, TabKind::Bar)], ..Paragraph::default() };
        assert_eq!(stops(&paragraph).next(5.0).position, 100.0);
        assert_eq!(stops(&paragraph).next(100.0).position, 105.0);
    }

    #[test]
    fn a_hanging_indent_is_a_stop() {
        let paragraph = Paragraph { indent_left: 30.0, indent_first: -30.0, ..Paragraph::default() };
        assert_eq!(stops(&paragraph).next(22.0).position, 30.0);
        assert_eq!(stops(&paragraph).next(30.0).position, 42.0);
        assert_eq!(stops(&paragraph).after_label(30.0, true).position, 30.0);
        assert_eq!(stops(&paragraph).after_label(22.0, false).position, 42.0);
        // A report's list: its label ends at 47, default stops are at 63 and the indent is at 78, where its text begins.
        assert_eq!(stops(&paragraph).next(5.0).position, 30.0);
    }
}
