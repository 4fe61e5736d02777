//! A geometry worked out for a size: its paths as lines and cubic curves, in points from the shape's top left.

use super::angle::{sin_cos, turn_of};
use super::formula::Values;
use super::{Command, Geometry, Operand, Path, Shade};

const EMU_PER_POINT: f64 = 12_700.0;
/// Once around in 1/60000 of a degree, and in VML's unit.
const TURN: f64 = 21_600_000.0;
const VML_TURN: f64 = 360.0 * 65_536.0;

type Point = (f64, f64);

/// A piece of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Begins a part.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve.
    Cubic(Point, Point, Point),
    /// Back to the part's start.
    Close,
}

/// A path worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// How it is filled.
    pub shade: Shade,
    /// Its line is drawn.
    pub stroked: bool,
    /// What it is made of.
    pub segments: Vec<Segment>,
}

impl Geometry {
    /// Its paths for a shape of this size in points, in painting order.
    pub fn outline(&self, width: f64, height: f64) -> Vec<Outline> {
        let values = self.values(width, height);
        let trace =
            |path: &Path| Outline { shade: path.shade, stroked: path.stroked, segments: Tracer::new(&values, path.space).trace(path) };
        self.paths.iter().map(trace).collect()
    }

    /// The box of its text for a shape of this size: left, top, right, bottom, in points from its top left.
    pub fn text_box(&self, width: f64, height: f64) -> Option<[f64; 4]> {
        let [left, top, right, bottom] = self.text?;
        let values = self.values(width, height);
        let space = if self.is_vml { self.paths.first().and_then(|path| path.space) } else { None };
        let tracer = Tracer::new(&values, space);
        let (start, end) = (tracer.placed(tracer.point([left, top])), tracer.placed(tracer.point([right, bottom])));
        Some([start.0, start.1, end.0, end.1])
    }

    fn values(&self, width: f64, height: f64) -> Values {
        let results = Vec::with_capacity(self.formulas.len());
        let mut values = Values {
            width: width * EMU_PER_POINT,
            height: height * EMU_PER_POINT,
            turn: if self.is_vml { VML_TURN } else { TURN },
            results,
        };
        for formula in &self.formulas {
            values.compute(formula);
        }
        values
    }
}

/// Follows a path.
struct Tracer<'v> {
    values: &'v Values,
    /// What becomes of a coordinate: less this, times that.
    origin: Point,
    scale: Point,
    out: Vec<Segment>,
    /// Where the pen is, in the path's own space, and where the part began.
    at: Point,
    start: Point,
}

impl<'v> Tracer<'v> {
    fn new(values: &'v Values, space: Option<[f64; 4]>) -> Self {
        let (width, height) = (values.width / EMU_PER_POINT, values.height / EMU_PER_POINT);
        let (origin, scale) = match space {
            Some([left, top, own_width, own_height]) => {
                let scale = |size: f64, own: f64| if own > 0.0 { size / own } else { 1.0 / EMU_PER_POINT };
                ((left, top), (scale(width, own_width), scale(height, own_height)))
            }
            None => ((0.0, 0.0), (1.0 / EMU_PER_POINT, 1.0 / EMU_PER_POINT)),
        };
        Self { values, origin, scale, out: Vec::new(), at: (0.0, 0.0), start: (0.0, 0.0) }
    }

    fn trace(mut self, path: &Path) -> Vec<Segment> {
        for command in &path.commands {
            self.step(command);
        }
        self.out
    }

    fn point(&self, [x, y]: [Operand; 2]) -> Point {
        (self.values.of(x), self.values.of(y))
    }

    fn placed(&self, (x, y): Point) -> Point {
        ((x - self.origin.0) * self.scale.0, (y - self.origin.1) * self.scale.1)
    }

