//! `wps:wsp`: a shape, perhaps with text ([MS-ODRAWXML] 2.7).

use super::diagram_text;
use super::graphic::own_name;
use super::shape_properties::{Look, shape_look, style_look};
use super::text_box::{body_properties, content};
use super::transform::{Transform, transform};
use crate::error::Result;
use crate::model::{Drawing, DrawingContent, Shape, TextBox};
use crate::parse::context::Context;
use crate::xml::{Element, Ns, Reader};

/// Reads `wps:wsp`; its own place, which counts in a group.
pub(super) fn shape<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<Transform> {
    cx.charge::<Shape>()?;
    let mut shape = Box::<Shape>::default();
    let mut own = Look::default();
    let mut style = Look::default();
    let mut text: Option<TextBox> = None;
    let mut body = TextBox::of_drawing();
    let (mut text_place, mut rest) = (None, None);
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (_, "cNvPr") => own_name(reader, &element, cx, to)?,
            (_, "spPr") => own = shape_look(reader, &element, cx, &mut shape)?,
            (_, "style") => style = style_look(reader, &element, cx)?,
            (_, "txbx") => {
                rest = element.plain("id").map(|id| id.into_owned());
                reader.unwrap();
            }
            (_, "linkedTxbx") => {
                rest = element.plain("id").map(|id| id.into_owned());
                text = Some(TextBox { goes_on: rest.clone(), ..TextBox::default() });
            }
            (Ns::W, "txbxContent") => {
                let mut found = TextBox::default();
                content(reader, &element, cx, &mut found.blocks)?;
                text = Some(found);
            }
            (Ns::Dsp, "txBody") => {
                let blocks = diagram_text::body(reader, &element, cx, style.text.as_deref(), &mut body)?;
                text = Some(TextBox { blocks, ..TextBox::default() });
            }
            (Ns::Dsp, "txXfrm") => text_place = Some(transform(reader, &element, cx)?),
            (_, "bodyPr") => body_properties(reader, &element, cx, &mut body)?,
            _ => {}
        }
    }
    shape.fill = own.fill.unwrap_or(style.fill.unwrap_or_default());
    shape.line = own.line.over(style.line);
    shape.effects = own.effects.unwrap_or(style.effects.unwrap_or_default());
    (shape.rotation, shape.flip_h, shape.flip_v) = (own.place.rotation, own.place.flip_h, own.place.flip_v);
    if let Some(inner) = text_place {
        inset(&mut body, &own.place, &inner);
        body.placed = true;
    }
    shape.text = text.map(|text| TextBox { blocks: text.blocks, goes_on: text.goes_on, rest, color: style.text, ..body });
    to.content = DrawingContent::Shape(shape);
    Ok(own.place)
}

/// The text of a diagram's shape has a box of its own (`dsp:txXfrm`): what lies between the two is added to the insets.
fn inset(text: &mut TextBox, outer: &Transform, inner: &Transform) {
    let left = inner.offset.0.pt() - outer.offset.0.pt();
    let top = inner.offset.1.pt() - outer.offset.1.pt();
    let right = outer.extent.0.pt() - left - inner.extent.0.pt();
    let bottom = outer.extent.1.pt() - top - inner.extent.1.pt();
    for (inset, more) in text.insets.iter_mut().zip([left, top, right, bottom]) {
        *inset += more.max(0.0);
    }
}
