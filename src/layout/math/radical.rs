//! Radicals.

use super::boxed::Boxed;
use super::constants::{DEGREE_AFTER, DEGREE_BEFORE, DEGREE_RAISE, RADICAL_ASCENDER, RADICAL_GAP, RADICAL_SIGN, RULE};
use super::{Setter, Style};
use crate::equation::Row;

/// Ink of the sign at its usual size: above and below the baseline, in em.
const INK: (f64, f64) = (0.97, 0.22);

impl Setter<'_> {
    /// `m:rad`.
    pub(super) fn radical(&mut self, degree: &Row, body: &Row, style: Style) -> Boxed {
        let size = self.size(style);
        let degree = self.some(Some(degree), Style { level: 2, display: false, ..style.inner() });
        let body = self.row(body, style.cramped());
        let rule = RULE * size;
        let gap = RADICAL_GAP[usize::from(style.display)] * size;
        let height = (body.height() + gap + rule).max(RADICAL_SIGN * size);
        // What the sign has too much stands half above and half below.
        let surplus = height - (body.height() + gap + rule);
        let top = body.above + gap + rule + surplus / 2.0;
        let sign = self.stretched('√', size, INK, height, top - height, true);
        let mut all = Boxed::empty();
        let mut start = 0.0;
        if let Some(degree) = degree {
            start = (DEGREE_BEFORE * size + degree.width + DEGREE_AFTER * size).max(0.0);
            let rise = top - height + DEGREE_RAISE * height + degree.below;
            all.put(degree, DEGREE_BEFORE * size, rise);
        }
        let width = body.width;
        let over = start + sign.width;
        all.put(sign, start, 0.0);
        all.put(self.rule(width, top - rule, rule), over, 0.0);
        all.put(body, over, 0.0);
        all.above = all.above.max(top + RADICAL_ASCENDER * size);
        all.width = over + width;
        all
    }
}
