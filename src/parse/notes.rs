//! `footnotes.xml`, `endnotes.xml` (17.11).

use super::block::story;
use super::context::Context;
use crate::error::Result;
use crate::map::Map;
use crate::model::{Note, NoteKind};
use crate::xml::{Element, Ns, Reader};

/// Reads `w:footnotes` or `w:endnotes`.
pub(super) fn notes<'a>(reader: &mut Reader<'a>, root: &Element<'a>, cx: &mut Context<'_>, to: &mut Map<i32, Note>) -> Result<()> {
    while let Some(element) = reader.child(root)? {
        if !(element.is(Ns::W, "footnote") || element.is(Ns::W, "endnote")) {
            continue;
        }
        let kind = match element.w("type").as_deref() {
            Some("separator") => NoteKind::Separator,
            Some("continuationSeparator") => NoteKind::ContinuationSeparator,
            Some("continuationNotice") => NoteKind::ContinuationNotice,
            _ => NoteKind::Normal,
        };
        let id = cx.number(&element, "id").unwrap_or(0);
        cx.charge::<Note>()?;
        let mut note = Note { kind, blocks: Vec::new() };
        story(reader, &element, cx, &mut note.blocks)?;
        to.insert(id, note);
    }
    Ok(())
}
