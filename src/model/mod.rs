//! The document as written: data only. Every property is an `Option` (stated or not), every style, list and note id is
//! unresolved; relationships alone are resolved already, to part names. Names are WordprocessingML's.

#![allow(dead_code, reason = "the noun holds what the file states, whether or not a stage reads it yet")]

pub mod drawing;
pub mod properties;
pub mod settings;
pub mod styles;

pub use drawing::*;
pub use properties::*;
pub use settings::*;
pub use styles::*;

use crate::equation::Part;
use crate::map::Map;
use std::sync::Arc;

/// The whole package, read.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// `w:body` without its last `w:sectPr`.
    pub body: Vec<Block>,
    /// The last section's properties, if stated.
    pub section: SectionProperties,
    /// `w:background` colour.
    pub background: Option<String>,
    /// `styles.xml`; `None` where the part is missing.
    pub styles: Option<Styles>,
    /// `numbering.xml`.
    pub numbering: Numbering,
    /// `settings.xml`; `None` where the part is missing (Word then lays out in its legacy mode).
    pub settings: Option<Settings>,
    /// `theme1.xml`.
    pub theme: Option<Theme>,
    /// `fontTable.xml`.
    pub fonts: Vec<FontEntry>,
    /// Headers and footers by part name.
    pub stories: Map<String, Vec<Block>>,
    /// Footnotes by `w:id`.
    pub footnotes: Map<i32, Note>,
    /// Endnotes by `w:id`.
    pub endnotes: Map<i32, Note>,
    /// `docProps/*.xml`.
    pub info: DocumentInfo,
}

/// A footnote, an endnote or one of their separators.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// `w:footnote/@w:type` (17.18.33 ST_FtnEdn).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteKind {
    /// A note with text.
    #[default]
    Normal,
    /// The rule between text and notes.
    Separator,
    /// The rule above a note that goes on from the page before.
    ContinuationSeparator,
    /// The text below a note that goes on to the next page.
    ContinuationNotice,
}

/// A block: what stands below another.
#[derive(Clone, Debug)]
pub enum Block {
    /// `w:p`.
    Paragraph(Box<Paragraph>),
    /// `w:tbl`.
    Table(Box<Table>),
}

/// `w:p`. Deleted content (`w:del`, `w:moveFrom`) is not in the model; content controls, smart tags, insertions and the
/// like are transparent: their content stands in their place.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// `w:pPr`; shared by paragraphs that state the same.
    pub properties: Arc<ParagraphProperties>,
    /// `w:pPr/w:rPr`: the paragraph mark's.
    pub mark: Arc<RunProperties>,
    /// The mark was deleted: the paragraph runs into the next one.
    pub mark_deleted: bool,
    /// What it holds.
    pub content: Vec<Inline>,
    /// `w:pPr/w:sectPr`: the section that ends here.
    pub section: Option<Box<SectionProperties>>,
}

/// What stands in a paragraph.
#[derive(Clone, Debug)]
pub enum Inline {
    /// `w:r`.
    Run(Box<Run>),
    /// `w:hyperlink`.
    Hyperlink(Box<Hyperlink>),
    /// `w:fldSimple`.
    Field {
        /// `w:instr`.
        instruction: String,
        /// `w:fldLock`: the stored result stays.
        locked: bool,
        /// The stored result.
        content: Vec<Inline>,
    },
    /// `w:bookmarkStart/@w:name`.
    Bookmark(String),
    /// `m:oMath`; `display` when it stands in an `m:oMathPara`.
    Math {
        /// Stands on lines of its own.
        display: bool,
        /// `m:oMathParaPr/m:jc`, empty where it is not stated.
        alignment: String,
        /// Its parts.
        parts: Arc<[Part]>,
        /// The text of its `m:t`, in order.
        text: String,
        /// The run properties of its first run.
        properties: Box<RunProperties>,
    },
}

/// `w:hyperlink`.
#[derive(Clone, Debug, Default)]
pub struct Hyperlink {
    /// The external target, unchecked.
    pub target: Option<String>,
    /// The bookmark in this document.
    pub anchor: Option<String>,
    /// The tip that shows on hovering.
    pub tooltip: Option<String>,
    /// What it holds.
    pub content: Vec<Inline>,
}

