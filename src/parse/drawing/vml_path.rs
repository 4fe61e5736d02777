//! Paths of VML (14.1.2.18, 14.1.2.20): the path language and its formulas as a geometry.

use super::vml_style::is_true;
use crate::error::Result;
use crate::geometry::{Builder, Command, Formula, Geometry, Operand, Operation, Path, Shade};
use crate::numeral::parse_decimal;
use crate::parse::context::Context;
use crate::xml::{Element, Ns, Reader};

/// What `v:shapetype`, or a shape itself, says of its path.
#[derive(Clone, Debug, Default)]
pub(in crate::parse) struct ShapeType {
    pub(super) path: String,
    pub(super) formulas: Vec<String>,
    pub(super) adjustments: Vec<Option<f64>>,
    pub(super) origin: Option<(f64, f64)>,
    pub(super) size: Option<(f64, f64)>,
    text: String,
    pub(super) filled: Option<bool>,
    pub(super) stroked: Option<bool>,
}

/// Formulas of a shape; Word's own have up to forty.
const MOST_FORMULAS: usize = 400;

impl ShapeType {
    /// What an element's attributes say.
    pub(super) fn of(element: &Element<'_>) -> Self {
        let text = |name: &str| element.plain(name).unwrap_or_default().into_owned();
        let pair = |name: &str| {
            let value = element.plain(name)?;
            let (x, y) = value.split_once(',')?;
            Some((parse_decimal(x.trim())?, parse_decimal(y.trim())?))
        };
        let flag = |name: &str| element.plain(name).map(|value| is_true(&value));
        Self {
            path: text("path"),
            adjustments: element
                .plain("adj")
                .map(|list| list.split(',').map(|value| parse_decimal(value.trim())).collect())
                .unwrap_or_default(),
            origin: pair("coordorigin"),
            size: pair("coordsize"),
            filled: flag("filled"),
            stroked: flag("stroked"),
            ..Self::default()
        }
    }

