//! An equation's XML to its parts (22.1.2).

use super::context::Context;
use crate::equation::{FractionKind, Look, Part, Row};
use crate::error::Result;
use crate::xml::{Element, Ns, Reader};

/// Parts within each other beyond this are left out of the tree.
const DEEPEST: u32 = 40;

/// The parts in `parent`.
pub(super) fn row<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, depth: u32) -> Result<Row> {
    let mut row = Row::new();
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::W, "ins" | "moveTo" | "sdt" | "sdtContent" | "smartTag" | "hyperlink") => reader.unwrap(),
            (Ns::M | Ns::W, "r") => run(reader, &element, cx, &mut row)?,
            (Ns::M, name) if depth < DEEPEST && !name.ends_with("Pr") => {
                if let Some(part) = structure(reader, &element, cx, depth + 1)? {
                    cx.charge::<Part>()?;
                    row.push(part);
                }
            }
            _ => {}
        }
    }
    Ok(row)
}

/// A run: text with its look, and breaks.
fn run<'a>(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, to: &mut Row) -> Result<()> {
    let mut look = Look { plain: parent.ns == Ns::W, italic: parent.ns == Ns::M, bold: false };
    while let Some(element) = reader.child(parent)? {
        match (element.ns, element.name) {
            (Ns::M, "rPr") => look = self::look(reader, &element)?,
            (Ns::M | Ns::W, "t") => {
                let text = reader.text(&element)?.into_owned();
                cx.charge_bytes(size_of::<Part>() + text.len())?;
                match to.last_mut() {
                    Some(Part::Text { text: last, look: same }) if *same == look => last.push_str(&text),
                    _ => to.push(Part::Text { text, look }),
                }
            }
            (Ns::W, "br") => to.push(Part::Break),
            _ => {}
        }
    }
    Ok(())
}

fn look<'a>(reader: &mut Reader<'a>, parent: &Element<'a>) -> Result<Look> {
    let mut look = Look::default();
    while let Some(property) = reader.child(parent)? {
        let value = property.get(Ns::M, "val").unwrap_or_default();
        match (property.ns, property.name) {
            (Ns::M, "sty") => (look.italic, look.bold) = (value.contains('i'), value.contains('b')),
            (Ns::M, "nor") if is_on(&value) => (look.plain, look.italic) = (true, false),
            _ => {}
        }
    }
    Ok(look)
}

fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "off" | "false")
}

/// What an element other than a run stands for.
fn structure<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, depth: u32) -> Result<Option<Part>> {
    let name = element.name;
    let mut fields = Fields::read(reader, element, cx, depth)?;
    Ok(Some(match name {
        "f" => Part::Fraction { top: fields.take("num"), bottom: fields.take("den"), kind: fields.fraction_kind() },
        "rad" => {
            let degree = fields.take("deg");
            let degree = if fields.is_set("degHide") { Row::new() } else { degree };
            Part::Radical { degree, body: fields.take("e") }
        }
        "sSub" | "sSup" | "sSubSup" | "sPre" => {
            let (sub, sup) = (fields.find("sub"), fields.find("sup"));
            Part::Scripts { base: fields.take("e"), sub, sup, before: name == "sPre" }
        }
        "nary" => fields.nary(),
        "d" => fields.delimited(),
        "m" => Part::Grid { rows: std::mem::take(&mut fields.matrix), array: false },
        "eqArr" => Part::Grid { rows: fields.all("e").into_iter().map(|row| vec![row]).collect(), array: true },
        "limLow" | "limUpp" => Part::Limit { base: fields.take("e"), limit: fields.take("lim"), above: name == "limUpp" },
        "acc" => Part::Mark { mark: fields.mark("chr", '\u{302}'), body: fields.take("e"), above: true, wide: false },
        "groupChr" => {
            let above = fields.value("pos") == Some("top");
            Part::Mark { mark: fields.mark("chr", '\u{23df}'), body: fields.take("e"), above, wide: true }
        }
        "bar" => Part::Bar { above: fields.value("pos") == Some("top"), body: fields.take("e") },
        "func" => {
            let mut row = fields.take("fName");
            row.append(&mut fields.take("e"));
            Part::Group(row)
        }
        "box" | "borderBox" | "phant" => Part::Group(fields.take("e")),
        _ => return Ok(None),
    }))
}

/// An element's rows by their names, and its properties.
#[derive(Default)]
struct Fields<'a> {
    rows: Vec<(&'a str, Row)>,
    matrix: Vec<Vec<Row>>,
    properties: Vec<(&'a str, Option<String>)>,
}

impl<'a> Fields<'a> {
    fn read(reader: &mut Reader<'a>, parent: &Element<'a>, cx: &mut Context<'_>, depth: u32) -> Result<Self> {
        let mut fields = Self::default();
        while let Some(element) = reader.child(parent)? {
            if element.ns != Ns::M {
                continue;
            }
            if element.name.ends_with("Pr") {
                while let Some(property) = reader.child(&element)? {
                    let value = property.get(Ns::M, "val").map(|value| value.into_owned());
                    fields.properties.push((property.name, value));
                }
            } else if element.name == "mr" {
                let mut cells = Vec::new();
                while let Some(cell) = reader.child(&element)? {
                    cells.push(row(reader, &cell, cx, depth)?);
                }
                fields.matrix.push(cells);
            } else {
                let row = row(reader, &element, cx, depth)?;
                fields.rows.push((element.name, row));
            }
        }
        cx.charge_bytes(fields.rows.len() * size_of::<Row>())?;
        Ok(fields)
    }

    fn find(&mut self, name: &str) -> Option<Row> {
        self.rows.iter_mut().find(|(found, _)| *found == name).map(|(_, row)| std::mem::take(row))
    }

    fn take(&mut self, name: &str) -> Row {
        self.find(name).unwrap_or_default()
    }

    fn all(&mut self, name: &str) -> Vec<Row> {
        self.rows.iter_mut().filter(|(found, _)| *found == name).map(|(_, row)| std::mem::take(row)).collect()
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_deref().unwrap_or_default())
    }

    fn is_set(&self, name: &str) -> bool {
        self.value(name).is_some_and(is_on)
    }

    /// A mark that is stated, is stated as none, or is the usual one.
    fn stated(&self, name: &str, usual: char) -> Option<char> {
        self.value(name).map_or(Some(usual), |value| value.chars().next())
    }

    fn mark(&self, name: &str, usual: char) -> char {
        self.stated(name, usual).unwrap_or(usual)
    }

    fn fraction_kind(&self) -> FractionKind {
        match self.value("type") {
            Some("noBar") => FractionKind::NoBar,
            Some("lin" | "skw") => FractionKind::Linear,
            _ => FractionKind::Bar,
        }
    }

    fn nary(&mut self) -> Part {
        let sign = self.mark("chr", '\u{222b}');
        let stacked = self.value("limLoc").map(|place| place == "undOvr");
        let (sub, sup) = (self.take("sub"), self.take("sup"));
        let sub = if self.is_set("subHide") { Row::new() } else { sub };
        let sup = if self.is_set("supHide") { Row::new() } else { sup };
        Part::Nary { sign, stacked, sub, sup, body: self.take("e") }
    }

    fn delimited(&mut self) -> Part {
        Part::Delimited {
            open: self.stated("begChr", '('),
            separator: self.stated("sepChr", '|'),
            close: self.stated("endChr", ')'),
            grow: self.value("grow").is_none_or(is_on),
            parts: self.all("e"),
        }
    }
}
