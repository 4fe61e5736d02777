//! Trigonometry: the same on every machine, and a few bytes where the platform's own bring kilobytes.

use std::f64::consts::{FRAC_PI_2, PI};

/// Sine and cosine of a turn (1 is once around), to a hundred-thousandth.
pub fn sin_cos(turn: f64) -> (f64, f64) {
    let quarter = (turn * 4.0).floor();
    let (sin, cos) = first_quarter(turn * 4.0 - quarter);
    match (quarter as i64).rem_euclid(4) {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// The series of sine and cosine for a share of a right angle.
fn first_quarter(share: f64) -> (f64, f64) {
    let angle = share * FRAC_PI_2;
    let square = angle * angle;
    let sin = angle * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0))));
    let cos = 1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0 * (1.0 - square / 90.0))));
    (sin, cos)
}

/// The turn (-0.5 to 0.5) at which a direction lies.
pub(super) fn turn_of(y: f64, x: f64) -> f64 {
    let (across, up) = (x.abs(), y.abs());
    if across + up == 0.0 {
        return 0.0;
    }
    let angle = if up <= across { arc_tangent(up / across) } else { FRAC_PI_2 - arc_tangent(across / up) };
    let angle = if x < 0.0 { PI - angle } else { angle };
    (if y < 0.0 { -angle } else { angle }) / (2.0 * PI)
}

/// For 0 to 1: halved once, then the series.
fn arc_tangent(tangent: f64) -> f64 {
    let half = tangent / (1.0 + (1.0 + tangent * tangent).sqrt());
    let square = half * half;
    let series = 1.0 / 3.0 - square * (1.0 / 5.0 - square * (1.0 / 7.0 - square * (1.0 / 9.0 - square * (1.0 / 11.0 - square / 13.0))));
    2.0 * half * (1.0 - square * series)
}
