//! The text of a shape: `w:txbxContent` and how it stands in the shape (17.17.1, 21.1.2.1.1).

use crate::error::Result;
use crate::model::{Block, TextBox};
use crate::parse::block::story;
use crate::parse::context::{Context, Nesting};
use crate::xml::{Element, Ns, Reader};

impl TextBox {
    /// A DrawingML text box that states nothing (word-layout 9.5).
    pub(super) fn of_drawing() -> Self {
        Self { insets: [7.2, 3.6, 7.2, 3.6], anchor: "t".to_owned(), direction: "horz".to_owned(), wrap: true, ..Self::default() }
    }
}

/// Reads `w:txbxContent`. Text boxes nested too deep are left out.
pub(super) fn content<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<Block>) -> Result<()> {
    if cx.nesting.boxes >= Nesting::BOXES {
        cx.warn("not-drawn", "Text boxes are nested too deep to be shown.");
        return Ok(());
    }
    cx.nesting.boxes += 1;
    story(reader, element, cx, to)?;
    cx.nesting.boxes -= 1;
    Ok(())
}

/// Reads `wps:bodyPr`.
pub(super) fn body_properties<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut TextBox) -> Result<()> {
    for (index, name) in ["lIns", "tIns", "rIns", "bIns"].into_iter().enumerate() {
        if let (Some(place), Some(inset)) = (to.insets.get_mut(index), cx.emu(parent, name)) {
            *place = inset.pt();
        }
    }
    if let Some(anchor) = parent.plain("anchor") {
        to.anchor = anchor.into_owned();
    }
    if let Some(direction) = parent.plain("vert") {
        to.direction = direction.into_owned();
    }
    to.wrap = parent.plain("wrap").is_none_or(|value| value != "none");
    while let Some(element) = reader.child(parent)? {
        if element.ns == Ns::A {
            to.auto_fit |= element.name == "spAutoFit";
        }
    }
    Ok(())
}
