//! Paragraphs and what stands in them.

use super::{CharacterId, Float, InlineObject, LinkId, NoteId, NumberFormat, Rgb};
use crate::equation::Part;
use std::sync::Arc;

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// Its index among the paragraphs of its story, cells included.
    pub index: u32,
    /// Offset of its first character in the body text (non-space characters); in other stories 0.
    pub offset: u32,
    /// The paragraph style, as a number: only equality counts.
    pub style: u32,
    /// Outline level 1 to 9 of a heading.
    pub heading: Option<u8>,
    /// Alignment.
    pub alignment: Alignment,
    /// Right to left.
    pub bidi: bool,
    /// From the left margin (right margin where `bidi`).
    pub indent_left: f64,
    /// From the other margin.
    pub indent_right: f64,
    /// Added to the first line's start; negative hangs.
    pub indent_first: f64,
    /// Left and right are inside and outside.
    pub mirror_indents: bool,
    /// Space above and below.
    pub spacing: ParagraphSpacing,
    /// Height of its lines.
    pub line: LineSpacing,
    /// Lines snap to the document grid.
    pub snap_to_grid: bool,
    /// The right edge moves to a whole character cell.
    pub adjust_right_indent: bool,
    /// Tab stops in order of place.
    pub tabs: Vec<TabStop>,
    /// Stays on the next paragraph's page.
    pub keep_next: bool,
    /// Is not split over pages.
    pub keep_lines: bool,
    /// Begins a page.
    pub page_break_before: bool,
    /// No single line at a page's end or start.
    pub widow_control: bool,
    /// Lines are not counted.
    pub suppress_line_numbers: bool,
    /// Words are not hyphenated.
    pub suppress_auto_hyphens: bool,
    /// East Asian line breaking rules.
    pub kinsoku: bool,
    /// Latin words are kept whole.
    pub word_wrap: bool,
    /// A mark may hang out of the line.
    pub overflow_punct: bool,
    /// An opening mark at a line's start is halved.
    pub top_line_punct: bool,
    /// A quarter em between ideographs and letters.
    pub auto_space_de: bool,
    /// A quarter em between ideographs and digits.
    pub auto_space_dn: bool,
    /// How characters of different sizes stand to each other in a line.
    pub text_alignment: TextAlignment,
    /// Borders.
    pub borders: ParagraphBorders,
    /// Ground.
    pub shading: Option<Rgb>,
    /// The list label before its first line.
    pub label: Option<Label>,
    /// It floats in a frame.
    pub frame: Option<Frame>,
    /// The paragraph mark's run properties.
    pub mark: CharacterId,
    /// The mark is hidden and its height does not count.
    pub mark_hidden: bool,
    /// What it holds, in order.
    pub items: Vec<Inline>,
    /// It only ends a section: empty, and made for the `w:sectPr` it carries.
    pub section_mark: bool,
}

impl Paragraph {
    /// Holds nothing that takes room in a line or breaks one.
    pub fn is_empty(&self) -> bool {
        self.items.iter().all(|item| {
            matches!(item, Inline::Bookmark(_) | Inline::SavedBreak | Inline::Anchor(_))
                || matches!(item, Inline::Text(run) if run.text.is_empty())
        })
    }
}

/// What stands in a paragraph.
#[derive(Clone, Debug)]
pub enum Inline {
    /// Text in one style.
    Text(TextRun),
    /// A tab.
    Tab {
        /// Its style.
        style: CharacterId,
    },
    /// A tab to a place of its own (`w:ptab`).
    PositionedTab {
        /// Its style.
        style: CharacterId,
        /// Where it stands.
        alignment: TabKind,
        /// Measured from the indents, else from the margins.
        from_indent: bool,
        /// What fills it.
        leader: Leader,
    },
    /// A break.
    Break {
        /// Its style.
        style: CharacterId,
        /// What breaks.
        kind: BreakKind,
    },
    /// A picture or shape that stands in the line like a character.
    Object(Box<InlineObject>),
    /// A picture, shape or text box that floats, anchored here.
    Anchor(Box<Float>),
    /// A field that is computed page by page.
    Field(Box<PageField>),
    /// A reference to a note; its number is text.
    Note {
        /// A footnote, else an endnote.
        footnote: bool,
        /// Which.
        note: NoteId,
        /// Its mark's style.
        style: CharacterId,
        /// The mark; layout numbers it anew where numbering restarts on each page.
        mark: String,
    },
    /// Text with small text above it.
    Ruby(Box<Ruby>),
    /// An equation.
    Math {
        /// Its style.
        style: CharacterId,
        /// Stands on lines of its own.
        display: bool,
        /// Where it stands on them; none is centred as a group (`m:jc`, else the document's `m:defJc`).
        alignment: Option<Alignment>,
        /// Its parts.
        parts: Arc<[Part]>,
        /// Its text.
        text: TextRun,
    },
    /// A bookmark starts.
    Bookmark(String),
    /// The file says that Word began a page here.
    SavedBreak,
}

