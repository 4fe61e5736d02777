//! `settings.xml` and `docProps/*.xml` as written.

use super::properties::NoteProperties;
use crate::map::Map;

/// `w:settings`.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct Settings {
    /// `w:compatSetting[compatibilityMode]`.
    pub compatibility_mode: Option<u32>,
    /// Every flag of `w:compat` that is on.
    pub compat: Map<String, ()>,
    /// In twips.
    pub default_tab_stop: Option<i32>,
    pub even_and_odd_headers: bool,
    pub mirror_margins: bool,
    pub gutter_at_top: bool,
    pub auto_hyphenation: bool,
    /// In twips.
    pub hyphenation_zone: Option<i32>,
    pub consecutive_hyphen_limit: Option<i32>,
    pub do_not_hyphenate_caps: bool,
    /// `doNotCompress`, `compressPunctuation`, `compressPunctuationAndJapaneseKana`.
    pub character_spacing_control: Option<String>,
    /// `w:noLineBreaksBefore`: characters by language.
    pub no_line_breaks_before: Map<String, String>,
    /// `w:noLineBreaksAfter`: characters by language.
    pub no_line_breaks_after: Map<String, String>,
    /// `w:strictFirstAndLastChars`.
    pub strict_first_and_last_chars: bool,
    pub footnotes: NoteProperties,
    pub endnotes: NoteProperties,
    /// `w:themeFontLang`: val, eastAsia, bidi.
    pub theme_font_lang: (Option<String>, Option<String>, Option<String>),
    /// `w:clrSchemeMapping`.
    pub color_mapping: Map<String, String>,
    pub update_fields: bool,
    /// `w:documentProtection` or write protection is on.
    pub protected: bool,
    /// `m:mathPr/m:defJc` and its like.
    pub math: Map<String, String>,
    /// `w:decimalSymbol`.
    pub decimal_symbol: Option<String>,
    /// `w:displayBackgroundShape`.
    pub display_background_shape: bool,
}

/// `docProps/core.xml`, `app.xml`, `custom.xml`.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each field is the element of the same name")]
pub struct DocumentInfo {
    pub title: Option<String>,
    pub subject: Option<String>,
    pub creator: Option<String>,
    pub keywords: Option<String>,
    pub description: Option<String>,
    pub last_modified_by: Option<String>,
    pub revision: Option<String>,
    pub category: Option<String>,
    pub language: Option<String>,
    /// ISO 8601, as written.
    pub created: Option<String>,
    /// ISO 8601, as written.
    pub modified: Option<String>,
    pub last_printed: Option<String>,
    pub application: Option<String>,
    pub app_version: Option<String>,
    pub company: Option<String>,
    pub manager: Option<String>,
    pub template: Option<String>,
    pub pages: Option<u32>,
    pub words: Option<u32>,
    pub characters: Option<u32>,
    pub characters_with_spaces: Option<u32>,
    pub lines: Option<u32>,
    pub paragraphs: Option<u32>,
    /// Minutes.
    pub total_time: Option<u32>,
    /// Name and value, in the file's order.
    pub custom: Vec<(String, String)>,
}
