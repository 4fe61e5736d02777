//! The document as meant: data only. Whoever reads it need never worry again about
//!
//! - styles, themes, document defaults, toggles, table style conditions: every property here is final;
//! - relationship, list, note, bookmark and style ids: they are indices into this tree, or text;
//! - units: every length is in points, colours are RRGGBB;
//! - field codes, deleted or hidden content, `mc:AlternateContent`, content controls: gone, or their visible result;
//! - which header belongs to a section: inheritance is done;
//! - list numbers: each label is its text.

#![allow(dead_code, reason = "the noun holds what the document means, whether or not layout reads it yet")]

mod character;
mod drawing;
mod paragraph;
mod section;
mod table;
mod text;

pub use crate::numeral::NumberFormat;
pub use character::*;
pub use drawing::*;
pub use paragraph::*;
pub use section::*;
pub use table::*;
pub use text::{body_text, is_counted};

use crate::map::Map;
use std::collections::HashSet;

/// The whole document, ready to be laid out.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// In order; at least one.
    pub sections: Vec<Section>,
    /// Headers and footers: [`HeaderFooter`] points here.
    pub stories: Vec<Vec<Block>>,
    /// Resolved run properties: [`CharacterId`] points here.
    pub characters: Vec<CharacterStyle>,
    /// Fonts by name: [`FamilyId`] points here.
    pub families: Vec<Family>,
    /// The names in the font table and the `w:altName` of each: theme fonts may go by another name of the same face.
    pub alternative_names: Vec<(String, Vec<String>)>,
    /// Footnotes in order of reference: [`NoteId`] points here.
    pub footnotes: Vec<Note>,
    /// Endnotes in order of reference.
    pub endnotes: Vec<Note>,
    /// What stands above notes.
    pub separators: Separators,
    /// Link targets: [`LinkId`] points here.
    pub links: Vec<Link>,
    /// Paragraph styles that headers and footers name (STYLEREF, chapter numbers), as in [`Paragraph::style`].
    pub named_styles: HashSet<u32>,
    /// Bookmark names to the index of the body paragraph they start in.
    pub bookmarks: Map<String, u32>,
    /// Document-wide settings that change layout.
    pub settings: LayoutSettings,
    /// How many body paragraphs there are (those in tables too).
    pub paragraphs: u32,
    /// Non-space characters of body text.
    pub characters_in_body: u32,
    /// The page's ground, if the document shows one.
    pub background: Option<Rgb>,
}

impl Flow {
    /// The run properties behind an id.
    pub fn character(&self, id: CharacterId) -> &CharacterStyle {
        &self.characters[id.0 as usize]
    }
}

/// A colour as RRGGBB in the low 24 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgb(pub u32);

/// A block: what stands below another.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table.
    Table(Box<Table>),
}

/// A footnote or an endnote.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Layout numbers it: numbers begin again on each page.
    pub each_page: Option<NoteSettings>,
}

/// An index into [`Flow::footnotes`] or [`Flow::endnotes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub u32);

/// What stands above and below notes; empty where the file declares none.
#[derive(Clone, Debug, Default)]
pub struct Separators {
    /// Above a page's footnotes.
    pub footnote: Vec<Block>,
    /// Above footnotes that go on from the page before.
    pub footnote_continuation: Vec<Block>,
    /// Below footnotes that go on to the next page.
    pub footnote_notice: Vec<Block>,
    /// Above the endnotes.
    pub endnote: Vec<Block>,
    /// The footnote separator was declared without its rule: nothing is drawn above the notes.
    pub no_footnote_rule: bool,
    /// The same of the endnote separator.
    pub no_endnote_rule: bool,
}

/// An index into [`Flow::links`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(pub u32);

/// Where a link leads. Only allowed schemes (`http`, `https`, `mailto`, `tel`) and places in this document get here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LinkTarget {
    /// An allowed URL.
    Url(String),
    /// A bookmark's name.
    Bookmark(String),
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// Where it leads.
    pub target: LinkTarget,
    /// The tip that shows on hovering.
    pub tooltip: Option<String>,
}

