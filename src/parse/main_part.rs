//! The main part: the document's body (17.2.3), or the head of a long one.

use super::block;
use super::context::Context;
use super::section::section_properties;
use crate::diag::Place;
use crate::error::{Error, ErrorKind, Result};
use crate::model::Document;
use crate::package::Package;
use crate::xml::{Element, Ns, Reader, decode};

/// The main part's text.
pub struct MainText {
    text: String,
    /// Some characters were not in its encoding.
    lossy: bool,
}

impl MainText {
    /// Unpacks it.
    pub fn read(package: &Package) -> Result<Self> {
        let (text, lossy) = package.part(package.main_part())?.map(decode).unwrap_or_default();
        Ok(Self { text, lossy })
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }
}

/// `w:document`; of its body what begins before byte `end`, and the properties of the last section.
pub(super) fn main_part(main: &MainText, end: usize, cx: &mut Context<'_>, document: &mut Document) -> Result<()> {
    let part = cx.package.main_part().to_owned();
    cx.enter(&part);
    if main.lossy {
        cx.warnings.add("bad-value", Place::part(&part), "Some characters are not in the part's encoding and are replaced.");
    }
    let mut reader = Reader::new(&main.text, &part, cx.limits).until(end);
    let root = reader.root()?;
    if !root.is(Ns::W, "document") {
        let name: String = root.name.chars().take(40).collect();
        let message = format!("The main part is no Word document (its root element is {name}); check that it is the right file.");
        return Err(Error::new(ErrorKind::NotWord, message).in_part(&part));
    }
    let mut has_body = false;
    while let Some(child) = reader.child(&root)? {
        match (child.ns, child.name) {
            (Ns::W, "background") => document.background = child.w("color").map(|color| color.into_owned()),
            (Ns::W, "body") if !has_body => {
                has_body = true;
                block::body(&mut reader, &child, cx, document)?;
                if end < main.text.len() {
                    last_section(&main.text, &reader, &child, cx, document)?;
                }
            }
            _ => {}
        }
    }
    if !has_body {
        cx.warn("part-missing", "The document has no body.");
    }
    Ok(())
}

/// The properties of the last section, which stand behind the body's last block, of a body whose reading ended before. What changed
/// in them (`w:sectPrChange`) holds more of the same name, but further in.
fn last_section<'a>(text: &'a str, reader: &Reader<'a>, body: &Element<'a>, cx: &mut Context<'_>, document: &mut Document) -> Result<()> {
    let tail = text.rfind("</w:p>").and_then(|at| text.get(at..)).unwrap_or_default();
    let Some(section) = tail.find("<w:sectPr").and_then(|at| tail.get(at..)) else { return Ok(()) };
    let mut reader = reader.again(section, body);
    let root = reader.root()?;
    if root.is(Ns::W, "sectPr") {
        section_properties(&mut reader, &root, cx, &mut document.section)?;
    }
    Ok(())
}
