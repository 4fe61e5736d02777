//! The preset geometries (20.1.9.18, 20.1.10.56 ST_ShapeType): `presets.txt` holds the standard's definitions, a line each;
//! `scripts/shapes/presets.mjs` makes it of the standard's own file.

use super::{Builder, Command, Geometry, Operand, Path, Shade};
use crate::numeral::parse_decimal;

/// Lines sorted by name: `name|adjustments|formulas|text box|paths`. Formulas have no names: `$4` is the fifth, adjustments
/// counted in.
const PRESETS: &str = include_str!("presets.txt");

/// A preset with the adjustments that a document states; none where there is none of that name.
pub fn preset(name: &str, stated: &[(String, i64)]) -> Option<Geometry> {
    let line = line_of(name)?;
    let mut fields = line.split('|').skip(1);
    let mut next = || fields.next().unwrap_or_default();
    let (adjustments, formulas, text, paths) = (next(), next(), next(), next());
    let mut builder = Builder::default();
    let mut count = 0;
    let mut numbered = |builder: &mut Builder, text: &str, stated: Option<f64>| {
        builder.formula(&format!("${count}"), text, stated);
        count += 1;
    };
    for adjustment in split(adjustments, ',') {
        let (name, value) = adjustment.split_once(' ').unwrap_or_default();
        let stated = stated.iter().find(|(other, _)| other == name).map(|(_, value)| *value as f64);
        numbered(&mut builder, &format!("val {value}"), stated);
    }
    for formula in split(formulas, ',') {
        numbered(&mut builder, formula, None);
    }
    if let [left, top, right, bottom] = text.split(' ').collect::<Vec<_>>()[..] {
        builder.text([left, top, right, bottom]);
    }
    for path in split(paths, ';') {
        path_of(&mut builder, path);
    }
    Some(builder.done())
}

/// A preset's line, by halves.
fn line_of(name: &str) -> Option<&'static str> {
    let key = |line: &'static str| line.split_inclusive('|').next().unwrap_or_default();
    let (name, mut rest) = (format!("{name}|"), PRESETS);
    while !rest.is_empty() {
        let half = rest.get(..rest.len() / 2).unwrap_or_default();
        let start = half.rfind('\n').map_or(0, |end| end + 1);
        let (before, from) = rest.split_at(start);
        let line = from.lines().next().unwrap_or_default();
        match key(line).cmp(&name) {
            std::cmp::Ordering::Equal => return Some(line),
            std::cmp::Ordering::Greater => rest = before,
            std::cmp::Ordering::Less => rest = from.get(line.len() + 1..).unwrap_or_default(),
        }
    }
    None
}

/// The parts of a list; nothing has none.
fn split(text: &str, by: char) -> impl Iterator<Item = &str> {
    text.split(by).filter(|part| !part.is_empty())
}

/// `width height fill stroke:steps`; `M`, `L`, `Q`, `C`, `A` and `Z` as in [`Command`].
fn path_of(builder: &mut Builder, text: &str) {
    let (head, steps) = text.split_once(':').unwrap_or_default();
    let mut head = head.split(' ');
    let mut side = || head.next().and_then(parse_decimal).filter(|side| *side > 0.0);
    let size = side().zip(side());
    let shade = shade(head.next().unwrap_or_default());
    let stroked = head.next() != Some("0");
    builder.path(Path { space: size.map(|(width, height)| [0.0, 0.0, width, height]), shade, stroked, commands: Vec::new() });
    let mut words = steps.split(' ');
    while let Some(word) = words.next() {
        let mut next = |builder: &Builder| words.next().map_or(Operand::Number(0.0), |word| builder.operand(word));
        let command = match word {
            "M" => Command::Move([next(builder), next(builder)]),
            "L" => Command::Line([next(builder), next(builder)]),
            "Q" => Command::Quad([0; 4].map(|_| next(builder))),
            "C" => Command::Cubic([0; 6].map(|_| next(builder))),
            "A" => Command::Arc([0; 4].map(|_| next(builder))),
            "Z" => Command::Close,
            _ => continue,
        };
        builder.step(command);
    }
}

/// `a:path/@fill`.
pub(super) fn shade(name: &str) -> Shade {
    match name {
        "none" => Shade::None,
        "lighten" => Shade::Lighten,
        "lightenLess" => Shade::LightenLess,
        "darken" => Shade::Darken,
        "darkenLess" => Shade::DarkenLess,
        _ => Shade::Norm,
    }
}

impl Shade {
    /// By the standard's name.
    pub fn from_name(name: &str) -> Self {
        shade(name)
    }
}