/// `w:r`.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// `w:rPr`; shared by runs that state the same.
    pub properties: Arc<RunProperties>,
    /// What it holds.
    pub content: Vec<RunContent>,
}

/// What stands in a run.
#[derive(Clone, Debug)]
pub enum RunContent {
    /// `w:t` (white space as `xml:space` says), `w:noBreakHyphen` as U+2011, `w:softHyphen` as U+00AD.
    Text(String),
    /// `w:tab`.
    Tab,
    /// `w:ptab`.
    PositionedTab {
        /// `left`, `center` or `right`.
        alignment: String,
        /// `margin` or `indent`.
        relative_to: String,
        /// As in `w:tab`.
        leader: Option<String>,
    },
    /// `w:br`, `w:cr`.
    Break(BreakKind),
    /// `w:sym`: the font and the character's code as written (F0B7 and the like).
    Symbol {
        /// `w:font`.
        font: String,
        /// `w:char`.
        code: u32,
    },
    /// `w:fldChar`.
    FieldChar(FieldCharKind, Option<Box<FormField>>),
    /// `w:instrText`.
    Instruction(String),
    /// `w:footnoteReference`, `w:endnoteReference`.
    NoteReference {
        /// A footnote, else an endnote.
        footnote: bool,
        /// `w:id`.
        id: i32,
        /// `w:customMarkFollows`: the mark is text.
        custom_mark: bool,
    },
    /// `w:footnoteRef`, `w:endnoteRef`: the note's own number.
    NoteMark,
    /// `w:separator`.
    Separator,
    /// `w:continuationSeparator`.
    ContinuationSeparator,
    /// `w:pgNum`.
    PageNumber,
    /// `w:lastRenderedPageBreak`.
    LastRenderedPageBreak,
    /// `w:drawing`, `w:pict`, the picture of `w:object`.
    Drawing(Box<Drawing>),
    /// `w:ruby`.
    Ruby(Box<Ruby>),
}

/// `w:br/@w:type` (17.18.4 ST_BrType).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BreakKind {
    /// `textWrapping`: a new line.
    #[default]
    Line,
    /// A new line below floats (`w:clear` left, right or all).
    LineClear,
    /// A new page.
    Page,
    /// A new column.
    Column,
}

/// `w:fldChar/@w:fldCharType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldCharKind {
    /// `begin`.
    Begin {
        /// `w:fldLock`: the stored result stays.
        locked: bool,
    },
    /// `separate`.
    Separate,
    /// `end`.
    End,
}

/// `w:ffData`.
#[derive(Clone, Debug)]
pub enum FormField {
    /// A check box; its state.
    CheckBox {
        /// Ticked.
        checked: bool,
        /// `w:size` in half-points; none is automatic.
        size: Option<i32>,
    },
    /// A list to choose from.
    DropDown {
        /// The entries.
        entries: Vec<String>,
        /// The chosen one's index.
        chosen: usize,
    },
    /// A text field.
    Text {
        /// `w:default`.
        default: String,
    },
}

/// `w:ruby`.
#[derive(Clone, Debug, Default)]
pub struct Ruby {
    /// `w:rubyAlign`.
    pub alignment: Option<String>,
    /// `w:hps`: the ruby text's size in half-points.
    pub size: Option<i32>,
    /// `w:hpsRaise` in half-points.
    pub raise: Option<i32>,
    /// `w:rt`.
    pub text: Vec<Inline>,
    /// `w:rubyBase`.
    pub base: Vec<Inline>,
}

/// `w:tbl`.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// `w:tblPr`.
    pub properties: TableProperties,
    /// `w:tblGrid`: column widths in twips.
    pub grid: Vec<i32>,
    /// `w:tr`; rows that a revision deleted are not in the model.
    pub rows: Vec<Row>,
    /// Some row carries a revision identifier (`w:rsidR`, `w:rsidTr`): Word wrote it, and few others do.
    pub has_revision_ids: bool,
}

/// `w:tr`.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// `w:trPr`.
    pub properties: RowProperties,
    /// `w:tblPrEx`.
    pub exceptions: Option<Box<TableProperties>>,
    /// `w:tc`.
    pub cells: Vec<Cell>,
}

/// `w:tc`.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// `w:tcPr`; shared by cells that state the same.
    pub properties: Arc<CellProperties>,
    /// What it holds.
    pub blocks: Vec<Block>,
}
