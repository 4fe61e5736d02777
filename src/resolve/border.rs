//! Border lines (17.3.4): name, width and colour.

use super::color;
use super::theme::Palette;
use crate::flow::{Border, BorderStyle};
use crate::model;

/// The line as meant; none for `nil` and `none`.
pub(super) fn resolve(border: &model::Border, palette: &Palette<'_>) -> Option<Border> {
    let style = style(&border.val)?;
    Some(Border {
        style,
        // ST_EighthPointMeasure of a border runs from 2 to 96 (word-layout 1.1).
        width: border.size.pt().clamp(0.25, 12.0),
        space: f64::from(border.space.clamp(0, 31)),
        color: color::resolve(&border.color, palette),
        shadow: border.shadow,
    })
}

fn style(name: &str) -> Option<BorderStyle> {
    Some(match name {
        "" | "nil" | "none" => return None,
        "thick" => BorderStyle::Thick,
        "double" => BorderStyle::Double,
        "dotted" => BorderStyle::Dotted,
        "dashed" => BorderStyle::Dashed,
        "dashSmallGap" => BorderStyle::DashSmallGap,
        "dotDash" => BorderStyle::DotDash,
        "dotDotDash" => BorderStyle::DotDotDash,
        "triple" => BorderStyle::Triple,
        "thinThickSmallGap" => BorderStyle::ThinThickSmallGap,
        "thickThinSmallGap" => BorderStyle::ThickThinSmallGap,
        "thinThickThinSmallGap" => BorderStyle::ThinThickThinSmallGap,
        "thinThickMediumGap" => BorderStyle::ThinThickMediumGap,
        "thickThinMediumGap" => BorderStyle::ThickThinMediumGap,
        "thinThickThinMediumGap" => BorderStyle::ThinThickThinMediumGap,
        "thinThickLargeGap" => BorderStyle::ThinThickLargeGap,
        "thickThinLargeGap" => BorderStyle::ThickThinLargeGap,
        "thinThickThinLargeGap" => BorderStyle::ThinThickThinLargeGap,
        "wave" => BorderStyle::Wave,
        "doubleWave" => BorderStyle::DoubleWave,
        "dashDotStroked" => BorderStyle::DashDotStroked,
        "threeDEmboss" => BorderStyle::ThreeDEmboss,
        "threeDEngrave" => BorderStyle::ThreeDEngrave,
        "outset" => BorderStyle::Outset,
        "inset" => BorderStyle::Inset,
        _ => BorderStyle::Single,
    })
}
