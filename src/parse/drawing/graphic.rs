//! What `a:graphicData` and groups hold (20.1.2.2.17): pictures, shapes, groups, charts, diagrams.

use super::anchor::named;
use super::chart::chart;
use super::diagram::diagram;
use super::fill::fill;
use super::outline::{StatedLine, line};
use super::recolor::recolor;
use super::shape::shape;
use super::transform::{Transform, transform};
use crate::error::Result;
use crate::model::{Drawing, DrawingContent, Picture};
use crate::numeral::parse_decimal;
use crate::parse::context::{Context, Nesting};
use crate::units::Emu;
use crate::xml::{Element, Ns, Reader};
use std::sync::Arc;

/// Reads an element into what a drawing shows; says whether it is something to show.
pub(super) fn graphic<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<bool> {
    match (element.ns, element.name) {
        (Ns::Pic, "pic") => {
            picture(reader, element, cx, to)?;
        }
        (_, "wsp") => {
            shape(reader, element, cx, to)?;
        }
        (Ns::Wpg, "wgp" | "grpSp") | (Ns::Wpc, "wpc") | (Ns::Lc, "lockedCanvas") | (Ns::A, "grpSp") => {
            group(reader, element, cx, to)?;
        }
        (Ns::C, "chart") => {
            if let Some(part) = Context::id(element, "id").and_then(|id| cx.related_part(&id)) {
                to.content = DrawingContent::Chart(chart(&part, cx)?.map(Arc::new));
            }
        }
        (Ns::Dgm, "relIds") => diagram(element, cx, to)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// `pic:pic` (19.3.1.37); its own place, which counts in a group.
fn picture<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<Transform> {
    let mut picture = Picture::default();
    let mut place = Transform::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (_, "nvPicPr" | "blipFill" | "spPr") => reader.unwrap(),
            (_, "cNvPr") => own_name(reader, &element, cx, to)?,
            (Ns::A, "blip") => blip(reader, &element, cx, &mut picture)?,
            (Ns::A, "srcRect") => picture.crop = ["l", "t", "r", "b"].map(|side| share(&element, side)),
            (Ns::A, "xfrm") => place = transform(reader, &element, cx)?,
            (Ns::A, "ln") => picture.line = line(reader, &element, cx, None)?.over(StatedLine::default()),
            (Ns::A, "prstGeom") => picture.geometry = element.plain("prst").unwrap_or_default().into_owned(),
            _ => {}
        }
    }
    (picture.rotation, picture.flip_h, picture.flip_v) = (place.rotation, place.flip_h, place.flip_v);
    to.content = DrawingContent::Picture(Box::new(picture));
    Ok(place)
}

/// `a:blip` (20.1.8.13).
fn blip<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Picture) -> Result<()> {
    to.part = Context::id(element, "embed").and_then(|id| cx.related_part(&id));
    if let Some(id) = Context::id(element, "link") {
        to.external = cx.relationships.get(&id).and_then(|relationship| relationship.external.clone());
    }
    while let Some(child) = reader.child(element)? {
        match (child.ns, child.name) {
            (Ns::A, "extLst" | "ext") => reader.unwrap(),
            (Ns::Asvg, "svgBlip") => to.svg = Context::id(&child, "embed").and_then(|id| cx.related_part(&id)),
            _ => recolor(reader, &child, cx, &mut to.recolor)?,
        }
    }
    Ok(())
}

/// A share in 1/1000 % or with a percent sign (22.9.2.9 ST_Percentage).
pub(super) fn share(element: &Element<'_>, name: &str) -> f64 {
    let value = element.plain(name).unwrap_or_default();
    let share = match value.trim().strip_suffix('%') {
        Some(percent) => parse_decimal(percent).map(|percent| percent / 100.0),
        None => parse_decimal(value.trim()).map(|thousandths| thousandths / 100_000.0),
    };
    share.unwrap_or(0.0).clamp(-10.0, 10.0)
}

/// `pic:cNvPr`, `wps:cNvPr`: what the drawing around has not said itself.
pub(super) fn own_name<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<()> {
    let mut own = Drawing::default();
    named(reader, element, cx, &mut own)?;
    if to.name.is_empty() {
        to.name = own.name;
    }
    if to.alt.is_empty() {
        to.alt = own.alt;
    }
    to.link = to.link.take().or(own.link);
    to.hidden |= own.hidden;
    Ok(())
}

/// `wpg:wgp`, `wpg:grpSp`, `wpc:wpc`; its own place, which counts in a group.
pub(super) fn group<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<Transform> {
    let mut place = Transform::default();
    let mut children = Vec::new();
    if cx.nesting.groups >= Nesting::GROUPS {
        cx.warn("not-drawn", "Drawings are grouped too deep to be shown.");
        return Ok(place);
    }
    cx.nesting.groups += 1;
    let outer = cx.group_fill.clone();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (_, "grpSpPr" | "nvGrpSpPr") => reader.unwrap(),
            (Ns::A, "xfrm") => place = transform(reader, &element, cx)?,
            _ => match fill(reader, &element, cx, None)? {
                Some(own) => cx.group_fill = own,
                None => children.extend(child(reader, &element, cx)?),
            },
        }
    }
    cx.group_fill = outer;
    cx.nesting.groups -= 1;
    // A canvas has no space of its own: its children stand in EMU.
    let space = place.child_space.unwrap_or([Emu(0), Emu(0), to.width, to.height]);
    to.content = DrawingContent::Group { space, children };
    Ok(place)
}

/// A child of a group with its place; none where it shows nothing.
fn child<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Option<(Emu, Emu, Drawing)>> {
    cx.charge::<Drawing>()?;
    let mut drawing = Drawing::default();
    let place = match (element.ns, element.name) {
        (Ns::Pic, "pic") => picture(reader, element, cx, &mut drawing)?,
        (_, "wsp") | (Ns::A | Ns::Dsp, "sp") => shape(reader, element, cx, &mut drawing)?,
        (Ns::Wpg, "wgp" | "grpSp") | (Ns::A | Ns::Dsp, "grpSp") => group(reader, element, cx, &mut drawing)?,
        (Ns::Wpg | Ns::Wpc, "graphicFrame") => frame(reader, element, cx, &mut drawing)?,
        _ => return Ok(None),
    };
    (drawing.width, drawing.height) = place.extent;
    Ok(Some((place.offset.0, place.offset.1, drawing)))
}

/// `wpg:graphicFrame`: a chart or a diagram in a group.
fn frame<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<Transform> {
    let mut place = Transform::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "graphic" | "graphicData") => reader.unwrap(),
            (_, "cNvPr") => own_name(reader, &element, cx, to)?,
            (_, "xfrm") => place = transform(reader, &element, cx)?,
            (Ns::C | Ns::Dgm, _) => {
                graphic(reader, &element, cx, to)?;
            }
            _ => {}
        }
    }
    Ok(place)
}
