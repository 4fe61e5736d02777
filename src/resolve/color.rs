//! Colours (word-layout 2.7): theme slots through the colour mapping, tint and shade in HSL, highlight names, and
//! shading patterns mixed into one colour.

use super::theme::Palette;
use crate::flow::Rgb;
use crate::model::{Color, Shading};
use crate::numeral::parse_decimal;

/// RRGGBB, perhaps with a `#`; none for `auto` and for anything else.
pub(super) fn parse_hex(text: &str) -> Option<Rgb> {
    let digits = text.trim().trim_start_matches('#');
    (digits.len() == 6).then(|| u32::from_str_radix(digits, 16).ok().map(Rgb)).flatten()
}

/// A colour as meant; none is automatic.
pub(super) fn resolve(color: &Color, palette: &Palette<'_>) -> Option<Rgb> {
    let themed = color.theme.as_deref().and_then(|slot| palette.color(slot));
    match (themed, color.tint, color.shade) {
        (Some(rgb), Some(tint), _) => Some(with_lightness(rgb, |l| l * fraction(tint) + 1.0 - fraction(tint))),
        (Some(rgb), None, Some(shade)) => Some(with_lightness(rgb, |l| l * fraction(shade))),
        (Some(rgb), None, None) => Some(rgb),
        (None, ..) => parse_hex(&color.val),
    }
}

/// The colour that a shading shows as; none where it shows nothing. A pattern `pctNN` lays NN percent of its own colour
/// over the ground; line patterns are taken as their share of ink.
pub(super) fn resolve_shading(shading: &Shading, palette: &Palette<'_>) -> Option<Rgb> {
    let ground = resolve(&shading.fill, palette);
    let share = pattern_share(&shading.val);
    if share <= 0.0 {
        return ground;
    }
    let ink = resolve(&shading.color, palette).unwrap_or(Rgb(0));
    Some(mix(ink, ground.unwrap_or(Rgb(0x00FF_FFFF)), share))
}

/// `w:highlight/@w:val` (17.18.40 ST_HighlightColor); none for `none`.
pub(super) fn highlight(name: &str) -> Option<Rgb> {
    let rgb = match name {
        "black" => 0x000000,
        "blue" => 0x0000FF,
        "cyan" => 0x00FFFF,
        "green" => 0x00FF00,
        "magenta" => 0xFF00FF,
        "red" => 0xFF0000,
        "yellow" => 0xFFFF00,
        "white" => 0xFFFFFF,
        "darkBlue" => 0x00008B,
        "darkCyan" => 0x008B8B,
        "darkGreen" => 0x006400,
        "darkMagenta" => 0x800080,
        "darkRed" => 0x8B0000,
        "darkYellow" => 0x808000,
        "darkGray" => 0xA9A9A9,
        "lightGray" => 0xD3D3D3,
        _ => return None,
    };
    Some(Rgb(rgb))
}

/// The share of ink in a pattern (17.18.78 ST_Shd).
fn pattern_share(pattern: &str) -> f64 {
    match pattern {
        "solid" => 1.0,
        "horzStripe" | "vertStripe" | "reverseDiagStripe" | "diagStripe" | "horzCross" | "diagCross" => 0.5,
        "thinHorzStripe" | "thinVertStripe" | "thinReverseDiagStripe" | "thinDiagStripe" => 0.25,
        "thinHorzCross" | "thinDiagCross" => 0.4375,
        _ => match pattern.strip_prefix("pct").and_then(parse_decimal) {
            // The eighths of the standard are written without their half: pct12 is 12.5 %.
            Some(percent) if matches!(pattern, "pct12" | "pct37" | "pct62" | "pct87") => (percent + 0.5) / 100.0,
            Some(percent) => (percent / 100.0).clamp(0.0, 1.0),
            None => 0.0,
        },
    }
}

fn fraction(byte: u8) -> f64 {
    f64::from(byte) / 255.0
}

