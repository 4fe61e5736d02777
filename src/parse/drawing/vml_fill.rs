//! Fill, stroke and shadow of VML shapes (14.1.2.5, 14.1.2.21, 14.1.2.18).

use super::color::vml_ink;
use super::fill::sized;
use super::vml_style::{fraction, is_true, length};
use crate::look::{Fill, Gradient, Ink, Line, LineEnd, LineEndKind, PictureFill, Run, Shadow, Tile, dashes};
use crate::model::Shape;
use crate::numeral::parse_decimal;
use crate::parse::context::Context;
use crate::xml::{Element, Ns};

/// `v:fill`.
pub(super) fn fill(element: &Element<'_>, cx: &mut Context<'_>, to: &mut Shape) {
    if element.plain("on").is_some_and(|value| !is_true(&value)) {
        to.fill = Fill::None;
    }
    let Some(before) = to.fill.ink() else { return };
    let opacity =
        |value: Option<std::borrow::Cow<'_, str>>| value.and_then(|value| fraction(&value)).map_or(1.0, |share| share.clamp(0.0, 1.0));
    let rgb = element.plain("color").and_then(|value| vml_ink(&value)).unwrap_or(before.rgb);
    let ink = Ink { rgb, alpha: opacity(element.plain("opacity")) };
    let second = Ink {
        rgb: element.plain("color2").and_then(|value| second_color(&value, rgb)).unwrap_or(0xFF_FFFF),
        alpha: opacity(element.get(Ns::O, "opacity2")),
    };
    let kind = element.plain("type").unwrap_or_default();
    to.fill = match kind.as_ref() {
        "gradient" | "gradientradial" | "gradientRadial" | "gradientUnscaled" => {
            gradient(element, kind.starts_with("gradientr") || kind.starts_with("gradientR"), ink, second)
        }
        "frame" | "tile" | "pattern" => {
            let id = Context::id(element, "id").or_else(|| element.get(Ns::O, "relid").map(|id| id.into_owned()));
            match id.and_then(|id| cx.related_part(&id)) {
                Some(part) => {
                    // A pattern is a small picture that is tiled, too.
                    let tile = (kind != "frame").then(|| Tile { size: (1.0, 1.0), ..Tile::default() });
                    let tile = tile.and_then(|tile| sized(tile, &part, cx));
                    Fill::Picture(Box::new(PictureFill { part, tile, ..PictureFill::default() }))
                }
                None => Fill::Solid(ink),
            }
        }
        _ if ink.alpha > 0.0 => Fill::Solid(ink),
        _ => Fill::None,
    };
}

/// A second colour of its own, or the first one made darker or lighter: `fill darken(118)`.
fn second_color(value: &str, first: u32) -> Option<u32> {
    let Some(change) = value.strip_prefix("fill ") else { return vml_ink(value) };
    let (name, amount) = change.split_once('(')?;
    let share = parse_decimal(amount.split(')').next()?.trim())?.clamp(0.0, 255.0) / 255.0;
    // Darkened it has this share of its own light, lightened it lacks this share of white.
    let towards = if name == "lighten" { 0xFF_FFFF } else { 0 };
    Some(Ink::of(towards).towards(Ink::of(first), share).rgb)
}

