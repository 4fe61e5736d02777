//! What stands at a line's ends (20.1.8.38, 20.1.8.57): triangles, arrows and their like, drawn as outlines of their own.

use crate::geometry::Segment;
use crate::look::{Line, LineEnd, LineEndKind};

type Point = (f64, f64);

/// A line's end as an outline.
pub(super) struct End {
    pub segments: Vec<Segment>,
    /// Its inside is painted; else it is a line too.
    pub is_filled: bool,
}

/// Whether an outline is one open part: closed ones have no ends.
pub(super) fn is_open(segments: &[Segment]) -> bool {
    let moves = segments.iter().filter(|segment| matches!(segment, Segment::Move(_))).count();
    moves == 1 && segments.len() > 1 && !segments.contains(&Segment::Close)
}

/// The ends of an open outline, which is shortened to where they begin.
pub(super) fn ends(segments: &mut [Segment], line: &Line) -> Vec<End> {
    let mut made = Vec::new();
    for (which, end) in line.ends.iter().enumerate() {
        let Some(end) = end else { continue };
        let Some((tip, from)) = (if which == 0 { start(segments) } else { finish(segments) }) else { continue };
        let (x, y) = (tip.0 - from.0, tip.1 - from.1);
        let length = (x * x + y * y).sqrt();
        if length <= 0.0 {
            continue;
        }
        let along = (x / length, y / length);
        let (outline, back) = outline(end, tip, along, line.width);
        made.push(outline);
        // No further than the piece is long: it must not turn round.
        let back = back.min(length * 0.99);
        let by = (-along.0 * back, -along.1 * back);
        if which == 0 { move_start(segments, by) } else { move_finish(segments, by) }
    }
    made
}

/// The first point, and one that the line runs to from it.
fn start(segments: &[Segment]) -> Option<(Point, Point)> {
    let (Segment::Move(tip), next) = (segments.first()?, segments.get(1)?) else { return None };
    let from = match *next {
        Segment::Line(to) => to,
        Segment::Cubic(one, two, to) => [one, two, to].into_iter().find(|point| point != tip)?,
        _ => return None,
    };
    Some((*tip, from))
}

/// The last point, and one that the line comes from.
fn finish(segments: &[Segment]) -> Option<(Point, Point)> {
    let before = match segments.get(segments.len().checked_sub(2)?)? {
        Segment::Move(at) | Segment::Line(at) | Segment::Cubic(_, _, at) => *at,
        Segment::Close => return None,
    };
    match *segments.last()? {
        Segment::Line(tip) => Some((tip, before)),
        Segment::Cubic(one, two, tip) => Some((tip, [two, one, before].into_iter().find(|point| *point != tip)?)),
        _ => None,
    }
}

fn moved(point: &mut Point, by: Point) {
    *point = (point.0 + by.0, point.1 + by.1);
}

fn move_start(segments: &mut [Segment], by: Point) {
    if let [Segment::Move(at), next, ..] = segments {
        moved(at, by);
        if let Segment::Cubic(one, ..) = next {
            moved(one, by);
        }
    }
}

fn move_finish(segments: &mut [Segment], by: Point) {
    match segments.last_mut() {
        Some(Segment::Line(at)) => moved(at, by),
        Some(Segment::Cubic(_, two, at)) => {
            moved(two, by);
            moved(at, by);
        }
        _ => {}
    }
}

/// An end at `tip` which points along a direction, and how far the line goes back for it.
fn outline(end: &LineEnd, tip: Point, along: Point, line_width: f64) -> (End, f64) {
    /// Thinner lines have ends as if they were this wide, in points.
    const LEAST_WIDTH: f64 = 2.0;
    /// Small, medium and large in widths of the line; open arrows are half a width larger.
    const SIZES: [f64; 3] = [2.0, 3.0, 5.0];
    let unit = line_width.max(LEAST_WIDTH);
    let more = if end.kind == LineEndKind::Arrow { 0.5 } else { 0.0 };
    let size = |size: u8| SIZES.get(usize::from(size)).map_or(3.0, |size| size + more) * unit;
    let (half, length) = (size(end.size.0) / 2.0, size(end.size.1));
    // A point so far back from the tip and so far aside.
    let at = |back: f64, aside: f64| (tip.0 - along.0 * back - along.1 * aside, tip.1 - along.1 * back + along.0 * aside);
    let polygon = |points: &[Point]| {
        let mut segments: Vec<Segment> = points.iter().map(|point| Segment::Line(*point)).collect();
        if let Some(first) = segments.first_mut() {
            *first = Segment::Move(points.first().copied().unwrap_or_default());
        }
        segments.push(Segment::Close);
        End { segments, is_filled: true }
    };
    match end.kind {
        LineEndKind::Triangle => (polygon(&[at(0.0, 0.0), at(length, half), at(length, -half)]), length * 0.9),
        LineEndKind::Stealth => {
            let notch = length * 0.6;
            (polygon(&[at(0.0, 0.0), at(length, half), at(notch, 0.0), at(length, -half)]), notch)
        }
        LineEndKind::Diamond => (polygon(&[at(-length / 2.0, 0.0), at(0.0, half), at(length / 2.0, 0.0), at(0.0, -half)]), 0.0),
        LineEndKind::Oval => {
            const KAPPA: f64 = 0.552_285;
            let (long, k_long, k_half) = (length / 2.0, length / 2.0 * KAPPA, half * KAPPA);
            let segments = vec![
                Segment::Move(at(-long, 0.0)),
                Segment::Cubic(at(-long, k_half), at(-k_long, half), at(0.0, half)),
                Segment::Cubic(at(k_long, half), at(long, k_half), at(long, 0.0)),
                Segment::Cubic(at(long, -k_half), at(k_long, -half), at(0.0, -half)),
                Segment::Cubic(at(-k_long, -half), at(-long, -k_half), at(-long, 0.0)),
                Segment::Close,
            ];
            (End { segments, is_filled: true }, 0.0)
        }
        LineEndKind::Arrow => {
            let segments = vec![Segment::Move(at(length, half)), Segment::Line(at(0.0, 0.0)), Segment::Line(at(length, -half))];
            (End { segments, is_filled: false }, line_width / 2.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ends, is_open};
    use crate::geometry::Segment;
    use crate::look::{Ink, Line, LineEnd, LineEndKind};

    #[test]
    fn a_triangle_ends_the_line_at_its_tip() {
        let mut segments = vec![Segment::Move((0.0, 0.0)), Segment::Line((100.0, 0.0))];
        assert!(is_open(&segments));
        let head = LineEnd { kind: LineEndKind::Triangle, size: (1, 1) };
        let line = Line { ink: Ink::of(0), width: 2.0, ends: [None, Some(head)], ..Line::default() };
        let made = ends(&mut segments, &line);
        // Three widths long and wide.
        assert_eq!(made[0].segments[..3], [Segment::Move((100.0, 0.0)), Segment::Line((94.0, 3.0)), Segment::Line((94.0, -3.0))]);
        assert_eq!(segments[1], Segment::Line((94.6, 0.0)));
    }
}
