//! The display list: what to draw, in order, without a Word term. [`build`](fn@build) makes it of a page's fragments;
//! painters read it and nothing else; [`dump`](DisplayList::dump) is its stable text form, which tests compare.
//!
//! Serialised, it is what crosses the border to JavaScript: lengths rounded to a thousandth of a point, and fields that
//! hold their default (0, `false`, scale 1, empty) left out.

mod border;
mod build;
mod chart;
mod cut;
mod decoration;
mod drawing;
mod dump;
mod find;
mod font;
mod leader;
mod line;
mod line_end;
mod number;
mod paint;
mod shape;
#[cfg(test)]
mod tests;
mod upright;

pub(crate) use build::build;
pub(crate) use find::{Outside, boxes, joined, outside};
pub use number::Rounded;
pub use paint::{Paint, Recolor, Stops, TILE};

use number::{nothing, off, one, round, round_all, round_four, zero};
use serde::Serialize;

/// One page, ready to paint. All lengths are points from the page's top left.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DisplayList {
    /// Paper width.
    #[serde(serialize_with = "round")]
    pub width: f64,
    /// Paper height.
    #[serde(serialize_with = "round")]
    pub height: f64,
    /// Page ground, RRGGBB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<u32>,
    /// Smallest body-text offset on the page; on a page without body text, where the next one begins.
    pub start: u32,
    /// Fonts by index.
    pub fonts: Vec<Font>,
    /// In painting order.
    pub items: Vec<Item>,
}

/// A font to ask the device for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Font {
    /// Names in order of preference: the document's, its other names, metric-compatible ones.
    pub families: Vec<String>,
    /// Generic fallback: `serif`, `sans-serif`, `monospace`.
    pub generic: &'static str,
    /// Bold.
    #[serde(skip_serializing_if = "off")]
    pub bold: bool,
    /// Italic.
    #[serde(skip_serializing_if = "off")]
    pub italic: bool,
    /// The part of the package that holds this very face.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
}

/// What is drawn, or how what follows is to be understood.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
/// A tab is the text `\t`: it shows nothing and is there to be copied.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Text {
    /// What is shown, mapped to Unicode.
    pub text: String,
    /// Left end.
    #[serde(serialize_with = "round")]
    pub x: f64,
    /// Baseline.
    #[serde(serialize_with = "round")]
    pub baseline: f64,
    /// Width that layout gave it, up to the end of its last character: `letter_spacing` stands between characters only.
    #[serde(serialize_with = "round")]
    pub width: f64,
    /// Index into [`DisplayList::fonts`].
    pub font: u16,
    /// Size in points.
    #[serde(serialize_with = "round")]
    pub size: f64,
    /// RRGGBB.
    #[serde(skip_serializing_if = "black")]
    pub color: u32,
    /// Points after each character.
    #[serde(serialize_with = "round", skip_serializing_if = "zero")]
    pub letter_spacing: f64,
    /// Points after each blank.
    #[serde(serialize_with = "round", skip_serializing_if = "zero")]
    pub word_spacing: f64,
    /// Horizontal scale.
    #[serde(serialize_with = "round", skip_serializing_if = "one")]
    pub scale: f64,
    /// Index of the line it stands in, from 0 on each page: runs of a line share it.
    pub line: u32,
    /// It ends a paragraph or a line that was broken by hand.
    #[serde(skip_serializing_if = "off")]
    pub hard_end: bool,
    /// Left out when copying: list labels, leaders, hyphens made by the break, ruby.
    #[serde(skip_serializing_if = "off")]
    pub decoration: bool,
    /// A list label: a decoration that belongs to the text when it is read as plain text.
    #[serde(skip_serializing_if = "off")]
    pub label: bool,
    /// Not of the document: it says what is missing here.
    #[serde(skip)]
    pub notice: bool,
    /// In text that is turned clockwise: each character is turned back about the middle of its em box.
    #[serde(skip_serializing_if = "off")]
    pub upright: bool,
    /// Body-text offset of its first counted character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u32>,
    /// BCP 47.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lang: String,
}

fn black(color: &u32) -> bool {
    *color == 0
}

/// A filled box.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Rect {
    #[serde(serialize_with = "round")]
    pub x: f64,
    #[serde(serialize_with = "round")]
    pub y: f64,
    #[serde(serialize_with = "round")]
    pub width: f64,
    #[serde(serialize_with = "round")]
    pub height: f64,
    pub color: u32,
}

/// A straight line.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Stroke {
    #[serde(serialize_with = "round")]
    pub x1: f64,
    #[serde(serialize_with = "round")]
    pub y1: f64,
    #[serde(serialize_with = "round")]
    pub x2: f64,
    #[serde(serialize_with = "round")]
    pub y2: f64,
    #[serde(serialize_with = "round")]
    pub width: f64,
    pub color: u32,
    /// Lengths of dashes and gaps in points; empty is solid.
    #[serde(serialize_with = "round_all", skip_serializing_if = "Vec::is_empty")]
    pub dash: Vec<f64>,
}

