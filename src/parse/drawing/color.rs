//! DrawingML colours (20.1.2.3) as RRGGBB, by the document's theme.

use crate::error::Result;
use crate::look::Ink;
use crate::model::Theme;
use crate::numeral::parse_decimal;
use crate::xml::{Element, Ns, Reader};

/// What colours are worked out with: the theme, and the colour that `phClr` stands for in its styles.
#[derive(Clone, Copy, Default)]
pub(super) struct Palette<'t> {
    pub(super) theme: Option<&'t Theme>,
    pub(super) placeholder: Option<Ink>,
}

/// Reads the colour in `a:solidFill` and its like as it looks on paper; none where there is none or it is fully transparent.
pub(super) fn color_in<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, theme: Option<&Theme>) -> Result<Option<String>> {
    let ink = ink_in(reader, parent, Palette { theme, placeholder: None })?;
    Ok(ink.and_then(|ink| on_paper(&text(channels(ink.rgb)), ink.alpha)))
}

/// Reads the colour in `a:solidFill` and its like.
pub(super) fn ink_in<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, palette: Palette<'_>) -> Result<Option<Ink>> {
    let mut found = None;
    while let Some(element) = reader.child(parent)? {
        if element.ns == Ns::A && found.is_none() {
            found = ink(reader, &element, palette)?;
        }
    }
    Ok(found)
}

/// Reads `a:srgbClr`, `a:schemeClr`, `a:sysClr`, `a:prstClr`, `a:scrgbClr`, `a:hslClr` with what changes it.
pub(super) fn ink<'a>(reader: &mut Reader<'a>, element: &Element<'a>, palette: Palette<'_>) -> Result<Option<Ink>> {
    let value = element.plain("val").unwrap_or_default();
    let share = |name: &str| element.plain(name).and_then(|value| amount(&value)).unwrap_or(0.0);
    let mut alpha = 1.0;
    let base = match element.name {
        "srgbClr" => rgb(&value),
        "schemeClr" if value == "phClr" => palette.placeholder.map(|ink| {
            alpha = ink.alpha;
            channels(ink.rgb)
        }),
        "schemeClr" => scheme(&value, palette.theme),
        "sysClr" => element.plain("lastClr").and_then(|value| rgb(&value)).or_else(|| named(&value)),
        "prstClr" => named(&value),
        "scrgbClr" => Some(["r", "g", "b"].map(|name| encoded(share(name)))),
        "hslClr" => {
            let hue = element.plain("hue").and_then(|value| parse_decimal(&value)).unwrap_or(0.0) / DEGREE / 360.0;
            Some(from_hsl([hue, share("sat"), share("lum")]))
        }
        _ => None,
    };
    let Some(mut rgb) = base else { return Ok(None) };
    while let Some(change) = reader.child(element)? {
        let value = change.plain("val").unwrap_or_default();
        match (change.ns, change.name) {
            (Ns::A, "alpha") => alpha = amount(&value).unwrap_or(1.0),
            (Ns::A, "alphaMod") => alpha *= amount(&value).unwrap_or(1.0),
            (Ns::A, "alphaOff") => alpha += amount(&value).unwrap_or(0.0),
            (Ns::A, name) => rgb = changed(rgb, name, &value),
            _ => {}
        }
    }
    Ok(Some(Ink { rgb: number(rgb), alpha: alpha.clamp(0.0, 1.0) }))
}

/// Angles are in 1/60000 of a degree.
const DEGREE: f64 = 60_000.0;

/// A share in 1/1000 %, or with a percent sign.
fn amount(value: &str) -> Option<f64> {
    let value = value.trim();
    let share = match value.strip_suffix('%') {
        Some(percent) => parse_decimal(percent)? / 100.0,
        None => parse_decimal(value)? / 100_000.0,
    };
    share.is_finite().then_some(share)
}

