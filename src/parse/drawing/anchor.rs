//! `wp:inline` and `wp:anchor` (20.4.2.8, 20.4.2.3): size, place, wrapping.

use super::graphic::graphic;
use crate::error::Result;
use crate::model::{Anchor, Drawing, Position, PositionAt, RunContent, Wrap};
use crate::parse::context::Context;
use crate::parse::values::is_on;
use crate::units::Emu;
use crate::xml::{Element, Ns, Reader};

/// Reads `wp:inline` or `wp:anchor`.
pub(super) fn framed<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<()> {
    cx.charge::<(Drawing, RunContent)>()?;
    let mut anchor = (parent.name == "anchor").then(|| anchor(parent, cx));
    let by_simple = parent.plain("simplePos").is_some_and(|value| is_on(&value));
    let mut shown = false;
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::Wp, "extent") => {
                to.width = cx.emu(&element, "cx").unwrap_or_default();
                to.height = cx.emu(&element, "cy").unwrap_or_default();
            }
            (Ns::Wp, "effectExtent") => to.effect = ["l", "t", "r", "b"].map(|side| cx.emu(&element, side).unwrap_or_default()),
            (Ns::Wp, "docPr") => named(reader, &element, cx, to)?,
            (Ns::A, "graphic" | "graphicData") => reader.unwrap(),
            _ => {
                let placed = match &mut anchor {
                    Some(anchor) => place(reader, &element, cx, anchor, by_simple)?,
                    None => false,
                };
                if !placed {
                    shown |= graphic(reader, &element, cx, to)?;
                }
            }
        }
    }
    to.anchor = anchor;
    if !shown {
        cx.warn("not-drawn", "A drawing of a kind that is not known leaves its room empty.");
    }
    Ok(())
}

fn anchor(element: &Element<'_>, cx: &mut Context<'_>) -> Anchor {
    let flag = |name: &str, default: bool| element.plain(name).map_or(default, |value| is_on(&value));
    Anchor {
        behind: flag("behindDoc", false),
        z: element.plain("relativeHeight").and_then(|value| value.parse().ok()).unwrap_or(0),
        in_cell: flag("layoutInCell", true),
        overlap: flag("allowOverlap", true),
        distance: ["distL", "distT", "distR", "distB"].map(|side| cx.emu(element, side).unwrap_or_default()),
        horizontal: Position { relative_to: "column".to_owned(), ..Position::default() },
        vertical: Position { relative_to: "paragraph".to_owned(), ..Position::default() },
        ..Anchor::default()
    }
}

/// `wp:docPr`, `pic:cNvPr` and their like: name, alternative text, link.
pub(super) fn named<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Drawing) -> Result<()> {
    let stated = |name: &str| element.plain(name).filter(|value| !value.trim().is_empty()).map(|value| value.into_owned());
    to.name = stated("name").unwrap_or_default();
    to.alt = stated("descr").or_else(|| stated("title")).unwrap_or_default();
    to.hidden = element.plain("hidden").is_some_and(|value| is_on(&value));
    while let Some(child) = reader.child(element)? {
        if child.is(Ns::A, "hlinkClick")
            && let Some(relationship) = Context::id(&child, "id").and_then(|id| cx.relationships.get(&id).cloned())
        {
            to.link = relationship.external;
        }
    }
    Ok(())
}

/// Reads an element that says where the anchor's drawing stands; says whether it is one.
fn place<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Anchor, by_simple: bool) -> Result<bool> {
    match (element.ns, element.name) {
        (Ns::Wp, "simplePos") if by_simple => {
            to.horizontal = on_page(cx.emu(element, "x"));
            to.vertical = on_page(cx.emu(element, "y"));
        }
        (Ns::Wp, "positionH") if !by_simple => to.horizontal = position(reader, element, &to.horizontal)?,
        (Ns::Wp, "positionV") if !by_simple => to.vertical = position(reader, element, &to.vertical)?,
        (Ns::Wp14, "sizeRelH") => to.relative_width = relative_size(reader, element)?,
        (Ns::Wp14, "sizeRelV") => to.relative_height = relative_size(reader, element)?,
        (Ns::Wp, "wrapNone") => to.wrap = Wrap::None,
        (Ns::Wp, "wrapTopAndBottom") => to.wrap = Wrap::TopAndBottom,
        (Ns::Wp, "wrapSquare") => to.wrap = Wrap::Square(wrap_text(element)),
        (Ns::Wp, "wrapTight") => to.wrap = Wrap::Tight(wrap_text(element), polygon(reader, element)?),
        (Ns::Wp, "wrapThrough") => to.wrap = Wrap::Through(wrap_text(element), polygon(reader, element)?),
        _ => return Ok(false),
    }
    Ok(true)
}

fn on_page(offset: Option<Emu>) -> Position {
    Position { relative_to: "page".to_owned(), at: PositionAt::Offset(offset.unwrap_or_default()) }
}

fn position<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, default: &Position) -> Result<Position> {
    let mut position = default.clone();
    if let Some(relative_to) = parent.plain("relativeFrom") {
        position.relative_to = relative_to.into_owned();
    }
    while let Some(element) = reader.child(parent)? {
        let text = reader.text(&element)?;
        let text = text.trim();
        match (element.ns, element.name) {
            (Ns::Wp, "posOffset") => {
                position.at = PositionAt::Offset(crate::parse::values::emu(text).unwrap_or_default());
            }
            (Ns::Wp, "align") => position.at = PositionAt::Align(text.to_owned()),
            (Ns::Wp14, "pctPosHOffset" | "pctPosVOffset") => position.at = PositionAt::Percent(text.parse().unwrap_or(0)),
            _ => {}
        }
    }
    Ok(position)
}

fn relative_size<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<Option<(String, i64)>> {
    let relative_to = parent.plain("relativeFrom").unwrap_or_default().into_owned();
    let mut share = None;
    while let Some(element) = reader.child(parent)? {
        if element.is(Ns::Wp14, "pctWidth") || element.is(Ns::Wp14, "pctHeight") {
            share = reader.text(&element)?.trim().parse::<i64>().ok();
        }
    }
    // 0 % means the extent (word-layout 9.2).
    Ok(share.filter(|&share| share > 0).map(|share| (relative_to, share)))
}

fn wrap_text(element: &Element<'_>) -> String {
    element.plain("wrapText").map_or_else(|| "bothSides".to_owned(), |value| value.into_owned())
}

/// Corners that an outline may have; Word writes a few hundred at most.
pub(super) const MOST_CORNERS: usize = 1_000;

fn polygon<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<Vec<(i64, i64)>> {
    let mut corners = Vec::new();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::Wp, "wrapPolygon") => reader.unwrap(),
            (Ns::Wp, "start" | "lineTo") if corners.len() < MOST_CORNERS => {
                let number = |name: &str| element.plain(name).and_then(|value| value.parse().ok()).unwrap_or(0);
                corners.push((number("x"), number("y")));
            }
            _ => {}
        }
    }
    Ok(corners)
}
