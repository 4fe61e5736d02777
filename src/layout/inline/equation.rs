//! Equations in a line, and on lines of their own (word-layout 12.1).

use super::class::Class;
use super::collect::Collector;
use super::text::{Atom, EquationBox, NO_OFFSET};
use crate::equation::{Part, is_plain};
use crate::flow::{Alignment, BreakKind, Inline, TextRun};
use crate::layout::math::{self, Unit};

impl Collector<'_, '_> {
    /// An equation: text where it is nothing else and stands in a line, else boxes between which lines may break.
    pub(super) fn equation(&mut self, display: bool, alignment: Option<Alignment>, parts: &[Part], text: &TextRun) {
        if !display && is_plain(parts) {
            return self.run(text);
        }
        if display {
            let visible = |class| !matches!(class, Class::Hidden | Class::Blank);
            if self.text.chars.iter().rev().find(|char| visible(char.class)).is_some_and(|char| char.class != Class::Break) {
                self.atom('\n', Class::Break, text.style, Atom::Break(BreakKind::Line));
            }
        }
        for unit in math::set(self.context, parts, text, display) {
            match unit {
                Unit::Break if display => self.atom('\n', Class::Break, text.style, Atom::Break(BreakKind::Line)),
                Unit::Break => {}
                Unit::Box(unit, offset) => {
                    let alignment = display.then_some(alignment.unwrap_or(Alignment::Center));
                    let (above, below) = (unit.above, unit.below);
                    let equation = EquationBox { pieces: unit.pieces, above, below, alignment };
                    self.atom('\u{fffc}', Class::Object, text.style, Atom::Equation(Box::new(equation)));
                    self.widen_last(unit.width);
                    if let Some(last) = self.text.chars.last_mut() {
                        last.offset = offset.unwrap_or(NO_OFFSET);
                    }
                }
            }
        }
        self.after_equation = display.then_some(text.style);
    }

    /// What follows an equation that has lines of its own begins a line.
    pub(super) fn leave_equation(&mut self, item: &Inline) {
        match item {
            Inline::Anchor(_) | Inline::Bookmark(_) | Inline::SavedBreak => {}
            Inline::Text(run) if run.text.trim().is_empty() => {}
            Inline::Break { .. } | Inline::Math { display: true, .. } => self.after_equation = None,
            _ => {
                if let Some(style) = self.after_equation.take() {
                    self.atom('\n', Class::Break, style, Atom::Break(BreakKind::Line));
                }
            }
        }
    }
}
