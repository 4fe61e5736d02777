//! Blocks: paragraphs and tables one below the other (17.2.2, 17.3.1.22).

use super::context::{Context, cost};
use super::inline::inline;
use super::math::math_paragraph;
use super::section::section_properties;
use super::shared;
use super::table::table;
use crate::error::Result;
use crate::model::{Block, Document, Inline, Paragraph};
use crate::xml::{Element, Ns, Reader};
use std::sync::Arc;

/// `w:body`.
pub(super) fn body<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Document) -> Result<()> {
    let (body, section) = (&mut to.body, &mut to.section);
    blocks(reader, parent, cx, body, |reader, element, cx| {
        if element.is(Ns::W, "sectPr") {
            section_properties(reader, element, cx, section)?;
        }
        Ok(())
    })?;
    leave_bookmarks(cx, &mut to.body);
    Ok(())
}

/// A story of its own: the root of a header or footer, a note, `w:txbxContent`.
pub(super) fn story<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<Block>) -> Result<()> {
    let around = std::mem::take(&mut cx.bookmarks);
    blocks(reader, parent, cx, to, |_, _, _| Ok(()))?;
    leave_bookmarks(cx, to);
    cx.bookmarks = around;
    Ok(())
}

/// Bookmarks behind the last paragraph belong to it.
fn leave_bookmarks(cx: &mut Context<'_>, blocks: &mut [Block]) {
    let left = std::mem::take(&mut cx.bookmarks);
    if let Some(Block::Paragraph(last)) = blocks.last_mut() {
        last.content.extend(left.into_iter().map(Inline::Bookmark));
    }
}

/// Reads blocks into `to`. What is none, such as `w:tcPr`, goes to `other`.
pub(super) fn blocks<'a, 'p>(
    reader: &mut Reader<'a>,
    parent: &Element<'a>,
    cx: &mut Context<'p>,
    to: &mut Vec<Block>,
    mut other: impl FnMut(&mut Reader<'a>, &Element<'a>, &mut Context<'p>) -> Result<()>,
) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "p") => to.push(Block::Paragraph(paragraph(reader, &element, cx)?)),
            (Ns::W, "tbl") => to.push(Block::Table(table(reader, &element, cx)?)),
            (Ns::W, "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => reader.unwrap(),
            (Ns::W, "bookmarkStart") => cx.bookmarks.extend(element.w("name").map(|name| name.into_owned())),
            (Ns::W, "altChunk") => cx.warn("not-drawn", "A document embedded as a whole (altChunk) is not shown."),
            (Ns::M, "oMathPara") => {
                let mut alone = empty_paragraph(cx)?;
                math_paragraph(reader, &element, cx, &mut alone.content)?;
                to.push(Block::Paragraph(alone));
            }
            _ => other(reader, &element, cx)?,
        }
    }
    Ok(())
}

/// A paragraph that states nothing.
fn empty_paragraph(cx: &mut Context<'_>) -> Result<Box<Paragraph>> {
    cx.charge_bytes(cost::PARAGRAPH)?;
    let (properties, mark) = (Arc::clone(&cx.shared.no_paragraph), Arc::clone(&cx.shared.no_run));
    Ok(Box::new(Paragraph { properties, mark, mark_deleted: false, content: Vec::new(), section: None }))
}

/// `w:p`.
fn paragraph<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Box<Paragraph>> {
    let mut paragraph = empty_paragraph(cx)?;
    let around = std::mem::take(&mut cx.paragraph_bytes);
    paragraph.content.extend(cx.bookmarks.drain(..).map(Inline::Bookmark));
    // `w:pPr` may stand first only; the content is read by the same loop that reads links and fields.
    while let Some(element) = reader.child(parent)? {
        if element.is(Ns::W, "pPr") {
            shared::paragraph(reader, &element, cx, &mut paragraph)?;
        } else {
            inline(reader, &element, cx, &mut paragraph.content)?;
        }
    }
    cx.paragraph_bytes = around;
    Ok(paragraph)
}