/// Document-wide settings that change layout (`w:settings`).
#[derive(Clone, Debug, Default)]
pub struct LayoutSettings {
    /// 11, 12, 14 or 15; 12 where the file states none.
    pub compatibility_mode: u32,
    /// The flags of `w:compat` that layout asks for.
    pub compat: CompatFlags,
    /// Distance of default tab stops.
    pub default_tab_stop: f64,
    /// Even pages have headers of their own.
    pub even_and_odd_headers: bool,
    /// Left and right margins swap on even pages.
    pub mirror_margins: bool,
    /// The gutter is at the top.
    pub gutter_at_top: bool,
    /// `compressPunctuation` or its extension for kana.
    pub compress_punctuation: bool,
    /// Words are hyphenated.
    pub auto_hyphenation: bool,
    /// Points a line may be short before a word is hyphenated.
    pub hyphenation_zone: f64,
    /// Hyphenated lines in a row; 0 is no limit.
    pub consecutive_hyphen_limit: u32,
    /// Words in capitals are not hyphenated.
    pub do_not_hyphenate_caps: bool,
    /// Characters that may not begin a line, by language (`zh-CN`), where the file replaces Word's.
    pub no_line_breaks_before: Map<String, String>,
    /// Characters that may not end a line, by language.
    pub no_line_breaks_after: Map<String, String>,
    /// The document's East Asian language (`zh-CN`, `ja-JP`, …; empty if none is known).
    pub east_asian_language: String,
    /// Footnote numbering.
    pub footnotes: NoteSettings,
    /// Endnote numbering.
    pub endnotes: NoteSettings,
    /// The default paragraph style's text size: one character of `leftChars`.
    pub default_size: f64,
    /// The default paragraph style's text, for separators and unstyled places.
    pub default_character: CharacterId,
    /// Lines of text that the application found saved page breaks in: [`Inline::SavedBreak`] marks exist.
    pub has_saved_breaks: bool,
    /// Word saved the file last (`docProps/app.xml`): what it computed is trusted.
    pub saved_by_word: bool,
    /// `docProps/app.xml` pages, if stated.
    pub saved_pages: Option<u32>,
    /// How the text of symbol fonts is written.
    pub symbols: SymbolForm,
}

/// How the text of symbol fonts is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SymbolForm {
    /// As the Unicode characters that look like it.
    #[default]
    Shown,
    /// As the Unicode characters that Word takes for it.
    Unicode,
    /// As the fonts' own codes, U+F020 to U+F0FF.
    Codes,
}

/// `w:compat` flags that layout asks for; see `word-layout.md` 1.4.
#[derive(Clone, Copy, Debug, Default)]
#[allow(missing_docs, reason = "each field is the flag of the same name")]
pub struct CompatFlags {
    pub adjust_line_height_in_table: bool,
    pub balance_single_byte_double_byte_width: bool,
    pub do_not_expand_shift_return: bool,
    pub use_fe_layout: bool,
    pub no_column_balance: bool,
    pub split_page_break_and_paragraph_mark: bool,
    pub suppress_spacing_before_after_page_break: bool,
    pub suppress_top_spacing: bool,
    pub suppress_bottom_spacing: bool,
    pub no_leading: bool,
    pub do_not_use_html_paragraph_auto_spacing: bool,
    pub do_not_use_indent_as_numbering_tab_stop: bool,
    pub allow_space_of_same_style_in_table: bool,
    pub do_not_break_wrapped_tables: bool,
    pub do_not_wrap_text_with_punct: bool,
    pub do_not_use_east_asian_break_rules: bool,
    pub use_alt_kinsoku_line_break_rules: bool,
    pub do_not_snap_to_grid_in_cell: bool,
    pub layout_raw_table_width: bool,
    pub grow_autofit: bool,
    pub ul_trail_space: bool,
}

/// Numbering and place of notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoteSettings {
    /// ST_NumberFormat.
    pub format: NumberFormat,
    /// The first number.
    pub start: u32,
    /// When numbers begin again.
    pub restart: NoteRestart,
    /// Where the notes stand.
    pub position: NotePosition,
}

/// When note numbers begin again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum NoteRestart {
    #[default]
    Continuous,
    EachSection,
    EachPage,
}

/// Where notes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum NotePosition {
    #[default]
    PageBottom,
    BeneathText,
    SectionEnd,
    DocumentEnd,
}
