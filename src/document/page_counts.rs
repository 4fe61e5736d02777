//! Whether a document writes how many pages it has: such pages are right only once all are laid out.

use crate::flow::{Block, Flow, Inline, PageFieldKind};

/// A field of the document shows the number of pages, of all or of a section.
pub(super) fn are_shown(flow: &Flow) -> bool {
    let mut stories = flow.stories.iter().chain(flow.sections.iter().map(|section| &section.blocks));
    stories.any(|blocks| blocks.iter().any(shows))
}

fn shows(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => paragraph.items.iter().any(|item| match item {
            Inline::Field(field) => matches!(field.kind, PageFieldKind::NumPages | PageFieldKind::SectionPages),
            Inline::Anchor(float) => graphic_shows(&float.graphic),
            Inline::Object(object) => graphic_shows(&object.graphic),
            _ => false,
        }),
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.blocks.iter().any(shows)),
    }
}

fn graphic_shows(graphic: &crate::flow::Graphic) -> bool {
    match graphic {
        crate::flow::Graphic::Shape(shape) => shape.text.as_ref().is_some_and(|text| text.blocks.iter().any(shows)),
        crate::flow::Graphic::Group(children) => children.iter().any(|child| graphic_shows(&child.4)),
        _ => false,
    }
}