/// A colour after a transform of its own (20.1.2.3).
fn changed(rgb: [f64; 3], name: &str, value: &str) -> [f64; 3] {
    let Some(amount) = amount(value).or_else(|| value.is_empty().then_some(0.0)) else { return rgb };
    let hsl = |index: usize, change: &dyn Fn(f64) -> f64| {
        let mut hsl = to_hsl(rgb);
        if let Some(part) = hsl.get_mut(index) {
            *part = change(*part);
        }
        from_hsl(hsl)
    };
    let one = |index: usize, change: &dyn Fn(f64) -> f64| {
        let mut linear = rgb.map(linear);
        if let Some(channel) = linear.get_mut(index) {
            *channel = change(*channel).clamp(0.0, 1.0);
        }
        linear.map(encoded)
    };
    // Hues are angles.
    let turn = amount * 100_000.0 / DEGREE / 360.0;
    match name {
        "lumMod" => hsl(2, &|part| part * amount),
        "lumOff" => hsl(2, &|part| part + amount),
        "lum" => hsl(2, &|_| amount),
        "satMod" => hsl(1, &|part| part * amount),
        "satOff" => hsl(1, &|part| part + amount),
        "sat" => hsl(1, &|_| amount),
        "hueMod" => hsl(0, &|part| part * amount),
        "hueOff" => hsl(0, &|part| part + turn),
        "hue" => hsl(0, &|_| turn),
        // Towards black and white as light adds up.
        "shade" => rgb.map(|channel| encoded(linear(channel) * amount)),
        "tint" => rgb.map(|channel| encoded(1.0 - (1.0 - linear(channel)) * amount)),
        "comp" => hsl(0, &|part| part + 0.5),
        "inv" => rgb.map(|channel| encoded(1.0 - linear(channel))),
        "gray" => {
            let [r, g, b] = rgb;
            [0.299 * r + 0.587 * g + 0.114 * b; 3]
        }
        "red" => one(0, &|_| amount),
        "green" => one(1, &|_| amount),
        "blue" => one(2, &|_| amount),
        "redMod" => one(0, &|part| part * amount),
        "greenMod" => one(1, &|part| part * amount),
        "blueMod" => one(2, &|part| part * amount),
        "redOff" => one(0, &|part| part + amount),
        "greenOff" => one(1, &|part| part + amount),
        "blueOff" => one(2, &|part| part + amount),
        "gamma" => rgb.map(encoded),
        "invGamma" => rgb.map(linear),
        _ => rgb,
    }
}

/// How much light a channel is: nearly the power of 2.2, by roots, which are exact on every machine.
fn linear(channel: f64) -> f64 {
    let channel = channel.clamp(0.0, 1.0);
    channel * channel * channel.sqrt().sqrt()
}

/// The channel of so much light, by halves.
fn encoded(light: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..24 {
        let middle = (low + high) / 2.0;
        if linear(middle) < light { low = middle } else { high = middle }
    }
    (low + high) / 2.0
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
    u32::from_str_radix(value, 16).ok().map(channels)
}

/// The channels of 0xRRGGBB.
fn channels(number: u32) -> [f64; 3] {
    [number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF].map(|channel| f64::from(channel) / 255.0)
}

/// 0xRRGGBB.
fn number(rgb: [f64; 3]) -> u32 {
    rgb.iter().fold(0, |number, channel| number << 8 | (channel.clamp(0.0, 1.0) * 255.0).round() as u32)
}

fn text(rgb: [f64; 3]) -> String {
    format!("{:06X}", number(rgb))
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

/// A VML colour as a number.
pub(super) fn vml_ink(value: &str) -> Option<u32> {
    vml_color(value).and_then(|color| rgb(&color)).map(number)
}

/// Hue as a turn, saturation, lightness.
fn to_hsl(rgb: [f64; 3]) -> [f64; 3] {
    let [r, g, b] = rgb;
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let (lightness, range) = ((most + least) / 2.0, most - least);
    if range <= 0.0 {
        return [0.0, 0.0, lightness];
    }
    let sixths = if most == r {
        (g - b) / range
    } else if most == g {
        (b - r) / range + 2.0
    } else {
        (r - g) / range + 4.0
    };
    [sixths / 6.0, range / (1.0 - (2.0 * lightness - 1.0).abs()), lightness]
}

fn from_hsl([hue, saturation, lightness]: [f64; 3]) -> [f64; 3] {
    let lightness = lightness.clamp(0.0, 1.0);
    let range = saturation.clamp(0.0, 1.0) * (1.0 - (2.0 * lightness - 1.0).abs());
    // Each channel is a trapezoid over the hue.
    [0.0, 2.0, 4.0].map(|peak| {
        let away = ((hue * 6.0 - peak + 3.0).rem_euclid(6.0) - 3.0).abs();
        lightness + range * ((2.0 - away).clamp(0.0, 1.0) - 0.5)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luminance_changes_as_in_word() {
        // Accent 1 of Office 2013, "lighter 80 %" and "darker 25 %".
        let after = |color: &str, changes: &[(&str, &str)]| {
            let start = rgb(color).unwrap_or_default();
            text(changes.iter().fold(start, |rgb, (name, value)| changed(rgb, name, value)))
        };
        assert_eq!(after("5B9BD5", &[("lumMod", "20000"), ("lumOff", "80000")]), "DEEBF7");
        assert_eq!(after("5B9BD5", &[("lumMod", "75000")]), "2E75B6");
        assert_eq!(after("000000", &[("lumMod", "50000"), ("lumOff", "50000")]), "808080");
        // Half the light of white is not half its number.
        assert_eq!(after("FFFFFF", &[("shade", "50000")]), "BBBBBB");
        assert_eq!(after("FF0000", &[("hueOff", "7200000")]), "00FF00");
        assert_eq!(after("5B9BD5", &[("satMod", "0")]), "989898");
    }

    #[test]
    fn vml_colors() {
        assert_eq!(vml_color("#f00").as_deref(), Some("FF0000"));
        assert_eq!(vml_color("#4f81bd [3204]").as_deref(), Some("4F81BD"));
        assert_eq!(vml_color("white").as_deref(), Some("FFFFFF"));
        assert_eq!(vml_color("nonsense"), None);
    }
}
