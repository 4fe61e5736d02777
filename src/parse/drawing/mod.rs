//! `w:drawing`, `w:pict` and the picture of `w:object` (20.4.2, 17.3.3.9, 17.3.3.19, 17.3.3.21).

mod anchor;
mod chart;
mod color;
mod custom_geometry;
mod diagram;
mod diagram_text;
mod fill;
mod graphic;
mod outline;
mod pattern;
mod picture_size;
mod recolor;
mod shape;
mod shape_properties;
mod text_box;
mod transform;
mod vml;
mod vml_fill;
mod vml_path;
mod vml_position;
mod vml_style;

pub(super) use vml_path::ShapeType;

use super::context::Context;
use crate::error::Result;
use crate::model::{Drawing, RunContent};
use crate::xml::{Element, Ns, Reader};

/// `w:drawing`: drawings in line or floating.
pub(super) fn drawing<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<RunContent>) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if element.is(Ns::Wp, "inline") || element.is(Ns::Wp, "anchor") {
            let mut drawing = Box::<Drawing>::default();
            anchor::framed(reader, &element, cx, &mut drawing)?;
            to.push(RunContent::Drawing(drawing));
        }
    }
    Ok(())
}

/// `w:pict`: VML.
pub(super) fn picture<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<RunContent>) -> Result<()> {
    while let Some(element) = reader.child(parent)? {
        if let Some(drawing) = vml::drawing(reader, &element, cx)? {
            to.push(RunContent::Drawing(drawing));
        }
    }
    Ok(())
}

/// `w:object`: what an embedded object shows of itself; the object is not opened.
pub(super) fn object<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Vec<RunContent>) -> Result<()> {
    let before = to.len();
    while let Some(element) = reader.child(parent)? {
        if element.is(Ns::W, "drawing") {
            drawing(reader, &element, cx, to)?;
        } else if let Some(drawing) = vml::drawing(reader, &element, cx)? {
            to.push(RunContent::Drawing(drawing));
        }
    }
    if to.len() == before {
        cx.warn("not-drawn", "An embedded object has no picture of itself.");
    }
    Ok(())
}
