//! Signs that grow: delimiters and n-ary operators. A stretched sign is its glyph set larger, and narrowed to its usual
//! breadth.

use super::boxed::Boxed;
use super::constants::{AXIS, DISPLAY_OPERATOR, THIN};
use super::{Setter, Style};
use crate::equation::{Look, Row};
use crate::layout::fragment::PieceContent;

/// Ink of an upright mark at its usual size, in em: delimiters reach so far above and below the baseline.
const MARK_ABOVE: f64 = 0.75;
const MARK_BELOW: f64 = 0.2;
/// Ink of an operator at its usual size.
const OPERATOR_ABOVE: f64 = 0.9;
const OPERATOR_BELOW: f64 = 0.33;

/// Upright signs do not lean.
pub(super) const UPRIGHT: Look = Look { italic: false, bold: false, plain: false };

impl Setter<'_> {
    /// A sign whose ink at its usual size is `ink` em, stretched to `height` from `bottom` (above the baseline) upward.
    pub(super) fn stretched(&self, c: char, size: f64, ink: (f64, f64), height: f64, bottom: f64, narrow: bool) -> Boxed {
        let grown = (height / (ink.0 + ink.1)).max(size);
        let mut sign = self.glyph(c, UPRIGHT, grown);
        let scale = if narrow { size / grown } else { 1.0 };
        sign.width *= scale;
        for piece in &mut sign.pieces {
            piece.width *= scale;
            if let PieceContent::Text(text) = &mut piece.content {
                (text.scale, text.rise) = (scale, bottom + ink.1 * grown);
            }
        }
        Boxed { above: bottom + height, below: -bottom, ..sign }
    }

    /// `m:d`: marks as tall as what stands between them, symmetrical about the axis.
    pub(super) fn delimited(
        &mut self,
        marks: (Option<char>, Option<char>, Option<char>),
        grow: bool,
        parts: &[Row],
        style: Style,
    ) -> Boxed {
        let size = self.size(style);
        let axis = AXIS * size;
        let parts: Vec<Boxed> = parts.iter().map(|part| self.row(part, style.inner())).collect();
        let reach = parts.iter().fold(0.0_f64, |reach, part| reach.max(part.above - axis).max(part.below + axis));
        let usual = (MARK_ABOVE + MARK_BELOW) * size;
        let height = if grow && 2.0 * reach > usual { 2.0 * reach } else { usual };
        let bottom = if height > usual { axis - height / 2.0 } else { -MARK_BELOW * size };
        let sign = |mark: Option<char>| mark.map(|c| self.stretched(c, size, (MARK_ABOVE, MARK_BELOW), height, bottom, true));
        let mut all = Boxed::empty();
        if let Some(open) = sign(marks.0) {
            all.append(open, 0.0);
        }
        for (i, part) in parts.into_iter().enumerate() {
            if let Some(separator) = sign(marks.1).filter(|_| i > 0) {
                all.append(separator, 0.0);
            }
            all.append(part, 0.0);
        }
        if let Some(close) = sign(marks.2) {
            all.append(close, 0.0);
        }
        all.closed()
    }

    /// `m:nary`: limits above and below in display style, an integral's at its side (word-layout 12.1).
    pub(super) fn nary(&mut self, sign: char, stacked: Option<bool>, limits: (&Row, &Row), body: &Row, style: Style) -> Boxed {
        let size = self.size(style);
        let is_integral = ('\u{222b}'..='\u{2233}').contains(&sign);
        let height = if style.display { DISPLAY_OPERATOR } else { OPERATOR_ABOVE + OPERATOR_BELOW } * size;
        let bottom = AXIS * size - height / 2.0;
        let operator = self.stretched(sign, size, (OPERATOR_ABOVE, OPERATOR_BELOW), height, bottom, is_integral);
        let sub = self.some(Some(limits.0), style.script(true));
        let sup = self.some(Some(limits.1), style.script(false));
        let mut all = if stacked.unwrap_or(!is_integral) && style.display {
            self.stack_limits(operator, sup, sub, size)
        } else {
            self.attach(operator, sub, sup, style, true)
        };
        let body = self.row(body, style.inner());
        if body.width > 0.0 {
            all.append(body, if style.level == 0 { THIN * size } else { 0.0 });
        }
        all
    }
}
