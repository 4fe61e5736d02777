//! Decimal fractions from and to text. The standard library's are exact for every double and bring 30 KB of tables and code for
//! it into the wasm; files write a few digits.

/// The largest power of ten that a double holds exactly.
const EXACT: u32 = 22;

/// A number such as `12`, `-0.5` or `1.2E-3`. Digits after the nineteenth count as zeros.
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (text, negative) = match text.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (text.strip_prefix('+').unwrap_or(text), false),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?.clamp(-400, 400)),
        None => (text, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let (mut digits, mut scale) = (0_u64, exponent);
    for (in_part, digit) in whole.bytes().map(|digit| (false, digit)).chain(part.bytes().map(|digit| (true, digit))) {
        let digit = digit.is_ascii_digit().then(|| u64::from(digit - b'0'))?;
        match digits.checked_mul(10).and_then(|digits| digits.checked_add(digit)) {
            Some(more) => {
                digits = more;
                scale -= i32::from(in_part);
            }
            None => scale = scale.saturating_add(i32::from(!in_part)),
        }
    }
    let mut value = digits as f64;
    let mut left = scale.unsigned_abs();
    while left > 0 && value != 0.0 {
        let step = left.min(EXACT);
        let power = (0..step).fold(1.0, |power, _| power * 10.0);
        value = if scale < 0 { value / power } else { value * power };
        left -= step;
    }
    let value = if negative { -value } else { value };
    value.is_finite().then_some(value)
}

/// A number with so many decimals (nine at most); what is too large for that is written without any.
pub fn format_decimal(value: f64, decimals: usize) -> String {
    const MOST: f64 = 9e18;
    let decimals = decimals.min(9);
    let unit = (0..decimals).fold(1.0, |unit, _| unit * 10.0);
    let scaled = (value.abs() * unit).round();
    if !scaled.is_finite() || scaled > MOST {
        return (value.clamp(-MOST, MOST) as i64).to_string();
    }
    let (scaled, unit) = (scaled as u64, unit as u64);
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let whole = format!("{sign}{}", scaled / unit);
    if decimals == 0 { whole } else { format!("{whole}.{:0decimals$}", scaled % unit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_numbers_they_say() {
        for text in [
            "0",
            "12",
            "-0.5",
            "+3",
            ".25",
            "7.",
            "1.2E-3",
            "9e2",
            "0.1",
            "595.30",
            "14.173",
            "123456789012345678",
            "2.2250738585072014e-308",
            "1e22",
        ] {
            assert_eq!(parse_decimal(text), text.parse().ok(), "{text}");
        }
        assert_eq!(parse_decimal("123456789012345678901234567890"), Some(1.234_567_890_123_456_8e29));
        for text in ["", ".", "-", "a", "1a", "1e", "0x10", "inf", "NaN", "1 ", "1e999", "１"] {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_with_their_decimals() {
        for (value, decimals, text) in [
            (2.5, 0, "3"),
            (0.126, 2, "0.13"),
            (-1.0, 1, "-1.0"),
            (-0.001, 2, "0.00"),
            (1234.5, 1, "1234.5"),
            (1e300, 2, "9000000000000000000"),
        ] {
            assert_eq!(format_decimal(value, decimals), text);
        }
    }
}
