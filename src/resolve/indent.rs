//! Indents (word-layout 4.4): twips and characters, laid over each other side by side.

use crate::model::Indent;
use crate::units::Twip;

/// Indents after some layers. Characters win over twips where they are not 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct IndentLayer {
    left: i32,
    left_chars: i32,
    right: i32,
    right_chars: i32,
    /// Negative hangs.
    first: i32,
    /// Negative hangs.
    first_chars: i32,
}

/// What one character measures in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CharacterUnits {
    /// For left and right: the default paragraph style's size.
    pub(super) normal: f64,
    /// For the first line: the first run's size.
    pub(super) run: f64,
}

/// Indents in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Indents {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) first: f64,
}

impl IndentLayer {
    /// Lays a style's or a paragraph's `w:ind` over this. A stated 0 in characters cancels inherited characters and
    /// says nothing more: the twips below it stay, a level's hanging indent and the measure cached beside the characters
    /// alike. (Word's own lines: a paragraph with `firstLineChars` 0 over a style with 200 and 420 begins at 420.)
    pub(super) fn over(&mut self, top: &Indent) {
        lay_one(&mut self.left, stated(top.left));
        lay_one(&mut self.left_chars, top.left_chars);
        lay_one(&mut self.right, stated(top.right));
        lay_one(&mut self.right_chars, top.right_chars);
        lay_one(&mut self.first, first(top));
        lay_one(&mut self.first_chars, first_chars(top));
    }

    /// Lays a numbering level's `w:ind` over this: its twips beat characters of the style below (word-layout 2.1).
    pub(super) fn over_by_level(&mut self, level: &Indent) {
        if level.left.is_some() {
            self.left_chars = 0;
        }
        if level.right.is_some() {
            self.right_chars = 0;
        }
        if first(level).is_some() {
            self.first_chars = 0;
        }
        self.over(level);
    }

    /// Lays what is left of a level whose list is taken away (`w:numId` 0) over this: nothing on the sides that it
    /// stated, rather than what the styles below it say. (Word's own lines: a heading out of its list begins at 0 though
    /// the style it is based on indents by 200.)
    pub(super) fn over_by_removed_level(&mut self, level: &Indent) {
        let zero = |stated: bool| stated.then_some(Twip(0));
        let (left, right, first_line) = (zero(level.left.is_some()), zero(level.right.is_some()), zero(first(level).is_some()));
        self.over_by_level(&Indent { left, right, first_line, ..Indent::default() });
    }

    /// In points.
    pub(super) fn resolve(&self, units: CharacterUnits) -> Indents {
        let chars = |count: i32, unit: f64| f64::from(count) / 100.0 * unit;
        let first = if self.first_chars != 0 { chars(self.first_chars, units.run) } else { Twip(self.first).pt() };
        // Characters on the left measure where the first line starts: a hanging indent, even one in twips from a list
        // level, adds to the text's left edge. Twips on the left hold the sum already.
        let hang = (-first).max(0.0);
        let left = match (self.left_chars, self.left) {
            (0, 0) if self.first_chars < 0 => hang,
            (0, left) => Twip(left).pt(),
            (count, _) => chars(count, units.normal) + hang,
        };
        let right = if self.right_chars != 0 { chars(self.right_chars, units.normal) } else { Twip(self.right).pt() };
        Indents { left, right, first }
    }

    /// Whether the first line's indent is in characters of its first run.
    pub(super) fn asks_for_run(&self) -> bool {
        self.first_chars != 0
    }
}

/// What programs write beside characters where they do not measure them: 22 inches, the largest indent there is. It says
/// nothing (word-layout 4.4).
const UNMEASURED: i32 = 31_680;

/// A measure, unless it is no measure.
fn stated(twips: Option<Twip>) -> Option<i32> {
    twips.map(|v| v.0).filter(|v| *v != UNMEASURED)
}

fn lay_one(below: &mut i32, above: Option<i32>) {
    if let Some(value) = above {
        *below = value;
    }
}

/// Hanging beats first line within one element.
fn first(indent: &Indent) -> Option<i32> {
    stated(indent.hanging).map(i32::saturating_neg).or(stated(indent.first_line))
}

