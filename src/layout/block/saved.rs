//! Page starts that the file records (`w:lastRenderedPageBreak`): a second opinion, followed where the call is close.
//!
//! Early: text reaches a recorded start near the column's end, and the column ends there. Late: the column would end a
//! little before a recorded start; it is filled again with some overhang and, if it then ends at the record, its lines
//! are drawn together by those few points ([`draw_together`]); more of them where its page began at a record too. Nothing is ever overfull, and no gap is larger than the lines
//! that moved.

use super::column::Column;
use super::{BlockStart, TableStart, Within};
use crate::flow::{Block, Inline};
use crate::layout::fragment::{Fragment, Placed, Rule};
use crate::layout::inline::{self, Cursor, Prepared};
use crate::layout::{Context, SavedBreaks, Surroundings};

/// A recorded start is close when no more than this share of the column is left below it.
const CLOSE: f64 = 0.16;

/// The same on a page that begins where Word's page began: at a recorded start, a break, or the document's.
const TRUSTED: f64 = 0.3;

/// A column is drawn together by no more than this share of its height.
pub const OVERHANG: f64 = 0.04;

/// The same where the page also began at a recorded start: between the two Word placed just what stands there.
pub const FRAMED_OVERHANG: f64 = 0.12;

impl Column<'_, '_> {
    /// Whether a recorded page start at `y` is followed.
    pub(super) fn follows_saved(&self, y: f64) -> bool {
        if self.is_fresh() && y <= self.room.top {
            return false;
        }
        if !self.is_page() {
            return self.surroundings.ends_at_saved;
        }
        let share = match self.context.saved {
            SavedBreaks::Ignored => return false,
            SavedBreaks::Close => CLOSE,
            SavedBreaks::Trusted => TRUSTED,
            SavedBreaks::Always => 1.0,
        };
        self.bottom - y <= share * (self.room.bottom - self.room.top)
    }

    /// What may stand below the column's bottom if it then ends at a recorded page start.
    pub(super) fn overhang(&self) -> f64 {
        self.room.page.as_ref().map_or(0.0, |page| page.overhang)
    }

    /// The first recorded page start in a paragraph from `cursor` on; where the paragraph's own start says again what a row split above
    /// it said, behind that.
    pub(super) fn first_saved(&self, index: usize, prepared: &Prepared<'_>, cursor: Cursor) -> Option<Cursor> {
        let repeated = self.repeats_record == Some(index) && cursor == Cursor::default();
        self.saved_start(prepared, if repeated { Cursor::at(1) } else { cursor })
    }

    /// The recorded page start in a paragraph at or after `cursor`, where records count.
    pub(super) fn saved_start(&self, prepared: &Prepared<'_>, cursor: Cursor) -> Option<Cursor> {
        let counts = self.is_page() || self.surroundings.ends_at_saved;
        if self.context.saved == SavedBreaks::Ignored || !counts { None } else { prepared.saved_break(cursor) }
    }
}

/// Whether the record of row `row` says nothing new: below a row that the page's start splits Word writes that start once more.
pub(super) fn repeats(start: &TableStart, row: usize) -> bool {
    start.cells.is_some() && row == start.row + 1
}

/// Whether the file records that Word began a page where a column goes on.
pub fn is_recorded<'a>(context: &mut Context<'a>, blocks: &'a [Block], start: &BlockStart) -> bool {
    let Some(block) = blocks.get(start.block) else { return false };
    match (block, &start.within) {
        (Block::Paragraph(paragraph), Within::Line(cursor)) => {
            let prepared = inline::prepare(context, paragraph, &Surroundings::default());
            prepared.saved_break(*cursor) == Some(*cursor)
        }
        (Block::Table(table), Within::Table(TableStart { row, cells: Some(starts), .. })) => {
            let cells = table.rows.get(*row).map_or(&[][..], |row| &row.cells);
            let mut under_way = cells.iter().zip(starts).filter_map(|(cell, start)| Some((cell, start.as_ref()?)));
            under_way.any(|(cell, start)| is_recorded(context, &cell.blocks, start))
        }
        (block, Within::Table(start)) => begins_recorded(block, start.row),
        (block, _) => begins_recorded(block, 0),
    }
}

fn begins_recorded(block: &Block, row: usize) -> bool {
    match block {
        Block::Paragraph(paragraph) => {
            let unseen = |item: &&Inline| matches!(item, Inline::Bookmark(_) | Inline::Anchor(_));
            matches!(paragraph.items.iter().find(|item| !unseen(item)), Some(Inline::SavedBreak))
        }
        Block::Table(table) => {
            let first = table.rows.get(row).and_then(|row| row.cells.first()).and_then(|cell| cell.blocks.first());
            first.is_some_and(|block| begins_recorded(block, 0))
        }
    }
}

/// Draws a column's fragments together so that what is `height` tall stands in `room`.
pub fn draw_together(placed: &mut [Placed], top: f64, height: f64, room: f64) {
    if height > room {
        draw(placed, top, room / height);
    }
}

/// Everything nearer to `top` by `factor`: lines, rows, cells, and what stands in them. Pictures keep their size.
fn draw(placed: &mut [Placed], top: f64, factor: f64) {
    for placed in placed {
        placed.y = top + (placed.y - top) * factor;
        match &mut placed.fragment {
            Fragment::Paragraph(paragraph) => {
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
                draw_rules(&mut paragraph.rules, factor);
            }
            Fragment::Table(table) => {
                table.height *= factor;
                for row in &mut table.rows {
                    row.y *= factor;
                    row.height *= factor;
                    for cell in &mut row.cells {
                        cell.rect.y *= factor;
                        cell.rect.height *= factor;
                        // Turned text runs along the height: it is not drawn together.
                        if cell.turns % 2 == 0 {
                            draw(&mut cell.blocks, 0.0, factor);
                        }
                    }
                }
                draw_rules(&mut table.rules, factor);
            }
            Fragment::Drawing(_) | Fragment::Rule(_) => {}
        }
    }
}

fn draw_rules(rules: &mut [Rule], factor: f64) {
    for rule in rules {
        rule.from.1 *= factor;
        rule.to.1 *= factor;
    }
}
