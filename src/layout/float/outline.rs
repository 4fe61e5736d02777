//! Outlines that text runs along (`wp:wrapPolygon`, 20.4.2.16): what one takes of a line (docs/word/text-along-outlines.md).

use crate::layout::fragment::Rect;
use crate::order::{float_key, sort_by_key};

/// An outline on the page.
#[derive(Debug)]
pub struct Outline {
    /// Its corners in order; the last is joined with the first.
    corners: Vec<(f64, f64)>,
    /// Text runs through its gaps too.
    through: bool,
    /// Distances from text to the left and to the right.
    distance: (f64, f64),
}

impl Outline {
    /// Corners as shares of a box, on the page. Above and below, an outline keeps no distance from text: `wp:wrapTight` and
    /// `wp:wrapThrough` state none (20.4.2.18, 20.4.2.17).
    pub fn of(corners: &[(f64, f64)], rect: &Rect, distance: (f64, f64), through: bool) -> Self {
        let corners = corners.iter().map(|(x, y)| (rect.x + x * rect.width, rect.y + y * rect.height));
        Self { corners: corners.collect(), through, distance }
    }

    /// The box around it, distances included.
    pub fn bounds(&self) -> Rect {
        let (left, right) = ends(self.corners.iter().map(|corner| corner.0));
        let (top, bottom) = ends(self.corners.iter().map(|corner| corner.1));
        let (before, after) = self.distance;
        Rect { x: left - before, y: top, width: right - left + before + after, height: bottom - top }
    }

    /// What it takes of a line from `top` to `bottom`, from left to right.
    pub fn taken(&self, top: f64, bottom: f64) -> Vec<(f64, f64)> {
        let (before, after) = self.distance;
        let mut parts: Vec<(f64, f64)> = self.parts(top, bottom).into_iter().map(|(from, to)| (from - before, to + after)).collect();
        sort_by_key(&mut parts, |part| float_key(part.0));
        let mut taken: Vec<(f64, f64)> = Vec::with_capacity(parts.len());
        for (from, to) in parts {
            match taken.last_mut() {
                Some(last) if from <= last.1 || !self.through => last.1 = last.1.max(to),
                _ => taken.push((from, to)),
            }
        }
        taken
    }

    /// The outline between two heights as the ranges that its trapezoids cover: between two corners' heights each is bounded
    /// by two of the outline's sides (even-odd).
    fn parts(&self, top: f64, bottom: f64) -> Vec<(f64, f64)> {
        let mut heights: Vec<f64> = self.corners.iter().map(|corner| corner.1).filter(|y| *y > top && *y < bottom).collect();
        heights.extend([top, bottom]);
        sort_by_key(&mut heights, |height| float_key(*height));
        let mut parts = Vec::new();
        for (upper, lower) in heights.iter().zip(heights.iter().skip(1)).filter(|(upper, lower)| lower > upper) {
            let mut sides = self.sides(*upper, *lower);
            sort_by_key(&mut sides, |side| float_key(side.0 + side.1));
            for [left, right] in sides.as_chunks::<2>().0 {
                parts.push((left.0.min(left.1), right.0.max(right.1)));
            }
        }
        parts
    }

    /// Where the sides that run from `upper` to `lower`, without a corner in between, stand at both.
    fn sides(&self, upper: f64, lower: f64) -> Vec<(f64, f64)> {
        let next = self.corners.iter().cycle().skip(1);
        let sides = self.corners.iter().zip(next).filter(|(one, other)| one.1.min(other.1) <= upper && one.1.max(other.1) >= lower);
        let at = |one: &(f64, f64), other: &(f64, f64), y: f64| one.0 + (other.0 - one.0) * (y - one.1) / (other.1 - one.1);
        sides.map(|(one, other)| (at(one, other, upper), at(one, other, lower))).collect()
    }
}

fn ends(all: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    (all.clone().fold(f64::INFINITY, f64::min), all.fold(f64::NEG_INFINITY, f64::max))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { x: 100.0, y: 200.0, width: 100.0, height: 100.0 };

    #[test]
    fn a_triangle_takes_what_it_is_wide_at_the_lines_foot() {
        let triangle = Outline::of(&[(0.5, 0.0), (1.0, 1.0), (0.0, 1.0), (0.5, 0.0)], &BOX, (5.0, 10.0), false);
        assert_eq!(triangle.bounds(), Rect { x: 95.0, y: 200.0, width: 115.0, height: 100.0 });
        assert_eq!(triangle.taken(190.0, 220.0), [(135.0, 170.0)]);
        assert_eq!(triangle.taken(280.0, 320.0), [(95.0, 210.0)]);
        assert!(triangle.taken(180.0, 200.0).is_empty());
    }

    #[test]
    fn through_leaves_the_gap_between_two_towers() {
        let towers = [(0.0, 0.0), (0.2, 0.0), (0.2, 0.5), (0.8, 0.5), (0.8, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let outline = |through| Outline::of(&towers, &BOX, (0.0, 0.0), through);
        assert_eq!(outline(true).taken(210.0, 220.0), [(100.0, 120.0), (180.0, 200.0)]);
        assert_eq!(outline(false).taken(210.0, 220.0), [(100.0, 200.0)]);
        assert_eq!(outline(true).taken(240.0, 260.0), [(100.0, 200.0)]);
    }
}
