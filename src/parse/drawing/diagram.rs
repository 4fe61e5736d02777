//! SmartArt (21.4): the drawing that Word stored beside its data ([MS-ODRAWXML] 2.4).

use super::graphic::group;
use crate::env::Limits;
use crate::error::{ErrorKind, Result};
use crate::model::{Drawing, DrawingContent};
use crate::parse::context::Context;
use crate::xml::{Element, Ns, Reader, Token, decode};

/// Reads the stored drawing of `dgm:relIds`; where there is none it is not drawn.
pub(super) fn diagram(element: &Element<'_>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<()> {
    to.content = DrawingContent::Diagram;
    let Some(part) = drawing_part(element, cx)? else { return Ok(()) };
    let bytes = match cx.package.part(&part) {
        Ok(bytes) => bytes.unwrap_or_default(),
        Err(error) if error.kind() == ErrorKind::TooLarge => return Err(error),
        Err(_) => return Ok(()),
    };
    let (text, _) = decode(bytes);
    let limits = cx.limits;
    match shapes(&mut Reader::new(&text, &part, limits), cx, to) {
        // A malformed part only means that the diagram is not drawn.
        Err(error) if error.kind() != ErrorKind::TooLarge => to.content = DrawingContent::Diagram,
        other => other?,
    }
    Ok(())
}

/// `dsp:drawing/dsp:spTree`: a group in the diagram's own EMU.
fn shapes<'a>(reader: &mut Reader<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<()> {
    let root = reader.root()?;
    while let Some(element) = reader.child(&root)? {
        if element.is(Ns::Dsp, "spTree") {
            group(reader, &element, cx, to)?;
        }
    }
    Ok(())
}

/// The part with the stored drawing.
fn drawing_part(element: &Element<'_>, cx: &mut Context<'_>) -> Result<Option<String>> {
    let Some(data) = Context::id(element, "dm").and_then(|id| cx.related_part(&id)) else { return Ok(None) };
    let bytes = match cx.package.part(&data) {
        Ok(bytes) => bytes.unwrap_or_default(),
        Err(error) if error.kind() == ErrorKind::TooLarge => return Err(error),
        Err(_) => return Ok(None),
    };
    let (text, _) = decode(bytes);
    // A malformed part only means that the drawing is not found.
    let id = drawing_id(&text, &data, cx.limits).unwrap_or_default();
    match id {
        Some(id) => Ok(cx.related_part(&id)),
        None => Ok(cx.relationships.of_kind("diagramDrawing").and_then(|drawing| drawing.part.clone())),
    }
}

fn drawing_id(text: &str, part: &str, limits: &Limits) -> Result<Option<String>> {
    let mut reader = Reader::new(text, part, limits);
    loop {
        match reader.next()? {
            Token::Start(element) if element.is(Ns::Dsp, "dataModelExt") => {
                return Ok(element.plain("relId").map(|id| id.into_owned()));
            }
            Token::Eof => return Ok(None),
            _ => {}
        }
    }
}