/// Text in one style.
#[derive(Clone, Debug, Default)]
pub struct TextRun {
    /// The text as stored (capitals are layout's work).
    pub text: String,
    /// Its style.
    pub style: CharacterId,
    /// Offset of its first counted character in the body text; `None` where the text is not body text
    /// (symbols, labels, other stories).
    pub offset: Option<u32>,
    /// The link it belongs to.
    pub link: Option<LinkId>,
}

/// What breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakKind {
    /// The line.
    Line,
    /// The line, going on below floats.
    LineClear,
    /// The page.
    Page,
    /// The column.
    Column,
}

/// A field that is computed page by page.
#[derive(Clone, Debug)]
pub struct PageField {
    /// What it shows.
    pub kind: PageFieldKind,
    /// Its number format; none is the section's.
    pub format: Option<NumberFormat>,
    /// The stored result.
    pub cached: String,
    /// Offset of the stored result in the body text, which counts it; see [`TextRun::offset`].
    pub offset: Option<u32>,
    /// Its style.
    pub style: CharacterId,
    /// The link it belongs to.
    pub link: Option<LinkId>,
}

/// What a [`PageField`] shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageFieldKind {
    /// PAGE.
    Page,
    /// NUMPAGES.
    NumPages,
    /// SECTIONPAGES.
    SectionPages,
    /// SECTION.
    Section,
    /// STYLEREF in a header or footer.
    StyleRef(StyleRef),
    /// What is known before layout (DATE).
    Known(String),
    /// A footnote's own mark, where numbering begins again on each page.
    NoteMark(NoteId),
}

/// STYLEREF (17.16.5.59): the nearest paragraph of a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StyleRef {
    /// As in [`Paragraph::style`].
    pub style: u32,
    /// Searched from the page's bottom (`\\l`), else from its top.
    pub from_bottom: bool,
    /// What of it.
    pub shows: StyleRefShows,
}

/// What a [`StyleRef`] shows of its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StyleRefShows {
    /// Its text.
    Text,
    /// Its number (`\\n`, `\\r`, `\\w`).
    Number,
    /// The digits of its number and what parts them (`\\t`, `\\s`).
    Digits,
}

/// `w:ruby`.
#[derive(Clone, Debug, Default)]
pub struct Ruby {
    /// The text below.
    pub base: Vec<TextRun>,
    /// The text above.
    pub text: Vec<TextRun>,
    /// Size of the text above.
    pub size: f64,
    /// Its baseline over the base's; none is automatic.
    pub raise: Option<f64>,
    /// `w:rubyAlign`.
    pub alignment: String,
}

/// `w:jc`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's; start and end are resolved to sides by `bidi`")]
pub enum Alignment {
    #[default]
    Left,
    Center,
    Right,
    Both,
    Distribute,
}

/// `w:textAlignment`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum TextAlignment {
    #[default]
    Auto,
    Baseline,
    Bottom,
    Center,
    Top,
}

/// Space above and below a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ParagraphSpacing {
    /// Above, in points.
    pub before: f64,
    /// Below, in points.
    pub after: f64,
    /// `beforeAutospacing`: 14 points by the rules of `word-layout.md` 4.2 (`before` holds them).
    pub before_auto: bool,
    /// `afterAutospacing`.
    pub after_auto: bool,
    /// No space between paragraphs of the same style.
    pub contextual: bool,
    /// `beforeLines` in lines of the grid (12 pt without one): wins over `before` where not 0.
    pub before_lines: f64,
    /// `afterLines`.
    pub after_lines: f64,
}

