//! Equations to boxes (word-layout 12.1): TeX's rules with the MATH constants of Cambria Math.
//!
//! [`set`] cuts an equation into the pieces that a line may take apart, before its relations and binary operators, and lays
//! out each: text at its places, rules, marks and signs that are stretched by setting them larger and narrower.

mod boxed;
mod constants;
mod fraction;
mod glyph;
mod grid;
mod limit;
mod radical;
mod row;
mod script;
mod sign;
#[cfg(test)]
mod tests;

pub(super) use boxed::Boxed;

use super::Context;
use crate::equation::{Part, Row};
use crate::flow::{CharacterId, CharacterStyle, LinkId, TextRun};
use crate::font::Fonts;
use constants::{LEADING, SCRIPT, SCRIPT_SCRIPT};

/// Parts within each other beyond this are not drawn.
const DEEPEST: u32 = 48;

/// What follows is set with: TeX's styles.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Style {
    /// On a line of its own.
    display: bool,
    /// 0 is text, 1 a script, 2 a script of a script.
    level: u8,
    /// Superscripts are lower: under a rule, in a subscript.
    cramped: bool,
    depth: u32,
}

impl Style {
    fn script(self, cramped: bool) -> Self {
        Self { display: false, level: (self.level + 1).min(2), cramped: self.cramped || cramped, depth: self.depth + 1 }
    }

    /// Of a fraction's parts.
    fn fraction(self, below: bool) -> Self {
        let level = if self.display { self.level } else { (self.level + 1).min(2) };
        Self { display: false, level, cramped: self.cramped || below, depth: self.depth + 1 }
    }

    fn inner(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    fn cramped(self) -> Self {
        Self { cramped: true, ..self.inner() }
    }
}

/// Sets one equation.
struct Setter<'c> {
    fonts: &'c Fonts,
    look: &'c CharacterStyle,
    style: CharacterId,
    link: Option<LinkId>,
    /// Body-text offset of the next counted character.
    offset: Option<u32>,
}

/// A part of an equation that a line cannot break, or the end of one of its lines.
#[derive(Debug)]
pub(super) enum Unit {
    /// A box, and the body-text offset of its first character.
    Box(Boxed, Option<u32>),
    /// A line ends.
    Break,
}

/// An equation as units.
pub(super) fn set(context: &Context, parts: &[Part], text: &TextRun, display: bool) -> Vec<Unit> {
    let look = context.flow.character(text.style);
    let mut setter = Setter { fonts: context.fonts, look, style: text.style, link: text.link, offset: text.offset };
    let mut units = setter.units(parts, Style { display, level: 0, cramped: false, depth: 0 });
    let face = context.fonts.get(context.fonts.math_face(false, false));
    let leading = if display { LEADING * look.size } else { 0.0 };
    for unit in &mut units {
        if let Unit::Box(unit, _) = unit {
            // A line is at least one of the font's (word-layout 12.1); the ink of an equation with lines of its own has the
            // font's leading above it (`probes/ja-omml`), in a line it has none (page starts of documents).
            unit.above = (face.above * look.size).max(unit.above + leading);
            unit.below = unit.below.max(face.below * look.size);
        }
    }
    units
}

impl Setter<'_> {
    /// The size of a style: scripts are 73 and 60 in the hundred, in whole half-points (`probes/ja-omml`).
    fn size(&self, style: Style) -> f64 {
        let share = match style.level {
            0 => return self.look.size,
            1 => SCRIPT,
            _ => SCRIPT_SCRIPT,
        };
        ((self.look.size * share * 2.0).round() / 2.0).max(1.0)
    }

    fn part(&mut self, part: &Part, style: Style) -> Boxed {
        if style.depth > DEEPEST {
            return Boxed::default();
        }
        match part {
            Part::Text { .. } | Part::Break => Boxed::default(),
            Part::Group(row) => self.row(row, style.inner()),
            Part::Fraction { top, bottom, kind } => self.fraction(top, bottom, *kind, style),
            Part::Radical { degree, body } => self.radical(degree, body, style),
            Part::Scripts { base, sub, sup, before } => self.scripts(base, sub.as_ref(), sup.as_ref(), *before, style),
            Part::Nary { sign, stacked, sub, sup, body } => self.nary(*sign, *stacked, (sub, sup), body, style),
            Part::Delimited { open, separator, close, grow, parts } => self.delimited((*open, *separator, *close), *grow, parts, style),
            Part::Grid { rows, array } => self.grid(rows, *array, style),
            Part::Limit { base, limit, above } => self.limit(base, limit, *above, style),
            Part::Mark { mark, body, above, wide } => self.mark(*mark, body, *above, *wide, style),
            Part::Bar { body, above } => self.bar(body, *above, style),
        }
    }

    /// A row that may be missing.
    fn some(&mut self, row: Option<&Row>, style: Style) -> Option<Boxed> {
        row.filter(|row| !row.is_empty()).map(|row| self.row(row, style))
    }
}
