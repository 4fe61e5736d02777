//! Floats down a column: each is placed with the line that holds its anchor, on the page where that line stands, and
//! measured from the part of its paragraph that stands there (docs/word/floats-stand-with-their-line.md).

use super::column::Column;
use crate::flow::{Float, Wrap};
use crate::layout::float::{self, AnchorPlace, Exclusion};
use crate::layout::fragment::{Fragment, Placed, Rect};
use crate::layout::inline::{Cursor, Prepared};

/// How often a paragraph's lines are broken again around its floats; a paragraph with more of them keeps its lines.
const MOST_ROUNDS: usize = 32;

/// A float that stands.
struct Standing<'a> {
    at: Cursor,
    float: &'a Float,
    drawing: Placed,
    exclusion: Option<Exclusion>,
}

/// The floats of a paragraph's part in a column.
pub(super) struct Anchored<'a> {
    /// Those whose lines are not reached yet, the next one last.
    waiting: Vec<(Cursor, &'a Float)>,
    /// Those that stand, in order.
    standing: Vec<Standing<'a>>,
    /// The part ends before the line that holds this anchor: there is no room for the float here.
    limit: Option<Cursor>,
    rounds: usize,
}

/// What a line's floats do to the lines.
pub(super) enum Met {
    /// They stay.
    Lines,
    /// A float takes room from lines that stand already: they are broken again.
    Again,
    /// A float takes its line along to the next page.
    NoRoom,
}

impl<'a> Anchored<'a> {
    /// Those of a paragraph's part that begins at `from`.
    pub(super) fn of(prepared: &Prepared<'a>, from: Cursor) -> Self {
        let mut waiting: Vec<_> = prepared.anchors().filter(|(at, _)| *at >= from).collect();
        waiting.reverse();
        Self { waiting, standing: Vec::new(), limit: None, rounds: 0 }
    }

    /// Whether the part ends before a line.
    pub(super) fn ends_before(&self, next: Option<Cursor>) -> bool {
        self.limit.is_some_and(|limit| next.is_none_or(|next| limit < next))
    }

    /// Where the last of the floats that stand is anchored.
    pub(super) fn last(&self) -> Option<Cursor> {
        self.standing.last().map(|standing| standing.at)
    }

    /// The part ends at `end`: takes away the floats anchored behind it. True where there were any and the lines, broken
    /// again without them, end no later than there.
    pub(super) fn retreat(&mut self, end: Cursor) -> bool {
        let Some(first) = self.standing.iter().position(|standing| standing.at >= end) else { return false };
        self.limit = Some(self.standing[first].at);
        self.standing.truncate(first);
        self.waiting.clear();
        true
    }
}

impl<'a> Column<'_, 'a> {
    /// Lines are about to be broken: around the floats that stand already.
    pub(super) fn stand_floats(&mut self, anchored: &Anchored<'a>) {
        for standing in &anchored.standing {
            if let Some(exclusion) = &standing.exclusion {
                self.exclusions.stand(float::identity(standing.float), exclusion.clone());
            }
        }
    }

    /// Places the floats anchored before `next` in a part whose top is at `top`; their line is at `line`, down to `bottom`.
    pub(super) fn meet_floats(
        &mut self,
        anchored: &mut Anchored<'a>,
        next: Option<Cursor>,
        indent: f64,
        (top, line, bottom): (f64, f64, f64),
        first: bool,
    ) -> Met {
        while let Some((at, float)) = anchored.waiting.last().copied().filter(|(at, _)| next.is_none_or(|next| *at < next)) {
            let may_leave = !(first && self.is_fresh());
            if may_leave && self.exclusions.is_barred(float::identity(float)) {
                anchored.limit = Some(at);
                return Met::NoRoom;
            }
            let place = AnchorPlace {
                column: self.room.left,
                column_width: self.room.width,
                paragraph: top,
                line,
                character: self.room.left + indent,
            };
            let geometry = self.geometry();
            let mut drawing = float::draw(self.context, float, float::size(float, &geometry, &place), &self.surroundings);
            let mut rect = float::place(float, (drawing.width, drawing.height), &geometry, &place);
            if !float.overlap {
                rect.y = self.exclusions.below_apart(float::identity(float), &rect);
            }
            let moved = self.keep_on_page(&mut rect, float, &geometry);
            if moved && may_leave && float::takes_its_line_along(float, &rect, line) {
                anchored.limit = Some(at);
                return Met::NoRoom;
            }
            anchored.waiting.pop();
            let mode = self.context.flow.settings.compatibility_mode;
            drawing.outside = float::outside(float, &rect, &place, self.surroundings.in_cell, mode);
            let exclusion = float::exclusion(float, rect).filter(|_| drawing.outside.is_none());
            let drawing = Placed { x: rect.x, y: rect.y, fragment: Fragment::Drawing(Box::new(drawing)) };
            anchored.standing.push(Standing { at, float, drawing, exclusion: exclusion.clone() });
            let Some(exclusion) = exclusion else { continue };
            let known = self.exclusions.len();
            let reaches = exclusion.rect.y < bottom && exclusion.rect.y + exclusion.rect.height > top;
            self.exclusions.stand(float::identity(float), exclusion);
            let is_new = self.exclusions.len() > known;
            if is_new && reaches && anchored.rounds < MOST_ROUNDS {
                anchored.rounds += 1;
                return Met::Again;
            }
        }
        Met::Lines
    }

    /// The part's lines are settled: its floats are placed before them.
    pub(super) fn put_floats(&mut self, anchored: &mut Anchored<'a>, top: f64) {
        let late = self.is_page() && !self.is_fresh();
        for standing in anchored.standing.drain(..) {
            if let Some(exclusion) = &standing.exclusion {
                self.exclusions.meet(float::identity(standing.float), exclusion, top, late);
            }
            self.placed.push(standing.drawing);
        }
    }

    /// A float that sticks out below the page moves up (word-layout 9.3); true where it does.
    fn keep_on_page(&self, rect: &mut Rect, float: &Float, geometry: &float::Geometry) -> bool {
        let limit = if float.wrap == Wrap::None { geometry.height } else { geometry.bottom };
        let moves = self.is_page() && rect.y + rect.height > limit && rect.height < limit;
        if moves {
            rect.y = (limit - rect.height).max(0.0);
        }
        moves
    }

    pub(super) fn geometry(&self) -> float::Geometry {
        // In a container of unknown place its own box stands for the page.
        self.room.geometry.unwrap_or(float::Geometry {
            width: self.room.width,
            height: 0.0,
            left: self.room.left,
            right: self.room.left + self.room.width,
            top: self.room.top,
            bottom: self.room.top,
            even: self.context.numbers.even,
        })
    }
}
