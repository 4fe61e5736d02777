//! Preset geometries (ECMA-376 Part 1, 20.1.9.18 ST_ShapeType) as paths, with their default adjustments. What is not known
//! here is drawn as a rectangle.

use super::Rounded;
use std::fmt::Write;

/// A line only: never filled.
pub(super) fn is_open(geometry: &str) -> bool {
    matches!(
        geometry,
        "line" | "lineInv" | "arc" | "leftBrace" | "rightBrace" | "leftBracket" | "rightBracket" | "bracketPair" | "bracePair"
    ) || geometry.starts_with("straightConnector")
        || geometry.starts_with("bentConnector")
        || geometry.starts_with("curvedConnector")
}

/// The path of a preset in a box.
pub(super) fn path(geometry: &str, width: f64, height: f64, x: f64, y: f64) -> String {
    flipped(geometry, width, height, x, y, (false, false))
}

/// The path of a preset in a box, mirrored left to right, top to bottom.
pub(super) fn flipped(geometry: &str, width: f64, height: f64, x: f64, y: f64, flips: (bool, bool)) -> String {
    let mut pen = Pen { d: String::new(), x, y, width, height, flips };
    draw(&mut pen, geometry);
    pen.d
}

/// Writes path data; coordinates are from the box's top left.
struct Pen {
    d: String,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    flips: (bool, bool),
}

impl Pen {
    fn place(&self, x: f64, y: f64) -> (Rounded, Rounded) {
        let x = if self.flips.0 { self.width - x } else { x };
        let y = if self.flips.1 { self.height - y } else { y };
        (Rounded(self.x + x), Rounded(self.y + y))
    }

    fn command(&mut self, letter: char, points: &[(f64, f64)]) {
        self.d.push(letter);
        for (index, (x, y)) in points.iter().enumerate() {
            let (x, y) = self.place(*x, *y);
            // Writing to a string cannot fail.
            let _ = write!(self.d, "{}{x} {y}", if index == 0 { "" } else { " " });
        }
    }

    /// Straight lines.
    fn line(&mut self, points: &[(f64, f64)]) {
        if let [first, rest @ ..] = points {
            self.command('M', &[*first]);
            self.command('L', rest);
        }
    }

    /// A closed polygon.
    fn polygon(&mut self, points: &[(f64, f64)]) {
        self.line(points);
        self.d.push('Z');
    }

    /// A polygon whose corners are shares of the box.
    fn shares(&mut self, points: &[(f64, f64)]) {
        let points: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x * self.width, y * self.height)).collect();
        self.polygon(&points);
    }

    /// An ellipse in a box.
    fn ellipse(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let (rx, ry) = (Rounded(width / 2.0), Rounded(height / 2.0));
        let (left, right) = (self.place(x, y + height / 2.0), self.place(x + width, y + height / 2.0));
        let _ = write!(self.d, "M{} {}A{rx} {ry} 0 1 1 {} {}A{rx} {ry} 0 1 1 {} {}Z", left.0, left.1, right.0, right.1, left.0, left.1);
    }

    /// A rectangle with corners rounded by `r`: quarter circles as cubic curves, which flip without a flag to turn.
    fn rounded(&mut self, r: f64) {
        let (w, h, k) = (self.width, self.height, r * 0.447_715);
        self.command('M', &[(r, 0.0)]);
        self.command('L', &[(w - r, 0.0)]);
        self.command('C', &[(w - k, 0.0), (w, k), (w, r)]);
        self.command('L', &[(w, h - r)]);
        self.command('C', &[(w, h - k), (w - k, h), (w - r, h)]);
        self.command('L', &[(r, h)]);
        self.command('C', &[(k, h), (0.0, h - k), (0.0, h - r)]);
        self.command('L', &[(0.0, r)]);
        self.command('C', &[(0.0, k), (k, 0.0), (r, 0.0)]);
        self.d.push('Z');
    }

    /// A bracket from top to bottom with its back at `back` and its ends at `ends`.
    fn bracket(&mut self, back: f64, ends: f64) {
        let (h, r) = (self.height, (self.height * 0.083).min((ends - back).abs()));
        self.command('M', &[(ends, 0.0)]);
        self.command('Q', &[(back, 0.0), (back, r)]);
        self.command('L', &[(back, h - r)]);
        self.command('Q', &[(back, h), (ends, h)]);
    }

    /// A brace from top to bottom with its point at `tip` and its ends at `ends`.
    fn brace(&mut self, tip: f64, ends: f64) {
        let (h, middle) = (self.height, (tip + ends) / 2.0);
        let r = (h * 0.083).min(h / 4.0);
        self.command('M', &[(ends, 0.0)]);
        self.command('Q', &[(middle, 0.0), (middle, r)]);
        self.command('L', &[(middle, h / 2.0 - r)]);
        self.command('Q', &[(middle, h / 2.0), (tip, h / 2.0)]);
        self.command('Q', &[(middle, h / 2.0), (middle, h / 2.0 + r)]);
        self.command('L', &[(middle, h - r)]);
        self.command('Q', &[(middle, h), (ends, h)]);
    }

    /// An arrow to the right along the box: half its height thick, its head as long as the box is high.
    fn arrow(&mut self, double: bool, upright: bool, back: bool) {
        let (length, across) = if upright { (self.height, self.width) } else { (self.width, self.height) };
        let head = (across / 2.0).min(if double { length / 2.0 } else { length });
        let tail = if double { head } else { 0.0 };
        let (low, high) = (across * 0.25, across * 0.75);
        let mut points = vec![(tail, low), (length - head, low), (length - head, 0.0), (length, across / 2.0)];
        points.extend([(length - head, across), (length - head, high), (tail, high)]);
        if double {
            points.extend([(head, across), (0.0, across / 2.0), (head, 0.0)]);
        }
        for point in &mut points {
            if back {
                point.0 = length - point.0;
            }
            if upright {
                *point = (point.1, point.0);
            }
        }
        self.polygon(&points);
    }
}

