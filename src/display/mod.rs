//! The display list: what to draw, in order, without a Word term. Painters read it and nothing else; [`dump`](DisplayList::dump)
//! is its stable text form, which tests compare.

use serde::Serialize;

/// One page, ready to paint. All lengths are points from the page's top left.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DisplayList {
    /// Paper width.
    pub width: f64,
    /// Paper height.
    pub height: f64,
    /// Page ground, RRGGBB.
    pub background: Option<u32>,
    /// Fonts by index.
    pub fonts: Vec<Font>,
    /// In painting order.
    pub items: Vec<Item>,
}

/// A font to ask the device for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Font {
    /// Names in order of preference: the document's, its other names, metric-compatible ones.
    pub families: Vec<String>,
    /// Generic fallback: `serif`, `sans-serif`, `monospace`.
    pub generic: &'static str,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// What is drawn, or how what follows is to be understood.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "t", rename_all = "camelCase")]
pub enum Item {
    /// Text.
    Text(Text),
    /// A filled box.
    Rect(Rect),
    /// A straight line.
    Stroke(Stroke),
    /// A path in SVG path syntax.
    Path(Path),
    /// A picture.
    Picture(Picture),
    /// A part of the page with a meaning begins; ends at its [`Item::End`].
    Begin(Group),
    /// Ends the last group that began.
    End,
}

/// Text at a baseline; every character stands at its natural advance plus `letter_spacing`, blanks plus `word_spacing` too.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Text {
    /// What is shown, mapped to Unicode.
    pub text: String,
    /// Left end.
    pub x: f64,
    /// Baseline.
    pub baseline: f64,
    /// Width that layout gave it.
    pub width: f64,
    /// Index into [`DisplayList::fonts`].
    pub font: u16,
    /// Size in points.
    pub size: f64,
    /// RRGGBB.
    pub color: u32,
    /// Points after each character.
    pub letter_spacing: f64,
    /// Points after each blank.
    pub word_spacing: f64,
    /// Horizontal scale.
    pub scale: f64,
    /// Index of the line it stands in, from 0 on each page: runs of a line share it.
    pub line: u32,
    /// It ends a paragraph or a line that was broken by hand.
    pub hard_end: bool,
    /// Left out when copying: list labels, hyphens made by the break.
    pub decoration: bool,
    /// Body-text offset of its first character.
    pub offset: Option<u32>,
    /// BCP 47.
    pub lang: String,
}

/// A filled box.
#[derive(Clone, Debug, Default, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub color: u32,
}

/// A straight line.
#[derive(Clone, Debug, Default, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Stroke {
    pub x1: f64,
    pub y1: f64,
    pub x2: f64,
    pub y2: f64,
    pub width: f64,
    pub color: u32,
    /// Lengths of dashes and gaps in points; empty is solid.
    pub dash: Vec<f64>,
}

/// A path.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Path {
    /// SVG path data in points.
    pub d: String,
    /// Fill, RRGGBB.
    pub fill: Option<u32>,
    /// Line, RRGGBB.
    pub stroke: Option<u32>,
    /// Line width.
    pub stroke_width: f64,
}

/// A picture.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Picture {
    /// The part of the package with its bytes.
    pub part: String,
    /// Box it is drawn in.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Fractions cut off: left, top, right, bottom.
    pub crop: [f64; 4],
    /// Clockwise turn in degrees about its centre.
    pub rotation: f64,
    /// Mirrored left to right.
    pub flip_h: bool,
    /// Mirrored top to bottom.
    pub flip_v: bool,
    /// Text for those who do not see it.
    pub alt: String,
}

/// A group's meaning.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "role", rename_all = "camelCase")]
pub enum Group {
    /// A story: `body`, `header`, `footer`, `footnote`, `endnote`, `float`.
    Story {
        /// Which.
        story: &'static str,
    },
    /// A paragraph; a page may hold only part of it.
    Paragraph {
        /// Its index in the body.
        index: u32,
        /// Heading level.
        heading: Option<u8>,
        /// List level of a list item, from 0.
        list: Option<u8>,
        /// Began on a page before.
        continued: bool,
        /// Right to left.
        rtl: bool,
        /// BCP 47.
        lang: String,
    },
    /// A table.
    Table {
        /// For those who do not see it.
        alt: String,
    },
    /// A table row.
    Row {
        /// A header row.
        header: bool,
        /// Repeats one that was shown before.
        repeated: bool,
    },
    /// A table cell.
    Cell {
        /// Columns it spans.
        column_span: u32,
        /// Rows it spans.
        row_span: u32,
    },
    /// A link.
    Link {
        /// An allowed URL.
        url: Option<String>,
        /// A bookmark in the document.
        bookmark: Option<String>,
        /// Tip on hovering.
        tooltip: Option<String>,
    },
    /// Drawn turned: clockwise degrees about a point; what is in it has its own coordinates.
    Turn {
        /// Degrees.
        degrees: f64,
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
    },
    /// Drawn only inside a box.
    #[allow(missing_docs, reason = "the names say it")]
    Clip { x: f64, y: f64, width: f64, height: f64 },
}
