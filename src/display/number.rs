//! Lengths as text: three decimals at most (a thousandth of a point), no trailing zeros, no `-0`.

use serde::Serializer;
use serde::ser::SerializeSeq;
use std::fmt;

/// Shows a length with at most three decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rounded(pub f64);

/// A length in thousandths; what is no number, or beyond any paper, is 0.
fn thousandths(value: f64) -> i64 {
    const FAR: f64 = 1e9;
    if value.is_finite() && value.abs() < FAR { (value * 1000.0).round() as i64 } else { 0 }
}

impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = thousandths(self.0);
        let (whole, part) = (value.unsigned_abs() / 1000, value.unsigned_abs() % 1000);
        if value < 0 {
            f.write_str("-")?;
        }
        match part {
            0 => write!(f, "{whole}"),
            p if p % 100 == 0 => write!(f, "{whole}.{}", p / 100),
            p if p % 10 == 0 => write!(f, "{whole}.{:02}", p / 10),
            p => write!(f, "{whole}.{p:03}"),
        }
    }
}

/// Serialises a length with three decimals.
pub(super) fn round<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    let value = thousandths(*value);
    if value % 1000 == 0 { serializer.serialize_i64(value / 1000) } else { serializer.serialize_f64(value as f64 / 1000.0) }
}

/// Serialises lengths with three decimals.
pub(super) fn round_all<S: Serializer>(values: &[f64], serializer: S) -> Result<S::Ok, S::Error> {
    let mut sequence = serializer.serialize_seq(Some(values.len()))?;
    for value in values {
        sequence.serialize_element(&(thousandths(*value) as f64 / 1000.0))?;
    }
    sequence.end()
}

/// Serialises four lengths with three decimals.
pub(super) fn round_four<S: Serializer>(values: &[f64; 4], serializer: S) -> Result<S::Ok, S::Error> {
    round_all(values, serializer)
}

/// Left out of the JSON: 0.
pub(super) fn zero(value: &f64) -> bool {
    thousandths(*value) == 0
}

/// Left out of the JSON: 1, the natural scale.
pub(super) fn one(value: &f64) -> bool {
    thousandths(*value) == 1000
}

/// Left out of the JSON: nothing is cut off.
pub(super) fn nothing(value: &[f64; 4]) -> bool {
    value.iter().all(zero)
}

/// Left out of the JSON: off.
pub(super) fn off(value: &bool) -> bool {
    !value
}

#[cfg(test)]
mod tests {
    use super::Rounded;

    #[test]
    fn lengths_are_short() {
        for (value, text) in
            [(0.0, "0"), (12.0, "12"), (0.5, "0.5"), (-0.25, "-0.25"), (1.2346, "1.235"), (-0.0001, "0"), (f64::NAN, "0"), (1e300, "0")]
        {
            assert_eq!(Rounded(value).to_string(), text);
        }
    }
}
