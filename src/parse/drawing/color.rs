//! DrawingML colours (20.1.2.3) as RRGGBB, by the document's theme.

use crate::error::Result;
use crate::model::Theme;
use crate::numeral::parse_decimal;
use crate::xml::{Element, Ns, Reader};

/// Reads the colour in `a:solidFill` and its like; none where there is none or it is fully transparent.
pub(super) fn color_in<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, theme: Option<&Theme>) -> Result<Option<String>> {
    let mut found = None;
    while let Some(element) = reader.child(parent)? {
        if element.ns == Ns::A && found.is_none() {
            found = color(reader, &element, theme)?;
        }
    }
    Ok(found)
}

/// Reads `a:srgbClr`, `a:schemeClr`, `a:sysClr`, `a:prstClr`, `a:scrgbClr` with what changes it.
pub(super) fn color<'a>(reader: &mut Reader<'a>, element: &Element<'a>, theme: Option<&Theme>) -> Result<Option<String>> {
    let value = element.plain("val").unwrap_or_default();
    let base = match element.name {
        "srgbClr" => rgb(&value),
        "schemeClr" => scheme(&value, theme),
        "sysClr" => element.plain("lastClr").and_then(|value| rgb(&value)),
        "prstClr" => named(&value),
        "scrgbClr" => {
            let channel = |name: &str| element.plain(name).and_then(|value| parse_decimal(&value)).unwrap_or(0.0) / 100_000.0;
            Some([channel("r"), channel("g"), channel("b")])
        }
        _ => None,
    };
    let Some(mut rgb) = base else { return Ok(None) };
    let mut alpha = 1.0;
    while let Some(change) = reader.child(element)? {
        let amount = change.plain("val").and_then(|value| parse_decimal(value.trim_end_matches('%'))).unwrap_or(0.0);
        let amount = (if change.plain("val").is_some_and(|value| value.ends_with('%')) { amount * 1000.0 } else { amount }) / 100_000.0;
        if !amount.is_finite() {
            continue;
        }
        match (change.ns, change.name) {
            (Ns::A, "lumMod") => rgb = with_luminance(rgb, |luminance| luminance * amount),
            (Ns::A, "lumOff") => rgb = with_luminance(rgb, |luminance| luminance + amount),
            (Ns::A, "shade") => rgb = rgb.map(|channel| channel * amount),
            (Ns::A, "tint") => rgb = rgb.map(|channel| 1.0 - (1.0 - channel) * amount),
            (Ns::A, "alpha") => alpha = amount.clamp(0.0, 1.0),
            _ => {}
        }
    }
    // What is half transparent is shown as it looks on paper.
    Ok((alpha > 0.0).then(|| text(rgb.map(|channel| 1.0 - (1.0 - channel) * alpha))))
}

/// A colour of this opacity as it looks on white paper; none where nothing of it is seen.
pub(super) fn on_paper(color: &str, opacity: f64) -> Option<String> {
    let opacity = opacity.clamp(0.0, 1.0);
    let rgb = rgb(color).filter(|_| opacity > 0.0)?;
    Some(text(rgb.map(|channel| 1.0 - (1.0 - channel) * opacity)))
}

/// The colour of RRGGBB.
fn rgb(value: &str) -> Option<[f64; 3]> {
    let value = value.trim().trim_start_matches('#');
    if value.len() != 6 {
        return None;
    }
    let number = u32::from_str_radix(value, 16).ok()?;
    Some([number >> 16, number >> 8 & 0xFF, number & 0xFF].map(|channel| f64::from(channel) / 255.0))
}

fn text(rgb: [f64; 3]) -> String {
    let [r, g, b] = rgb.map(|channel| (channel.clamp(0.0, 1.0) * 255.0).round() as u8);
    format!("{r:02X}{g:02X}{b:02X}")
}

