//! Contextual spacing from cell to cell.

use crate::flow::{Block, Cell};

/// `contextualSpacing` looks into the cells beside: a cell's first paragraph has no space before, its last one none after,
/// where one of its style stands there. Rows are kept apart by their end marks (docs/word/contextual-spacing-in-rows.md).
pub(super) fn within_row(cells: &mut [Cell]) {
    let mut above = None;
    let mut cells = cells.iter_mut().peekable();
    while let Some(cell) = cells.next() {
        let below = cells.peek().and_then(|next| style(next.blocks.first()));
        let last = style(cell.blocks.last());
        if let Some(Block::Paragraph(paragraph)) = cell.blocks.first_mut()
            && paragraph.spacing.contextual
            && above == Some(paragraph.style)
        {
            (paragraph.spacing.before, paragraph.spacing.before_lines) = (0.0, 0.0);
        }
        if let Some(Block::Paragraph(paragraph)) = cell.blocks.last_mut()
            && paragraph.spacing.contextual
            && below == Some(paragraph.style)
        {
            (paragraph.spacing.after, paragraph.spacing.after_lines) = (0.0, 0.0);
        }
        above = last;
    }
}

/// The style of a block that is a paragraph.
fn style(block: Option<&Block>) -> Option<u32> {
    match block {
        Some(Block::Paragraph(paragraph)) => Some(paragraph.style),
        _ => None,
    }
}
