//! Where a VML shape floats: its style and `w10:wrap` (14.1.2.19, 14.3.2.6).

use super::anchor::MOST_CORNERS;
use super::vml_style::{Style, is_true};
use crate::model::{Anchor, Position, PositionAt, Wrap};
use crate::units::Emu;
use crate::xml::{Element, Ns};

/// The anchor that a style states; none for a shape in line.
pub(super) fn anchor(element: &Element<'_>, style: &Style<'_>) -> Option<Anchor> {
    if style.get("position") != Some("absolute") {
        return None;
    }
    let z = style.number("z-index").unwrap_or(0);
    let flag = |name: &str| element.get(Ns::O, name).is_none_or(|value| is_true(&value));
    let distance = |side: &str, default: i64| style.length(&format!("mso-wrap-distance-{side}")).unwrap_or(Emu(default));
    Some(Anchor {
        behind: z < 0,
        z,
        in_cell: flag("allowincell"),
        overlap: flag("allowoverlap"),
        horizontal: Position {
            relative_to: horizontal_base(style.get("mso-position-horizontal-relative").unwrap_or("text")).to_owned(),
            at: position(style, "mso-position-horizontal", ["margin-left", "left"], "mso-left-percent"),
        },
        vertical: Position {
            relative_to: vertical_base(style.get("mso-position-vertical-relative").unwrap_or("text")).to_owned(),
            at: position(style, "mso-position-vertical", ["margin-top", "top"], "mso-top-percent"),
        },
        wrap: Wrap::None,
        distance: [distance("left", 114_300), distance("top", 0), distance("right", 114_300), distance("bottom", 0)],
        relative_width: relative(style, "mso-width-percent", "mso-width-relative"),
        relative_height: relative(style, "mso-height-percent", "mso-height-relative"),
    })
}

fn position(style: &Style<'_>, align: &str, offsets: [&str; 2], percent: &str) -> PositionAt {
    match style.get(align) {
        Some(align @ ("left" | "center" | "right" | "inside" | "outside" | "top" | "bottom")) => PositionAt::Align(align.to_owned()),
        _ => match style.number(percent).filter(|&share| share > 0) {
            // In 1/10 %.
            Some(share) => PositionAt::Percent(share.saturating_mul(100)),
            None => PositionAt::Offset(offsets.iter().find_map(|name| style.length(name)).unwrap_or_default()),
        },
    }
}

/// A share of something in 1/10 %; 0 means as stated.
fn relative(style: &Style<'_>, percent: &str, base: &str) -> Option<(String, i64)> {
    let share = style.number(percent).filter(|&share| share > 0)?;
    let base = match style.get(base).unwrap_or("page") {
        "left-margin-area" => "leftMargin",
        "right-margin-area" => "rightMargin",
        "top-margin-area" => "topMargin",
        "bottom-margin-area" => "bottomMargin",
        "inner-margin-area" => "insideMargin",
        "outer-margin-area" => "outsideMargin",
        "margin" => "margin",
        _ => "page",
    };
    Some((base.to_owned(), share.saturating_mul(100)))
}

fn horizontal_base(value: &str) -> &'static str {
    match value {
        "page" => "page",
        "margin" => "margin",
        "char" => "character",
        "left-margin-area" => "leftMargin",
        "right-margin-area" => "rightMargin",
        "inner-margin-area" => "insideMargin",
        "outer-margin-area" => "outsideMargin",
        _ => "column",
    }
}

fn vertical_base(value: &str) -> &'static str {
    match value {
        "page" => "page",
        "margin" => "margin",
        "line" => "line",
        "top-margin-area" => "topMargin",
        "bottom-margin-area" => "bottomMargin",
        "inner-margin-area" => "insideMargin",
        "outer-margin-area" => "outsideMargin",
        _ => "paragraph",
    }
}

/// `w10:wrap` of a shape, whose `wrapcoords` are its outline.
pub(super) fn wrap(element: &Element<'_>, shape: &Element<'_>, to: &mut Anchor) {
    let side = match element.plain("side").as_deref() {
        Some("left") => "left",
        Some("right") => "right",
        Some("largest") => "largest",
        _ => "bothSides",
    }
    .to_owned();
    to.wrap = match element.plain("type").as_deref() {
        Some("square") => Wrap::Square(side),
        Some("tight") => Wrap::Tight(side, corners(shape)),
        Some("through") => Wrap::Through(side, corners(shape)),
        Some("topAndBottom") => Wrap::TopAndBottom,
        _ => Wrap::None,
    };
    if let Some(base) = element.plain("anchorx") {
        to.horizontal.relative_to = horizontal_base(&base).to_owned();
    }
    if let Some(base) = element.plain("anchory") {
        to.vertical.relative_to = vertical_base(&base).to_owned();
    }
}

/// Pairs of numbers in 1/21600 of the shape (14.1.2.19).
fn corners(shape: &Element<'_>) -> Vec<(i64, i64)> {
    let stated = shape.plain("wrapcoords").unwrap_or_default();
    let numbers = stated.split([' ', ',']).filter(|word| !word.is_empty()).map(|word| word.parse().unwrap_or(0));
    let numbers: Vec<i64> = numbers.take(2 * MOST_CORNERS).collect();
    numbers.as_chunks::<2>().0.iter().map(|[x, y]| (*x, *y)).collect()
}
