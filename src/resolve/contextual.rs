//! Contextual spacing from cell to cell and from note to note.

use crate::flow::{Block, Cell, Paragraph};

/// The cells of a row, one beside the other, and the marks at the ends of this row and, if it is not the first, of the one
/// above, which are paragraphs of the `default` style (docs/word/contextual-spacing-in-rows.md).
pub(super) fn within_row(cells: &mut [Cell], first: bool, default: u32) {
    let mut mark = [Block::Paragraph(Box::new(Paragraph { style: default, ..Paragraph::default() }))];
    if let Some(cell) = cells.first_mut().filter(|_| !first) {
        between(&mut mark, &mut cell.blocks);
    }
    if let Some(cell) = cells.last_mut() {
        between(&mut cell.blocks, &mut mark);
    }
    for index in 1..cells.len() {
        let (before, behind) = cells.split_at_mut(index);
        if let (Some(above), Some(below)) = (before.last_mut(), behind.first_mut()) {
            between(&mut above.blocks, &mut below.blocks);
        }
    }
}

/// `contextualSpacing` looks beyond a text's end: the last paragraph has no space after, the first one of what follows none
/// before, where both are of one style.
pub(super) fn between(above: &mut [Block], below: &mut [Block]) {
    let (Some(Block::Paragraph(above)), Some(Block::Paragraph(below))) = (above.last_mut(), below.first_mut()) else { return };
    if above.style != below.style {
        return;
    }
    if above.spacing.contextual {
        (above.spacing.after, above.spacing.after_lines) = (0.0, 0.0);
    }
    if below.spacing.contextual {
        (below.spacing.before, below.spacing.before_lines) = (0.0, 0.0);
    }
}