/// A path.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Path {
    /// SVG path data in points.
    pub d: String,
    /// What it is filled with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill: Option<Paint>,
    /// Of a fill of one colour.
    #[serde(serialize_with = "round", skip_serializing_if = "one")]
    pub fill_opacity: f64,
    /// Line, RRGGBB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stroke: Option<u32>,
    /// Of the line.
    #[serde(serialize_with = "round", skip_serializing_if = "one")]
    pub stroke_opacity: f64,
    /// Line width.
    #[serde(serialize_with = "round", skip_serializing_if = "zero")]
    pub stroke_width: f64,
    /// Lengths of the line's dashes and gaps in points; empty is solid.
    #[serde(serialize_with = "round_all", skip_serializing_if = "Vec::is_empty")]
    pub dash: Vec<f64>,
    /// The line's ends, and those of its dashes, are half circles.
    #[serde(skip_serializing_if = "off")]
    pub round_ends: bool,
    /// The line's corners are rounded.
    #[serde(skip_serializing_if = "off")]
    pub round_corners: bool,
    /// All of it is blurred: the standard deviation in points.
    #[serde(serialize_with = "round", skip_serializing_if = "zero")]
    pub blur: f64,
}

impl Default for Path {
    fn default() -> Self {
        Self {
            d: String::new(),
            fill: None,
            fill_opacity: 1.0,
            stroke: None,
            stroke_opacity: 1.0,
            stroke_width: 0.0,
            dash: Vec::new(),
            round_ends: false,
            round_corners: false,
            blur: 0.0,
        }
    }
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// The part of the package with its bytes.
    pub part: String,
    /// The part with the same picture as SVG, to be shown instead where it can be.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub svg: String,
    /// Box it is drawn in.
    #[serde(serialize_with = "round")]
    pub x: f64,
    /// Top.
    #[serde(serialize_with = "round")]
    pub y: f64,
    /// Width.
    #[serde(serialize_with = "round")]
    pub width: f64,
    /// Height.
    #[serde(serialize_with = "round")]
    pub height: f64,
    /// Fractions cut off: left, top, right, bottom.
    #[serde(serialize_with = "round_four", skip_serializing_if = "nothing")]
    pub crop: [f64; 4],
    /// Clockwise turn in degrees about its centre.
    #[serde(serialize_with = "round", skip_serializing_if = "zero")]
    pub rotation: f64,
    /// Mirrored left to right.
    #[serde(skip_serializing_if = "off")]
    pub flip_h: bool,
    /// Mirrored top to bottom.
    #[serde(skip_serializing_if = "off")]
    pub flip_v: bool,
    /// How its colours are changed.
    #[serde(skip_serializing_if = "Recolor::is_none")]
    pub recolor: Recolor,
    /// Text for those who do not see it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub alt: String,
}

/// A group's meaning.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "role", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Group {
    /// A story: `body`, `header`, `footer`, `footnote`, `endnote`, `float`.
    Story {
        /// Which.
        story: &'static str,
    },
    /// A paragraph; a page may hold only part of it.
    Paragraph {
        /// Its index in its story.
        index: u32,
        /// Heading level.
        #[serde(skip_serializing_if = "Option::is_none")]
        heading: Option<u8>,
        /// List level of a list item, from 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        list: Option<u8>,
        /// Began on a page before.
        #[serde(skip_serializing_if = "off")]
        continued: bool,
        /// Goes on on the next page.
        #[serde(skip_serializing_if = "off")]
        continues: bool,
        /// Right to left.
        #[serde(skip_serializing_if = "off")]
        rtl: bool,
        /// BCP 47.
        #[serde(skip_serializing_if = "String::is_empty")]
        lang: String,
    },
    /// A table.
    Table {
        /// For those who do not see it.
        #[serde(skip_serializing_if = "String::is_empty")]
        alt: String,
    },
    /// A table row.
    Row {
        /// A header row.
        #[serde(skip_serializing_if = "off")]
        header: bool,
        /// Repeats one that was shown before.
        #[serde(skip_serializing_if = "off")]
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
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        /// A bookmark in the document.
        #[serde(skip_serializing_if = "Option::is_none")]
        bookmark: Option<String>,
        /// Tip on hovering.
        #[serde(skip_serializing_if = "Option::is_none")]
        tooltip: Option<String>,
    },
    /// Drawn turned: clockwise degrees about a point; what is in it has its own coordinates.
    Turn {
        /// Degrees.
        #[serde(serialize_with = "round")]
        degrees: f64,
        /// Centre.
        #[serde(serialize_with = "round")]
        x: f64,
        /// Centre.
        #[serde(serialize_with = "round")]
        y: f64,
    },
    /// Drawn only inside an outline: SVG path data in points, of moves, lines, cubic curves and closings only.
    Outline {
        /// The path data.
        d: String,
    },
    /// Drawn only inside a box.
    #[allow(missing_docs, reason = "the names say it")]
    Clip {
        #[serde(serialize_with = "round")]
        x: f64,
        #[serde(serialize_with = "round")]
        y: f64,
        #[serde(serialize_with = "round")]
        width: f64,
        #[serde(serialize_with = "round")]
        height: f64,
    },
}