fn channels(rgb: Rgb) -> [f64; 3] {
    [16, 8, 0].map(|shift| f64::from((rgb.0 >> shift) & 0xFF) / 255.0)
}

fn from_channels(channels: [f64; 3]) -> Rgb {
    Rgb(channels.iter().fold(0, |rgb, c| (rgb << 8) | (c.clamp(0.0, 1.0) * 255.0).round() as u32))
}

fn mix(ink: Rgb, ground: Rgb, share: f64) -> Rgb {
    let (ink, ground) = (channels(ink), channels(ground));
    from_channels([0, 1, 2].map(|i| ink[i] * share + ground[i] * (1.0 - share)))
}

/// The colour with its HSL lightness changed; hue and saturation stay.
fn with_lightness(rgb: Rgb, change: impl Fn(f64) -> f64) -> Rgb {
    let [r, g, b] = channels(rgb);
    let (max, min) = (r.max(g).max(b), r.min(g).min(b));
    let (lightness, range) = ((max + min) / 2.0, max - min);
    let target = change(lightness).clamp(0.0, 1.0);
    if range <= 0.0 {
        return from_channels([target; 3]);
    }
    let saturation = range / (1.0 - (2.0 * lightness - 1.0).abs());
    let hue = if max == r {
        ((g - b) / range).rem_euclid(6.0)
    } else if max == g {
        (b - r) / range + 2.0
    } else {
        (r - g) / range + 4.0
    };
    let chroma = saturation * (1.0 - (2.0 * target - 1.0).abs());
    let second = chroma * (1.0 - (hue.rem_euclid(2.0) - 1.0).abs());
    let base = match hue as u32 {
        0 => [chroma, second, 0.0],
        1 => [second, chroma, 0.0],
        2 => [0.0, chroma, second],
        3 => [0.0, second, chroma],
        4 => [second, 0.0, chroma],
        _ => [chroma, 0.0, second],
    };
    from_channels(base.map(|c| c + target - chroma / 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shading(val: &str, color: &str, fill: &str) -> Shading {
        let plain = |val: &str| Color { val: val.to_owned(), ..Color::default() };
        Shading { val: val.to_owned(), color: plain(color), fill: plain(fill) }
    }

    #[test]
    fn tint_lightens_and_shade_darkens() {
        // Word's own cached values beside accent1 4F81BD: tint 99 → 95B3D7, shade BF → 365F91 (within rounding).
        let near = |a: Rgb, b: u32| channels(a).iter().zip(channels(Rgb(b))).all(|(x, y)| (x - y).abs() < 0.012);
        assert!(near(with_lightness(Rgb(0x4F81BD), |l| l * fraction(0x99) + 1.0 - fraction(0x99)), 0x95B3D7));
        assert!(near(with_lightness(Rgb(0x4F81BD), |l| l * fraction(0xBF)), 0x365F91));
        assert_eq!(with_lightness(Rgb(0xFFFFFF), |l| l * fraction(0x80)), Rgb(0x808080));
    }

    #[test]
    fn patterns_mix_into_one_colour() {
        let palette = Palette::default();
        assert_eq!(resolve_shading(&shading("clear", "auto", "D9D9D9"), &palette), Some(Rgb(0xD9D9D9)));
        assert_eq!(resolve_shading(&shading("clear", "auto", "auto"), &palette), None);
        assert_eq!(resolve_shading(&shading("pct50", "auto", "FFFFFF"), &palette), Some(Rgb(0x808080)));
        assert_eq!(resolve_shading(&shading("solid", "FF0000", "auto"), &palette), Some(Rgb(0xFF0000)));
        assert_eq!(resolve_shading(&shading("nil", "auto", "auto"), &palette), None);
    }

    #[test]
    fn hexadecimal_or_nothing() {
        assert_eq!(parse_hex("1F497D"), Some(Rgb(0x1F497D)));
        assert_eq!(parse_hex("auto"), None);
        assert_eq!(parse_hex("12"), None);
    }
}
