//! The body's text as people read it, paragraph by paragraph.

use crate::flow::{Block, Flow, Inline, Paragraph, TextRun, is_counted};

/// All paragraphs of the body in document order, those in cells too.
pub(super) fn paragraphs(flow: &Flow) -> Vec<&Paragraph> {
    let mut all = Vec::with_capacity(flow.paragraphs as usize);
    for section in &flow.sections {
        push(&section.blocks, &mut all);
    }
    all
}

fn push<'a>(blocks: &'a [Block], all: &mut Vec<&'a Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => all.push(paragraph),
            Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| push(&cell.blocks, all)),
        }
    }
}

/// A paragraph's characters, each with its body-text offset: a character that is not counted has that of the next one.
/// Tabs and breaks are blanks.
pub(super) fn characters(paragraph: &Paragraph) -> Vec<(char, u32)> {
    let mut all = Vec::new();
    each_character(paragraph, |c, offset| all.push((c, offset)));
    all
}

/// Shows a paragraph's characters one after the other, as [`characters`] has them.
pub(super) fn each_character(paragraph: &Paragraph, mut show: impl FnMut(char, u32)) {
    let mut offset = paragraph.offset;
    let mut push = |text: &str, at: Option<u32>| {
        if let Some(at) = at {
            offset = at;
        }
        for c in text.chars() {
            show(c, offset);
            offset += u32::from(at.is_some() && is_counted(c));
        }
    };
    for item in &paragraph.items {
        match item {
            Inline::Text(run) | Inline::Math { text: run, .. } => push(&run.text, run.offset),
            Inline::Field(field) => push(&field.cached, field.offset),
            Inline::Ruby(ruby) => ruby.base.iter().for_each(|run| push(&run.text, run.offset)),
            Inline::Tab { .. } | Inline::PositionedTab { .. } | Inline::Break { .. } => push(" ", None),
            Inline::Object(_) | Inline::Anchor(_) | Inline::Note { .. } | Inline::Bookmark(_) | Inline::SavedBreak => {}
        }
    }
}

/// A paragraph's text.
pub(super) fn text(paragraph: &Paragraph) -> String {
    characters(paragraph).into_iter().map(|(c, _)| c).collect()
}

/// A paragraph's runs of text.
pub(super) fn runs(paragraph: &Paragraph) -> impl Iterator<Item = &TextRun> {
    paragraph.items.iter().flat_map(|item| match item {
        Inline::Text(run) | Inline::Math { text: run, .. } => std::slice::from_ref(run),
        Inline::Ruby(ruby) => &ruby.base,
        _ => &[],
    })
}