/// A gradient from the first colour to the second: at 0 degrees upwards, other angles against the clock. A focus of 100 % turns it
/// round, one between has the second colour there and the first at both ends; negative ones the other way.
fn gradient(element: &Element<'_>, radial: bool, first: Ink, second: Ink) -> Fill {
    let focus = element.plain("focus").map_or(0.0, |value| match value.strip_suffix('%') {
        Some(percent) => parse_decimal(percent).unwrap_or(0.0) / 100.0,
        None => fraction(&value).unwrap_or(0.0),
    });
    let angle = element.plain("angle").and_then(|value| parse_decimal(value.trim_end_matches("fd"))).unwrap_or(0.0);
    let stops = match focus {
        f if f.abs() >= 0.99 => vec![(0.0, second), (1.0, first)],
        f if f > 0.01 => vec![(0.0, first), (f, second), (1.0, first)],
        f if f < -0.01 => vec![(0.0, second), (-f, first), (1.0, second)],
        _ => vec![(0.0, first), (1.0, second)],
    };
    let run = if radial {
        let middle = element.plain("focusposition").unwrap_or_default();
        let (x, y) = middle.split_once(',').unwrap_or((&middle, ""));
        let share = |value: &str| fraction(value.trim()).unwrap_or(0.0).clamp(0.0, 1.0);
        let (x, y) = (share(x), share(y));
        Run::Box([x, y, 1.0 - x, 1.0 - y])
    } else {
        Run::Line { degrees: (270.0 - angle).rem_euclid(360.0), scaled: true }
    };
    Fill::Gradient(Box::new(Gradient { stops, run }))
}

/// `v:stroke`.
pub(super) fn stroke(element: &Element<'_>, to: &mut Shape) {
    if element.plain("on").is_some_and(|value| !is_true(&value)) {
        to.line = None;
    }
    let Some(line) = &mut to.line else { return };
    if let Some(rgb) = element.plain("color").and_then(|value| vml_ink(&value)) {
        line.ink.rgb = rgb;
    }
    if let Some(opacity) = element.plain("opacity").and_then(|value| fraction(&value)) {
        line.ink.alpha = opacity.clamp(0.0, 1.0);
    }
    if let Some(weight) = element.plain("weight").and_then(|value| length(&value)) {
        line.width = weight.pt().max(0.0);
    }
    if let Some(name) = element.plain("dashstyle") {
        line.dash = own_dashes(&name).unwrap_or_else(|| dashes(&name));
    }
    line.round |= element.plain("endcap").is_some_and(|cap| cap == "round");
    line.round_corners |= element.plain("joinstyle").is_some_and(|join| join == "round");
    line.ends = [end(element, "start").or(line.ends[0]), end(element, "end").or(line.ends[1])];
}

/// Dashes and gaps in widths of the line: `4 2 1 2`.
fn own_dashes(text: &str) -> Option<Vec<f64>> {
    let parts: Option<Vec<f64>> =
        text.split_ascii_whitespace().take(32).map(|part| parse_decimal(part).map(|part| part.max(0.0))).collect();
    parts.filter(|parts| parts.len() > 1)
}

fn end(element: &Element<'_>, which: &str) -> Option<LineEnd> {
    let of = |what: &str| element.plain(&format!("{which}{what}"));
    let kind = LineEndKind::from_name(&of("arrow")?)?;
    let size = |what: &str| match of(what).as_deref() {
        Some("narrow" | "short") => 0,
        Some("wide" | "long") => 2,
        _ => 1,
    };
    Some(LineEnd { kind, size: (size("arrowwidth"), size("arrowlength")) })
}

/// `v:shadow`: where it is on, plain and offset.
pub(super) fn shadow(element: &Element<'_>) -> Option<Shadow> {
    if !element.plain("on").is_some_and(|value| is_true(&value)) {
        return None;
    }
    let offset = element.plain("offset").unwrap_or_default();
    let (x, y) = offset.split_once(',').unwrap_or(("2pt", "2pt"));
    let far = |value: &str| length(value).map_or(2.0, |length| length.pt().clamp(-100.0, 100.0));
    let alpha = element.plain("opacity").and_then(|value| fraction(&value)).map_or(1.0, |share| share.clamp(0.0, 1.0));
    let rgb = element.plain("color").and_then(|value| vml_ink(&value)).unwrap_or(0x80_8080);
    Some(Shadow { offset: (far(x), far(y)), blur: 0.0, ink: Ink { rgb, alpha } })
}

/// A line of a colour and a width in points.
pub(super) fn line(rgb: u32, width: f64) -> Line {
    Line { ink: Ink::of(rgb), width: width.max(0.0), ..Line::default() }
}
