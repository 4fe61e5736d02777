//! `wps:spPr` and `wps:style` (20.1.2.2.35, 20.1.2.2.37): geometry, fill, line, effects.

use super::color::{Palette, ink, ink_in};
use super::custom_geometry::custom_geometry;
use super::fill::fill;
use super::outline::{StatedLine, line};
use super::transform::{Transform, transform};
use crate::error::Result;
use crate::look::{Effects, Fill, Glow, Ink, Shadow};
use crate::model::Shape;
use crate::parse::context::Context;
use crate::xml::{Element, Ns, Reader};
use std::sync::Arc;

/// How a shape looks, as far as it is stated.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) place: Transform,
    pub(super) fill: Option<Fill>,
    pub(super) line: StatedLine,
    pub(super) effects: Option<Effects>,
    /// The colour of text that states none.
    pub(super) text: Option<String>,
}

/// Guides of a preset geometry; none has more.
const MOST_GUIDES: usize = 64;

/// Reads `wps:spPr`.
pub(super) fn shape_look<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, shape: &mut Shape) -> Result<Look> {
    let mut look = Look::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "xfrm") => look.place = transform(reader, &element, cx)?,
            (Ns::A, "prstGeom") => {
                shape.geometry = element.plain("prst").unwrap_or_default().into_owned();
                while let Some(guide) = reader.child(&element)? {
                    match (guide.ns, guide.name) {
                        (Ns::A, "avLst") => reader.unwrap(),
                        (Ns::A, "gd") if shape.adjust.len() < MOST_GUIDES => shape.adjust.extend(guide_value(&guide)),
                        _ => {}
                    }
                }
            }
            (Ns::A, "custGeom") => shape.own_geometry = Some(Arc::new(custom_geometry(reader, &element, cx)?)),
            (Ns::A, "ln") => look.line = line(reader, &element, cx, None)?,
            (Ns::A, "effectLst") => look.effects = Some(effects(reader, &element, cx, None)?),
            _ => {
                if let Some(stated) = fill(reader, &element, cx, None)? {
                    look.fill = Some(stated);
                }
            }
        }
    }
    Ok(look)
}

/// `a:gd` of the form `val 12345`.
fn guide_value(guide: &Element<'_>) -> Option<(String, i64)> {
    let formula = guide.plain("fmla")?;
    let value = formula.strip_prefix("val ")?.trim().parse().ok()?;
    Some((guide.plain("name")?.into_owned(), value))
}

/// The outer shadow and the glow of `a:effectLst` (20.1.8.45, 20.1.8.32).
fn effects<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, placeholder: Option<Ink>) -> Result<Effects> {
    let mut found = Effects::default();
    while let Some(element) = reader.child(parent)? {
        let mut length = |name: &str| cx.emu(&element, name).map_or(0.0, |length| length.pt().clamp(0.0, 200.0));
        let (far, blur, radius) = (length("dist"), length("blurRad"), length("rad"));
        let palette = Palette { theme: cx.theme.as_ref(), placeholder };
        match (element.ns, element.name) {
            (Ns::A, "outerShdw") => {
                let turn =
                    element.plain("dir").and_then(|angle| angle.parse::<i32>().ok()).map_or(0.0, |angle| f64::from(angle) / 21_600_000.0);
                let (sin, cos) = crate::geometry::sin_cos(turn);
                found.shadow = ink_in(reader, &element, palette)?.map(|ink| Shadow { offset: (far * cos, far * sin), blur, ink });
            }
            (Ns::A, "glow") => found.glow = ink_in(reader, &element, palette)?.map(|ink| Glow { radius, ink }),
            _ => {}
        }
    }
    Ok(found)
}

/// Reads `wps:style`: what the theme's styles (20.1.4.1) give where the shape states nothing. Index 0 is none.
pub(super) fn style_look<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Look> {
    let mut look = Look::default();
    while let Some(element) = reader.child(parent)? {
        let index = element.plain("idx").and_then(|value| value.parse::<usize>().ok()).unwrap_or(0);
        let mut stated = None;
        while let Some(child) = reader.child(&element)? {
            stated = ink(reader, &child, Palette { theme: cx.theme.as_ref(), placeholder: None })?;
        }
        match (element.ns, element.name) {
            (Ns::A, "lnRef") => look.line = styled_line(cx, index, stated)?,
            (Ns::A, "fillRef") => look.fill = Some(styled_fill(cx, index, stated)?),
            (Ns::A, "effectRef") => look.effects = Some(styled_effects(cx, index, stated)?),
            (Ns::A, "fontRef") => look.text = stated.map(|ink| format!("{:06X}", ink.rgb)),
            _ => {}
        }
    }
    Ok(look)
}

/// A theme's style, read as if it stood in the shape.
fn of_theme<T>(
    cx: &mut Context<'_>,
    style: Option<String>,
    read: impl for<'x> FnOnce(&mut Reader<'x>, &Element<'x>, &mut Context<'_>) -> Result<T>,
) -> Result<Option<T>> {
    let Some(style) = style else { return Ok(None) };
    let limits = cx.limits;
    let mut reader = Reader::new(&style, "theme", limits);
    let root = reader.root()?;
    match reader.child(&root)? {
        Some(element) => read(&mut reader, &element, cx).map(Some),
        None => Ok(None),
    }
}

fn styled_fill(cx: &mut Context<'_>, index: usize, ink: Option<Ink>) -> Result<Fill> {
    if index == 0 {
        return Ok(Fill::None);
    }
    // From 1001 on they are those of grounds, which shapes of documents do not use.
    let style = cx.theme.as_ref().and_then(|theme| theme.fills.get(index - 1).cloned());
    let styled = of_theme(cx, style, |reader, element, cx| fill(reader, element, cx, ink))?;
    Ok(styled.flatten().unwrap_or_else(|| ink.map_or(Fill::None, Fill::Solid)))
}

fn styled_line(cx: &mut Context<'_>, index: usize, ink: Option<Ink>) -> Result<StatedLine> {
    if index == 0 {
        return Ok(StatedLine { ink: Some(None), ..StatedLine::default() });
    }
    let style = cx.theme.as_ref().and_then(|theme| theme.lines.get(index - 1).cloned());
    let styled = of_theme(cx, style, |reader, element, cx| line(reader, element, cx, ink))?;
    // Without a theme: the line widths of Office's own.
    let usual = || StatedLine { width: Some([0.5, 1.0, 1.5][index.min(3) - 1]), ..StatedLine::default() };
    let mut styled = styled.unwrap_or_else(usual);
    styled.ink = styled.ink.flatten().or(ink).map(Some);
    Ok(styled)
}

fn styled_effects(cx: &mut Context<'_>, index: usize, ink: Option<Ink>) -> Result<Effects> {
    let style = index.checked_sub(1).and_then(|index| cx.theme.as_ref()?.effects.get(index).cloned());
    let styled = of_theme(cx, style, |reader, element, cx| {
        let mut found = Effects::default();
        while let Some(list) = reader.child(element)? {
            if list.is(Ns::A, "effectLst") {
                found = effects(reader, &list, cx, ink)?;
            }
        }
        Ok(found)
    })?;
    Ok(styled.unwrap_or_default())
}