fn first_chars(indent: &Indent) -> Option<i32> {
    match (indent.hanging_chars, indent.first_line_chars) {
        (Some(hanging), first) if hanging != 0 || first.is_none() => Some(hanging.saturating_neg()),
        (_, first) => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: CharacterUnits = CharacterUnits { normal: 10.5, run: 16.0 };

    fn twips(left: i32, hanging: i32) -> Indent {
        Indent { left: Some(Twip(left)), hanging: Some(Twip(hanging)), ..Indent::default() }
    }

    #[test]
    fn first_line_characters_measure_the_run() {
        let mut indent = IndentLayer::default();
        indent.over(&Indent { first_line_chars: Some(200), first_line: Some(Twip(31680)), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 0.0, right: 0.0, first: 32.0 });
    }

    #[test]
    fn unmeasured_twips_leave_the_side_to_the_characters() {
        // An exam paper: `left` and `firstLine` 31680 beside `hangingChars` 900. Its four lines stand on the page.
        let mut indent = IndentLayer::default();
        let unmeasured = Some(Twip(31_680));
        indent.over(&Indent { left: unmeasured, first_line: unmeasured, hanging_chars: Some(900), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 144.0, right: 0.0, first: -144.0 });
    }

    #[test]
    fn left_characters_measure_normal() {
        let mut indent = IndentLayer::default();
        indent.over(&Indent { left_chars: Some(200), right_chars: Some(100), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 21.0, right: 10.5, first: 0.0 });
    }

    #[test]
    fn hanging_characters_add_to_the_left() {
        let mut indent = IndentLayer::default();
        indent.over(&Indent { left_chars: Some(100), hanging_chars: Some(200), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 42.5, right: 0.0, first: -32.0 });
    }

    #[test]
    fn a_levels_hanging_adds_to_characters_on_the_left() {
        // Seen in Word's own lines: leftChars 400 at 10.5 pt over a level that hangs 420 begins at 42 and goes on at 63.
        let mut indent = IndentLayer::default();
        indent.over_by_level(&twips(1680, 420));
        indent.over(&Indent { left_chars: Some(400), left: Some(Twip(1260)), first_line_chars: Some(0), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 63.0, right: 0.0, first: -21.0 });
    }

    #[test]
    fn zero_characters_do_not_cancel_a_levels_hanging() {
        let mut indent = IndentLayer::default();
        indent.over(&Indent { first_line_chars: Some(200), first_line: Some(Twip(420)), ..Indent::default() });
        indent.over_by_level(&twips(420, 420));
        indent.over(&Indent { first_line_chars: Some(0), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 21.0, right: 0.0, first: -21.0 });
        indent.over(&Indent { first_line: Some(Twip(0)), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 21.0, right: 0.0, first: 0.0 });
    }

    #[test]
    fn zero_characters_leave_the_cached_twips() {
        let mut indent = IndentLayer::default();
        indent.over(&Indent { first_line_chars: Some(200), first_line: Some(Twip(420)), ..Indent::default() });
        indent.over(&Indent { left: Some(Twip(420)), first_line_chars: Some(0), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 21.0, right: 0.0, first: 21.0 });
    }

    #[test]
    fn a_removed_level_leaves_nothing_on_its_sides() {
        let mut indent = IndentLayer::default();
        indent.over(&Indent { first_line_chars: Some(200), first_line: Some(Twip(200)), right: Some(Twip(100)), ..Indent::default() });
        indent.over_by_removed_level(&twips(420, 420));
        indent.over(&Indent { first_line_chars: Some(0), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS), Indents { left: 0.0, right: 5.0, first: 0.0 });
    }

    #[test]
    fn inherited_characters_stay_until_cancelled() {
        let mut indent = IndentLayer::default();
        indent.over(&Indent { first_line_chars: Some(200), ..Indent::default() });
        indent.over(&Indent { first_line: Some(Twip(0)), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS).first, 32.0);
        indent.over(&Indent { first_line: Some(Twip(0)), first_line_chars: Some(0), ..Indent::default() });
        assert_eq!(indent.resolve(UNITS).first, 0.0);
    }
}
