//! Values of attributes: on and off, numbers, measures with and without units (17.18, 22.9.2).

use crate::numeral::parse_decimal;
use crate::units::Emu;
use crate::xml::Element;

/// Keeps what layout adds up far from overflow: no page is that large.
const MOST: f64 = 10_000_000.0;

/// ST_OnOff of `w:val`; stated without a value it is on.
pub(super) fn on_off(element: &Element<'_>) -> bool {
    element.val().is_none_or(|value| is_on(&value))
}

/// ST_OnOff.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "False" | "FALSE")
}

/// An attribute that is on; off where it is not stated.
pub(super) fn is_set(element: &Element<'_>, name: &str) -> bool {
    element.w(name).is_some_and(|value| is_on(&value))
}

/// A number, or a length with its unit, in units of which `per_point` make a point.
pub(super) fn measure(value: &str, per_point: f64) -> Option<i32> {
    let value = value.trim();
    if let Ok(number) = value.parse::<i32>() {
        return Some(number.clamp(-(MOST as i32), MOST as i32));
    }
    let number = match points(value) {
        Some(points) => points * per_point,
        None => parse_decimal(value)?,
    };
    Some(number.round().clamp(-MOST, MOST) as i32)
}

/// A length with its unit, in points (22.9.2.15 ST_UniversalMeasure).
pub(super) fn points(value: &str) -> Option<f64> {
    let split = value.len().checked_sub(2).filter(|&at| value.is_char_boundary(at))?;
    let (number, unit) = value.split_at(split);
    let per_unit = match unit {
        "pt" => 1.0,
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        "pc" | "pi" => 12.0,
        "px" => 0.75,
        _ => return None,
    };
    parse_decimal(number.trim()).map(|number| number * per_unit)
}

/// A DrawingML coordinate: EMU or a length with its unit (20.1.10.16).
pub(super) fn emu(value: &str) -> Option<Emu> {
    let value = value.trim();
    let number = match parse_decimal(value) {
        Some(number) => number,
        None => points(value)? * 12_700.0,
    };
    Some(Emu(number.round().clamp(-MOST * 635.0, MOST * 635.0) as i64))
}

/// Hexadecimal digits.
pub(super) fn hex(value: &str) -> Option<u32> {
    u32::from_str_radix(value.trim().trim_start_matches("0x").trim_start_matches("0X"), 16).ok()
}

/// Strict's `start` and `end` are transitional's `left` and `right`: both mean the leading and the trailing edge.
pub(super) fn side(value: &str) -> &str {
    match value {
        "start" => "left",
        "end" => "right",
        _ => value,
    }
}

/// An attribute as a string of its own.
pub(super) fn owned(element: &Element<'_>, name: &str) -> Option<String> {
    element.w(name).map(|value| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_with_and_without_unit() {
        assert_eq!(measure("240", 20.0), Some(240));
        assert_eq!(measure("240.6", 20.0), Some(241));
        assert_eq!(measure("12pt", 20.0), Some(240));
        assert_eq!(measure("1in", 20.0), Some(1440));
        assert_eq!(measure("2.54cm", 20.0), Some(1440));
        assert_eq!(measure("-1pt", 2.0), Some(-2));
        assert_eq!(measure("99999999999", 20.0), Some(10_000_000));
        assert_eq!(measure("NaN", 20.0), None);
        assert_eq!(measure("中", 20.0), None);
        assert_eq!(measure("", 20.0), None);
    }

    #[test]
    fn coordinates() {
        assert_eq!(emu("914400"), Some(Emu(914_400)));
        assert_eq!(emu("1in"), Some(Emu(914_400)));
        assert_eq!(emu("inf"), None);
    }
}
