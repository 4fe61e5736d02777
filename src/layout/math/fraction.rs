//! Fractions, with and without a rule.

use super::boxed::Boxed;
use super::constants::{AXIS, DENOMINATOR_DOWN, FRACTION_GAP, NUMERATOR_UP, RULE, STACK_DOWN, STACK_GAP, STACK_UP};
use super::sign::UPRIGHT;
use super::{Setter, Style};
use crate::equation::{FractionKind, Row};

/// How far a rule reaches out beyond what it divides, and the white beside it, in em.
const BESIDE: f64 = 1.0 / 18.0;

impl Setter<'_> {
    /// `m:f`.
    pub(super) fn fraction(&mut self, top: &Row, bottom: &Row, kind: FractionKind, style: Style) -> Boxed {
        let size = self.size(style);
        if kind == FractionKind::Linear {
            let mut all = self.row(top, style.inner());
            all.append(self.glyph('/', UPRIGHT, size), 0.0);
            let bottom = self.row(bottom, style.inner());
            all.append(bottom, 0.0);
            return all;
        }
        let (top, bottom) = (self.row(top, style.fraction(false)), self.row(bottom, style.fraction(true)));
        let shown = usize::from(style.display);
        let (axis, rule) = (AXIS * size, RULE * size);
        let (up, down) = if kind == FractionKind::Bar {
            let gap = FRACTION_GAP[shown] * size;
            let up = (NUMERATOR_UP[shown] * size).max(axis + rule / 2.0 + gap + top.below);
            (up, (DENOMINATOR_DOWN[shown] * size).max(bottom.above + gap + rule / 2.0 - axis))
        } else {
            let (up, down) = (STACK_UP[shown] * size, STACK_DOWN[shown] * size);
            let lack = (STACK_GAP[shown] * size - (up - top.below + down - bottom.above)).max(0.0);
            (up + lack / 2.0, down + lack / 2.0)
        };
        let (side, width) = (BESIDE * size, top.width.max(bottom.width));
        let mut all = Boxed::empty();
        all.put(top.centred(width), side, up);
        if kind == FractionKind::Bar {
            all.put(self.rule(width, axis - rule / 2.0, rule), side, 0.0);
        }
        all.put(bottom.centred(width), side, -down);
        all.width = width + 2.0 * side;
        all
    }
}

impl Boxed {
    /// In the middle of `width`.
    pub(super) fn centred(self, width: f64) -> Self {
        let mut all = Self::empty();
        let x = (width - self.width) / 2.0;
        all.put(self, x, 0.0);
        all.width = width;
        all.closed()
    }
}
