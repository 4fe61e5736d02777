//! Arcs and ellipses as cubic curves, without trigonometry: a quarter of the angle's tangent comes from its cosine by roots.

/// A curve's end with its two handles before it.
pub(super) type Curve = [(f64, f64); 3];

/// How far a handle stands from its end on a quarter of a unit circle.
pub(super) const QUARTER: f64 = 0.552_284_75;

/// The arc of an ellipse from the ray to `start` to the ray to `end`; where the rays are the same it is the whole. Gives where it
/// begins, and its curves.
pub(super) fn arc(rect: [f64; 4], start: (f64, f64), end: (f64, f64), clockwise: bool) -> ((f64, f64), Vec<Curve>) {
    let [left, top, right, bottom] = rect;
    let (cx, cy, rx, ry) = ((left + right) / 2.0, (top + bottom) / 2.0, (right - left) / 2.0, (bottom - top) / 2.0);
    let unit = |(x, y): (f64, f64)| normal(((x - cx) / nonzero(rx), (y - cy) / nonzero(ry)));
    let (from, to) = (unit(start), unit(end));
    let place = |(x, y): (f64, f64)| (cx + x * rx, cy + y * ry);
    let mut curves = Vec::new();
    let mut at = from;
    // Quarter by quarter until the end is less than a quarter away; y runs down, so clockwise turns x towards y.
    for step in 0..4 {
        let (cosine, sine) = (at.0 * to.0 + at.1 * to.1, at.0 * to.1 - at.1 * to.0);
        let sine = if clockwise { sine } else { -sine };
        let ahead = cosine > -1e-9 && sine > -1e-9 && !(step == 0 && sine < 1e-9);
        let next = if ahead { to } else { quarter(at, clockwise) };
        curves.push(curve(at, next, clockwise).map(place));
        at = next;
        if ahead {
            break;
        }
    }
    (place(from), curves)
}

fn nonzero(value: f64) -> f64 {
    if value == 0.0 { 1.0 } else { value }
}

fn normal((x, y): (f64, f64)) -> (f64, f64) {
    let length = (x * x + y * y).sqrt();
    if length > 0.0 { (x / length, y / length) } else { (1.0, 0.0) }
}

fn quarter((x, y): (f64, f64), clockwise: bool) -> (f64, f64) {
    if clockwise { (-y, x) } else { (y, -x) }
}

/// The arc between two points of the unit circle less than half a turn apart.
fn curve(from: (f64, f64), to: (f64, f64), clockwise: bool) -> Curve {
    let cosine = (from.0 * to.0 + from.1 * to.1).clamp(-1.0, 1.0);
    let half = ((1.0 - cosine) / (1.0 + cosine).max(1e-12)).sqrt();
    let handle = if half > 1e-9 { 4.0 / 3.0 * ((1.0 + half * half).sqrt() - 1.0) / half } else { 0.0 };
    let (ahead, behind) = (quarter(from, clockwise), quarter(to, !clockwise));
    [(from.0 + handle * ahead.0, from.1 + handle * ahead.1), (to.0 + handle * behind.0, to.1 + handle * behind.1), to]
}

#[cfg(test)]
mod tests {
    use super::{QUARTER, arc};

    #[test]
    fn a_quarter_has_the_known_handle() {
        let (begin, curves) = arc([-1.0, -1.0, 1.0, 1.0], (1.0, 0.0), (0.0, 1.0), true);
        assert_eq!((begin, curves.len()), ((1.0, 0.0), 1));
        assert!((curves[0][0].1 - QUARTER).abs() < 1e-6 && curves[0][2] == (0.0, 1.0), "{curves:?}");
        assert_eq!(arc([-1.0, -1.0, 1.0, 1.0], (1.0, 0.0), (0.0, 1.0), false).1.len(), 3);
        assert_eq!(arc([-1.0, -1.0, 1.0, 1.0], (1.0, 0.0), (1.0, 0.0), false).1.len(), 4);
    }
}
