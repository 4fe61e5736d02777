//! What every room of layout reads: the document, its fonts, and where on which page the work stands.

use super::page::NamedParagraphs;
use crate::diag::Warnings;
use crate::flow::{Chapter, Flow, Grid, NumberFormat};
use crate::font::Fonts;
use std::ops::Range;

/// Read by all rooms. Only `warnings` and `caches` change.
pub struct Context<'a> {
    /// The document.
    pub flow: &'a Flow,
    /// Its fonts.
    pub fonts: &'a Fonts,
    /// For page fields.
    pub numbers: PageNumbers,
    /// What STYLEREF fields and chapter numbers may show.
    pub named: &'a NamedParagraphs,
    /// The body's paragraphs on this page: known once it is laid out, before that the first one.
    pub on_page: Range<u32>,
    /// The first footnote of each page up to this one, where their numbers begin again on each page.
    pub first_notes: &'a [u32],
    /// How far the file's own record of page starts is followed.
    pub saved: SavedBreaks,
    /// What was approximated.
    pub warnings: &'a mut Warnings,
    /// Column widths of tables, by [`Table::id`](crate::flow::Table::id) and the width they were made for.
    pub table_grids: &'a mut std::collections::HashMap<(u32, u64), std::rc::Rc<[f64]>>,
}

/// How far the file's own record of Word's page starts is followed. Layout is right without it; where text comes close to
/// a recorded start, that settles the call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SavedBreaks {
    /// Not at all.
    #[default]
    Ignored,
    /// Close calls.
    Close,
    /// Calls that are a little less close too: the page before began where the file says.
    Trusted,
    /// Wherever there is one.
    Always,
}

/// What page fields show.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageNumbers {
    /// PAGE.
    pub page: i32,
    /// Its format.
    pub format: NumberFormat,
    /// The chapter's number before it.
    pub chapter: Option<Chapter>,
    /// NUMPAGES: the count, or the estimate so far.
    pub pages: u32,
    /// SECTION.
    pub section: u32,
    /// SECTIONPAGES: the count, or the estimate so far.
    pub section_pages: u32,
    /// The physical page is an even one (left-hand).
    pub even: bool,
}

/// What surrounds a paragraph or table and changes how it is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings {
    /// The section's grid, as it acts here (none in a cell without `adjustLineHeightInTable`).
    pub grid: Grid,
    /// In a table cell.
    pub in_cell: bool,
    /// Tables around this place.
    pub depth: u32,
    /// Each paragraph's text is spread or drawn together to this width (`w:tcFitText`, 17.4.68).
    pub fit: Option<f64>,
    /// A cell of a row that is split where the file says: it ends at the page start recorded in it.
    pub ends_at_saved: bool,
}
