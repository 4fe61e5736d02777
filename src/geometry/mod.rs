//! Shapes by formulas (20.1.9): a geometry is a list of formulas over the shape's size and paths whose coordinates are their
//! results. The presets of the standard ([`preset`]), a document's own geometries and those of VML are all of this form;
//! [`Geometry::outline`] works one out for a size.
//!
//! Nothing here is unbounded: each formula is computed once and refers to earlier ones only.

mod angle;
mod build;
mod formula;
mod outline;
mod preset;
#[cfg(test)]
mod tests;

pub use angle::sin_cos;
pub use build::Builder;
pub use formula::{Formula, Operand, Operation};
pub use outline::{Outline, Segment};
pub use preset::preset;

/// A shape's formulas and paths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    /// Adjustments first, then guides; each sees those before it.
    pub formulas: Vec<Formula>,
    /// The box of its text: left, top, right, bottom. None is the whole shape.
    pub text: Option<[Operand; 4]>,
    /// In painting order.
    pub paths: Vec<Path>,
    /// VML's: angles are in 1/65536 of a degree, and the box of the text is in its first path's space.
    pub is_vml: bool,
}

/// A path of a shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// The space of its coordinates: left, top, width, height. None, or 0 for one side, is the shape's own, in EMU.
    pub space: Option<[f64; 4]>,
    /// How it is filled.
    pub shade: Shade,
    /// Its line is drawn.
    pub stroked: bool,
    /// What it is made of.
    pub commands: Vec<Command>,
}

/// How the shape's fill shows in a path (20.1.10.37 ST_PathFillMode).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum Shade {
    #[default]
    Norm,
    None,
    Lighten,
    LightenLess,
    Darken,
    DarkenLess,
}

/// A step of a path; a point is two operands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// Begins a part.
    Move([Operand; 2]),
    /// A straight line.
    Line([Operand; 2]),
    /// A quadratic curve: control point, end.
    Quad([Operand; 4]),
    /// A cubic curve: two control points, end.
    Cubic([Operand; 6]),
    /// From here along an ellipse: its radii, the angle at which this point lies, the angle to go, clockwise.
    Arc([Operand; 4]),
    /// Along the ellipse in a box (left, top, right, bottom) from the ray to one point to the ray to another.
    Around {
        /// The box and the two points.
        at: [Operand; 8],
        /// Which way round.
        clockwise: bool,
        /// A line leads to its start; else a part begins there.
        joined: bool,
    },
    /// Along an ellipse about a point: centre, radii, start and angle to go, clockwise.
    About {
        /// All of these.
        at: [Operand; 6],
        /// A line leads to its start; else a part begins there.
        joined: bool,
    },
    /// A quarter of an ellipse to a point, which leaves along the first axis where `across`, else along the second.
    Quarter {
        /// The end.
        to: [Operand; 2],
        /// Leaves along x.
        across: bool,
    },
    /// Back to the part's start.
    Close,
}
