//! Sections and their pages.

use super::{Block, Border, NumberFormat};

/// A section: blocks under one page set-up.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its body.
    pub blocks: Vec<Block>,
    /// How it begins.
    pub start: SectionStart,
    /// The page.
    pub page: PageSetup,
    /// Its columns.
    pub columns: ColumnSetup,
    /// The document grid.
    pub grid: Grid,
    /// Headers, inheritance done.
    pub headers: HeaderFooter,
    /// Footers, inheritance done.
    pub footers: HeaderFooter,
    /// `titlePg`: the first page has its own header and footer (blank where it has none).
    pub title_page: bool,
    /// Page numbers' format.
    pub page_number_format: NumberFormat,
    /// The number its first page gets; none goes on.
    pub page_number_start: Option<i32>,
    /// The chapter's number before the page's.
    pub chapter: Option<Chapter>,
    /// Where short pages' text stands.
    pub vertical_align: VerticalAlign,
    /// Line numbers.
    pub line_numbers: Option<LineNumbers>,
    /// Page borders.
    pub borders: Option<PageBorders>,
    /// Columns run from right to left.
    pub bidi: bool,
    /// Which way its text runs.
    pub direction: super::TextDirection,
    /// Footnote numbering here.
    pub footnotes: super::NoteSettings,
    /// Endnote numbering here.
    pub endnotes: super::NoteSettings,
    /// How many endnotes are referred to up to its end, those of sections before included.
    pub endnotes_so_far: u32,
}

/// `w:chapStyle` and `w:chapSep` (17.6.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The heading style whose number it is, as in [`Paragraph::style`](super::Paragraph::style).
    pub style: u32,
    /// Between it and the page's number.
    pub separator: char,
}

/// `w:type` (17.18.77 ST_SectionMark).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum SectionStart {
    #[default]
    NextPage,
    Continuous,
    OddPage,
    EvenPage,
    NextColumn,
}

/// The page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct PageSetup {
    pub width: f64,
    pub height: f64,
    /// Negative: exactly this far, whatever the header.
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub left: f64,
    pub header: f64,
    pub footer: f64,
    pub gutter: f64,
    pub rtl_gutter: bool,
}

impl Default for PageSetup {
    /// Letter with Word's missing margins (`word-layout.md` 1.1).
    fn default() -> Self {
        Self {
            width: 612.0,
            height: 792.0,
            top: 72.0,
            right: 90.0,
            bottom: 72.0,
            left: 90.0,
            header: 36.0,
            footer: 36.0,
            gutter: 0.0,
            rtl_gutter: false,
        }
    }
}

/// `w:cols`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnSetup {
    /// How many; 0 counts as 1.
    pub count: u32,
    /// Space between equal columns.
    pub space: f64,
    /// Width and following space of each, where they are not equal.
    pub unequal: Vec<(f64, f64)>,
    /// A rule between them.
    pub separator: bool,
}

/// `w:docGrid`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Grid {
    /// What snaps.
    pub kind: GridKind,
    /// Points a line; 0 where the section has no grid, but not in cells and headers, which keep off it.
    pub line_pitch: f64,
    /// Points added to a character's width (`charSpace`/4096).
    pub char_space: f64,
}

/// `w:docGrid/@w:type`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's; `None` is `default` or no type")]
pub enum GridKind {
    #[default]
    None,
    Lines,
    LinesAndChars,
    SnapToChars,
}

/// Indices into [`Flow::stories`](super::Flow::stories).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub struct HeaderFooter {
    pub default: Option<u32>,
    pub first: Option<u32>,
    pub even: Option<u32>,
}

/// `w:vAlign`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum VerticalAlign {
    #[default]
    Top,
    Center,
    Bottom,
    Both,
}

/// `w:lnNumType`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each field is the attribute of the same name")]
pub struct LineNumbers {
    pub count_by: u32,
    pub start: u32,
    pub distance: f64,
    pub restart: LineNumberRestart,
}

/// `w:lnNumType/@w:restart`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum LineNumberRestart {
    #[default]
    NewPage,
    NewSection,
    Continuous,
}

/// `w:pgBorders`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PageBorders {
    /// Top.
    pub top: Option<Border>,
    /// Left.
    pub left: Option<Border>,
    /// Bottom.
    pub bottom: Option<Border>,
    /// Right.
    pub right: Option<Border>,
    /// Measured from the page's edge, else from the text.
    pub from_page: bool,
    /// On the section's first page.
    pub first_page: bool,
    /// On its other pages.
    pub other_pages: bool,
    /// Painted behind the text.
    pub behind: bool,
}
