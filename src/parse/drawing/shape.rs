//! `wps:wsp`: a shape, perhaps with text ([MS-ODRAWXML] 2.7).

use super::graphic::own_name;
use super::shape_properties::{Look, shape_look, style_look};
use super::text_box::{body_properties, content};
use super::transform::Transform;
use crate::error::Result;
use crate::model::{Drawing, DrawingContent, Shape, TextBox};
use crate::parse::context::Context;
use crate::units::Emu;
use crate::xml::{Element, Ns, Reader, without_prefixes};

/// Reads `wps:wsp`; its own place, which counts in a group.
pub(super) fn shape<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<Transform> {
    cx.charge::<Shape>()?;
    let mut shape = Box::<Shape>::default();
    let mut own = Look::default();
    let mut style = Look::default();
    let mut text: Option<TextBox> = None;
    let mut body = TextBox::of_drawing();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (_, "cNvPr") => own_name(reader, &element, cx, to)?,
            (_, "spPr") => {
                let source = reader.slice(&element)?;
                without_prefixes(&mut reader.again(source, &element), &mut shape.xml)?;
                own = shape_look(&mut reader.again(source, &element), cx, &mut shape)?;
            }
            (_, "style") => {
                let source = reader.slice(&element)?;
                without_prefixes(&mut reader.again(source, &element), &mut shape.xml)?;
                style = style_look(&mut reader.again(source, &element), cx)?;
            }
            (_, "txbx") => reader.unwrap(),
            (Ns::W, "txbxContent") => {
                let mut found = TextBox::default();
                content(reader, &element, cx, &mut found.blocks)?;
                text = Some(found);
            }
            (_, "bodyPr") => body_properties(reader, &element, cx, &mut body)?,
            _ => {}
        }
    }
    shape.fill = own.fill.unwrap_or(style.fill.unwrap_or_default());
    shape.line = own.line.unwrap_or(style.line.unwrap_or_default());
    shape.line_width = own.line_width.or(style.line_width).unwrap_or(Emu(9525));
    (shape.rotation, shape.flip_h, shape.flip_v) = (own.place.rotation, own.place.flip_h, own.place.flip_v);
    shape.text = text.map(|text| TextBox { blocks: text.blocks, color: style.text, ..body });
    cx.charge_bytes(shape.xml.len())?;
    to.content = DrawingContent::Shape(shape);
    Ok(own.place)
}
