//! The MATH constants of Cambria Math, in em (word-layout 12.1).

/// A length of the font's own units.
const fn em(units: i32) -> f64 {
    units as f64 / 2048.0
}

pub(super) const SCRIPT: f64 = 0.73;
pub(super) const SCRIPT_SCRIPT: f64 = 0.60;
pub(super) const AXIS: f64 = em(585);
pub(super) const RULE: f64 = em(133);
/// White between equations: above an equation's ink (`probes/ja-omml`).
pub(super) const LEADING: f64 = em(300);

/// A fraction's shifts and gaps, in text and in display style.
pub(super) const NUMERATOR_UP: [f64; 2] = [em(1200), em(1550)];
pub(super) const DENOMINATOR_DOWN: [f64; 2] = [em(1030), em(1370)];
pub(super) const FRACTION_GAP: [f64; 2] = [em(133), em(260)];
/// The same without a rule.
pub(super) const STACK_UP: [f64; 2] = [em(940), em(1550)];
pub(super) const STACK_DOWN: [f64; 2] = [em(770), em(1370)];
pub(super) const STACK_GAP: [f64; 2] = [em(400), em(660)];

pub(super) const SUPERSCRIPT_UP: f64 = em(750);
pub(super) const SUPERSCRIPT_UP_CRAMPED: f64 = em(615);
pub(super) const SUPERSCRIPT_BOTTOM: f64 = em(239);
pub(super) const SUPERSCRIPT_DROP: f64 = em(460);
pub(super) const SUBSCRIPT_DOWN: f64 = em(418);
pub(super) const SUBSCRIPT_TOP: f64 = em(760);
pub(super) const SUBSCRIPT_DROP: f64 = em(320);
pub(super) const SCRIPT_GAP: f64 = em(300);
pub(super) const AFTER_SCRIPT: f64 = em(85);

pub(super) const RADICAL_GAP: [f64; 2] = [em(166), em(345)];
pub(super) const RADICAL_ASCENDER: f64 = em(133);
pub(super) const DEGREE_RAISE: f64 = 0.65;
pub(super) const DEGREE_BEFORE: f64 = em(133);
pub(super) const DEGREE_AFTER: f64 = em(-640);

pub(super) const LIMIT_GAP: f64 = em(133);
pub(super) const UPPER_LIMIT_RISE: f64 = em(500);
pub(super) const LOWER_LIMIT_DROP: f64 = em(1240);
pub(super) const BAR_GAP: f64 = em(345);
pub(super) const ACCENT_BASE: f64 = em(976);

/// Height of an operator's display form: what Word's limits stand away from (`probes/ja-omml`, nary); it is more than the
/// least of 2500 units.
pub(super) const DISPLAY_OPERATOR: f64 = 1.925;
/// Height of the smallest radical sign (`probes/ja-omml`, rad).
pub(super) const RADICAL_SIGN: f64 = 1.19;

/// Small slanted letters are wider than Cambria Italic's, whose figures stand in (`probes/ja-omml`: a, b, n and y).
pub(super) const SLANTED: f64 = 1.1;

/// Spaces between classes.
pub(super) const THIN: f64 = 3.0 / 18.0;
pub(super) const MEDIUM: f64 = 4.0 / 18.0;
pub(super) const THICK: f64 = 5.0 / 18.0;
