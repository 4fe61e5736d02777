//! `wps:spPr` and `wps:style` (20.1.2.2.35, 20.1.2.2.37): geometry, fill, line.

use super::color::{color, color_in};
use super::transform::{Transform, transform};
use crate::error::Result;
use crate::model::Shape;
use crate::parse::context::Context;
use crate::units::Emu;
use crate::xml::{Element, Ns, Reader};

/// How a shape looks, as far as it is stated. A fill or line of `Some(None)` is stated to be none.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) place: Transform,
    pub(super) fill: Option<Option<String>>,
    pub(super) line: Option<Option<String>>,
    pub(super) line_width: Option<Emu>,
    /// The colour of text that states none.
    pub(super) text: Option<String>,
}

/// Guides of a preset geometry; none has more.
const MOST_GUIDES: usize = 64;

/// Reads `wps:spPr`.
pub(super) fn shape_look(reader: &mut Reader<'_>, cx: &mut Context<'_>, shape: &mut Shape) -> Result<Look> {
    let root = reader.root()?;
    let mut look = Look::default();
    while let Some(element) = reader.child(&root)? {
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
            (Ns::A, "ln") => {
                look.line_width = cx.emu(&element, "w");
                while let Some(fill) = reader.child(&element)? {
                    if let Some(stated) = fill_color(reader, &fill, cx)? {
                        look.line = Some(stated);
                    }
                }
            }
            _ => {
                if let Some(stated) = fill_color(reader, &element, cx)? {
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

/// The colour of a fill: its own, or one that stands for a gradient or a pattern. None where the element is no fill.
fn fill_color<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Option<Option<String>>> {
    Ok(match (element.ns, element.name) {
        (Ns::A, "noFill") => Some(None),
        (Ns::A, "solidFill") => Some(color_in(reader, element, cx.theme.as_ref())?),
        (Ns::A, "gradFill") => {
            let mut first = None;
            while let Some(stop) = reader.child(element)? {
                match (stop.ns, stop.name) {
                    (Ns::A, "gsLst") => reader.unwrap(),
                    (Ns::A, "gs") if first.is_none() => first = color_in(reader, &stop, cx.theme.as_ref())?,
                    _ => {}
                }
            }
            Some(first)
        }
        (Ns::A, "pattFill") => {
            let mut ground = None;
            while let Some(part) = reader.child(element)? {
                if part.is(Ns::A, "bgClr") {
                    ground = color_in(reader, &part, cx.theme.as_ref())?;
                }
            }
            Some(ground)
        }
        _ => None,
    })
}

/// Reads `wps:style`: what the theme gives where the shape states nothing. Index 0 is no line and no fill.
pub(super) fn style_look(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Result<Look> {
    let root = reader.root()?;
    let mut look = Look::default();
    while let Some(element) = reader.child(&root)? {
        let index = element.plain("idx").and_then(|value| value.parse::<u32>().ok()).unwrap_or(0);
        let mut stated = None;
        while let Some(child) = reader.child(&element)? {
            stated = color(reader, &child, cx.theme.as_ref())?;
        }
        match (element.ns, element.name) {
            (Ns::A, "lnRef") => {
                look.line = Some(stated.filter(|_| index > 0));
                // The three line widths of the Office theme.
                look.line_width = Some(Emu(match index {
                    0 | 1 => 6350,
                    2 => 12_700,
                    _ => 19_050,
                }));
            }
            (Ns::A, "fillRef") => look.fill = Some(stated.filter(|_| index > 0)),
            (Ns::A, "fontRef") => look.text = stated,
            _ => {}
        }
    }
    Ok(look)
}
