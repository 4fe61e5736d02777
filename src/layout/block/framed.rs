//! Frames (`w:framePr`): paragraphs that stand beside the text, drop caps among them (word-layout 4.8).

use super::column::{Column, ColumnRoom, Flowed};
use super::spacing::Top;
use super::tabled::placed_at;
use crate::flow::{Block, DropCap, Frame, FrameAnchor, FrameHeight};
use crate::layout::float::{self, Exclusions};
use crate::layout::fragment::Rect;
use crate::layout::{Context, Surroundings, inline};

/// Text keeps out of lanes beside a frame that are narrower than this.
const MIN_LANE_BESIDE_FRAME: f64 = 18.0;

impl<'a> Column<'_, 'a> {
    /// Places a frame: the paragraphs from `index` on that share their `framePr`.
    pub(super) fn frame(&mut self, index: usize) -> Flowed {
        let Some(Block::Paragraph(first)) = self.blocks.get(index) else { return Flowed::Placed };
        let Some(frame) = &first.frame else { return Flowed::Placed };
        let same = |block: &&Block| matches!(block, Block::Paragraph(p) if p.frame.as_ref() == Some(frame));
        let count = self.blocks[index..].iter().take_while(same).count().max(1);
        let blocks = &self.blocks[index..index + count];
        let whole = self.room.width.max(1.0);
        let width = frame.width.or_else(|| natural_width(self.context, blocks, &self.surroundings)).unwrap_or(whole).min(whole);
        let stacked = {
            let mut exclusions = Exclusions::default();
            let room = ColumnRoom { left: 0.0, width, top: 0.0, bottom: f64::INFINITY, geometry: None, page: None };
            Column::new(self.context, blocks, room, self.surroundings, &mut exclusions).unframed(Top::Container)
        };
        let height = match frame.height {
            Some(FrameHeight::Exact(height)) => height,
            Some(FrameHeight::AtLeast(height)) => height.max(stacked.height),
            None => stacked.height,
        };
        let (x, y) = self.frame_place(frame, width, height);
        let offset = stacked.offset;
        self.offsets.extend(offset.map(|offset| (self.placed.len(), offset)));
        for mut placed in stacked.placed {
            placed.x += x;
            placed.y += y;
            self.placed.push(placed);
        }
        let (h, v) = frame.space;
        let rect = Rect { x: x - h, y: y - v, width: width + 2.0 * h, height: height + 2.0 * v };
        if frame.wrap {
            self.exclusions.add(float::boxed(rect, MIN_LANE_BESIDE_FRAME));
        }
        if !self.is_page() && frame.drop_cap == DropCap::None && !frame.wrap {
            self.y = self.y.max(y + height);
        }
        self.take_notes(&stacked.footnotes, y + height, true);
        Flowed::PlacedMany(count)
    }

    /// The frame's place: from the column, the text area or the page.
    fn frame_place(&self, frame: &Frame, width: f64, height: f64) -> (f64, f64) {
        let geometry = self.geometry();
        let across = match frame.h_anchor {
            FrameAnchor::Page => (0.0, geometry.width),
            FrameAnchor::Margin => (geometry.left, geometry.right - geometry.left),
            FrameAnchor::Text => (self.room.left, self.room.width),
        };
        let mut x = placed_at(&frame.x, across, width, geometry.even);
        if frame.drop_cap == DropCap::Margin {
            x -= width;
        }
        let text_top = self.y + self.after_above();
        let y = match (frame.v_anchor, &frame.y) {
            (FrameAnchor::Text, Ok(offset)) => text_top + offset,
            (FrameAnchor::Text, Err(_)) => text_top,
            (FrameAnchor::Page, y) => placed_at(y, (0.0, geometry.height), height, false),
            (FrameAnchor::Margin, y) => placed_at(y, (geometry.top, geometry.bottom - geometry.top), height, false),
        };
        (x, y)
    }

    /// Fills the column with paragraphs as if they stood in no frame.
    fn unframed(mut self, top: Top) -> super::Filled {
        self.top = top;
        for index in 0..self.blocks.len() {
            if let Block::Paragraph(paragraph) = &self.blocks[index] {
                self.paragraph(index, paragraph, None);
            }
        }
        self.finish(super::ColumnEnd::Done)
    }
}

/// The width of the longest line of paragraphs when nothing is broken; none where something else is among them.
pub fn natural_width<'a>(context: &mut Context<'a>, blocks: &'a [Block], surroundings: &Surroundings) -> Option<f64> {
    let mut width: f64 = 0.0;
    for block in blocks {
        let Block::Paragraph(paragraph) = block else { return None };
        let prepared = inline::prepare(context, paragraph, surroundings);
        width = width.max(prepared.extents(context).1);
    }
    // A hair more, so that the line that gave the width is not broken by rounding.
    Some(width + 0.05)
}