    fn step(&mut self, command: &Command) {
        match *command {
            Command::Move(to) => self.move_to(self.point(to)),
            Command::Line(to) => self.line_to(self.point(to)),
            Command::Quad([x1, y1, x, y]) => {
                let (from, control, to) = (self.at, self.point([x1, y1]), self.point([x, y]));
                let third = |end: Point| (end.0 + (control.0 - end.0) * 2.0 / 3.0, end.1 + (control.1 - end.1) * 2.0 / 3.0);
                self.curve_to(third(from), third(to), to);
            }
            Command::Cubic([x1, y1, x2, y2, x, y]) => {
                self.curve_to(self.point([x1, y1]), self.point([x2, y2]), self.point([x, y]));
            }
            Command::Arc(at) => {
                let [across, down, start, sweep] = at.map(|operand| self.values.of(operand));
                let radii = (across.abs(), down.abs());
                let turn = self.values.turn;
                let (from, to) = (parametric(start / turn, radii), parametric((start + sweep) / turn, radii));
                let (sin, cos) = sin_cos(from);
                let centre = (self.at.0 - radii.0 * cos, self.at.1 - radii.1 * sin);
                self.arc(centre, radii, from, to);
            }
            Command::Around { at, clockwise, joined } => self.around(at.map(|operand| self.values.of(operand)), clockwise, joined),
            Command::About { at, joined } => {
                let [x, y, across, down, start, sweep] = at.map(|operand| self.values.of(operand));
                let from = start / self.values.turn;
                self.join((x, y), (across, down), from, joined);
                self.arc((x, y), (across, down), from, from + (sweep / self.values.turn).clamp(-1.0, 1.0));
            }
            Command::Quarter { to, across } => {
                const KAPPA: f64 = 0.552_285;
                let (from, to) = (self.at, self.point(to));
                let (x, y) = ((to.0 - from.0) * KAPPA, (to.1 - from.1) * KAPPA);
                if across {
                    self.curve_to((from.0 + x, from.1), (to.0, to.1 - y), to);
                } else {
                    self.curve_to((from.0, from.1 + y), (to.0 - x, to.1), to);
                }
            }
            Command::Close => {
                self.out.push(Segment::Close);
                self.at = self.start;
            }
        }
    }

    fn move_to(&mut self, to: Point) {
        (self.at, self.start) = (to, to);
        self.out.push(Segment::Move(self.placed(to)));
    }

    fn line_to(&mut self, to: Point) {
        self.begin();
        self.at = to;
        self.out.push(Segment::Line(self.placed(to)));
    }

    fn curve_to(&mut self, one: Point, two: Point, to: Point) {
        self.begin();
        self.at = to;
        self.out.push(Segment::Cubic(self.placed(one), self.placed(two), self.placed(to)));
    }

    /// After a part has ended, what follows without a move begins where it began.
    fn begin(&mut self) {
        if matches!(self.out.last(), None | Some(Segment::Close)) {
            self.move_to(self.at);
        }
    }

    /// To where an arc starts.
    fn join(&mut self, centre: Point, radii: Point, from: f64, joined: bool) {
        let (sin, cos) = sin_cos(from);
        let start = (centre.0 + radii.0 * cos, centre.1 + radii.1 * sin);
        if joined && !self.out.is_empty() { self.line_to(start) } else { self.move_to(start) }
    }

    fn around(&mut self, [left, top, right, bottom, x1, y1, x2, y2]: [f64; 8], clockwise: bool, joined: bool) {
        let centre = ((left + right) / 2.0, (top + bottom) / 2.0);
        let radii = ((right - left).abs() / 2.0, (bottom - top).abs() / 2.0);
        // As on a circle that is then stretched.
        let turn = |x: f64, y: f64| turn_of((y - centre.1) * radii.0, (x - centre.0) * radii.1);
        let (from, to) = (turn(x1, y1), turn(x2, y2));
        let to = match clockwise {
            true if to <= from => to + 1.0,
            false if to >= from => to - 1.0,
            _ => to,
        };
        self.join(centre, radii, from, joined);
        self.arc(centre, radii, from, to);
    }

    /// Along an ellipse between two turns, in pieces of a quarter at most.
    fn arc(&mut self, centre: Point, radii: Point, from: f64, to: f64) {
        // Once around is all that can be seen.
        let sweep = (to - from).clamp(-1.0, 1.0);
        let pieces = (sweep.abs() * 4.0 - 1e-6).ceil().clamp(0.0, 4.0);
        let step = sweep / pieces.max(1.0);
        // A cubic that touches an arc at its ends and in its middle.
        let (sin, cos) = sin_cos(step / 4.0);
        let reach = 4.0 / 3.0 * sin / cos;
        for piece in 0..pieces as u32 {
            let start = from + step * f64::from(piece);
            let ((sin1, cos1), (sin2, cos2)) = (sin_cos(start), sin_cos(start + step));
            let place = |x: f64, y: f64| (centre.0 + radii.0 * x, centre.1 + radii.1 * y);
            let one = place(cos1 - reach * sin1, sin1 + reach * cos1);
            let two = place(cos2 + reach * sin2, sin2 - reach * cos2);
            self.curve_to(one, two, place(cos2, sin2));
        }
    }
}

/// An angle as seen from an ellipse's centre as that of the circle which, stretched, is the ellipse.
fn parametric(turn: f64, (across, down): Point) -> f64 {
    let (sin, cos) = sin_cos(turn);
    let whole = (turn + 0.5).floor();
    // The same way round: both are in the same quarter.
    let seen = turn_of(sin * across, cos * down);
    let near = seen + whole;
    if near - turn > 0.5 {
        near - 1.0
    } else if turn - near > 0.5 {
        near + 1.0
    } else {
        near
    }
}
