//! What stands above or below: limits, accents, bars, braces.

use super::boxed::Boxed;
use super::constants::{ACCENT_BASE, BAR_GAP, LIMIT_GAP, LOWER_LIMIT_DROP, RULE, UPPER_LIMIT_RISE};
use super::sign::UPRIGHT;
use super::{Setter, Style};
use crate::equation::Row;
use crate::layout::fragment::PieceContent;

/// Where the ink of a combining accent stands above the baseline, in em.
const ACCENT_INK: (f64, f64) = (0.54, 0.72);
/// Height of a brace above or below, in em.
const BRACE: f64 = 0.3;

impl Setter<'_> {
    /// `m:limLow`, `m:limUpp`.
    pub(super) fn limit(&mut self, base: &Row, limit: &Row, above: bool, style: Style) -> Boxed {
        let base = self.row(base, style.inner());
        let limit = self.row(limit, style.script(!above));
        let size = self.size(style);
        if above { self.stack_limits(base, Some(limit), None, size) } else { self.stack_limits(base, None, Some(limit), size) }
    }

    /// Limits in the middle above and below a base.
    pub(super) fn stack_limits(&self, base: Boxed, upper: Option<Boxed>, lower: Option<Boxed>, size: f64) -> Boxed {
        let width = [&upper, &lower].iter().filter_map(|limit| limit.as_ref()).fold(base.width, |width, limit| width.max(limit.width));
        let (top, bottom) = (base.above, base.below);
        let mut all = base.centred(width);
        if let Some(limit) = upper {
            let rise = top + (UPPER_LIMIT_RISE * size).max(LIMIT_GAP * size + limit.below);
            all.put(limit.centred(width), 0.0, rise);
        }
        if let Some(limit) = lower {
            let drop = bottom + (LOWER_LIMIT_DROP * size).max(LIMIT_GAP * size + limit.above);
            all.put(limit.centred(width), 0.0, -drop);
        }
        all
    }

    /// `m:acc`, `m:groupChr`.
    pub(super) fn mark(&mut self, mark: char, body: &Row, above: bool, wide: bool, style: Style) -> Boxed {
        let size = self.size(style);
        let body = self.row(body, style.cramped());
        let width = body.width;
        let mut glyph = self.glyph(mark, UPRIGHT, size);
        if wide {
            return self.brace(glyph, body, above, size);
        }
        let rise = (body.above - ACCENT_BASE * size).max(0.0);
        (glyph.above, glyph.below) = (ACCENT_INK.1 * size, -ACCENT_INK.0 * size);
        // A combining mark takes no room: painted about the middle.
        glyph.width = 0.0;
        let mut all = body;
        all.put(glyph, width / 2.0, rise);
        all.width = width;
        all
    }

    /// A brace, bracket or arrow as wide as what it stands at.
    fn brace(&self, mut glyph: Boxed, body: Boxed, above: bool, size: f64) -> Boxed {
        let width = body.width.max(glyph.width);
        let gap = LIMIT_GAP * size;
        let rise = if above { body.above + gap } else { -body.below - gap - BRACE * size };
        for piece in &mut glyph.pieces {
            if let PieceContent::Text(text) = &mut piece.content {
                text.scale = if piece.width > 0.0 { width / piece.width } else { 1.0 };
            }
            piece.width = width;
        }
        (glyph.above, glyph.below, glyph.width) = (BRACE * size, 0.0, width);
        let mut all = body.centred(width);
        all.put(glyph, 0.0, rise);
        all
    }

    /// `m:bar`.
    pub(super) fn bar(&mut self, body: &Row, above: bool, style: Style) -> Boxed {
        let size = self.size(style);
        let mut all = self.row(body, style.cramped());
        let (gap, rule) = (BAR_GAP * size, RULE * size);
        let rise = if above { all.above + gap } else { -all.below - gap - rule };
        all.put(self.rule(all.width, rise, rule), 0.0, 0.0);
        all
    }
}
