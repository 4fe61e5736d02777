//! Page starts that the file records (`w:lastRenderedPageBreak`): a second opinion, followed where the call is close.
//!
//! Early: text reaches a recorded start near the column's end, and the column ends there. Late: the column would end a
//! little before a recorded start; it is filled again with some overhang and, if it then ends at the record, its lines
//! are drawn together by those few points ([`draw_together`]). Nothing is ever overfull, and no gap is larger than the lines
//! that moved.

use super::column::Column;
use crate::layout::SavedBreaks;
use crate::layout::fragment::{Fragment, Placed};
use crate::layout::inline::{Cursor, Prepared};

/// A recorded start is close when no more than this share of the column is left below it.
const CLOSE: f64 = 0.16;

/// The same on a page that itself began at a recorded start.
const TRUSTED: f64 = 0.3;

/// A column is drawn together by no more than this share of its height.
pub const OVERHANG: f64 = 0.04;

impl Column<'_, '_> {
    /// Whether a recorded page start at `y` is followed.
    pub(super) fn follows_saved(&self, y: f64) -> bool {
        if !self.is_page() || self.is_fresh() && y <= self.room.top {
            return false;
        }
        let share = match self.context.saved {
            SavedBreaks::Ignored => return false,
            SavedBreaks::Close => CLOSE,
            SavedBreaks::Trusted => TRUSTED,
            SavedBreaks::Always => 1.0,
        };
        self.bottom - y <= share * (self.room.bottom - self.room.top)
    }

    /// The recorded page start in a paragraph at or after `cursor`, where records count.
    pub(super) fn saved_start(&self, prepared: &Prepared<'_>, cursor: Cursor) -> Option<Cursor> {
        if self.context.saved == SavedBreaks::Ignored || !self.is_page() { None } else { prepared.saved_break(cursor) }
    }
}

/// Draws a column's fragments together so that what is `height` tall stands in `room`. False (and nothing changed) where a
/// table is in the way: its rows cannot be drawn together.
pub fn draw_together(placed: &mut [Placed], top: f64, height: f64, room: f64) -> bool {
    if height <= room {
        return true;
    }
    const LEAST_FOR_TABLES: f64 = 2.0;
    let factor = room / height;
    let stiff = |placed: &Placed| matches!(&placed.fragment, Fragment::Table(table) if table.height * (1.0 - factor) > LEAST_FOR_TABLES);
    if placed.iter().any(stiff) {
        return false;
    }
    for placed in placed {
        placed.y = top + (placed.y - top) * factor;
        let Fragment::Paragraph(paragraph) = &mut placed.fragment else { continue };
        paragraph.height *= factor;
        for line in &mut paragraph.lines {
            line.y *= factor;
            line.height *= factor;
            line.baseline *= factor;
        }
        if let Some((rect, _)) = &mut paragraph.shading {
            rect.y *= factor;
            rect.height *= factor;
        }
        for rule in &mut paragraph.rules {
            rule.from.1 *= factor;
            rule.to.1 *= factor;
        }
    }
    true
}
