//! Formulas (20.1.9.11, 14.1.2.6): an operation on up to three operands.

use super::angle::{sin_cos, turn_of};

/// What a formula is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operand {
    /// A number.
    Number(f64),
    /// The result of an earlier formula.
    Result(u16),
    /// A measure of the shape.
    Measure(Measure),
}

/// A measure of the shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// A share of its width.
    Width(f64),
    /// A share of its height.
    Height(f64),
    /// A share of its shorter side.
    Short(f64),
    /// Its longer side.
    Long,
}

/// What a formula does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum Operation {
    Val,
    /// `*/`: x · y / z.
    Product,
    /// `+-`: x + y − z.
    Sum,
    /// `+/`: (x + y) / z.
    Mean,
    /// `?:`: y where x is positive, else z.
    If,
    Abs,
    Max,
    Min,
    /// √(x² + y² + z²).
    Mod,
    /// y, but no less than x and no more than z.
    Pin,
    Sqrt,
    /// x · sin y.
    Sin,
    Cos,
    Tan,
    /// The angle of a direction (x, y).
    At2,
    /// x · cos of the angle of (y, z).
    Cat2,
    Sat2,
    /// z · √(1 − (x / y)²): the height of an ellipse.
    Ellipse,
    /// x + (y − z) degrees.
    SumAngle,
}

/// One formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Formula {
    /// What it does.
    pub operation: Operation,
    /// With what; what is left out is 0.
    pub operands: [Operand; 3],
}

/// Results so far, and what they are results for.
pub(super) struct Values {
    pub width: f64,
    pub height: f64,
    /// Once around in units of angles.
    pub turn: f64,
    pub results: Vec<f64>,
}

impl Values {
    pub fn of(&self, operand: Operand) -> f64 {
        match operand {
            Operand::Number(number) => number,
            Operand::Result(index) => self.results.get(usize::from(index)).copied().unwrap_or(0.0),
            Operand::Measure(Measure::Width(share)) => self.width * share,
            Operand::Measure(Measure::Height(share)) => self.height * share,
            Operand::Measure(Measure::Short(share)) => self.width.min(self.height) * share,
            Operand::Measure(Measure::Long) => self.width.max(self.height),
        }
    }

    /// Computes one more.
    pub fn compute(&mut self, formula: &Formula) {
        let [x, y, z] = formula.operands.map(|operand| self.of(operand));
        let result = result(formula.operation, [x, y, z], self.turn);
        // What cannot be computed, such as a quotient of nothing, is nothing.
        self.results.push(if result.is_finite() { result } else { 0.0 });
    }
}

fn result(operation: Operation, [x, y, z]: [f64; 3], turn: f64) -> f64 {
    match operation {
        Operation::Val => x,
        Operation::Product => x * y / z,
        Operation::Sum => x + y - z,
        Operation::Mean => (x + y) / z,
        Operation::If => {
            if x > 0.0 {
                y
            } else {
                z
            }
        }
        Operation::Abs => x.abs(),
        Operation::Max => x.max(y),
        Operation::Min => x.min(y),
        Operation::Mod => (x * x + y * y + z * z).sqrt(),
        Operation::Pin => {
            if y < x {
                x
            } else if y > z {
                z
            } else {
                y
            }
        }
        Operation::Sqrt => x.sqrt(),
        Operation::Sin => x * sin_cos(y / turn).0,
        Operation::Cos => x * sin_cos(y / turn).1,
        Operation::Tan => {
            let (sin, cos) = sin_cos(y / turn);
            x * sin / cos
        }
        Operation::At2 => turn_of(y, x) * turn,
        Operation::Cat2 => x * sin_cos(turn_of(z, y)).1,
        Operation::Sat2 => x * sin_cos(turn_of(z, y)).0,
        Operation::Ellipse => z * (1.0 - (x / y) * (x / y)).sqrt(),
        Operation::SumAngle => x + (y - z) * turn / 360.0,
    }
}
