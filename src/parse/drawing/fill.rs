//! Fills (20.1.8): one colour, gradients, patterns, pictures.

use super::color::{Palette, ink_in};
use super::graphic::share;
use super::picture_size;
use super::recolor::recolor;
use crate::error::Result;
use crate::look::{Fill, Gradient, Ink, Pattern, PictureFill, Run, Tile};
use crate::numeral::parse_decimal;
use crate::order::{float_key, sort_by_key};
use crate::parse::context::Context;
use crate::units::Emu;
use crate::xml::{Element, Ns, Reader};

/// Stops of a gradient; Office allows ten.
const MOST_STOPS: usize = 100;

/// Reads a fill; none where the element is none. `placeholder` is what `phClr` stands for.
pub(super) fn fill<'a>(
    reader: &mut Reader<'a>,
    element: &Element<'a>,
    cx: &mut Context<'_>,
    placeholder: Option<Ink>,
) -> Result<Option<Fill>> {
    if element.ns != Ns::A && element.name != "blipFill" {
        return Ok(None);
    }
    let palette = Palette { theme: cx.theme.as_ref(), placeholder };
    Ok(Some(match element.name {
        "noFill" => Fill::None,
        "solidFill" => ink_in(reader, element, palette)?.map_or(Fill::None, Fill::Solid),
        "gradFill" => gradient(reader, element, palette)?,
        "pattFill" => pattern(reader, element, palette)?,
        "blipFill" => picture(reader, element, cx)?,
        // A gradient or picture fills each shape by itself: as a rule groups are filled with one colour.
        "grpFill" => cx.group_fill.clone(),
        _ => return Ok(None),
    }))
}

/// `a:gradFill` (20.1.8.33).
fn gradient<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, palette: Palette<'_>) -> Result<Fill> {
    let mut stops = Vec::new();
    let mut run = Run::Line { degrees: 90.0, scaled: false };
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::A, "gsLst") => reader.unwrap(),
            (Ns::A, "gs") if stops.len() < MOST_STOPS => {
                let at = share(&element, "pos").clamp(0.0, 1.0);
                stops.extend(ink_in(reader, &element, palette)?.map(|ink| (at, ink)));
            }
            (Ns::A, "lin") => {
                let degrees = element.plain("ang").and_then(|angle| parse_decimal(&angle)).unwrap_or(0.0) / 60_000.0;
                run = Run::Line { degrees, scaled: element.plain("scaled").is_some_and(|value| value == "1" || value == "true") };
            }
            (Ns::A, "path") => {
                let is_circle = element.plain("path").is_some_and(|kind| kind == "circle");
                let mut inner = [0.0; 4];
                while let Some(child) = reader.child(&element)? {
                    if child.is(Ns::A, "fillToRect") {
                        inner = ["l", "t", "r", "b"].map(|side| share(&child, side));
                    }
                }
                run = if is_circle { Run::Circle(inner) } else { Run::Box(inner) };
            }
            _ => {}
        }
    }
    sort_by_key(&mut stops, |stop| float_key(stop.0));
    Ok(match &stops[..] {
        [] => Fill::None,
        [(_, only)] => Fill::Solid(*only),
        _ => Fill::Gradient(Box::new(Gradient { stops, run })),
    })
}

/// `a:pattFill` (20.1.8.47).
fn pattern<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, palette: Palette<'_>) -> Result<Fill> {
    let (mut ink, mut ground) = (Ink::of(0), Ink::of(0xFF_FFFF));
    while let Some(part) = reader.child(parent)? {
        match (part.ns, part.name) {
            (Ns::A, "fgClr") => ink = ink_in(reader, &part, palette)?.unwrap_or(ink),
            (Ns::A, "bgClr") => ground = ink_in(reader, &part, palette)?.unwrap_or(ground),
            _ => {}
        }
    }
    let rows = super::pattern::rows(&parent.plain("prst").unwrap_or_default());
    Ok(Fill::Pattern(Pattern { rows, ink, ground }))
}

/// `a:blipFill` (20.1.8.14).
fn picture<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>) -> Result<Fill> {
    let mut to = PictureFill::default();
    let (mut part, mut tiled) = (None, None);
    while let Some(element) = reader.child(parent)? {
        let sides = |element: &Element<'_>| ["l", "t", "r", "b"].map(|side| share(element, side));
        match (element.ns, element.name) {
            (Ns::A, "blip") => {
                part = Context::id(&element, "embed").and_then(|id| cx.related_part(&id));
                while let Some(change) = reader.child(&element)? {
                    recolor(reader, &change, cx, &mut to.recolor)?;
                }
            }
            (Ns::A, "srcRect") => to.crop = sides(&element),
            (Ns::A, "stretch") => reader.unwrap(),
            (Ns::A, "fillRect") => to.stretch = sides(&element),
            (Ns::A, "tile") => tiled = Some(tile(&element, cx)),
            _ => {}
        }
    }
    let Some(part) = part else {
        cx.warn("not-drawn", "The picture that fills a shape is missing.");
        return Ok(Fill::None);
    };
    to.tile = tiled.and_then(|tile| sized(tile, &part, cx));
    to.part = part;
    Ok(Fill::Picture(Box::new(to)))
}

/// `a:tile` (20.1.8.58); its size as a share of the picture's.
fn tile(element: &Element<'_>, cx: &mut Context<'_>) -> Tile {
    let scale = |name: &str| if element.plain(name).is_some() { share(element, name).abs() } else { 1.0 };
    let mut length = |name: &str| cx.emu(element, name).map_or(0.0, Emu::pt);
    let align = element.plain("algn").unwrap_or_default();
    let along = |start: &[&str], end: &[&str]| match align.as_ref() {
        align if start.contains(&align) => 0.0,
        align if end.contains(&align) => 1.0,
        _ => 0.5,
    };
    let flip = element.plain("flip").unwrap_or_default();
    Tile {
        size: (scale("sx"), scale("sy")),
        offset: (length("tx"), length("ty")),
        corner: (along(&["", "tl", "l", "bl"], &["tr", "r", "br"]), along(&["", "tl", "t", "tr"], &["bl", "b", "br"])),
        flips: (matches!(flip.as_ref(), "x" | "xy"), matches!(flip.as_ref(), "y" | "xy")),
    }
}

/// A tile of the picture's own size; none, and a warning, where the picture does not tell it.
pub(super) fn sized(tile: Tile, part: &str, cx: &mut Context<'_>) -> Option<Tile> {
    let bytes = cx.package.part(part).ok().flatten().unwrap_or_default();
    let size = picture_size::points(&bytes);
    if size.is_none() {
        cx.warn("approximated", "A picture that is tiled over a shape is stretched over it.");
    }
    size.map(|(width, height)| Tile { size: (tile.size.0 * width, tile.size.1 * height), ..tile })
}
