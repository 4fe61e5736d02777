//! `a:custGeom` (20.1.9.8): a shape by formulas of its own.

use crate::error::Result;
use crate::geometry::{Builder, Command, Geometry, Operand, Path, Shade};
use crate::numeral::parse_decimal;
use crate::parse::context::Context;
use crate::parse::values::is_on;
use crate::xml::{Element, Ns, Reader};

/// Reads `a:custGeom`.
pub(super) fn custom_geometry<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Geometry> {
    let mut builder = Builder::default();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "avLst" | "gdLst" | "pathLst") => reader.unwrap(),
            (Ns::A, "gd") => {
                cx.charge::<[Operand; 8]>()?;
                builder.formula(&element.plain("name").unwrap_or_default(), &element.plain("fmla").unwrap_or_default(), None);
            }
            (Ns::A, "rect") => {
                let [left, top, right, bottom] = ["l", "t", "r", "b"].map(|side| element.plain(side).unwrap_or_default());
                builder.text([&left, &top, &right, &bottom]);
            }
            (Ns::A, "path") => path(reader, &element, cx, &mut builder)?,
            _ => {}
        }
    }
    Ok(builder.done())
}

/// `a:path` (20.1.9.15).
fn path<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Builder) -> Result<()> {
    // A side that is not stated, or 0 as of a level line, is the shape's own.
    let side = |name: &str| parent.plain(name).and_then(|side| parse_decimal(&side)).filter(|side| *side > 0.0).unwrap_or(0.0);
    let (width, height) = (side("w"), side("h"));
    to.path(Path {
        space: (width > 0.0 || height > 0.0).then_some([0.0, 0.0, width, height]),
        shade: Shade::from_name(&parent.plain("fill").unwrap_or_default()),
        stroked: parent.plain("stroke").is_none_or(|value| is_on(&value)),
        commands: Vec::new(),
    });
    while let Some(step) = reader.child(parent)? {
        cx.charge::<Command>()?;
        let mut points = [Operand::Number(0.0); 6];
        if step.name == "arcTo" {
            for (place, name) in points.iter_mut().zip(["wR", "hR", "stAng", "swAng"]) {
                *place = to.operand(&step.plain(name).unwrap_or_default());
            }
        } else {
            let mut places = points.chunks_exact_mut(2);
            while let Some(point) = reader.child(&step)? {
                if point.is(Ns::A, "pt")
                    && let Some([x, y]) = places.next()
                {
                    *x = to.operand(&point.plain("x").unwrap_or_default());
                    *y = to.operand(&point.plain("y").unwrap_or_default());
                }
            }
        }
        let [a, b, c, d, e, f] = points;
        to.step(match step.name {
            "moveTo" => Command::Move([a, b]),
            "lnTo" => Command::Line([a, b]),
            "quadBezTo" => Command::Quad([a, b, c, d]),
            "cubicBezTo" => Command::Cubic([a, b, c, d, e, f]),
            "arcTo" => Command::Arc([a, b, c, d]),
            "close" => Command::Close,
            _ => continue,
        });
    }
    Ok(())
}