/// Height of lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineSpacing {
    /// `auto`: a multiple of single.
    Multiple(f64),
    /// `exact`: points.
    Exact(f64),
    /// `atLeast`: points.
    AtLeast(f64),
}

impl Default for LineSpacing {
    fn default() -> Self {
        Self::Multiple(1.0)
    }
}

/// A tab stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TabStop {
    /// From the text margin.
    pub position: f64,
    /// How text stands at it.
    pub kind: TabKind,
    /// What fills the way to it.
    pub leader: Leader,
}

/// `w:tab/@w:val`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum TabKind {
    #[default]
    Left,
    Center,
    Right,
    Decimal,
    Bar,
}

/// `w:tab/@w:leader`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum Leader {
    #[default]
    None,
    Dot,
    Hyphen,
    Underscore,
    Heavy,
    MiddleDot,
}

/// One border line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Border {
    /// Its style.
    pub style: BorderStyle,
    /// The width of one of its lines, in points.
    pub width: f64,
    /// Distance from what it surrounds.
    pub space: f64,
    /// Colour; none is automatic.
    pub color: Option<Rgb>,
    /// With a shadow.
    pub shadow: bool,
}

/// ST_Border (17.18.2), art borders aside (they show as single lines).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum BorderStyle {
    #[default]
    Single,
    Thick,
    Double,
    Dotted,
    Dashed,
    DashSmallGap,
    DotDash,
    DotDotDash,
    Triple,
    ThinThickSmallGap,
    ThickThinSmallGap,
    ThinThickThinSmallGap,
    ThinThickMediumGap,
    ThickThinMediumGap,
    ThinThickThinMediumGap,
    ThinThickLargeGap,
    ThickThinLargeGap,
    ThinThickThinLargeGap,
    Wave,
    DoubleWave,
    DashDotStroked,
    ThreeDEmboss,
    ThreeDEngrave,
    Outset,
    Inset,
}

/// Borders around a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct ParagraphBorders {
    pub top: Option<Border>,
    pub left: Option<Border>,
    pub bottom: Option<Border>,
    pub right: Option<Border>,
    pub between: Option<Border>,
    pub bar: Option<Border>,
}

/// A list label.
#[derive(Clone, Debug, Default)]
pub struct Label {
    /// Its text, counted and formatted; symbol fonts' characters as written (U+F0xx).
    pub text: String,
    /// Its style.
    pub style: CharacterId,
    /// `w:lvlJc`.
    pub alignment: Alignment,
    /// What stands between it and the text.
    pub suffix: LabelSuffix,
    /// A picture in place of text.
    pub picture: Option<Box<InlineObject>>,
    /// List and level, for semantics and auto spacing.
    pub list: (u32, u8),
    /// Is a bullet, else a number.
    pub bullet: bool,
}

/// `w:suff`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum LabelSuffix {
    #[default]
    Tab,
    Space,
    Nothing,
}

/// `w:framePr`, resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Width; none is as wide as its text.
    pub width: Option<f64>,
    /// Height, by its rule.
    pub height: Option<FrameHeight>,
    /// `dropCap`: none, in the text (`drop`) or in the margin.
    pub drop_cap: DropCap,
    /// Lines a drop cap spans.
    pub lines: u32,
    /// Distance from text left and right, above and below.
    pub space: (f64, f64),
    /// What runs around it: `around`, `none`, `notBeside`, `tight`, `through`.
    pub wrap: bool,
    /// Reference across: `text`, `margin`, `page`.
    pub h_anchor: FrameAnchor,
    /// Reference down.
    pub v_anchor: FrameAnchor,
    /// Place across: an offset or an alignment (`left`, `center`, `right`, `inside`, `outside`).
    pub x: Result<f64, String>,
    /// Place down: an offset or an alignment (`inline`, `top`, `center`, `bottom`).
    pub y: Result<f64, String>,
}

/// `w:framePr/@w:h` with its rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FrameHeight {
    /// `exact`.
    Exact(f64),
    /// `atLeast`.
    AtLeast(f64),
}

/// `w:dropCap`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum DropCap {
    #[default]
    None,
    Drop,
    Margin,
}

/// `w:hAnchor`, `w:vAnchor`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum FrameAnchor {
    #[default]
    Text,
    Margin,
    Page,
}
