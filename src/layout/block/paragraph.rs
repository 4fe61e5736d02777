//! A paragraph down a column: its lines, and where among them the column may end (word-layout 4.5, 4.6).

use super::anchored::{Anchored, Met};
use super::column::{Column, ColumnEnd, Flowed};
use super::decoration::{self, Joins};
use super::fit;
use super::spacing::{self, Above, Top};
use super::{BlockStart, Within};
use crate::flow::{BreakKind, GridKind, LineSpacing, Paragraph};
use crate::layout::SavedBreaks;
use crate::layout::fragment::{Fragment, Line, ParagraphFragment, Placed};
use crate::layout::inline::{self, BrokenLine, Cursor, Prepared};

/// One row of a paragraph: a line, or several side by side between floats.
struct Row {
    lines: Vec<BrokenLine>,
    /// Top, from the page or container.
    y: f64,
    height: f64,
    needed: f64,
    next: Option<Cursor>,
    break_after: Option<BreakKind>,
}

/// A row that stands, as far as going back to it needs.
struct Standing {
    next: Option<Cursor>,
    lines: usize,
    bottom: f64,
    footnotes: usize,
    room_bottom: f64,
}

impl<'a> Column<'_, 'a> {
    /// Places a paragraph from its start or from a line.
    pub(super) fn paragraph(&mut self, index: usize, paragraph: &'a Paragraph, from: Option<Cursor>) -> Flowed {
        if paragraph.page_break_before
            && from.is_none()
            && let Some(end) = self.break_before(index)
        {
            return end;
        }
        let prepared = inline::prepare(self.context, paragraph, &self.surroundings);
        let mut anchored = Anchored::of(&prepared, from.unwrap_or_default());
        // Each round has one float more that stands, or ends earlier with fewer of them.
        loop {
            if let Some(flowed) = self.part(index, paragraph, from, &prepared, &mut anchored) {
                return flowed;
            }
        }
    }

    /// Places what fits of a paragraph; none where its lines are to be broken again around other floats.
    fn part(
        &mut self,
        index: usize,
        paragraph: &'a Paragraph,
        from: Option<Cursor>,
        prepared: &Prepared<'a>,
        anchored: &mut Anchored<'a>,
    ) -> Option<Flowed> {
        let joins = Joins::find(self.blocks, index, paragraph);
        let gap = match from {
            None => self.gap(paragraph),
            Some(start) if self.is_page() && prepared.opens_behind_break(start) => spacing::before(paragraph, &self.surroundings),
            Some(_) => 0.0,
        };
        let top = self.y + gap;
        let before = self.checkpoint(BlockStart { block: index, within: from.map_or(Within::Start, Within::Line) });
        let mut fragment = ParagraphFragment {
            index: paragraph.index,
            heading: paragraph.heading,
            list: paragraph.label.as_ref().filter(|_| from.is_none()).map(|label| label.list),
            continued: from.is_some(),
            width: self.room.width,
            bidi: paragraph.bidi,
            lang: self.language(paragraph),
            ..ParagraphFragment::default()
        };
        let saved_before = (self.saved_break, self.saved_line);
        self.stand_floats(anchored);
        let mut y = top + if from.is_none() { decoration::room_above(paragraph, joins) } else { 0.0 };
        let mut standing: Vec<Standing> = Vec::new();
        let mut cursor = from.unwrap_or_default();
        let mut saved = self.first_saved(index, prepared, cursor);
        let (end, widowed) = loop {
            if saved == Some(cursor) && self.follows_saved(y) {
                if anchored.retreat(cursor) {
                    self.undo(&before, saved_before);
                    return None;
                }
                return Some(self.end_at_saved(index, paragraph, fragment, joins, (top, gap), &standing, cursor, before, anchored));
            }
            let mut row = self.row(prepared, paragraph, cursor, None, y);
            if let Some(start) = saved.filter(|start| *start > cursor && row.next.is_none_or(|next| *start < next))
                && self.follows_saved(row.y + row.height)
                && row.lines.len() == 1
            {
                row = self.row(prepared, paragraph, cursor, Some(start), y);
            }
            let first = standing.is_empty();
            if (anchored.ends_before(row.next) && !(first && self.is_fresh())) || !self.row_fits(&row, paragraph, &standing, joins) {
                break (None, row.next.is_none());
            }
            match self.meet_floats(anchored, row.next, paragraph.indent_left, (top, row.y, row.y + row.height), first) {
                Met::Lines => {}
                Met::NoRoom => break (None, row.next.is_none()),
                Met::Again => {
                    self.undo(&before, saved_before);
                    return None;
                }
            }
            y = row.y + row.height;
            self.offsets.extend(row.lines.iter().filter_map(|line| line.offset).map(|offset| (self.placed.len(), offset)));
            self.saved_break |= self.is_fresh() && standing.is_empty() && row.lines.iter().any(|line| line.saved_break);
            self.note_saved_line(prepared, cursor, &row, standing.is_empty());
            fragment.lines.extend(row.lines.into_iter().map(|broken| Line { y: row.y - top, ..broken.line }));
            standing.push(Standing {
                next: row.next,
                lines: fragment.lines.len(),
                bottom: y,
                footnotes: self.footnotes.len(),
                room_bottom: self.bottom,
            });
            match (row.next, row.break_after) {
                (_, Some(kind @ (BreakKind::Page | BreakKind::Column))) if self.is_page() => break (Some(Some(kind)), false),
                (None, _) => break (Some(None), false),
                (Some(next), _) if next <= cursor => break (Some(None), false),
                (Some(next), _) => cursor = next,
            }
            if saved.is_some_and(|start| start < cursor) {
                saved = self.saved_start(prepared, cursor);
            }
        };
        match end {
            Some(kind) => {
                let next = standing.last().and_then(|row| row.next);
                self.settle(index, paragraph, fragment, joins, (top, gap), &standing, from, anchored);
                Some(match kind {
                    None => Flowed::Placed,
                    Some(kind) => self.end_by_break(
                        next.map_or(BlockStart::at(index + 1), |next| BlockStart { block: index, within: Within::Line(next) }),
                        kind,
                    ),
                })
            }
            None => {
                let rows = self.rows_that_stay(paragraph, &standing, from, widowed);
                let end = rows.checked_sub(1).and_then(|last| standing.get(last)).and_then(|row| row.next);
                if end.is_some_and(|end| anchored.retreat(end)) {
                    self.undo(&before, saved_before);
                    return None;
                }
                Some(self.overflow(index, paragraph, fragment, joins, (top, gap), &standing, rows, before, anchored))
            }
        }
    }

    /// The work as it stood before a paragraph's lines were broken.
    fn undo(&mut self, before: &super::checkpoint::Checkpoint, saved: (bool, Option<f64>)) {
        self.placed.truncate(before.placed);
        self.offsets.retain(|(placed, _)| *placed < before.placed);
        self.footnotes.truncate(before.footnotes);
        self.bottom = before.bottom;
        self.exclusions.truncate(before.floats);
        (self.saved_break, self.saved_line) = saved;
    }

    /// In a container: remembers the first line below its first one that holds a recorded page start.
    fn note_saved_line(&mut self, prepared: &Prepared<'a>, cursor: Cursor, row: &Row, first: bool) {
        let looked_for = self.context.saved != SavedBreaks::Ignored && !self.is_page() && self.saved_line.is_none();
        if !looked_for || (first && self.is_fresh()) {
            return;
        }
        if prepared.saved_break(cursor).is_some_and(|saved| row.next.is_none_or(|next| saved < next)) {
            self.saved_line = Some(row.y);
        }
    }

    /// `pageBreakBefore`: ends the column unless the page is still empty. Ignored outside a page's own columns.
    pub(super) fn break_before(&self, index: usize) -> Option<Flowed> {
        let page = self.room.page.as_ref()?;
        if page.page_top && self.is_fresh() {
            return None;
        }
        let top = Top::Asked(self.after_above());
        Some(Flowed::End(ColumnEnd::Break { rest: BlockStart::at(index), page: true, top }))
    }

    fn language(&self, paragraph: &Paragraph) -> String {
        let style = self.context.flow.character(paragraph.mark);
        if style.lang_east_asia.is_empty() { style.lang.clone() } else { style.lang_east_asia.clone() }
    }

    /// Breaks the next row at or below `y`.
    fn row(&mut self, prepared: &Prepared<'a>, paragraph: &'a Paragraph, cursor: Cursor, until: Option<Cursor>, y: f64) -> Row {
        let (left, width) = (self.room.left, self.room.width);
        if self.exclusions.is_empty() {
            let lane = inline::Lane { left: 0.0, width };
            let line = prepared.line_until(self.context, cursor, until, width, lane);
            return self.row_of(vec![line], paragraph, y);
        }
        // The lanes depend on the line's height and the height on what the lanes hold: settled in a few rounds.
        let mut height = 1.0;
        let mut found = self.exclusions.lanes(left, width, y, height, paragraph.is_empty());
        for _ in 0..4 {
            let mut lines: Vec<BrokenLine> = Vec::new();
            let mut at = Some(cursor);
            for lane in &found.lanes {
                let Some(from) = at else { break };
                let line = prepared.line_until(self.context, from, until, width, *lane);
                at = if line.break_after.is_some() || line.line.hard_end { None } else { line.next };
                lines.push(line);
            }
            height = lines.iter().map(|line| line.line.height).fold(0.0, f64::max);
            let again = self.exclusions.lanes(left, width, y, height, paragraph.is_empty());
            let same = again.y == found.y
                && again.lanes.len() == found.lanes.len()
                && again.lanes.iter().zip(&found.lanes).all(|(a, b)| a.left == b.left && a.width == b.width);
            if same {
                return self.row_of(lines, paragraph, found.y);
            }
            found = again;
        }
        let line = prepared.line_until(self.context, cursor, until, width, found.lanes[0]);
        self.row_of(vec![line], paragraph, found.y)
    }

    fn row_of(&self, lines: Vec<BrokenLine>, paragraph: &Paragraph, y: f64) -> Row {
        let height = lines.iter().map(|line| line.line.height).fold(0.0, f64::max);
        let needed =
            lines.iter().map(|line| fit::needed(line, paragraph.line, paragraph.snap_to_grid, &self.surroundings)).fold(0.0, f64::max);
        let next = lines.last().and_then(|line| line.next);
        let break_after = lines.last().and_then(|line| line.break_after);
        Row { lines, y, height, needed, next, break_after }
    }

    /// Whether a row fits, its footnotes and, if it is the last, the border below it included.
    fn row_fits(&mut self, row: &Row, paragraph: &Paragraph, standing: &[Standing], joins: Joins) -> bool {
        let last = row.next.is_none();
        let on_grid = paragraph.snap_to_grid && self.surroundings.grid.kind != GridKind::None;
        let leads = self.is_fresh() && standing.is_empty();
        let must = leads && self.is_page();
        // Off the grid only the first line of a cell's part may hang out (docs/word/lines-hang-out-of-split-rows.md).
        let whole = self.surroundings.in_cell && !on_grid && !leads && row.lines.iter().all(|line| !line.has_object);
        let needed = if whole { row.height } else { row.needed };
        let needed = needed + if last { decoration::room_below(paragraph, joins) } else { 0.0 };
        let hangs_out = on_grid && paragraph.is_empty() && matches!(paragraph.line, LineSpacing::Multiple(_));
        let tolerance = if hangs_out { fit::EMPTY_OVERHANG } else { fit::TOLERANCE };
        if !must && row.y + needed > self.bottom + self.overhang() + tolerance {
            // A section's last, empty paragraph makes no page of its own (word-layout 4.9).
            return paragraph.section_mark && paragraph.is_empty() && self.is_page();
        }
        let notes: Vec<_> = row.lines.iter().flat_map(|line| line.footnotes.iter().copied()).collect();
        self.take_notes(&notes, row.y + needed, must)
    }

    /// The column ends at a page start that the file records: after the rows that stand, or before the paragraph.
    fn end_at_saved(
        &mut self,
        index: usize,
        paragraph: &'a Paragraph,
        mut fragment: ParagraphFragment,
        joins: Joins,
        (top, gap): (f64, f64),
        standing: &[Standing],
        cursor: Cursor,
        before: super::checkpoint::Checkpoint,
        anchored: &mut Anchored<'a>,
    ) -> Flowed {
        let Some(row) = standing.last() else {
            self.placed.truncate(before.placed);
            self.exclusions.truncate(before.floats);
            return Flowed::End(ColumnEnd::Saved(before.rest));
        };
        fragment.continues = true;
        self.y = row.bottom;
        self.put_floats(anchored, top);
        self.push(paragraph, fragment, joins, top, gap);
        Flowed::End(ColumnEnd::Saved(BlockStart { block: index, within: Within::Line(cursor) }))
    }

    /// How many rows stay in the column where the next one has no room.
    fn rows_that_stay(&self, paragraph: &Paragraph, standing: &[Standing], from: Option<Cursor>, last_row_overflows: bool) -> usize {
        let left_over = if last_row_overflows { 1 } else { 2 };
        let legal =
            (1..=standing.len()).rev().find(|rows| self.may_end(paragraph, from.is_some(), *rows, standing.len() - rows + left_over));
        let forced = self.checkpoints.is_empty() && self.is_fresh() && self.is_page();
        legal.unwrap_or(if forced { standing.len() } else { 0 })
    }

    /// The column ends within the paragraph, after `rows` rows, or before it.
    fn overflow(
        &mut self,
        index: usize,
        paragraph: &'a Paragraph,
        mut fragment: ParagraphFragment,
        joins: Joins,
        (top, gap): (f64, f64),
        standing: &[Standing],
        rows: usize,
        before: super::checkpoint::Checkpoint,
        anchored: &mut Anchored<'a>,
    ) -> Flowed {
        if let Some(row) = rows.checked_sub(1).and_then(|last| standing.get(last)) {
            fragment.lines.truncate(row.lines);
            fragment.continues = true;
            self.y = row.bottom;
            self.footnotes.truncate(row.footnotes);
            self.bottom = row.room_bottom;
            let rest = BlockStart { block: index, within: row.next.map_or(Within::Start, Within::Line) };
            self.put_floats(anchored, top);
            self.push(paragraph, fragment, joins, top, gap);
            return Flowed::End(ColumnEnd::Full(rest));
        }
        self.undo(&before, (self.saved_break, self.saved_line));
        match self.go_back() {
            Some(end) => Flowed::End(end),
            None => Flowed::End(ColumnEnd::Full(before.rest)),
        }
    }

    /// The paragraph stands whole (or up to a break): remembers where the column may end in it and after it.
    fn settle(
        &mut self,
        index: usize,
        paragraph: &'a Paragraph,
        fragment: ParagraphFragment,
        joins: Joins,
        (top, gap): (f64, f64),
        standing: &[Standing],
        from: Option<Cursor>,
        anchored: &mut Anchored<'a>,
    ) {
        let last_anchor = anchored.last();
        self.put_floats(anchored, top);
        let placed = self.placed.len() + 1;
        for rows in 1..standing.len() {
            let row = &standing[rows - 1];
            let Some(next) = row.next else { continue };
            // No float stays behind without its line.
            let parts = last_anchor.is_some_and(|at| at >= next);
            if parts || !self.may_end(paragraph, from.is_some(), rows, standing.len() - rows) {
                continue;
            }
            self.checkpoints.push(super::checkpoint::Checkpoint {
                placed,
                lines: Some(row.lines),
                y: row.bottom,
                footnotes: row.footnotes,
                bottom: row.room_bottom,
                ..self.checkpoint(BlockStart { block: index, within: Within::Line(next) })
            });
        }
        self.y = standing.last().map_or(top, |row| row.bottom) + decoration::room_below(paragraph, joins);
        self.push(paragraph, fragment, joins, top, gap);
        self.above = Some(Above::new(paragraph, &self.surroundings));
        if !paragraph.keep_next {
            let end = self.checkpoint(BlockStart::at(index + 1));
            self.checkpoints.push(end);
        }
    }

    fn push(&mut self, paragraph: &Paragraph, mut fragment: ParagraphFragment, joins: Joins, top: f64, gap: f64) {
        fragment.height = self.y - top;
        decoration::decorate(&mut fragment, paragraph, joins, gap);
        self.placed.push(Placed { x: self.room.left, y: top, fragment: Fragment::Paragraph(Box::new(fragment)) });
    }

    /// Whether a column may end after `rows` rows of a paragraph when `left` more follow (2 standing for two or more).
    /// With widow control two stay on either side; a part that goes on from the column before may be a single row. Mode 14 alone
    /// does not know widow control in cells (docs/word/row-at-the-page-end.md).
    fn may_end(&self, paragraph: &Paragraph, continued: bool, rows: usize, left: usize) -> bool {
        if paragraph.keep_lines {
            return false;
        }
        // What is kept with the next takes its own last two lines along (word-measured 4.2).
        if paragraph.keep_next && left < 2 {
            return false;
        }
        let lenient_cell = self.surroundings.in_cell && self.context.flow.settings.compatibility_mode == 14;
        !paragraph.widow_control || lenient_cell || ((rows >= 2 || continued) && left >= 2)
    }
}