/// A colour of the theme; without a theme that of Office (word-layout 2.7).
fn scheme(name: &str, theme: Option<&Theme>) -> Option<[f64; 3]> {
    let slot = match name {
        "tx1" => "dk1",
        "bg1" => "lt1",
        "tx2" => "dk2",
        "bg2" => "lt2",
        other => other,
    };
    if let Some(value) = theme.and_then(|theme| theme.colors.get(slot)) {
        return rgb(value);
    }
    rgb(match slot {
        "dk1" => "000000",
        "lt1" => "FFFFFF",
        "dk2" => "1F497D",
        "lt2" => "EEECE1",
        "accent1" => "4F81BD",
        "accent2" => "C0504D",
        "accent3" => "9BBB59",
        "accent4" => "8064A2",
        "accent5" => "4BACC6",
        "accent6" => "F79646",
        "hlink" => "0000FF",
        "folHlink" => "800080",
        _ => return None,
    })
}

/// The names of colours that documents use: HTML's sixteen and a few more.
pub(super) fn named(name: &str) -> Option<[f64; 3]> {
    rgb(match name.to_ascii_lowercase().as_str() {
        "black" | "windowtext" | "none" => "000000",
        "white" | "window" => "FFFFFF",
        "red" => "FF0000",
        "lime" => "00FF00",
        "green" => "008000",
        "blue" => "0000FF",
        "yellow" => "FFFF00",
        "aqua" | "cyan" => "00FFFF",
        "fuchsia" | "magenta" => "FF00FF",
        "gray" | "grey" => "808080",
        "silver" => "C0C0C0",
        "maroon" => "800000",
        "olive" => "808000",
        "navy" => "000080",
        "purple" => "800080",
        "teal" => "008080",
        "orange" => "FFA500",
        "ltgray" | "lightgray" | "lightgrey" => "D3D3D3",
        "dkgray" | "darkgray" | "darkgrey" => "A9A9A9",
        "buttonface" => "F0F0F0",
        _ => return None,
    })
}

/// A VML colour (14.1.2.1): `#rrggbb`, `#rgb`, a name, followed perhaps by a palette index in brackets.
pub(super) fn vml_color(value: &str) -> Option<String> {
    let value = value.split('[').next().unwrap_or_default().trim();
    if let Some(digits) = value.strip_prefix('#')
        && digits.len() == 3
    {
        let doubled: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
        return rgb(&doubled).map(text);
    }
    rgb(value).or_else(|| named(value)).map(text)
}

/// Changes the luminance of a colour in the HSL sense.
fn with_luminance(rgb: [f64; 3], change: impl Fn(f64) -> f64) -> [f64; 3] {
    let most = rgb.iter().copied().fold(0.0, f64::max);
    let least = rgb.iter().copied().fold(1.0, f64::min);
    let luminance = (most + least) / 2.0;
    let spread = |luminance: f64| 1.0 - (2.0 * luminance - 1.0).abs();
    let saturation = if most > least { (most - least) / spread(luminance) } else { 0.0 };
    let new = change(luminance).clamp(0.0, 1.0);
    let range = saturation * spread(new);
    let low = new - range / 2.0;
    // Hue is where each channel stands between the least and the most.
    rgb.map(|channel| if most > least { low + range * (channel - least) / (most - least) } else { new })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luminance_changes_as_in_word() {
        // Accent 1 of Office 2013, "lighter 80 %" and "darker 25 %".
        let lighter = with_luminance(with_luminance(rgb("5B9BD5").unwrap_or_default(), |l| l * 0.2), |l| l + 0.8);
        assert_eq!(text(lighter), "DEEBF7");
        assert_eq!(text(with_luminance(rgb("5B9BD5").unwrap_or_default(), |l| l * 0.75)), "2E75B6");
        assert_eq!(text(with_luminance(rgb("000000").unwrap_or_default(), |l| l * 0.5 + 0.5)), "808080");
    }

    #[test]
    fn vml_colors() {
        assert_eq!(vml_color("#f00").as_deref(), Some("FF0000"));
        assert_eq!(vml_color("#4f81bd [3204]").as_deref(), Some("4F81BD"));
        assert_eq!(vml_color("white").as_deref(), Some("FFFFFF"));
        assert_eq!(vml_color("nonsense"), None);
    }
}
