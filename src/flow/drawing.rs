//! Pictures, shapes and text boxes, in line or floating.

use super::{Block, CharacterId, LinkId, Rgb};
use crate::chart::Chart;
use crate::geometry::Geometry;
use crate::look::{Effects, Fill, Line, Recolor};
use std::sync::Arc;

/// A drawing that stands in the line like a character.
#[derive(Clone, Debug)]
pub struct InlineObject {
    /// Width.
    pub width: f64,
    /// Width as a share of the column instead, where not 0 (horizontal rules).
    pub width_share: f64,
    /// Height.
    pub height: f64,
    /// Its run's style.
    pub style: CharacterId,
    /// What it shows.
    pub graphic: Graphic,
    /// Text for those who do not see it.
    pub alt: String,
    /// The link it belongs to.
    pub link: Option<LinkId>,
}

/// A drawing that floats.
#[derive(Clone, Debug)]
pub struct Float {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Width as a share of a reference (`page`, `margin` …), where stated.
    pub relative_width: Option<(AnchorBase, f64)>,
    /// Height as a share of a reference.
    pub relative_height: Option<(AnchorBase, f64)>,
    /// Across.
    pub horizontal: (AnchorBase, AnchorAt),
    /// Down.
    pub vertical: (AnchorBase, AnchorAt),
    /// How text runs around it.
    pub wrap: Wrap,
    /// Distance from text: left, top, right, bottom.
    pub distance: [f64; 4],
    /// Behind the text.
    pub behind: bool,
    /// Order among floats.
    pub z: i64,
    /// In a cell: measured from the cell.
    pub in_cell: bool,
    /// May overlap others.
    pub overlap: bool,
    /// What it shows.
    pub graphic: Graphic,
    /// Text for those who do not see it.
    pub alt: String,
    /// The link it belongs to.
    pub link: Option<LinkId>,
}

/// What a float is measured from (`relativeFrom`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum AnchorBase {
    Page,
    Margin,
    #[default]
    Column,
    Character,
    Paragraph,
    Line,
    LeftMargin,
    RightMargin,
    TopMargin,
    BottomMargin,
    InsideMargin,
    OutsideMargin,
}

/// Where a float stands from its base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AnchorAt {
    /// Points from the base's start.
    Offset(f64),
    /// A share of the base's extent.
    Share(f64),
    /// At the start: left, top.
    Start,
    /// In the middle.
    Center,
    /// At the end: right, bottom.
    End,
    /// Left or top on odd pages.
    Inside,
    /// Right or bottom on odd pages.
    Outside,
}

/// How text runs around a float.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Wrap {
    /// Not at all.
    #[default]
    None,
    /// Around its box.
    Square(WrapSide),
    /// Around its outline: points as shares of its extent.
    Tight(WrapSide, Vec<(f64, f64)>),
    /// Around its outline, and in its gaps.
    Through(WrapSide, Vec<(f64, f64)>),
    /// Above and below only.
    TopAndBottom,
}

/// `wrapText`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum WrapSide {
    #[default]
    Both,
    Left,
    Right,
    Largest,
}

/// What a drawing shows.
#[derive(Clone, Debug)]
pub enum Graphic {
    /// A picture of the package.
    Picture(Box<Picture>),
    /// A shape, perhaps with text.
    Shape(Box<Shape>),
    /// Several at their places: x, y, width, height, what.
    Group(Vec<(f64, f64, f64, f64, Graphic)>),
    /// A horizontal rule.
    Rule(Option<Rgb>),
    /// A chart.
    Chart(Arc<Chart>),
    /// Not drawn yet: a box with this name, and a warning.
    Placeholder(String),
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The part with its bytes.
    pub part: String,
    /// The part with the same picture as SVG; empty where there is none.
    pub svg: String,
    /// How its colours are changed.
    pub recolor: Recolor,
    /// Its line.
    pub line: Option<Line>,
    /// What it is cut to; none is its box.
    pub cut: Option<Arc<Geometry>>,
    /// Fractions cut off: left, top, right, bottom.
    pub crop: [f64; 4],
    /// Clockwise turn in degrees.
    pub rotation: f64,
    /// Mirrored left to right.
    pub flip_h: bool,
    /// Mirrored top to bottom.
    pub flip_v: bool,
}

/// A shape.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Its outline by formulas.
    pub geometry: Arc<Geometry>,
    /// What it is filled with.
    pub fill: Fill,
    /// Its line.
    pub line: Option<Line>,
    /// What lies around or under it.
    pub effects: Effects,
    /// Clockwise turn in degrees.
    pub rotation: f64,
    /// Mirrored left to right.
    pub flip_h: bool,
    /// Mirrored top to bottom.
    pub flip_v: bool,
    /// The text in it.
    pub text: Option<TextBox>,
    /// Text stretched over the whole shape in place of its outline, such as a watermark, in its style.
    pub word_art: Option<(String, CharacterId)>,
}

/// The text of a shape.
#[derive(Clone, Debug, Default)]
pub struct TextBox {
    /// Left, top, right, bottom insets.
    pub insets: [f64; 4],
    /// The box grows and shrinks with its text.
    pub auto_fit: bool,
    /// Where text stands in it.
    pub anchor: super::VerticalAlign,
    /// Direction of its text.
    pub direction: super::TextDirection,
    /// Lines are broken at its width.
    pub wrap: bool,
    /// What it holds; boxes that one text runs through share it.
    pub blocks: Arc<[Block]>,
    /// One text runs through several boxes: width and height of those before it, within their insets.
    pub chain: Option<Vec<(f64, f64)>>,
}
