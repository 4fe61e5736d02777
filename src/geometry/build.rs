//! Building a geometry from names: formulas as documents write them, operands that name earlier ones.

use super::formula::{Formula, Measure, Operand, Operation};
use super::{Command, Geometry, Path};
use crate::numeral::parse_decimal;
use std::collections::BTreeMap;

/// Formulas, paths and steps that a geometry may have; none in a real document comes near.
const MOST: usize = 10_000;

/// A geometry under way.
#[derive(Default)]
pub struct Builder {
    geometry: Geometry,
    names: BTreeMap<String, usize>,
    steps: usize,
}

impl Builder {
    /// Adds a formula under a name: `*/ h adj1 100000`. `stated` is what the document says instead, for adjustments.
    pub fn formula(&mut self, name: &str, text: &str, stated: Option<f64>) {
        let mut words = text.split_ascii_whitespace();
        let operation = match words.next().unwrap_or_default() {
            "val" => Operation::Val,
            "*/" => Operation::Product,
            "+-" => Operation::Sum,
            "+/" => Operation::Mean,
            "?:" => Operation::If,
            "abs" => Operation::Abs,
            "max" => Operation::Max,
            "min" => Operation::Min,
            "mod" => Operation::Mod,
            "pin" => Operation::Pin,
            "sqrt" => Operation::Sqrt,
            "sin" => Operation::Sin,
            "cos" => Operation::Cos,
            "tan" => Operation::Tan,
            "at2" => Operation::At2,
            "cat2" => Operation::Cat2,
            "sat2" => Operation::Sat2,
            _ => return,
        };
        let mut operands = [Operand::Number(0.0); 3];
        for (operand, word) in operands.iter_mut().zip(words) {
            *operand = self.operand(word);
        }
        let formula = Formula { operation, operands };
        self.push(name, stated.map_or(formula, |value| Formula { operation: Operation::Val, operands: [Operand::Number(value); 3] }));
    }

    /// Adds a formula that is read already.
    pub fn push(&mut self, name: &str, formula: Formula) {
        let index = self.geometry.formulas.len();
        if index < MOST {
            self.geometry.formulas.push(formula);
            self.names.insert(name.to_owned(), index);
        }
    }

    /// A number, an earlier formula's name or a measure of the shape; 0 for what is none of them.
    pub fn operand(&self, word: &str) -> Operand {
        match self.names.get(word) {
            Some(index) => Operand::Result(*index as u16),
            None => parse_decimal(word).map(Operand::Number).or_else(|| measure(word)).unwrap_or(Operand::Number(0.0)),
        }
    }

    /// The box of its text.
    pub fn text(&mut self, sides: [&str; 4]) {
        self.geometry.text = Some(sides.map(|side| self.operand(side)));
    }

    /// Begins a path.
    pub fn path(&mut self, path: Path) {
        if self.geometry.paths.len() < MOST {
            self.geometry.paths.push(path);
        }
    }

    /// Adds a step to the last path.
    pub fn step(&mut self, command: Command) {
        self.steps += 1;
        if self.steps <= MOST
            && let Some(path) = self.geometry.paths.last_mut()
        {
            path.commands.push(command);
        }
    }

    /// It is VML's.
    pub fn vml(&mut self) {
        self.geometry.is_vml = true;
    }

    /// What was built.
    pub fn done(self) -> Geometry {
        self.geometry
    }
}

/// The names that every geometry may use (20.1.10.56 ST_ShapeType, presetShapeDefinitions): measures and angles.
fn measure(name: &str) -> Option<Operand> {
    const EIGHTH: f64 = 2_700_000.0;
    let measure = match name {
        "l" | "t" => return Some(Operand::Number(0.0)),
        "w" | "r" => Measure::Width(1.0),
        "h" | "b" => Measure::Height(1.0),
        "hc" => Measure::Width(0.5),
        "vc" => Measure::Height(0.5),
        "ss" => Measure::Short(1.0),
        "ls" => Measure::Long,
        "cd2" => return Some(Operand::Number(4.0 * EIGHTH)),
        "cd4" => return Some(Operand::Number(2.0 * EIGHTH)),
        "cd8" => return Some(Operand::Number(EIGHTH)),
        "3cd4" => return Some(Operand::Number(6.0 * EIGHTH)),
        "3cd8" => return Some(Operand::Number(3.0 * EIGHTH)),
        "5cd8" => return Some(Operand::Number(5.0 * EIGHTH)),
        "7cd8" => return Some(Operand::Number(7.0 * EIGHTH)),
        _ => {
            let (side, parts) = name.split_once('d')?;
            let share = 1.0 / parse_decimal(parts).filter(|parts| *parts > 0.0)?;
            match side {
                "w" => Measure::Width(share),
                "h" => Measure::Height(share),
                "ss" => Measure::Short(share),
                _ => return None,
            }
        }
    };
    Some(Operand::Measure(measure))
}
