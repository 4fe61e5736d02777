//! A table down a column: in line, or floating (word-layout 8.4, 8.6).

use super::checkpoint::Checkpoint;
use super::column::{Column, ColumnEnd, Flowed};
use super::saved;
use super::{BlockStart, TableStart, Within};
use crate::flow::{FrameAnchor, Table, TablePosition};
use crate::layout::SavedBreaks;
use crate::layout::float;
use crate::layout::fragment::{Fragment, Placed, Rect, TableFragment};
use crate::layout::table::{self, FilledTable, TableRoom};

impl<'a> Column<'_, 'a> {
    /// Places a table from a row on.
    pub(super) fn table(&mut self, index: usize, table: &'a Table, start: TableStart) -> Flowed {
        if start == TableStart::default()
            && table.position.is_none()
            && table.rows.first().is_some_and(table::begins_page)
            && let Some(end) = self.break_before(index)
        {
            return end;
        }
        let mut y = self.y + self.after_above();
        if let Some(position) = &table.position
            && start == TableStart::default()
        {
            if !self.is_fresh() && self.exclusions.is_barred(float::identity(table)) {
                return Flowed::End(ColumnEnd::Full(BlockStart::at(index)));
            }
            match self.floating_table(table, position) {
                Ok(flowed) => return flowed,
                // Its first part keeps its place.
                Err(top) => y = y.max(top),
            }
        }
        let mut filled = self.fill_rows(table, &start, y);
        if let Some(below) = self.below_floats(&filled, y).filter(|_| table.position.is_none()) {
            self.footnotes.retain(|note| !filled.footnotes.contains(note));
            self.y = below - self.after_above();
            y = below;
            filled = self.fill_rows(table, &start, y);
        }
        // A row at whose top or inside which the file records a page start, close to the column's end: the page ends there.
        if let Some((row, height)) = self.saved_row(&filled, &start, y) {
            if height <= 0.0 {
                return Flowed::End(ColumnEnd::Saved(BlockStart { block: index, within: Within::Table(start) }));
            }
            let inside = filled.saved_lines.contains(&(row, height));
            let room = self.table_room(self.bottom + self.overhang() - y, false);
            let room = match inside {
                true => TableRoom { saved_row: Some(row), ..room },
                false => TableRoom { before: Some(row), ..room },
            };
            self.footnotes.retain(|note| !filled.footnotes.contains(note));
            filled = table::fill(self.context, table, &start, room, &self.surroundings);
            self.take_notes(&filled.footnotes, y + height, true);
            if let (Some(fragment), Some(rest)) = (filled.fragment.take(), filled.rest.take())
                && rest.row == row
                && rest.cells.is_some() == inside
            {
                self.put_table(table, fragment, filled.x, y, filled.offset);
                return Flowed::End(ColumnEnd::Saved(BlockStart { block: index, within: Within::Table(rest) }));
            }
            filled = self.fill_rows(table, &start, y);
        }
        let Some(fragment) = filled.fragment else {
            return match filled.rest {
                None => Flowed::Placed,
                Some(_) => {
                    Flowed::End(self.go_back().unwrap_or(ColumnEnd::Full(BlockStart { block: index, within: Within::Table(start) })))
                }
            };
        };
        let before = self.checkpoint(BlockStart::at(index));
        for (rows, height) in &filled.legal_ends {
            if *height > 0.0 && *height < fragment.height {
                self.checkpoints.push(Checkpoint {
                    rest: BlockStart { block: index, within: Within::Table(TableStart { row: *rows, ..TableStart::default() }) },
                    table: Some(start.clone()),
                    ..before.clone()
                });
            }
        }
        let whole = fragment.height;
        self.saved_break |= self.is_fresh()
            && fragment.rows.iter().find(|row| !row.repeated).is_some_and(|row| filled.saved_breaks.contains(&(row.index as usize)));
        self.put_table(table, fragment, filled.x, y, filled.offset);
        match filled.rest {
            Some(rest) => Flowed::End(ColumnEnd::Full(BlockStart { block: index, within: Within::Table(rest) })),
            None => {
                self.repeats_record = saved::repeats(&start, table.rows.len()).then_some(index + 1);
                if filled.legal_ends.iter().any(|(_, height)| *height >= whole - 0.01) {
                    let end = self.checkpoint(BlockStart::at(index + 1));
                    self.checkpoints.push(end);
                }
                self.stand_beside(table, y);
                Flowed::Placed
            }
        }
    }

    /// Fills rows into what is left, less the footnotes that the rows refer to.
    fn fill_rows(&mut self, table: &'a Table, start: &TableStart, y: f64) -> FilledTable {
        let fresh = self.is_fresh() && self.is_page();
        let height = (self.bottom + self.overhang() - y).max(0.0);
        let mut room = self.table_room(height, fresh);
        let (notes, bottom) = (self.footnotes.len(), self.bottom);
        loop {
            let filled = table::fill(self.context, table, start, room, &self.surroundings);
            let Some(fragment) = &filled.fragment else { return filled };
            if filled.footnotes.is_empty() || self.take_notes(&filled.footnotes, y + fragment.height, false) {
                return filled;
            }
            // The notes do not fit below: fewer rows, as many as it takes (docs/word/rows-move-with-their-notes.md).
            self.footnotes.truncate(notes);
            self.bottom = bottom;
            let fewer = |(row, height): &&(usize, f64)| *height < fragment.height - 0.01 && room.before.is_none_or(|before| *row < before);
            match filled.legal_ends.iter().rev().find(fewer) {
                Some((before, height)) if *height > 0.0 => room.before = Some(*before),
                _ => {
                    // A row is not pushed by its own note where it is the only one; the note spills (word-layout 7.7).
                    self.take_notes(&filled.footnotes, y + fragment.height, true);
                    return filled;
                }
            }
        }
    }

    /// The first row that begins at a recorded page start which is followed, or holds one, and the table's height above that.
    fn saved_row(&self, filled: &FilledTable, start: &TableStart, y: f64) -> Option<(usize, f64)> {
        if self.context.saved == SavedBreaks::Ignored || !self.is_page() {
            return None;
        }
        let fragment = filled.fragment.as_ref()?;
        let rows = fragment.rows.iter().filter(|row| !row.repeated);
        let first = rows.clone().next().map_or(0, |row| row.index);
        rows.flat_map(|row| {
            let index = row.index as usize;
            let begins = filled.saved_breaks.contains(&index) && !saved::repeats(start, index);
            let above = (begins && (row.index != first || !self.is_fresh())).then_some((index, row.y));
            let inside = filled.saved_lines.iter().find(|(row, _)| *row == index).copied();
            [above, inside]
        })
        .flatten()
        .find(|(_, height)| self.follows_saved(y + height))
    }

    /// Where a table stands whose first row meets floats: below them (word-layout 9.4).
    fn below_floats(&self, filled: &FilledTable, y: f64) -> Option<f64> {
        let fragment = filled.fragment.as_ref().filter(|_| self.is_page() && !self.exclusions.is_empty())?;
        let row = fragment.rows.first()?;
        let mut top = y;
        // Each round moves it below at least one box.
        for _ in 0..self.exclusions.len() {
            match self.exclusions.below(self.room.left + filled.x, fragment.width, top, row.height) {
                Some(below) if below > top => top = below,
                _ => break,
            }
        }
        (top > y).then_some(top)
    }

    fn table_room(&self, height: f64, fresh: bool) -> TableRoom {
        let full = self.is_page().then_some(self.room.bottom - self.room.top);
        TableRoom { width: self.room.width, height, fresh, full, before: None, saved_row: None }
    }

    /// After going back to a row boundary: the rows above it; yields where the table goes on.
    pub(super) fn refill_table(&mut self, rest: BlockStart, start: &TableStart) -> BlockStart {
        let (Some(crate::flow::Block::Table(table)), Within::Table(next)) = (self.blocks.get(rest.block), &rest.within) else {
            return rest;
        };
        let y = self.y + self.after_above();
        let room = TableRoom { before: Some(next.row), ..self.table_room(f64::INFINITY, false) };
        let filled = table::fill(self.context, table, start, room, &self.surroundings);
        if let Some(fragment) = filled.fragment {
            self.put_table(table, fragment, filled.x, y, filled.offset);
        }
        match filled.rest {
            Some(next) => BlockStart { block: rest.block, within: Within::Table(next) },
            None => rest,
        }
    }

    fn put_table(&mut self, table: &Table, fragment: TableFragment, x: f64, y: f64, offset: Option<u32>) {
        let x = match &table.position {
            Some(position) => self.floating_left(position, fragment.width),
            None => self.room.left + x,
        };
        self.offsets.extend(offset.map(|offset| (self.placed.len(), offset)));
        self.y = y + fragment.height;
        self.above = None;
        self.placed.push(Placed { x, y, fragment: Fragment::Table(Box::new(fragment)) });
    }

    /// The text goes on beside the last part of a split floating table where there is room (docs/word/floating-tables-split.md).
    fn stand_beside(&mut self, table: &Table, y: f64) {
        let (Some(position), Some(part)) = (&table.position, self.placed.last()) else { return };
        let [left, _, right, below] = position.distance;
        let Fragment::Table(fragment) = &part.fragment else { return };
        let rect = Rect { x: part.x - left, y, width: fragment.width + left + right, height: fragment.height + below };
        let known = self.exclusions.len();
        self.exclusions.add(float::table_box(rect));
        if self.exclusions.lanes(self.room.left, self.room.width, y, fragment.height, false).y > y {
            self.exclusions.truncate(known);
        } else {
            self.y = y;
        }
    }

    /// Left edge of a floating table.
    fn floating_left(&self, position: &TablePosition, width: f64) -> f64 {
        let geometry = self.geometry();
        let reference = match position.h_anchor {
            FrameAnchor::Page => (0.0, geometry.width),
            FrameAnchor::Margin => (geometry.left, geometry.right - geometry.left),
            FrameAnchor::Text => (self.room.left, self.room.width),
        };
        placed_at(&position.x, reference, width, geometry.even)
    }

    /// Places a table that floats; an error where it is split like one in line: the top of its first part
    /// (docs/word/floating-tables-split.md).
    fn floating_table(&mut self, table: &'a Table, position: &TablePosition) -> Result<Flowed, f64> {
        let room = self.table_room(f64::INFINITY, true);
        let filled = table::fill(self.context, table, &TableStart::default(), room, &self.surroundings);
        let Some(fragment) = filled.fragment else { return Err(self.y) };
        let geometry = self.geometry();
        let y = self.y + self.after_above();
        let (width, height) = (fragment.width, fragment.height);
        let x = self.floating_left(position, width);
        let top = match position.v_anchor {
            FrameAnchor::Page => placed_at(&position.y, (0.0, geometry.height), height, false),
            FrameAnchor::Margin => placed_at(&position.y, (geometry.top, geometry.bottom - geometry.top), height, false),
            FrameAnchor::Text => y + position.y.as_ref().copied().unwrap_or(0.0),
        };
        let [left, above, right, below] = position.distance;
        let boxed = |top: f64| Rect { x: x - left, y: top - above, width: width + left + right, height: height + above + below };
        let mut rect = boxed(top);
        if !position.overlap {
            rect = boxed(self.exclusions.below_tables(rect.x, rect.width, rect.y, rect.height) + above);
        }
        let top = rect.y + above;
        if self.is_page() && top + height > self.bottom {
            let whole = self.room.bottom - self.room.top;
            if height > whole || position.v_anchor == FrameAnchor::Text {
                return Err(top);
            }
        }
        // On a page its box may reach up to lines that stand; what hangs on the text moves with them.
        let late = self.is_page() && !self.is_fresh() && position.v_anchor != FrameAnchor::Text;
        let (identity, exclusion) = (float::identity(table), float::table_box(rect));
        self.exclusions.meet(identity, &exclusion, y, late);
        self.exclusions.stand(identity, exclusion);
        if !self.is_page() && position.v_anchor == FrameAnchor::Text {
            // A container grows around what hangs on its text; what stands by the page (a footer's table at its foot) does not count.
            self.y = self.y.max(top + height);
        }
        self.offsets.extend(filled.offset.map(|offset| (self.placed.len(), offset)));
        self.take_notes(&filled.footnotes, top + height, true);
        self.placed.push(Placed { x, y: top, fragment: Fragment::Table(Box::new(fragment)) });
        Ok(Flowed::Placed)
    }
}

/// A place along an axis: an offset from where the reference starts, or an alignment in it.
pub(super) fn placed_at(at: &Result<f64, String>, (start, extent): (f64, f64), size: f64, even: bool) -> f64 {
    match at {
        Ok(offset) => start + offset,
        Err(name) => match name.as_str() {
            "center" => start + (extent - size) / 2.0,
            "right" | "bottom" => start + extent - size,
            "outside" if !even => start + extent - size,
            "inside" if even => start + extent - size,
            _ => start,
        },
    }
}