fn draw(pen: &mut Pen, geometry: &str) {
    let (w, h) = (pen.width, pen.height);
    let short = w.min(h);
    match geometry {
        "line" | "straightConnector1" => pen.line(&[(0.0, 0.0), (w, h)]),
        "lineInv" => pen.line(&[(0.0, h), (w, 0.0)]),
        "bentConnector2" => pen.line(&[(0.0, 0.0), (w, 0.0), (w, h)]),
        "bentConnector3" | "bentConnector4" | "bentConnector5" => pen.line(&[(0.0, 0.0), (w / 2.0, 0.0), (w / 2.0, h), (w, h)]),
        "curvedConnector2" | "curvedConnector3" | "curvedConnector4" | "curvedConnector5" => {
            pen.command('M', &[(0.0, 0.0)]);
            pen.command('C', &[(w / 2.0, 0.0), (w / 2.0, h), (w, h)]);
        }
        "arc" => {
            pen.command('M', &[(w / 2.0, 0.0)]);
            pen.command('C', &[(w * 0.776, 0.0), (w, h * 0.224), (w, h / 2.0)]);
        }
        "roundRect" | "flowChartAlternateProcess" | "wedgeRoundRectCallout" => pen.rounded(short * 0.166_67),
        "flowChartTerminator" => pen.rounded(short / 2.0),
        "ellipse" | "flowChartConnector" | "wedgeEllipseCallout" | "cloud" | "cloudCallout" => pen.ellipse(0.0, 0.0, w, h),
        "donut" => {
            let ring = short / 4.0;
            pen.ellipse(0.0, 0.0, w, h);
            pen.ellipse(ring, ring, w - 2.0 * ring, h - 2.0 * ring);
        }
        "triangle" | "isosTriangle" | "flowChartExtract" => pen.shares(&[(0.5, 0.0), (1.0, 1.0), (0.0, 1.0)]),
        "flowChartMerge" => pen.shares(&[(0.0, 0.0), (1.0, 0.0), (0.5, 1.0)]),
        "rtTriangle" => pen.shares(&[(0.0, 0.0), (1.0, 1.0), (0.0, 1.0)]),
        "diamond" | "flowChartDecision" => pen.shares(&[(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)]),
        "parallelogram" => pen.polygon(&[(short / 4.0, 0.0), (w, 0.0), (w - short / 4.0, h), (0.0, h)]),
        "flowChartInputOutput" => pen.shares(&[(0.2, 0.0), (1.0, 0.0), (0.8, 1.0), (0.0, 1.0)]),
        "trapezoid" => pen.polygon(&[(short / 4.0, 0.0), (w - short / 4.0, 0.0), (w, h), (0.0, h)]),
        "flowChartManualOperation" => pen.shares(&[(0.0, 0.0), (1.0, 0.0), (0.8, 1.0), (0.2, 1.0)]),
        "flowChartManualInput" => pen.shares(&[(0.0, 0.2), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]),
        "homePlate" => pen.polygon(&[(0.0, 0.0), (w - short / 2.0, 0.0), (w, h / 2.0), (w - short / 2.0, h), (0.0, h)]),
        "chevron" => {
            let tip = short / 2.0;
            pen.polygon(&[(0.0, 0.0), (w - tip, 0.0), (w, h / 2.0), (w - tip, h), (0.0, h), (tip, h / 2.0)]);
        }
        "pentagon" => pen.shares(&[(0.5, 0.0), (1.0, 0.382), (0.809, 1.0), (0.191, 1.0), (0.0, 0.382)]),
        "hexagon" | "flowChartPreparation" => {
            let side = short * 0.25;
            pen.polygon(&[(side, 0.0), (w - side, 0.0), (w, h / 2.0), (w - side, h), (side, h), (0.0, h / 2.0)]);
        }
        "octagon" => {
            let c = short * 0.292_89;
            pen.polygon(&[(c, 0.0), (w - c, 0.0), (w, c), (w, h - c), (w - c, h), (c, h), (0.0, h - c), (0.0, c)]);
        }
        "plus" | "mathPlus" => {
            let c = short / 4.0;
            pen.polygon(&[(c, 0.0), (w - c, 0.0), (w - c, c), (w, c), (w, h - c), (w - c, h - c)]);
            pen.d.pop();
            for point in [(w - c, h), (c, h), (c, h - c), (0.0, h - c), (0.0, c), (c, c)] {
                pen.command('L', &[point]);
            }
            pen.d.push('Z');
        }
        "star5" => pen.shares(&STAR),
        "rightArrow" => pen.arrow(false, false, false),
        "leftArrow" => pen.arrow(false, false, true),
        "downArrow" => pen.arrow(false, true, false),
        "upArrow" => pen.arrow(false, true, true),
        "leftRightArrow" => pen.arrow(true, false, false),
        "upDownArrow" => pen.arrow(true, true, false),
        "leftBracket" => pen.bracket(0.0, w),
        "rightBracket" => pen.bracket(w, 0.0),
        "bracketPair" => {
            pen.bracket(0.0, short / 6.0);
            pen.bracket(w, w - short / 6.0);
        }
        "leftBrace" => pen.brace(0.0, w),
        "rightBrace" => pen.brace(w, 0.0),
        "bracePair" => {
            pen.brace(0.0, short / 6.0);
            pen.brace(w, w - short / 6.0);
        }
        "wedgeRectCallout" => {
            let foot = [(0.0, 0.0), (w, 0.0), (w, h), (w * 0.4167, h), (w * 0.291_67, h * 1.125), (w * 0.1667, h), (0.0, h)];
            pen.polygon(&foot);
        }
        "flowChartPredefinedProcess" => {
            pen.polygon(&[(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]);
            pen.line(&[(w / 8.0, 0.0), (w / 8.0, h)]);
            pen.line(&[(w * 0.875, 0.0), (w * 0.875, h)]);
        }
        "flowChartDocument" => {
            pen.command('M', &[(0.0, 0.0)]);
            pen.command('L', &[(w, 0.0), (w, h * 0.802)]);
            pen.command('C', &[(w / 2.0, h * 0.802), (w / 2.0, h * 1.1), (0.0, h * 0.93)]);
            pen.d.push('Z');
        }
        "can" | "flowChartMagneticDisk" => {
            let lid = short / 8.0;
            pen.command('M', &[(0.0, lid)]);
            pen.command('C', &[(0.0, -lid / 3.0), (w, -lid / 3.0), (w, lid)]);
            pen.command('L', &[(w, h - lid)]);
            pen.command('C', &[(w, h + lid / 3.0), (0.0, h + lid / 3.0), (0.0, h - lid)]);
            pen.d.push('Z');
            pen.command('M', &[(0.0, lid)]);
            pen.command('C', &[(0.0, lid * 2.333), (w, lid * 2.333), (w, lid)]);
        }
        _ => pen.polygon(&[(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]),
    }
}

/// A five-pointed star in the unit square.
const STAR: [(f64, f64); 10] = [
    (0.5, 0.0),
    (0.618, 0.382),
    (1.0, 0.382),
    (0.691, 0.618),
    (0.809, 1.0),
    (0.5, 0.764),
    (0.191, 1.0),
    (0.309, 0.618),
    (0.0, 0.382),
    (0.382, 0.382),
];

#[cfg(test)]
mod tests {
    use super::{flipped, path};

    #[test]
    fn an_unknown_shape_is_a_rectangle() {
        assert_eq!(path("funnel", 10.0, 5.0, 1.0, 2.0), "M1 2L11 2 11 7 1 7Z");
    }

    #[test]
    fn a_flipped_line_rises() {
        assert_eq!(flipped("line", 10.0, 5.0, 0.0, 0.0, (false, true)), "M0 5L10 0");
    }

    #[test]
    fn arrows_point_where_their_names_say() {
        assert!(path("rightArrow", 40.0, 20.0, 0.0, 0.0).contains("40 10"));
        assert!(path("leftArrow", 40.0, 20.0, 0.0, 0.0).contains("0 10"));
        assert!(path("upArrow", 20.0, 40.0, 0.0, 0.0).contains("10 0"));
    }
}