    /// Reads a child of the element; says whether it is about the path.
    pub(super) fn child<'a>(&mut self, reader: &mut Reader<'a>, element: &Element<'a>) -> Result<bool> {
        match (element.ns, element.name) {
            (Ns::V, "formulas") => {
                while let Some(formula) = reader.child(element)? {
                    if formula.is(Ns::V, "f") && self.formulas.len() < MOST_FORMULAS {
                        self.formulas.push(formula.plain("eqn").unwrap_or_default().into_owned());
                    }
                }
            }
            (Ns::V, "path") => {
                if let Some(path) = element.plain("v") {
                    self.path = path.into_owned();
                }
                self.text = element.plain("textboxrect").unwrap_or_default().into_owned();
                let is_off = |name: &str| element.plain(name).is_some_and(|value| !is_true(&value));
                self.filled = if is_off("fillok") { Some(false) } else { self.filled };
                self.stroked = if is_off("strokeok") { Some(false) } else { self.stroked };
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `v:shapetype`, kept for the shapes that name it.
    pub(super) fn read<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<()> {
        let mut to = Self::of(element);
        while let Some(child) = reader.child(element)? {
            to.child(reader, &child)?;
        }
        let id = element.plain("id").unwrap_or_default().into_owned();
        cx.charge_bytes(size_of::<Self>() + id.len() + to.path.len() + to.formulas.iter().map(|text| text.len() + 24).sum::<usize>())?;
        cx.shape_types.insert(id, std::rc::Rc::new(to));
        Ok(())
    }

    /// This, and what a type says where this does not.
    pub(super) fn over(mut self, base: &Self) -> Self {
        if self.path.is_empty() {
            self.path.clone_from(&base.path);
            self.formulas.clone_from(&base.formulas);
            self.text.clone_from(&base.text);
        }
        for (index, value) in base.adjustments.iter().enumerate() {
            match self.adjustments.get_mut(index) {
                Some(own) => *own = own.or(*value),
                None => self.adjustments.push(*value),
            }
        }
        self.origin = self.origin.or(base.origin);
        self.size = self.size.or(base.size);
        self.filled = self.filled.or(base.filled);
        self.stroked = self.stroked.or(base.stroked);
        self
    }

    /// The geometry; none where there is no path.
    pub(super) fn geometry(&self, cx: &mut Context<'_>) -> Result<Option<Geometry>> {
        if self.path.is_empty() {
            return Ok(None);
        }
        // A step is written in a character at least, and relative ones need formulas of their own.
        cx.charge_bytes(self.path.len().min(20_000) * size_of::<Command>() / 2)?;
        let (left, top) = self.origin.unwrap_or((0.0, 0.0));
        let (width, height) = self.size.unwrap_or((1000.0, 1000.0));
        let mut builder = Builder::default();
        builder.vml();
        for (name, value) in [("width", width), ("height", height), ("xcenter", left + width / 2.0), ("ycenter", top + height / 2.0)] {
            builder.formula(name, "val", Some(value));
        }
        for (index, value) in self.adjustments.iter().enumerate() {
            builder.formula(&format!("#{index}"), "val", Some(value.unwrap_or(0.0)));
        }
        for (index, text) in self.formulas.iter().enumerate() {
            let formula = formula(&builder, text);
            builder.push(&format!("@{index}"), formula);
        }
        let mut writer = Writer::new(builder, [left, top, width, height]);
        writer.path(&self.path);
        let sides: Vec<&str> = self.text.split(';').next().unwrap_or_default().split(',').map(str::trim).collect();
        if let [left, top, right, bottom] = sides[..] {
            writer.builder.text([left, top, right, bottom]);
        }
        Ok(Some(writer.builder.done()))
    }
}

/// `v:f/@eqn` (14.1.2.6).
fn formula(builder: &Builder, text: &str) -> Formula {
    let mut words = text.split_ascii_whitespace();
    let name = words.next().unwrap_or_default();
    let [x, y, z] = [0; 3].map(|_| words.next().map_or(Operand::Number(0.0), |word| builder.operand(word)));
    let (one, two) = (Operand::Number(1.0), Operand::Number(2.0));
    let (operation, operands) = match name {
        "sum" => (Operation::Sum, [x, y, z]),
        // What is left out divides by one.
        "prod" | "product" => (Operation::Product, [x, y, if z == Operand::Number(0.0) { one } else { z }]),
        "mid" => (Operation::Mean, [x, y, two]),
        "abs" | "absolute" => (Operation::Abs, [x, y, z]),
        "min" => (Operation::Min, [x, y, z]),
        "max" => (Operation::Max, [x, y, z]),
        "if" => (Operation::If, [x, y, z]),
        "sqrt" => (Operation::Sqrt, [x, y, z]),
        "mod" => (Operation::Mod, [x, y, z]),
        "sin" => (Operation::Sin, [x, y, z]),
        "cos" => (Operation::Cos, [x, y, z]),
        "tan" => (Operation::Tan, [x, y, z]),
        "atan2" => (Operation::At2, [x, y, z]),
        "sinatan2" => (Operation::Sat2, [x, y, z]),
        "cosatan2" => (Operation::Cat2, [x, y, z]),
        "sumangle" => (Operation::SumAngle, [x, y, z]),
        "ellipse" => (Operation::Ellipse, [x, y, z]),
        _ => (Operation::Val, [x, y, z]),
    };
    Formula { operation, operands }
}

/// Turns the path language into steps.
struct Writer {
    builder: Builder,
    space: [f64; 4],
    /// Where the pen is.
    at: [Operand; 2],
    /// Formulas of its own so far.
    own: usize,
    /// The path in work, which begins with its first step.
    shade: Shade,
    stroked: bool,
    is_open: bool,
}

const ZERO: Operand = Operand::Number(0.0);

impl Writer {
    fn new(builder: Builder, space: [f64; 4]) -> Self {
        Self { builder, space, at: [ZERO; 2], own: 0, shade: Shade::Norm, stroked: true, is_open: false }
    }

    fn path(&mut self, text: &str) {
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let from = rest.get(start..).unwrap_or_default();
            let letters = from.len() - from.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
            let (names, after) = from.split_at(letters);
            let end = after.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(after.len());
            let (values, next) = after.split_at(end);
            self.commands(names, &self.values(values));
            rest = next;
        }
    }

    /// Commands may stand together; the last one has the values.
    fn commands(&mut self, mut names: &str, values: &[Operand]) {
        const TWO: [&str; 12] = ["nf", "ns", "ae", "al", "at", "ar", "wa", "wr", "qx", "qy", "qb", "ha"];
        while !names.is_empty() {
            let length = if names.get(..2).is_some_and(|name| TWO.contains(&name)) { 2 } else { 1 };
            let (name, rest) = names.split_at(length);
            self.command(name, if rest.is_empty() { values } else { &[] });
            names = rest;
        }
    }

    /// Values between commas; one that is left out is 0.
    fn values(&self, text: &str) -> Vec<Operand> {
        let mut values = Vec::new();
        let mut word = String::new();
        let mut has_word = false;
        let take = |word: &mut String, values: &mut Vec<Operand>| {
            if !word.is_empty() {
                values.push(self.builder.operand(word));
                word.clear();
                return true;
            }
            false
        };
        for c in text.chars() {
            match c {
                ',' => {
                    if !(take(&mut word, &mut values) || has_word) {
                        values.push(ZERO);
                    }
                    has_word = false;
                }
                c if c.is_whitespace() => has_word |= take(&mut word, &mut values),
                '-' | '@' | '#' => {
                    take(&mut word, &mut values);
                    word.push(c);
                }
                c => word.push(c),
            }
        }
        take(&mut word, &mut values);
        values
    }

    fn step(&mut self, command: Command) {
        if !self.is_open {
            self.is_open = true;
            self.builder.path(Path { space: Some(self.space), shade: self.shade, stroked: self.stroked, commands: Vec::new() });
            if !matches!(command, Command::Move(_)) {
                self.builder.step(Command::Move(self.at));
            }
        }
        self.builder.step(command);
    }

    /// The sum of where the pen is and a point.
    fn relative(&mut self, [x, y]: [Operand; 2]) -> [Operand; 2] {
        [(self.at[0], x), (self.at[1], y)].map(|(at, by)| match (at, by) {
            (Operand::Number(at), Operand::Number(by)) => Operand::Number(at + by),
            _ => {
                self.own += 1;
                let name = format!("+{}", self.own);
                self.builder.push(&name, Formula { operation: Operation::Sum, operands: [at, by, ZERO] });
                self.builder.operand(&name)
            }
        })
    }

    fn command(&mut self, name: &str, values: &[Operand]) {
        let at = |group: &[Operand], index: usize| group.get(index).copied().unwrap_or(ZERO);
        let point = |group: &[Operand], index: usize| [at(group, index * 2), at(group, index * 2 + 1)];
        match name {
            "m" | "t" => {
                let to = point(values, 0);
                self.at = if name == "t" { self.relative(to) } else { to };
                self.step(Command::Move(self.at));
            }
            "l" | "r" => {
                for group in values.chunks(2) {
                    let to = point(group, 0);
                    self.at = if name == "r" { self.relative(to) } else { to };
                    self.step(Command::Line(self.at));
                }
            }
            "c" | "v" => {
                for group in values.chunks(6) {
                    let [one, two, to] = [0, 1, 2].map(|index| point(group, index));
                    let [one, two, to] = if name == "v" { [one, two, to].map(|point| self.relative(point)) } else { [one, two, to] };
                    self.at = to;
                    self.step(Command::Cubic([one[0], one[1], two[0], two[1], to[0], to[1]]));
                }
            }
            "qb" => {
                for group in values.chunks(4) {
                    let (control, to) = (point(group, 0), point(group, 1));
                    self.at = to;
                    self.step(Command::Quad([control[0], control[1], to[0], to[1]]));
                }
            }
            "qx" | "qy" => {
                let mut across = name == "qx";
                for group in values.chunks(2) {
                    self.at = point(group, 0);
                    self.step(Command::Quarter { to: self.at, across });
                    // Further quarters leave as the one before arrived.
                    across = !across;
                }
            }
            "at" | "ar" | "wa" | "wr" => {
                for group in values.chunks(8) {
                    let around = std::array::from_fn(|index| at(group, index));
                    self.at = point(group, 3);
                    self.step(Command::Around { at: around, clockwise: name.starts_with('w'), joined: matches!(name, "at" | "wa") });
                }
            }
            "ae" | "al" => {
                for group in values.chunks(6) {
                    let about = std::array::from_fn(|index| at(group, index));
                    self.step(Command::About { at: about, joined: name == "ae" });
                }
            }
            "x" if self.is_open => self.step(Command::Close),
            "e" => (self.is_open, self.shade, self.stroked) = (false, Shade::Norm, true),
            "nf" => self.shade = self.flagged(Shade::None),
            "ns" => self.stroked = self.flagged(false),
            _ => {}
        }
    }

    /// What is said of filling and stroking holds for the part that follows.
    fn flagged<T>(&mut self, value: T) -> T {
        self.is_open = false;
        value
    }
}
