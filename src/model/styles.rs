//! `styles.xml`, `numbering.xml`, `theme1.xml`, `fontTable.xml` as written.

use super::Drawing;
use super::properties::*;
use crate::map::Map;

/// `w:styles`.
#[derive(Clone, Debug, Default)]
pub struct Styles {
    /// `w:docDefaults/w:rPrDefault/w:rPr`.
    pub default_run: RunProperties,
    /// `w:docDefaults/w:pPrDefault/w:pPr`.
    pub default_paragraph: ParagraphProperties,
    /// `w:pPrDefault` is there, be it empty (word-layout 2.2).
    pub states_paragraph_default: bool,
    /// How many styles the program that saved the file knows: `w:latentStyles/@w:count`.
    pub known: Option<u32>,
    /// By `w:styleId`; where an id comes twice the last one counts.
    pub styles: Map<String, Style>,
}

/// `w:style/@w:type`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum StyleKind {
    #[default]
    Paragraph,
    Character,
    Table,
    Numbering,
}

/// `w:style`.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct Style {
    pub id: String,
    pub name: String,
    pub kind: StyleKind,
    pub default: bool,
    pub based_on: Option<String>,
    pub link: Option<String>,
    pub paragraph: ParagraphProperties,
    pub run: RunProperties,
    pub table: TableProperties,
    pub row: RowProperties,
    pub cell: CellProperties,
    /// `w:tblStylePr` by its `w:type`.
    pub conditional: Map<String, ConditionalFormat>,
}

/// `w:tblStylePr`.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct ConditionalFormat {
    pub paragraph: ParagraphProperties,
    pub run: RunProperties,
    pub table: TableProperties,
    pub row: RowProperties,
    pub cell: CellProperties,
}

/// `w:numbering`.
#[derive(Clone, Debug, Default)]
pub struct Numbering {
    /// By `w:abstractNumId`.
    pub abstracts: Map<i32, AbstractNumbering>,
    /// By `w:numId`.
    pub instances: Map<i32, NumberingInstance>,
    /// `w:numPicBullet` by its id.
    pub pictures: Map<i32, Drawing>,
}

/// `w:abstractNum`.
#[derive(Clone, Debug, Default)]
pub struct AbstractNumbering {
    /// By `w:ilvl`.
    pub levels: Map<i32, Level>,
    /// `w:styleLink`: the numbering style this defines.
    pub style_link: Option<String>,
    /// `w:numStyleLink`: the numbering style whose list is meant.
    pub num_style_link: Option<String>,
}

/// `w:num`.
#[derive(Clone, Debug, Default)]
pub struct NumberingInstance {
    /// `w:abstractNumId`.
    pub abstract_id: i32,
    /// `w:lvlOverride` by level: a new start, a new level.
    pub overrides: Map<i32, (Option<i32>, Option<Level>)>,
}

/// `w:lvl`.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct Level {
    pub start: Option<i32>,
    pub format: Option<String>,
    /// `w:numFmt/@w:format` for `custom`.
    pub custom_format: Option<String>,
    pub restart: Option<i32>,
    pub style: Option<String>,
    pub is_legal: bool,
    /// `tab`, `space`, `nothing`.
    pub suffix: Option<String>,
    pub text: Option<String>,
    pub picture: Option<i32>,
    pub alignment: Option<String>,
    pub paragraph: ParagraphProperties,
    pub run: RunProperties,
    /// `w:legacy`: its space and indent in twips.
    pub legacy: Option<(i32, i32)>,
}

/// `a:theme`: colours and fonts.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// RRGGBB by slot: `dk1`, `lt1`, `dk2`, `lt2`, `accent1` … `hlink`, `folHlink`.
    pub colors: Map<String, String>,
    /// Headings.
    pub major: ThemeFonts,
    /// Body text.
    pub minor: ThemeFonts,
    /// `a:fillStyleLst`: each style's XML, in a root of its own.
    pub fills: Vec<String>,
    /// `a:lnStyleLst`.
    pub lines: Vec<String>,
    /// `a:effectStyleLst`.
    pub effects: Vec<String>,
}

/// `a:majorFont`, `a:minorFont`.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct ThemeFonts {
    pub latin: String,
    pub east_asia: String,
    pub cs: String,
    /// `a:font` by script (Hans, Jpan, Arab …).
    pub scripts: Map<String, String>,
}

/// `w:font` in `fontTable.xml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct FontEntry {
    pub name: String,
    pub alt_names: Vec<String>,
    /// Ten bytes as hex, if stated.
    pub panose: Option<String>,
    /// Windows character set, such as 0x86.
    pub charset: Option<u8>,
    /// `roman`, `swiss`, `modern`, `script`, `decorative`, `auto`.
    pub family: Option<String>,
    /// `fixed`, `variable`, `default`.
    pub pitch: Option<String>,
    /// Embedded faces: `regular`/`bold`/`italic`/`boldItalic`, the part, the key's GUID.
    pub embedded: Vec<(String, String, String)>,
}
