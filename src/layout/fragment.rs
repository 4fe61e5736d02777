//! What layout returns: boxes, lines and text at fixed places, each with its source. All lengths are points; `x` and `y`
//! are from the top left of what holds the fragment, downward.

#![allow(dead_code, reason = "the noun says where things are, whether or not a painter asks")]

use crate::flow::{AnchorAt, AnchorBase, Border, BorderStyle, CharacterId, Graphic, Leader, LinkId, NumberFormat, Rgb};
use crate::font::FaceId;

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// From 0.
    pub index: usize,
    /// The number it shows.
    pub number: i32,
    /// Format of that number.
    pub number_format: NumberFormat,
    /// Paper width.
    pub width: f64,
    /// Paper height.
    pub height: f64,
    /// Smallest body-text offset on the page; on a page without body text, where the next one begins.
    pub start: u32,
    /// Body, headers, notes and floats, in painting order.
    pub stories: Vec<StoryFragment>,
    /// Clockwise quarter turns of all but headers, footers and rules, which stand as if the page lay as it was before: 1 for
    /// `tbRl`, 3 for `btLr`.
    pub turns: u8,
    /// Page borders and column rules: painted below the text.
    pub rules: Vec<Rule>,
    /// Lines of the page numbering (`w:lnNumType`): text at a baseline, right-aligned at `x`.
    pub line_numbers: Vec<LineNumber>,
}

/// A number beside a line.
#[derive(Clone, Debug)]
pub struct LineNumber {
    /// Its right edge.
    pub x: f64,
    /// Its baseline.
    pub baseline: f64,
    /// The number.
    pub number: u32,
    /// Its style.
    pub style: CharacterId,
}

/// Which story a fragment belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Story {
    #[default]
    Body,
    Header,
    Footer,
    Footnote,
    Endnote,
    Float,
}

/// A story's part on a page, placed from the page's top left.
#[derive(Clone, Debug, Default)]
pub struct StoryFragment {
    /// Which.
    pub story: Story,
    /// In reading order.
    pub blocks: Vec<Placed>,
}

/// A fragment at its place in what holds it.
#[derive(Clone, Debug)]
pub struct Placed {
    /// From the holder's left.
    pub x: f64,
    /// From the holder's top.
    pub y: f64,
    /// What.
    pub fragment: Fragment,
}

/// What stands on a page.
#[derive(Clone, Debug)]
pub enum Fragment {
    /// Lines of a paragraph.
    Paragraph(Box<ParagraphFragment>),
    /// Rows of a table.
    Table(Box<TableFragment>),
    /// A drawing that floats.
    Drawing(Box<DrawingFragment>),
    /// A rule, such as the one above footnotes.
    Rule(Rule),
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Start.
    pub from: (f64, f64),
    /// End.
    pub to: (f64, f64),
    /// How it looks.
    pub border: Border,
}

/// Lines of a paragraph that stand on one page.
#[derive(Clone, Debug, Default)]
pub struct ParagraphFragment {
    /// [`Paragraph::index`](crate::flow::Paragraph::index).
    pub index: u32,
    /// Outline level of a heading.
    pub heading: Option<u8>,
    /// List and level of a list item whose label is here.
    pub list: Option<(u32, u8)>,
    /// It began on a page before.
    pub continued: bool,
    /// It goes on on the next page.
    pub continues: bool,
    /// From its first line's top (border and its space included) to its last line's bottom.
    pub height: f64,
    /// Width of the column it stands in.
    pub width: f64,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Ground behind it, with its box.
    pub shading: Option<(Rect, Rgb)>,
    /// Border lines.
    pub rules: Vec<Rule>,
    /// Right to left.
    pub bidi: bool,
    /// BCP 47 language of most of its text, for readers that speak it.
    pub lang: String,
}

/// A box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// One line of text; `x` and `y` from its paragraph fragment's top left.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Left end of its text.
    pub x: f64,
    /// Top of its box.
    pub y: f64,
    /// Height of its box.
    pub height: f64,
    /// From its box's top to its baseline.
    pub baseline: f64,
    /// From the left end to the end of its text, trailing blanks aside.
    pub width: f64,
    /// What stands in it, from left to right.
    pub pieces: Vec<Piece>,
    /// A line break or the paragraph's end follows; else the text simply goes on.
    pub hard_end: bool,
}

/// Part of a line: `x` from the line's left end.
#[derive(Clone, Debug)]
pub struct Piece {
    /// From the line's left end.
    pub x: f64,
    /// Its width.
    pub width: f64,
    /// What.
    pub content: PieceContent,
}

