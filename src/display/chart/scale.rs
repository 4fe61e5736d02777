//! The values of an axis: its ends and its ticks, chosen as Office does where the chart states none.

use crate::chart::Axis;
use crate::numeral::format_decimal;

/// Ticks of an axis that runs down the page stand no closer than this, in sizes of its text.
const CLOSEST_DOWN: f64 = 1.6;
/// Ticks of an axis that runs across.
const CLOSEST_ACROSS: f64 = 3.6;
/// Ticks that are drawn at the most.
const MOST_TICKS: usize = 200;

/// The ends of an axis and the distance of its ticks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub min: f64,
    pub max: f64,
    pub unit: f64,
}

impl Scale {
    /// The scale for values from `low` to `high` on an axis `length` long with text of `size`.
    pub fn new(axis: &Axis, low: f64, high: f64, length: f64, size: f64, across: bool) -> Self {
        let spread = high - low;
        // Zero is on the axis unless all values stand close together far from it.
        let floor = if low > 0.0 && spread < high / 6.0 { low - spread / 2.0 } else { low.min(0.0) };
        let floor = if floor < 0.0 { floor - (high.max(0.0) - floor) * 0.05 } else { floor };
        let ceiling = if high > 0.0 { high + (high - floor.max(0.0)) * 0.05 } else { 0.0 };
        let (floor, ceiling) = (axis.min.unwrap_or(floor), axis.max.unwrap_or(ceiling));
        let ceiling = if ceiling > floor { ceiling } else { floor + 1.0 };
        let closest = if across { CLOSEST_ACROSS } else { CLOSEST_DOWN } * size;
        let unit = axis.unit.unwrap_or_else(|| round_unit(ceiling - floor, (length / closest).max(1.0)));
        let min = axis.min.unwrap_or_else(|| (floor / unit + 1e-9).floor() * unit);
        let max = axis.max.unwrap_or_else(|| (ceiling / unit - 1e-9).ceil() * unit);
        Self { min, max: if max > min { max } else { min + unit }, unit }
    }

    /// The values at the ticks.
    pub fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let Self { min, max, unit } = *self;
        let count = (((max - min) / unit + 1e-9).floor().clamp(0.0, MOST_TICKS as f64)) as usize;
        (0..=count).map(move |tick| min + tick as f64 * unit)
    }

    /// Where a value stands between the ends: 0 to 1.
    pub fn share(&self, value: f64) -> f64 {
        ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0)
    }

    /// Where bars stand on: zero, or the end next to it.
    pub fn base(&self) -> f64 {
        0.0_f64.max(self.min).min(self.max)
    }
}

/// The smallest of 1, 2 and 5 times a power of ten that cuts `extent` into no more than `most` parts.
fn round_unit(extent: f64, most: f64) -> f64 {
    let mut power: f64 = 1.0;
    while power > extent && power > 1e-12 {
        power /= 10.0;
    }
    while power * 10.0 < extent && power < 1e15 {
        power *= 10.0;
    }
    power /= 100.0;
    for _ in 0..6 {
        for step in [1.0, 2.0, 5.0] {
            if extent / (step * power) <= most {
                return step * power;
            }
        }
        power *= 10.0;
    }
    extent
}

/// A value as its axis writes it: `General`, percent, grouped or with fixed decimals.
pub(super) fn format_value(value: f64, format: &str) -> String {
    let format = format.split(';').next().unwrap_or("");
    let is_percent = format.contains('%');
    let value = if is_percent { value * 100.0 } else { value };
    let general = !format.contains(['0', '#']);
    let decimals = format.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(|c| matches!(c, '0' | '#')).count());
    let mut text = if general { plain(value) } else { format_decimal(value, decimals) };
    if format.contains("#,") {
        text = grouped(&text);
    }
    if is_percent {
        text.push('%');
    }
    text
}

fn plain(value: f64) -> String {
    let text = format_decimal(value, 9);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn grouped(text: &str) -> String {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, part) = rest.split_once('.').map_or((rest, String::new()), |(whole, part)| (whole, format!(".{part}")));
    let mut digits = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            digits.push(',');
        }
        digits.push(digit);
    }
    format!("{sign}{digits}{part}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_those_of_charts_in_words_pdfs() {
        let scale = |low, high, length, across| {
            let scale = Scale::new(&Axis::default(), low, high, length, 10.0, across);
            (scale.min, scale.max, scale.unit)
        };
        assert_eq!(scale(2.3, 22.1, 180.4, false), (0.0, 25.0, 5.0));
        assert_eq!(scale(8.0, 52.0, 345.0, true), (0.0, 60.0, 10.0));
        assert_eq!(scale(10.0, 620.0, 144.5, false), (0.0, 700.0, 100.0));
        assert_eq!(scale(60.0, 95.0, 180.4, false), (0.0, 100.0, 10.0));
    }

    #[test]
    fn values_are_written_by_their_format() {
        assert_eq!(format_value(2500.0, "General"), "2500");
        assert_eq!(format_value(0.25, "0%"), "25%");
        assert_eq!(format_value(1234.5, "#,##0.00"), "1,234.50");
    }
}
