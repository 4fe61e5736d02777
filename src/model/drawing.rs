//! `w:drawing`, `w:pict` and the picture of `w:object`, as written.

use super::Block;
use crate::chart::Chart;
use crate::geometry::Geometry;
use crate::look::{Effects, Fill, Line, Recolor};
use crate::units::{Emu, Pt};
use std::sync::Arc;

/// A drawing: DrawingML or VML.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// Width of its extent.
    pub width: Emu,
    /// Height of its extent.
    pub height: Emu,
    /// `wp:effectExtent` (left, top, right, bottom).
    pub effect: [Emu; 4],
    /// Where it floats; in line where none.
    pub anchor: Option<Anchor>,
    /// `wp:docPr/@descr`, else its title.
    pub alt: String,
    /// `wp:docPr/@name`.
    pub name: String,
    /// `wp:docPr/@hidden`.
    pub hidden: bool,
    /// What it shows.
    pub content: DrawingContent,
    /// A link on the whole.
    pub link: Option<String>,
}

/// What a drawing shows.
#[derive(Clone, Debug, Default)]
pub enum DrawingContent {
    /// `pic:pic`, `v:imagedata`.
    Picture(Box<Picture>),
    /// `wps:wsp`, a VML shape.
    Shape(Box<Shape>),
    /// `wpg:wgp`, `wpc:wpc`, `v:group`: drawings at their places in the group's own space.
    Group {
        /// `a:chOff` and `a:chExt`.
        space: [Emu; 4],
        /// Each child with its `a:off`; its extent is the child's own.
        children: Vec<(Emu, Emu, Drawing)>,
    },
    /// A chart; none where its part cannot be read.
    Chart(Option<Arc<Chart>>),
    /// A SmartArt without a stored drawing; one that has it is a group.
    Diagram,
    /// A horizontal rule (`o:hr`): its width in percent of the column (0: as stated), its height.
    Rule {
        /// 0 to 100.
        percent: f64,
        /// `left`, `center`, `right`.
        alignment: String,
        /// RRGGBB.
        color: String,
    },
    /// Something else: its URI or element name.
    #[default]
    Unknown,
}

/// A picture.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// The part with its bytes; none where it is linked or missing.
    pub part: Option<String>,
    /// The external address, never fetched by us.
    pub external: Option<String>,
    /// `a:srcRect`: fractions cut off (left, top, right, bottom).
    pub crop: [f64; 4],
    /// `asvg:svgBlip`: the part of the same picture as SVG.
    pub svg: Option<String>,
    /// How its colours are changed.
    pub recolor: Recolor,
    /// Its line, if it has one.
    pub line: Option<Line>,
    /// `a:prstGeom/@prst`: what it is cut to; empty is a rectangle.
    pub geometry: String,
    /// Clockwise turn in degrees.
    pub rotation: f64,
    /// Mirrored left to right.
    pub flip_h: bool,
    /// Mirrored top to bottom.
    pub flip_v: bool,
}

/// A shape, perhaps with text.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// `a:prstGeom/@prst` or the nearest to a VML shape; empty for a geometry of its own.
    pub geometry: String,
    /// `a:avLst` guides: name and value.
    pub adjust: Vec<(String, i64)>,
    /// `a:custGeom`, or the path of a VML shape.
    pub own_geometry: Option<Arc<Geometry>>,
    /// What it is filled with.
    pub fill: Fill,
    /// Its line, if it has one.
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
    /// `v:textpath`: text drawn as the shape, such as a watermark.
    pub word_art: Option<WordArt>,
}

/// Text that fills a shape (VML WordArt).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordArt {
    /// The text.
    pub text: String,
    /// Its font; empty where none is stated.
    pub font: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// The text of a shape.
#[derive(Clone, Debug, Default)]
pub struct TextBox {
    /// Left, top, right, bottom.
    pub insets: [Pt; 4],
    /// The box grows and shrinks with its text.
    pub auto_fit: bool,
    /// `t`, `ctr`, `b`.
    pub anchor: String,
    /// `horz`, `eaVert`, `vert`, `vert270`, `mongolianVert`.
    pub direction: String,
    /// Lines are broken at the box's width.
    pub wrap: bool,
    /// Its place is stated (`dsp:txXfrm`): the geometry's own box for text does not count.
    pub placed: bool,
    /// `wps:style/a:fontRef`: RRGGBB of text that states no colour.
    pub color: Option<String>,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// The name of the text whose rest it shows instead (`wps:linkedTxbx`; a VML shape whose text is another's).
    pub goes_on: Option<String>,
    /// The name that boxes showing the rest of its text know it by.
    pub rest: Option<String>,
}

/// `wp:anchor`.
#[derive(Clone, Debug, Default)]
pub struct Anchor {
    /// Behind the text.
    pub behind: bool,
    /// The order among floats.
    pub z: i64,
    /// `layoutInCell`.
    pub in_cell: bool,
    /// `allowOverlap`.
    pub overlap: bool,
    /// Across the page.
    pub horizontal: Position,
    /// Down the page.
    pub vertical: Position,
    /// How text runs around it.
    pub wrap: Wrap,
    /// Distance from text: left, top, right, bottom.
    pub distance: [Emu; 4],
    /// `wp14:sizeRelH`: what the width is a share of, and the share in 1/1000 %.
    pub relative_width: Option<(String, i64)>,
    /// `wp14:sizeRelV`.
    pub relative_height: Option<(String, i64)>,
}

/// `wp:positionH`, `wp:positionV`.
#[derive(Clone, Debug, Default)]
pub struct Position {
    /// `page`, `margin`, `column`, `paragraph`, `line`, `character`, `leftMargin` …
    pub relative_to: String,
    /// Where.
    pub at: PositionAt,
}

/// A place along one axis.
#[derive(Clone, Debug)]
pub enum PositionAt {
    /// `wp:posOffset`.
    Offset(Emu),
    /// `wp:align`.
    Align(String),
    /// `wp14:pctPosHOffset`: 1/1000 %.
    Percent(i64),
}

impl Default for PositionAt {
    fn default() -> Self {
        Self::Offset(Emu(0))
    }
}

/// How text runs around a float.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Wrap {
    /// Not at all.
    #[default]
    None,
    /// Around its box; `w:wrapText`: `bothSides`, `left`, `right`, `largest`.
    Square(String),
    /// Around its outline: points in 1/21600 of its extent.
    Tight(String, Vec<(i64, i64)>),
    /// Through its outline too.
    Through(String, Vec<(i64, i64)>),
    /// Above and below only.
    TopAndBottom,
}
