//! Colours, borders, shading and margins, which several kinds of properties share (17.3.4, 17.3.5).

use super::context::Context;
use super::values::{hex, is_set, owned};
use crate::error::Result;
use crate::model::{Border, Borders, Color, Margins, Shading, Width};
use crate::numeral::parse_decimal;
use crate::units::EighthPoint;
use crate::xml::{Element, Ns, Reader};

/// A colour by the names of its attributes: value, theme colour, tint, shade.
pub(super) fn color(element: &Element<'_>, names: [&str; 4]) -> Color {
    let [val, theme, tint, shade] = names;
    let byte = |name: &str| element.w(name).and_then(|value| hex(&value)).and_then(|value| u8::try_from(value).ok());
    Color {
        val: element.w(val).map(|value| plain_color(&value)).unwrap_or_default(),
        theme: owned(element, theme),
        tint: byte(tint),
        shade: byte(shade),
    }
}

/// RRGGBB in upper case or `auto`; a `#` that some writers put before it goes, anything else counts as `auto`.
fn plain_color(value: &str) -> String {
    let digits = value.trim().trim_start_matches('#');
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) { digits.to_ascii_uppercase() } else { "auto".to_owned() }
}

/// The colour of an element's own `w:val`.
pub(super) fn own_color(element: &Element<'_>) -> Color {
    color(element, ["val", "themeColor", "themeTint", "themeShade"])
}

/// A border.
pub(super) fn border(element: &Element<'_>, cx: &mut Context<'_>) -> Border {
    Border {
        val: owned(element, "val").unwrap_or_default(),
        size: cx.eighths(element, "sz").unwrap_or(EighthPoint(0)),
        space: cx.number(element, "space").unwrap_or(0),
        color: color(element, ["color", "themeColor", "themeTint", "themeShade"]),
        shadow: is_set(element, "shadow"),
        frame: is_set(element, "frame"),
    }
}

/// The borders in `w:pBdr`, `w:tblBorders`, `w:tcBorders`, `w:pgBorders`.
pub(super) fn borders<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Borders) -> Result<()> {
    while let Some(side) = reader.child(parent)? {
        if side.ns != Ns::W {
            continue;
        }
        let place = match side.name {
            "top" => &mut to.top,
            "left" | "start" => &mut to.left,
            "bottom" => &mut to.bottom,
            "right" | "end" => &mut to.right,
            "between" => &mut to.between,
            "bar" => &mut to.bar,
            "insideH" => &mut to.inside_h,
            "insideV" => &mut to.inside_v,
            "tl2br" => &mut to.tl2br,
            "tr2bl" => &mut to.tr2bl,
            _ => continue,
        };
        *place = Some(border(&side, cx));
    }
    Ok(())
}

/// `w:shd`.
pub(super) fn shading(element: &Element<'_>) -> Shading {
    Shading {
        val: owned(element, "val").unwrap_or_default(),
        color: color(element, ["color", "themeColor", "themeTint", "themeShade"]),
        fill: color(element, ["fill", "themeFill", "themeFillTint", "themeFillShade"]),
    }
}

/// A width with its `w:type` (17.18.90). Without a type it is in twips; a percent sign makes it a percentage.
pub(super) fn width(element: &Element<'_>, cx: &mut Context<'_>) -> Width {
    let kind = element.w("type").unwrap_or_default();
    let value = element.w("w").unwrap_or_default();
    if let Some(percent) = value.trim().strip_suffix('%') {
        return match parse_decimal(percent) {
            Some(percent) => Width::Percent(percent.clamp(-10_000.0, 10_000.0) * 50.0),
            None => Width::Auto,
        };
    }
    match &*kind {
        "auto" | "nil" => Width::Auto,
        "pct" => cx.number(element, "w").map_or(Width::Auto, |value| Width::Percent(f64::from(value))),
        _ => cx.twips(element, "w").map_or(Width::Auto, |twips| Width::Twips(twips.0)),
    }
}

/// `w:tblCellMar`, `w:tcMar`.
pub(super) fn margins<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Margins) -> Result<()> {
    while let Some(side) = reader.child(parent)? {
        if side.ns != Ns::W {
            continue;
        }
        let place = match side.name {
            "top" => &mut to.top,
            "left" | "start" => &mut to.left,
            "bottom" => &mut to.bottom,
            "right" | "end" => &mut to.right,
            _ => continue,
        };
        // `nil` is a stated nothing; percentages have no meaning here.
        *place = match &*side.w("type").unwrap_or_default() {
            "nil" => Some(Default::default()),
            "pct" | "auto" => None,
            _ => cx.twips(&side, "w"),
        };
    }
    Ok(())
}
