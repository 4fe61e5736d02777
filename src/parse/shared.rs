//! Properties that are stated alike again and again: read once, then shared.
//!
//! A document has few different `w:rPr`, `w:pPr` and `w:tcPr` and many runs, paragraphs and cells, so that comparing
//! the XML as written saves both time and most of the model's memory.

use super::context::Context;
use super::paragraph_properties;
use super::run_properties::run_properties;
use super::table_properties::cell_properties;
use crate::error::Result;
use crate::model::{CellProperties, Paragraph, ParagraphProperties, RunProperties};
use crate::xml::{Element, Reader};
use std::collections::HashMap;
use std::sync::Arc;

/// What was read, by its XML. Only good for one part: prefixes may mean something else in another.
#[derive(Default)]
pub(super) struct Shared {
    runs: Known<Arc<RunProperties>>,
    paragraphs: Known<ParagraphStart>,
    cells: Known<Arc<CellProperties>>,
    /// What those share that state nothing.
    pub(super) no_run: Arc<RunProperties>,
    pub(super) no_paragraph: Arc<ParagraphProperties>,
    pub(super) no_cell: Arc<CellProperties>,
}

/// What a `w:pPr` says.
type ParagraphStart = (Arc<ParagraphProperties>, Arc<RunProperties>, bool);

impl Shared {
    /// Forgets what was read in another part.
    pub(super) fn clear(&mut self) {
        self.runs.0.clear();
        self.paragraphs.0.clear();
        self.cells.0.clear();
    }
}

/// Values by the XML they were read from; never iterated, so that its order does not matter.
struct Known<T>(HashMap<Box<str>, T>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Clone> Known<T> {
    /// Entries kept.
    const MOST: usize = 4096;
    /// Longer XML is unlikely to come again.
    const LONGEST: usize = 2048;

    fn keep(&mut self, source: &str, value: T) -> T {
        if source.len() <= Self::LONGEST {
            if self.0.len() >= Self::MOST {
                self.0.clear();
            }
            self.0.insert(source.into(), value.clone());
        }
        value
    }
}

/// A run's `w:rPr`.
pub(super) fn run<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Arc<RunProperties>> {
    if !reader.is_in_root_scope(element) {
        return read_run(reader, element, cx);
    }
    let source = reader.slice(element)?;
    if let Some(known) = cx.shared.runs.0.get(source) {
        return Ok(Arc::clone(known));
    }
    let mut again = reader.again(source, element);
    let root = again.root()?;
    let value = read_run(&mut again, &root, cx)?;
    Ok(cx.shared.runs.keep(source, value))
}

fn read_run<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Arc<RunProperties>> {
    cx.charge::<RunProperties>()?;
    let mut value = RunProperties::default();
    run_properties(reader, element, cx, &mut value)?;
    Ok(Arc::new(value))
}

/// A paragraph's `w:pPr`. One that ends a section is like no other.
pub(super) fn paragraph<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Paragraph) -> Result<()> {
    if !reader.is_in_root_scope(element) {
        return read_paragraph(reader, element, cx, to);
    }
    let source = reader.slice(element)?;
    if let Some((properties, mark, deleted)) = cx.shared.paragraphs.0.get(source) {
        (to.properties, to.mark, to.mark_deleted) = (Arc::clone(properties), Arc::clone(mark), *deleted);
        return Ok(());
    }
    let mut again = reader.again(source, element);
    let root = again.root()?;
    read_paragraph(&mut again, &root, cx, to)?;
    if to.section.is_none() {
        cx.shared.paragraphs.keep(source, (Arc::clone(&to.properties), Arc::clone(&to.mark), to.mark_deleted));
    }
    Ok(())
}

fn read_paragraph<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>, to: &mut Paragraph) -> Result<()> {
    cx.charge::<ParagraphProperties>()?;
    paragraph_properties::of_paragraph(reader, element, cx, to)
}

/// A cell's `w:tcPr`.
pub(super) fn cell<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Arc<CellProperties>> {
    if !reader.is_in_root_scope(element) {
        return read_cell(reader, element, cx);
    }
    let source = reader.slice(element)?;
    if let Some(known) = cx.shared.cells.0.get(source) {
        return Ok(Arc::clone(known));
    }
    let mut again = reader.again(source, element);
    let root = again.root()?;
    let value = read_cell(&mut again, &root, cx)?;
    Ok(cx.shared.cells.keep(source, value))
}

fn read_cell<'a>(reader: &mut Reader<'a>, element: &Element<'a>, cx: &mut Context<'_>) -> Result<Arc<CellProperties>> {
    cx.charge::<CellProperties>()?;
    let mut value = CellProperties::default();
    cell_properties(reader, element, cx, &mut value)?;
    Ok(Arc::new(value))
}
