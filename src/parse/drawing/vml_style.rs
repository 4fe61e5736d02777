//! The `style` attribute of VML (14.1.2.19): CSS properties by name.

use crate::numeral::parse_decimal;
use crate::parse::values::points;
use crate::units::Emu;

/// A parsed `style`.
#[derive(Debug, Default)]
pub(super) struct Style<'s>(Vec<(&'s str, &'s str)>);

impl<'s> Style<'s> {
    /// Splits a style into its declarations.
    pub(super) fn parse(text: &'s str) -> Self {
        Self(text.split(';').filter_map(|pair| pair.split_once(':')).map(|(name, value)| (name.trim(), value.trim())).collect())
    }

    /// The value of a property; the last declaration counts.
    pub(super) fn get(&self, name: &str) -> Option<&'s str> {
        self.0.iter().rev().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }

    /// A length.
    pub(super) fn length(&self, name: &str) -> Option<Emu> {
        length(self.get(name)?)
    }

    /// A number without unit, such as a coordinate in a group.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        parse_decimal(self.get(name)?).map(|number| number.clamp(-1e12, 1e12) as i64)
    }
}

/// A VML length: without a unit it is in pixels.
pub(super) fn length(value: &str) -> Option<Emu> {
    let value = value.trim();
    let points = match parse_decimal(value) {
        Some(pixels) => pixels * 0.75,
        None => points(value)?,
    };
    points.is_finite().then(|| Emu((points.clamp(-1e6, 1e6) * 12_700.0).round() as i64))
}

/// A VML fraction: a number, or with `f` in 1/65536.
pub(super) fn fraction(value: &str) -> Option<f64> {
    let fraction = match value.strip_suffix('f') {
        Some(parts) => parse_decimal(parts)? / 65_536.0,
        None => parse_decimal(value)?,
    };
    fraction.is_finite().then(|| fraction.clamp(-10.0, 10.0))
}

/// ST_TrueFalse of VML.
pub(super) fn is_true(value: &str) -> bool {
    matches!(value, "t" | "true" | "1" | "on" | "True")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_and_lengths() {
        let style = Style::parse("position:absolute;width:10pt; Height : 1in;z-index:-5;left:300;");
        assert_eq!(style.get("position"), Some("absolute"));
        assert_eq!(style.length("width"), Some(Emu(127_000)));
        assert_eq!(style.length("height"), Some(Emu(914_400)));
        assert_eq!(style.number("z-index"), Some(-5));
        assert_eq!(style.number("left"), Some(300));
        assert_eq!(length("96"), Some(Emu(914_400)));
        assert_eq!(fraction("6554f").map(|f| (f * 100.0).round()), Some(10.0));
    }
}