/// What a piece shows.
#[derive(Clone, Debug)]
pub enum PieceContent {
    /// Text.
    Text(TextPiece),
    /// A tab: its leader, drawn in the style given.
    Tab(Leader, CharacterId),
    /// A picture or shape that stands on the baseline (`rise` points above it), with its height, its alternative text
    /// and its link.
    Object {
        /// What it shows.
        graphic: Graphic,
        /// Its height.
        height: f64,
        /// Raised by.
        rise: f64,
        /// For those who do not see it.
        alt: String,
        /// The link it belongs to.
        link: Option<LinkId>,
        /// Text in it, laid out, from its top left.
        text: Vec<Placed>,
    },
    /// A rule of an equation, as wide as its piece.
    Rule {
        /// Its lower edge above the baseline.
        rise: f64,
        /// Its thickness.
        height: f64,
        /// The style whose colour it has.
        style: CharacterId,
    },
    /// Text that is turned a quarter to the left about the middle of its piece: horizontal in vertical text.
    Turned {
        /// It before it is turned, from its piece's left end.
        pieces: Vec<Piece>,
        /// The middle above the baseline.
        middle: f64,
    },
}

/// Text of one face, size and style whose characters stand at even distances: natural advance, plus `letter_spacing` after
/// each character, plus `word_spacing` after each blank.
#[derive(Clone, Debug, Default)]
pub struct TextPiece {
    /// As shown: capitals done, symbols still in their font's codes.
    pub text: String,
    /// Its style.
    pub style: CharacterId,
    /// Its face.
    pub face: FaceId,
    /// Size in points as painted (superscripts reduced).
    pub size: f64,
    /// Baseline above the line's.
    pub rise: f64,
    /// Added after each character, in points.
    pub letter_spacing: f64,
    /// Added after each U+0020, in points.
    pub word_spacing: f64,
    /// Horizontal scale of the glyphs.
    pub scale: f64,
    /// Body-text offset of its first counted character.
    pub offset: Option<u32>,
    /// The link it belongs to.
    pub link: Option<LinkId>,
    /// What it is.
    pub kind: TextKind,
}

/// What a text piece is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Text of the document.
    #[default]
    Content,
    /// A list label: not copied as text of the paragraph.
    Label,
    /// A hyphen that the line break made: not copied.
    Hyphen,
    /// The small text of a ruby.
    Ruby,
}

/// Rows of a table that stand on one page.
#[derive(Clone, Debug, Default)]
pub struct TableFragment {
    /// [`Table::id`](crate::flow::Table::id).
    pub id: u32,
    /// It began on a page before.
    pub continued: bool,
    /// It goes on on the next page.
    pub continues: bool,
    /// From the first cell's left edge to the last one's right edge.
    pub width: f64,
    /// Height of its rows here.
    pub height: f64,
    /// Its rows, repeated header rows included.
    pub rows: Vec<RowFragment>,
    /// Borders: conflicts are decided, neighbouring pieces joined.
    pub rules: Vec<Rule>,
    /// For those who do not see it.
    pub alt: String,
}

/// A row's part on a page.
#[derive(Clone, Debug, Default)]
pub struct RowFragment {
    /// From the table fragment's top.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// A header row, or its repetition.
    pub header: bool,
    /// Repeats a row that was shown before.
    pub repeated: bool,
    /// The row's index in its table.
    pub index: u32,
    /// Cells; those that go on with a vertical merge are part of the cell above.
    pub cells: Vec<CellFragment>,
}

/// A cell's part on a page.
#[derive(Clone, Debug, Default)]
pub struct CellFragment {
    /// Its box, from the row's top left (a merged cell reaches below the row).
    pub rect: Rect,
    /// First grid column.
    pub column: u32,
    /// Grid columns it spans.
    pub column_span: u32,
    /// Rows it spans here.
    pub row_span: u32,
    /// Ground.
    pub shading: Option<Rgb>,
    /// Clockwise quarter turns of its content: 1 for `tbRl`, 3 for `btLr`.
    pub turns: u8,
    /// Its content is cut at its box.
    pub clip: bool,
    /// From the cell's top left (before turning: from the turned box's).
    pub blocks: Vec<Placed>,
    /// Diagonal lines: top left to bottom right, top right to bottom left.
    pub diagonals: (Option<Border>, Option<Border>),
}

/// A drawing that floats.
#[derive(Clone, Debug)]
pub struct DrawingFragment {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What it shows.
    pub graphic: Graphic,
    /// Behind the text.
    pub behind: bool,
    /// Order among floats.
    pub z: i64,
    /// For those who do not see it.
    pub alt: String,
    /// The link it belongs to.
    pub link: Option<LinkId>,
    /// Text in it, laid out, from its top left.
    pub text: Vec<Placed>,
    /// Clockwise quarter turns of that text.
    pub turns: u8,
    /// It stands in a cell and is measured from what is around the table.
    pub outside: Option<Outside>,
}

/// What a drawing is measured from that stands in a cell and is not laid out there; its anchor as seen from the place that it has
/// in the cell.
#[derive(Clone, Copy, Debug)]
pub struct Outside {
    /// Across.
    pub horizontal: (AnchorBase, AnchorAt),
    /// Down.
    pub vertical: (AnchorBase, AnchorAt),
    /// From its own left to its anchor's.
    pub character: f64,
    /// From its own top to its anchor's paragraph's.
    pub paragraph: f64,
    /// From its own top to its anchor's line's.
    pub line: f64,
}

/// Whether a border style is drawn at all is decided before: layout keeps lines only.
pub const HAIRLINE: Border = Border { style: BorderStyle::Single, width: 0.5, space: 0.0, color: None, shadow: false };
