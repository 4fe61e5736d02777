//! Tables. Style conditions and inheritance are done; the conflict between neighbouring cells' borders is layout's.

use super::{Alignment, Block, Border, Rgb, VerticalAlign};

/// Grid columns a table may have. Word's rows have up to 63 cells, whose edges together make more columns; files of other makers go
/// further, hostile ones much further.
pub const MOST_COLUMNS: usize = 2_000;

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its number in the document, for caches.
    pub id: u32,
    /// Stated width.
    pub width: Width,
    /// From the leading margin (`w:tblInd`).
    pub indent: f64,
    /// Across its column.
    pub alignment: Alignment,
    /// Column widths are as stated, whatever they hold.
    pub fixed: bool,
    /// `w:tblGrid`, in points.
    pub grid: Vec<f64>,
    /// Word computed the grid: it wrote the rows.
    pub grid_is_words: bool,
    /// `w:tblBorders` after styles.
    pub borders: TableBorders,
    /// Left, top, right, bottom cell margins of the table.
    pub cell_margins: [f64; 4],
    /// Columns run from right to left.
    pub bidi: bool,
    /// Where it floats.
    pub position: Option<TablePosition>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Title or description for those who do not see it.
    pub alt: String,
}

/// A stated width.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Width {
    /// By content.
    #[default]
    Auto,
    /// Points.
    Points(f64),
    /// A share of what surrounds it: 1.0 is all.
    Share(f64),
}

/// Borders of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct TableBorders {
    pub top: Option<Border>,
    pub left: Option<Border>,
    pub bottom: Option<Border>,
    pub right: Option<Border>,
    pub inside_h: Option<Border>,
    pub inside_v: Option<Border>,
}

/// A cell's stated border: nothing said, stated to be none, or a line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum CellBorder {
    /// The table's counts.
    #[default]
    Inherit,
    /// `nil` or `none`.
    Nil,
    /// A line.
    Line(Border),
}

/// A cell's own borders after style conditions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct CellBorders {
    pub top: CellBorder,
    pub left: CellBorder,
    pub bottom: CellBorder,
    pub right: CellBorder,
    pub tl2br: Option<Border>,
    pub tr2bl: Option<Border>,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Grid columns skipped before the first cell.
    pub grid_before: u32,
    /// Grid columns left after the last cell.
    pub grid_after: u32,
    /// Width stated for the skipped columns.
    pub width_before: Width,
    /// Width stated for the columns left.
    pub width_after: Width,
    /// Height.
    pub height: RowHeight,
    /// Is not split over pages.
    pub cant_split: bool,
    /// Is repeated on top of each page (`w:tblHeader`).
    pub header: bool,
    /// The row's own alignment where it differs from the table's.
    pub alignment: Option<Alignment>,
    /// Space around its cells; where it is stated, be it none, cells keep borders of their own
    /// (docs/word/cell-spacing-of-nothing.md).
    pub cell_spacing: Option<f64>,
    /// Cells.
    pub cells: Vec<Cell>,
}

/// `w:trHeight`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum RowHeight {
    /// As its cells need.
    #[default]
    Auto,
    /// No less than these points.
    AtLeast(f64),
    /// These points.
    Exact(f64),
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Stated width.
    pub width: Width,
    /// Grid columns it spans; at least 1.
    pub span: u32,
    /// Its part in a vertical merge.
    pub merge: Merge,
    /// Borders.
    pub borders: CellBorders,
    /// Ground.
    pub shading: Option<Rgb>,
    /// Left, top, right, bottom margins.
    pub margins: [f64; 4],
    /// Where its content stands.
    pub vertical_align: VerticalAlign,
    /// Direction of its text.
    pub direction: TextDirection,
    /// Its content is not broken to fit.
    pub no_wrap: bool,
    /// Its text is fitted to its width.
    pub fit_text: bool,
    /// Its end mark takes no height.
    pub hide_mark: bool,
    /// What it holds; ends with a paragraph.
    pub blocks: Vec<Block>,
}

/// `w:vMerge`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    /// Not merged.
    #[default]
    None,
    /// The top cell of a merge.
    Start,
    /// Goes on with the cell above.
    Continue,
}

/// `w:textDirection`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextDirection {
    /// Across, left to right.
    #[default]
    Horizontal,
    /// Down, lines from right to left; East Asian characters upright (`tbRl`).
    TopToBottom,
    /// Up, lines from left to right, everything turned (`btLr`).
    BottomToTop,
}

impl TextDirection {
    /// Clockwise quarter turns from text across to this.
    pub fn turns(self) -> u8 {
        match self {
            Self::Horizontal => 0,
            Self::TopToBottom => 1,
            Self::BottomToTop => 3,
        }
    }
}

/// `w:tblpPr`, resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePosition {
    /// Distance from text: left, top, right, bottom.
    pub distance: [f64; 4],
    /// Reference across: `text` (the column), `margin`, `page`.
    pub h_anchor: super::FrameAnchor,
    /// Reference down.
    pub v_anchor: super::FrameAnchor,
    /// An offset or `left`, `center`, `right`, `inside`, `outside`.
    pub x: Result<f64, String>,
    /// An offset or `top`, `center`, `bottom`, `inline`, `inside`, `outside`.
    pub y: Result<f64, String>,
    /// May overlap other floating tables.
    pub overlap: bool,
}
